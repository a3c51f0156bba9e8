import type { Explorer } from './explorer.js'
import { AROUND } from './viewport.js'

/** The most boxes to fit on one sheet. */
const MOST_PRINTED = 3000

/**
 * Prints the visible part as large as it fits; if the reader has not moved the chart since the page opened or since
 * “Fit”, all open boxes are printed.
 */
export function listenToPrinting(explorer: Explorer): void {
  const { viewport, painter } = explorer
  let seen = { x: 0, y: 0, scale: 1, width: 1, height: 1 }
  window.addEventListener('beforeprint', () => {
    const { x, y, scale, width, height } = viewport
    seen = { x, y, scale, width, height }
    const { order, bounds } = explorer.layout
    if (viewport.broughtTo === 'chart' && order.length <= MOST_PRINTED) {
      Object.assign(viewport, {
        x: bounds.left - AROUND,
        y: bounds.top - AROUND,
        scale: 1,
        width: bounds.right - bounds.left + 2 * AROUND,
        height: bounds.bottom - bounds.top + 2 * AROUND,
      })
    }
    painter.paint(0)
  })
  window.addEventListener('afterprint', () => {
    Object.assign(viewport, seen)
    explorer.repaint()
  })
}
