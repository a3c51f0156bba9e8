import { type Behind, withStroke } from './behind.js'
import type { Rect } from './box-index.js'
import { pathElement, xy } from './elements.js'

/** A path of horizontal and vertical stretches that starts downwards: an x and a y, then alternately the next y and x. */
export type Elbow = readonly number[]

/** A straight stretch of a line, along the axes of the drawing. */
export interface Stretch {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** The straight stretches of an elbow. */
export function stretchesOf([x, y, ...further]: Elbow, turned: boolean): Stretch[] {
  return further.map((next, place) => {
    const [x1, y1] = [x, y]
    if (place % 2 === 0) y = next
    else x = next
    return turned ? { x1: y1, y1: x1, x2: y, y2: x } : { x1, y1, x2: x, y2: y }
  })
}

/** The data of a path: an elbow, or the rest of one that goes on sideways. */
function pathOf(bends: Elbow, turned: boolean, sideways = false): string {
  let d = turned ? `M${xy(bends[1], bends[0])}` : `M${xy(bends[0], bends[1])}`
  const [down, across] = turned ? ['H', 'V'] : ['V', 'H']
  for (let place = 2; place < bends.length; place++)
    d += `${(place % 2 === 0) === sideways ? across : down}${String(bends[place])}`
  return d
}

/**
 * Elbows of one look as one path, so that they are no darker where they overlap. In a part of the drawing it has the pieces that may be
 * seen there, each once: of a manager with many reports, the line past them is there once for all that are further down.
 */
export function elbowPath(classes: string, elbows: readonly Elbow[], turned: boolean): Behind {
  return (part) => {
    if (part === undefined) return pathElement(classes, elbows.map((bends) => pathOf(bends, turned)).join(''))
    const { left, top, right, bottom } = part
    const seen = withStroke(turned ? { left: top, top: left, right: bottom, bottom: right } : part)
    const pieces = new Set<string>()
    let before: Cut | undefined
    for (const bends of elbows) {
      const cut = cutTo(seen, bends)
      if (cut === undefined || (before !== undefined && isSame(cut, before))) continue
      before = cut
      const piece = pieceOf(cut, turned)
      if (piece !== undefined) pieces.add(piece)
    }
    return pieces.size === 0 ? '' : pathElement(classes, [...pieces].join(''))
  }
}

/** The dashes of all lines repeat within this length, so that a piece that starts at a multiple of it has them where the line has them. */
const DASHES_REPEAT = 180

/** An elbow, and the lengths along it between which its piece in a part is. */
interface Cut {
  readonly bends: Elbow
  readonly from: number
  readonly to: number
  /** The place of the bend at the end of the last stretch of the piece. */
  readonly last: number
}

/** Where an elbow first enters and last leaves a part; `undefined` if it misses it. */
function cutTo(part: Rect, bends: Elbow): Cut | undefined {
  let [x, y] = bends
  let length = 0
  let from = -1
  let to = 0
  let last = 0
  for (let place = 2; place < bends.length; place++) {
    const isDown = place % 2 === 0
    const [start, end] = [isDown ? y : x, bends[place]]
    const [low, high] = isDown ? [part.top, part.bottom] : [part.left, part.right]
    const isBeside = isDown ? x >= part.left && x <= part.right : y >= part.top && y <= part.bottom
    if (isBeside && Math.min(start, end) <= high && Math.max(start, end) >= low) {
      if (from < 0) from = length + Math.abs(clamped(start, low, high) - start)
      to = length + Math.abs(clamped(end, low, high) - start)
      last = place
    }
    length += Math.abs(end - start)
    if (isDown) y = end
    else x = end
  }
  return from < 0 ? undefined : { bends, from: Math.floor(from / DASHES_REPEAT) * DASHES_REPEAT, to, last }
}

function clamped(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

/** Whether two elbows have the same piece in a part, as those of one manager do that are further down. */
function isSame(a: Cut, b: Cut): boolean {
  if (a.from !== b.from || a.to !== b.to || a.last !== b.last) return false
  for (let place = 0; place < a.last; place++) if (a.bends[place] !== b.bends[place]) return false
  const start = a.bends[a.last - 2]
  return Math.sign(a.bends[a.last] - start) === Math.sign(b.bends[b.last] - start)
}

/** The data of a piece; `undefined` if it has no length. */
function pieceOf({ bends, from, to, last }: Cut, turned: boolean): string | undefined {
  let [x, y] = bends
  let length = 0
  let piece: number[] | undefined
  let sideways = false
  for (let place = 2; place <= last; place++) {
    const isDown = place % 2 === 0
    const [start, end] = [isDown ? y : x, bends[place]]
    const way = Math.sign(end - start)
    const next = length + Math.abs(end - start)
    if (piece === undefined && from < next) {
      const at = start + way * (from - length)
      piece = isDown ? [x, at] : [at, y]
      sideways = !isDown
    }
    piece?.push(start + way * (Math.min(to, next) - length))
    if (isDown) y = end
    else x = end
    length = next
  }
  return piece && pathOf(piece, turned, sideways)
}
