import { boxId } from './box-element.js'
import { type Chart, isMore, NONE } from './chart.js'
import { edgesOf } from './edge-index.js'
import type { Explorer } from './explorer.js'
import { fold } from './role-names.js'

const TYPED_TOGETHER = 600
const ZOOM = 1.25

/** The keys of the WAI-ARIA tree pattern; in the career view, those of the listbox pattern. */
export function listenToKeys(stage: HTMLElement, explorer: Explorer): void {
  let typed = ''
  let typedAt = 0

  stage.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const target = targetOf(event.key)
    if (target === undefined) return
    event.preventDefault()
    if (target !== NONE && target !== explorer.selected) explorer.select(target, 'replace')
  })

  /** The role to go to; -1 if the key has been handled, undefined if the page does not handle it. */
  function targetOf(key: string): number | undefined {
    const { active, layout, chart } = explorer
    const { order, position } = layout
    if (key === '+' || key === '=' || key === '-') {
      explorer.viewport.zoom(key === '-' ? 1 / ZOOM : ZOOM)
      return NONE
    }
    if (key === 'Escape') {
      if (explorer.from !== NONE || explorer.to !== NONE) explorer.clearPath()
      else if (explorer.selected !== NONE) explorer.select(NONE, 'replace')
      return NONE
    }
    if (active === NONE) return undefined
    const at = position[active]
    switch (key) {
      case 'ArrowDown':
        return order[Math.min(at + 1, order.length - 1)]
      case 'ArrowUp':
        return order[Math.max(at - 1, 0)]
      case 'Home':
        return order[0]
      case 'End':
        return order[order.length - 1]
      case 'ArrowRight':
        return explorer.view === 'career' ? nextStep(chart, active) : inward(active)
      case 'ArrowLeft':
        return explorer.view === 'career' ? feeder(chart, active) : outward(active)
      case 'Enter':
      case ' ':
        if (isMore(chart, active)) {
          explorer.showMore(active)
          return NONE
        }
        if (explorer.selected !== active) return active
        if (explorer.view === 'reporting') explorer.toggle(active)
        return NONE
      case '*':
        if (explorer.view === 'reporting') explorer.openSiblings(active)
        return NONE
      default:
        return key.length === 1 ? typedTo(key) : undefined
    }
  }

  function inward(row: number): number {
    const { chart } = explorer
    if (isMore(chart, row)) {
      explorer.showMore(row)
      return NONE
    }
    if (edgesOf(chart.children, row).length === 0) return NONE
    if (explorer.open[row] === 1) return explorer.firstBelow(row)
    explorer.toggle(row, true)
    return NONE
  }

  function outward(row: number): number {
    const { chart, open } = explorer
    if (open[row] === 1 && edgesOf(chart.children, row).length > 0) {
      explorer.toggle(row, false)
      return NONE
    }
    return chart.parent[row] === chart.root ? NONE : chart.parent[row]
  }

  /** The next role whose name starts with the typed text. */
  function typedTo(key: string): number {
    const now = performance.now()
    typed = now - typedAt < TYPED_TOGETHER ? typed + key : key
    typedAt = now
    const start = fold(typed)
    if (start === '') return NONE
    const { layout, active, chart } = explorer
    const { order, position } = layout
    // Further letters may match the current role too.
    const first = position[active] + (typed.length === 1 ? 1 : 0)
    for (let step = 0; step < order.length; step++) {
      const row = order[(first + step) % order.length]
      if (!isMore(chart, row) && fold(chart.data.labels[row]).startsWith(start)) return row
    }
    return NONE
  }

  explorer.listen(() => {
    const { active } = explorer
    if (active === NONE) stage.removeAttribute('aria-activedescendant')
    else stage.setAttribute('aria-activedescendant', boxId(active))
  })
}

function nextStep({ movesFrom, moves }: Chart, row: number): number {
  const [move] = edgesOf(movesFrom, row)
  return (move as number | undefined) === undefined ? NONE : moves[move][1]
}

function feeder({ movesTo, moves }: Chart, row: number): number {
  const [move] = edgesOf(movesTo, row)
  return (move as number | undefined) === undefined ? NONE : moves[move][0]
}
