import type { Layout } from './layout.js'
import { DURATION, isStill } from './motion.js'

/** More boxes than this move at once. */
const MOST = 400

interface View {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** Where the drawn boxes are before a change, so that they can move to where they are after it. */
export class Transition {
  readonly #rows: readonly number[]

  constructor(
    private readonly layout: Layout,
    private readonly view: View,
    rows: Iterable<number>,
  ) {
    this.#rows = Array.from(rows)
  }

  /** Moves the boxes that stay, and fades in the others and the edges. */
  run(layout: Layout, view: View, boxes: ReadonlyMap<number, SVGElement>, edges: Element): void {
    if (isStill() || boxes.size > MOST || this.layout === layout) return
    const before = new Set(this.#rows)
    const timing = { duration: DURATION, easing: 'ease-out' }
    for (const [row, box] of boxes) {
      const [x, y] = [layout.x[row], layout.y[row]]
      if (!before.has(row)) {
        box.animate([{ opacity: 0 }, { opacity: 1 }], timing)
        continue
      }
      const was = (at: number, from: number, to: number): number =>
        ((at - from) * this.view.scale) / view.scale + to
      const [oldX, oldY] = [
        was(this.layout.x[row], this.view.x, view.x),
        was(this.layout.y[row], this.view.y, view.y),
      ]
      const size = this.view.scale / view.scale
      if (Math.hypot(oldX - x, oldY - y) * view.scale < 1 && Math.abs(size - 1) < 0.01) continue
      box.animate(
        [
          { transform: `translate(${oldX}px, ${oldY}px) scale(${size})` },
          { transform: `translate(${x}px, ${y}px)` },
        ],
        timing,
      )
    }
    edges.animate([{ opacity: 0 }, { opacity: 1 }], timing)
  }
}
