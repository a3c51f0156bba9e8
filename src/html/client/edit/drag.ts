import { isMore, NONE } from '../chart.js'
import { html } from '../element.js'
import { nameOf } from '../role-names.js'
import type { Editor } from './editor.js'
import { moveTo } from './role-forms.js'

/** How far a pointer moves before a press becomes a drag. */
const SLACK = 6
/** How near to the edge of the window the drawing moves along. */
const EDGE = 32
const STEP = 14

interface Drag {
  readonly row: number
  readonly from: { readonly x: number; readonly y: number }
  isOn: boolean
  /** The role under the pointer. */
  over: number
}

/** Lets a box be dragged to its new manager with a mouse or a pen. A finger pans the chart. */
export function listenToDrags(editor: Editor, stage: HTMLElement): void {
  const { explorer } = editor
  const label = html('div', { class: 'drag-label', hidden: true, 'aria-hidden': 'true' })
  stage.append(label)
  let drag: Drag | undefined
  let at = { x: 0, y: 0 }
  let frame = 0

  const rowAt = (target: EventTarget | null): number => {
    const box = target instanceof Element ? target.closest<SVGGElement>('[data-row]') : null
    const row = Number(box?.dataset['row'] ?? NONE)
    return row === NONE || isMore(editor.chart, row) ? NONE : row
  }

  stage.addEventListener(
    'pointerdown',
    (event) => {
      const row = rowAt(event.target)
      const isToggle = event.target instanceof Element && event.target.closest('.toggle') !== null
      if (event.button !== 0 || event.pointerType === 'touch' || row === NONE || isToggle) return
      if (explorer.view !== 'reporting') return
      // The chart is not panned.
      event.stopPropagation()
      drag = { row, from: { x: event.clientX, y: event.clientY }, isOn: false, over: NONE }
    },
    { capture: true },
  )
  window.addEventListener('pointermove', (event) => {
    if (drag === undefined) return
    at = { x: event.clientX, y: event.clientY }
    if (!drag.isOn && Math.hypot(at.x - drag.from.x, at.y - drag.from.y) < SLACK) return
    if (!drag.isOn) {
      drag.isOn = true
      stage.classList.add('moving')
      frame = requestAnimationFrame(alongEdge)
    }
    over(drag, rowAt(document.elementFromPoint(at.x, at.y)))
  })
  window.addEventListener('pointerup', () => {
    const ended = stop()
    if (ended === undefined || !ended.isOn) return
    // The end of a drag is not a click.
    stage.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => {
      stage.removeEventListener('click', swallow, { capture: true })
    })
    if (ended.over !== NONE && ended.over !== ended.row) moveTo(editor, ended.row, ended.over)
  })
  window.addEventListener('pointercancel', stop)
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || drag?.isOn !== true) return
      event.stopPropagation()
      stop()
    },
    { capture: true },
  )

  function swallow(event: Event): void {
    event.stopPropagation()
  }

  function stop(): Drag | undefined {
    const ended = drag
    drag = undefined
    cancelAnimationFrame(frame)
    label.hidden = true
    stage.classList.remove('moving')
    unmark()
    return ended
  }

  function unmark(): void {
    for (const box of stage.querySelectorAll('.drop, .no-drop')) box.classList.remove('drop', 'no-drop')
  }

  function over(now: Drag, row: number): void {
    const { chart } = editor
    label.hidden = false
    now.over = row
    unmark()
    const name = nameOf(chart, now.row)
    if (row === NONE || row === now.row) {
      label.textContent = name
      placeLabel()
      return
    }
    const isRefused = editor.session.draft.wouldMakeCycle(chart.data.ids[now.row], chart.data.ids[row])
    explorer.painter.boxOf(row)?.classList.add(isRefused ? 'no-drop' : 'drop')
    label.textContent = isRefused
      ? `${name}: ${nameOf(chart, row)} is below it`
      : `${name} → ${nameOf(chart, row)}`
    placeLabel()
  }

  /** Places the label beside the pointer, within the stage. */
  function placeLabel(): void {
    const { left, top } = stage.getBoundingClientRect()
    const x = Math.min(at.x - left + 14, stage.clientWidth - label.offsetWidth - 4)
    label.style.transform = `translate(${x}px, ${at.y - top + 14}px)`
  }

  /** Moves the drawing while the pointer is near the edge of the window. */
  function alongEdge(): void {
    const { left, top, right, bottom } = stage.getBoundingClientRect()
    const step = (low: number, high: number, value: number): number =>
      value < low + EDGE ? STEP : value > high - EDGE ? -STEP : 0
    const [across, down] = [step(left, right, at.x), step(top, bottom, at.y)]
    if (across !== 0 || down !== 0) explorer.viewport.pan(across, down)
    frame = requestAnimationFrame(alongEdge)
  }
}
