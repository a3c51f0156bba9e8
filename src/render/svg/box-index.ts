/** A rectangle; one that holds nothing has its edges the wrong way round. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const NOWHERE: Rect = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }

/** Whether two rectangles overlap; common edges are not enough. */
export function meets(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** The smallest rectangle with two others inside it. */
export function union(a: Rect, b: Rect): Rect {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

/** How many rectangles one of the next level has inside it. */
const FAN = 8

/**
 * Finds the boxes whose rectangles meet another one, whatever the sizes and distances. Boxes are in preorder, so that neighbours in
 * the list are mostly neighbours in the chart: each level has the rectangles around every eight of the level before.
 */
export class BoxIndex {
  readonly #levels: Rect[][]

  constructor(
    private readonly boxes: readonly number[],
    rectOf: (box: number) => Rect,
  ) {
    let level = boxes.map(rectOf)
    this.#levels = [level]
    while (level.length > 1) {
      const next: Rect[] = []
      for (let start = 0; start < level.length; start += FAN)
        next.push(level.slice(start, start + FAN).reduce(union))
      this.#levels.push(next)
      level = next
    }
  }

  /** Whether some box whose rectangle meets this one passes a test. */
  some(rect: Rect, test: (box: number) => boolean): boolean {
    const stack = this.#levels[this.#levels.length - 1].map((_, place) => ({
      level: this.#levels.length - 1,
      place,
    }))
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { level, place } = next
      if (!meets(rect, this.#levels[level][place])) continue
      if (level === 0) {
        if (test(this.boxes[place])) return true
        continue
      }
      const end = Math.min((place + 1) * FAN, this.#levels[level - 1].length)
      for (let below = place * FAN; below < end; below++) stack.push({ level: level - 1, place: below })
    }
    return false
  }
}
