import type { Viewport } from './viewport.js'

const CLICK = 4

/** How far a turn of the wheel zooms: by half at most. */
const PER_ZOOM = 300
const PER_PINCH = 100

/** Pans by dragging; zooms with the wheel and with two fingers. With Shift, and sideways, the wheel pans. */
export function listenToGestures(stage: HTMLElement, viewport: Viewport): void {
  const pointers = new Map<number, { x: number; y: number }>()
  let travelled = 0

  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    if (pointers.size === 0) travelled = 0
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
  })
  stage.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId)
    if (before === undefined) return
    const now = { x: event.clientX, y: event.clientY }
    travelled += Math.hypot(now.x - before.x, now.y - before.y)
    if (travelled > CLICK && !stage.hasPointerCapture(event.pointerId)) {
      stage.setPointerCapture(event.pointerId)
      stage.classList.add('dragging')
    }
    const other = Array.from(pointers).find(([id]) => id !== event.pointerId)?.[1]
    pointers.set(event.pointerId, now)
    if (other === undefined) {
      if (travelled > CLICK) viewport.pan(now.x - before.x, now.y - before.y)
      return
    }
    const apart = (point: { x: number; y: number }): number =>
      Math.hypot(point.x - other.x, point.y - other.y)
    const { left, top } = stage.getBoundingClientRect()
    viewport.zoom(
      apart(now) / Math.max(1, apart(before)),
      (now.x + other.x) / 2 - left,
      (now.y + other.y) / 2 - top,
    )
    viewport.pan((now.x - before.x) / 2, (now.y - before.y) / 2)
  })
  const release = (event: PointerEvent): void => {
    pointers.delete(event.pointerId)
    if (pointers.size === 0) stage.classList.remove('dragging')
  }
  stage.addEventListener('pointerup', release)
  stage.addEventListener('pointercancel', release)
  // The end of a drag is not a click on whatever is under the pointer.
  stage.addEventListener(
    'click',
    (event) => {
      if (travelled > CLICK) event.stopPropagation()
      travelled = 0
    },
    { capture: true },
  )
  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
      const [across, down] = [event.deltaX * unit, event.deltaY * unit]
      if (event.shiftKey) viewport.pan(-(across + down), 0)
      else if (Math.abs(across) > Math.abs(down)) viewport.pan(-across, -down)
      else {
        const { left, top } = stage.getBoundingClientRect()
        // The browser reports two fingers on a touchpad as a wheel with Ctrl, in small steps.
        const factor = Math.exp(-down / (event.ctrlKey ? PER_PINCH : PER_ZOOM))
        viewport.zoom(Math.min(1.5, Math.max(1 / 1.5, factor)), event.clientX - left, event.clientY - top)
      }
    },
    { passive: false },
  )
}
