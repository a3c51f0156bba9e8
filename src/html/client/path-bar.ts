import { addressOfRole } from './address.js'
import { NONE } from './chart.js'
import { button, html } from './element.js'
import type { Explorer } from './explorer.js'
import { nameOf, roleLabel } from './role-names.js'

/** The bar with the path between the two chosen roles. */
export function pathBar(explorer: Explorer): HTMLElement {
  const text = html('div', { class: 'path-text' })
  const bar = html(
    'section',
    { class: 'path', 'aria-label': 'Path', hidden: true },
    text,
    button('Clear path', () => {
      explorer.clearPath()
    }),
  )
  const status = html('div', { class: 'visually-hidden', role: 'status' })
  const link = (row: number): Node => {
    return html('a', { href: addressOfRole(explorer, row), dir: 'auto' }, nameOf(explorer.chart, row))
  }
  const content = (): (string | Node)[] => {
    const { from, to, path, view, chart } = explorer
    const isReporting = view === 'reporting'
    if (from === NONE) return ['Path to ', link(to), '. Choose the start with “Path from here”.']
    if (to === NONE) return ['Path from ', link(from), '. Choose the end with “Path to here”.']
    if (path === undefined) {
      return isReporting
        ? [link(from), ' and ', link(to), ' have no common manager.']
        : ['No career moves lead from ', link(from), ' to ', link(to), '.']
    }
    const steps = path.length - 1
    const top = path.reduce((highest, row) => (chart.layer[row] < chart.layer[highest] ? row : highest))
    const isBetween = isReporting && top !== from && top !== to
    return [
      `${isReporting ? 'Reporting path' : 'Career path'}, ${steps} ${steps === 1 ? 'step' : 'steps'}: `,
      ...path.flatMap((row, place) => (place === 0 ? [link(row)] : [' → ', link(row)])),
      ...(isBetween ? ['. Nearest common manager: ', link(top)] : []),
    ]
  }
  explorer.listen(() => {
    const { from, to, path, chart } = explorer
    bar.hidden = from === NONE && to === NONE
    if (bar.hidden) {
      status.textContent = ''
      return
    }
    text.replaceChildren(...content())
    status.textContent =
      path === undefined ? text.textContent : `Path: ${path.map((row) => roleLabel(chart, row)).join('; ')}`
  })
  return html('div', { class: 'path-room' }, bar, status)
}
