import { type Rect, withBoth } from './layout.js'
import { DURATION, isStill } from './motion.js'

const LEAST = 0.0002
const MOST = 3
/** A small chart is enlarged up to this scale. */
const MOST_FITTED = 1.5
/** The top of a chart that is too large is not shown larger than this, so that more of the chart is visible. */
const MOST_OF_TOP = 0.7
/** The margin around a drawing that is shown as a whole; lines may run there. */
export const AROUND = 24

/** The visible part of the drawing: its point at the top left corner of the window, and the scale. */
export class Viewport {
  x = 0
  y = 0
  scale = 1
  width = 1
  height = 1
  /** What the page has brought into view, until the reader moves the drawing. */
  broughtTo: 'chart' | 'role' | undefined
  #glide = 0

  /** `moved` is called after each change. */
  constructor(private readonly moved: () => void) {}

  /** The visible part. */
  get rect(): Rect {
    const { x, y, scale, width, height } = this
    return { left: x, top: y, right: x + width / scale, bottom: y + height / scale }
  }

  resize(width: number, height: number): void {
    this.width = Math.max(1, width)
    this.height = Math.max(1, height)
    this.moved()
  }

  /** Moves the drawing by screen pixels. */
  pan(right: number, down: number): void {
    this.broughtTo = undefined
    this.#set(this.x - right / this.scale, this.y - down / this.scale, this.scale)
  }

  /** Scales the drawing around a point of the screen, by default the centre. */
  zoom(factor: number, atX = this.width / 2, atY = this.height / 2): void {
    this.broughtTo = undefined
    const scale = Math.min(MOST, Math.max(LEAST, this.scale * factor))
    this.#set(this.x + atX / this.scale - atX / scale, this.y + atY / this.scale - atY / scale, scale)
  }

  /** The largest scale at which a part is entirely visible. */
  scaleFor({ left, top, right, bottom }: Rect): number {
    return Math.min((this.width - 2 * AROUND) / (right - left), (this.height - 2 * AROUND) / (bottom - top))
  }

  /**
   * Shows a whole part, or, if that would be too small to read, what is around `middle` from left to right and around `level` from the top down;
   * the top of a chart at the upper edge.
   */
  fit(
    part: Rect,
    least = LEAST,
    middle = (part.left + part.right) / 2,
    isTop = false,
    level = part.top,
  ): void {
    const { left, top, right, bottom } = part
    this.broughtTo = 'chart'
    const scale = Math.min(isTop ? MOST_OF_TOP : MOST_FITTED, Math.max(least, this.scaleFor(part), LEAST))
    const fitsAcross = (right - left) * scale <= this.width - 2 * AROUND + 0.5
    const fitsDown = (bottom - top) * scale <= this.height - 2 * AROUND + 0.5
    const centred = (fitsAcross ? (left + right) / 2 : middle) - this.width / scale / 2
    const gap = AROUND / scale
    // Never so far to one side that empty space shows.
    const x = fitsAcross ? centred : Math.min(Math.max(centred, left - gap), right + gap - this.width / scale)
    const lowest = Math.max(top, bottom + 2 * gap - this.height / scale)
    const y =
      fitsDown && !isTop
        ? (top + bottom) / 2 - this.height / scale / 2
        : Math.min(Math.max(level - this.height / scale / 2, top), lowest) - gap
    this.#set(x, y, scale)
  }

  /** Brings a box into view at a readable size, and with it as many of some other boxes, the nearest first, as fit. */
  reveal(box: Rect, readable: number, others: readonly Rect[] = []): void {
    const seen = this.rect
    const gap = AROUND / 2 / this.scale
    const scale = Math.max(this.scale, readable)
    let part = box
    for (const other of others) {
      const both = withBoth(part, other)
      if (this.scaleFor(both) >= scale) part = both
    }
    const { left, top, right, bottom } = part
    const inside =
      left - gap >= seen.left &&
      right + gap <= seen.right &&
      top - gap >= seen.top &&
      bottom + gap <= seen.bottom
    if (inside && this.scale >= readable) return
    this.broughtTo = 'role'
    this.#glideTo(
      (left + right) / 2 - this.width / scale / 2,
      (top + bottom) / 2 - this.height / scale / (part === box ? 2.4 : 2),
      scale,
    )
  }

  #set(x: number, y: number, scale: number): void {
    cancelAnimationFrame(this.#glide)
    Object.assign(this, { x, y, scale })
    this.moved()
  }

  #glideTo(x: number, y: number, scale: number): void {
    cancelAnimationFrame(this.#glide)
    const far = Math.hypot(x - this.x, y - this.y) * this.scale > 4 * this.width
    if (far || isStill()) {
      this.#set(x, y, scale)
      return
    }
    const from = { x: this.x, y: this.y, scale: this.scale }
    const start = performance.now()
    const step = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - start) / DURATION))
      const eased = 1 - (1 - part) ** 3
      this.x = from.x + (x - from.x) * eased
      this.y = from.y + (y - from.y) * eased
      this.scale = from.scale + (scale - from.scale) * eased
      this.moved()
      if (part < 1) this.#glide = requestAnimationFrame(step)
    }
    this.#glide = requestAnimationFrame(step)
  }
}
