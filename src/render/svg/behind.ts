import { meets, type Rect } from './box-index.js'

/** Something behind the boxes: all of it, or what may be seen of it in a part of the drawing, which is nothing (`''`) elsewhere. */
export type Behind = (part?: Rect) => string

/** How far strokes and arrowheads reach beyond the points of a line. */
const STROKE = 8

/** A rectangle with the strokes and arrowheads of what is in it. */
export function withStroke({ left, top, right, bottom }: Rect): Rect {
  return { left: left - STROKE, top: top - STROKE, right: right + STROKE, bottom: bottom + STROKE }
}

/** An element that is drawn whole in every part that its rectangle meets. */
export function wholeElement(element: string, rect: Rect): Behind {
  const drawn = withStroke(rect)
  return (part) => (part === undefined || meets(drawn, part) ? element : '')
}

/** The rectangle around some points: each an x, then a y. */
export function around(...points: readonly number[]): Rect {
  const xs = points.filter((_, place) => place % 2 === 0)
  const ys = points.filter((_, place) => place % 2 === 1)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}
