import { meets, type Point, type Rect } from './layout.js'

const CORNER = 8

/**
 * Adds the visible pieces of a line of horizontal and vertical parts. Each piece is a separate path: a straight part, cut
 * off at the edge of the view, or a rounded corner. Lines that run together share pieces, so that thousands of lines are
 * drawn once and their dashes coincide.
 */
export function addPieces(points: readonly Point[], view: Rect, pieces: Set<string>): void {
  let [x, y] = points[0]
  for (let place = 1; place < points.length; place++) {
    const corner = points[place]
    const next = points[place + 1] as Point | undefined
    const reach =
      next === undefined ? 0 : Math.min(CORNER, apart([x, y], corner) / 2, apart(corner, next) / 2)
    const [endX, endY] = towards(corner, [x, y], reach)
    addStraight([x, y], [endX, endY], view, pieces)
    if (next === undefined) return
    ;[x, y] = towards(corner, next, reach)
    if (meets(rectOf([endX, endY], [x, y]), view)) {
      pieces.add(`M${endX} ${endY}Q${corner[0]} ${corner[1]} ${x} ${y}`)
    }
  }
}

function addStraight(from: Point, to: Point, view: Rect, pieces: Set<string>): void {
  if (!meets(rectOf(from, to), view)) return
  const [x1, y1] = within(from, view, from[0] !== to[0])
  const [x2, y2] = within(to, view, from[0] !== to[0])
  pieces.add(`M${x1} ${y1}L${x2} ${y2}`)
}

function within([x, y]: Point, { left, top, right, bottom }: Rect, isHorizontal: boolean): Point {
  return isHorizontal ? [Math.min(Math.max(x, left), right), y] : [x, Math.min(Math.max(y, top), bottom)]
}

function rectOf([x1, y1]: Point, [x2, y2]: Point): Rect {
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) }
}

function apart([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.abs(x1 - x2) + Math.abs(y1 - y2)
}

/** A point at a distance from one point towards another. */
function towards([x, y]: Point, [otherX, otherY]: Point, reach: number): Point {
  return [x + Math.sign(otherX - x) * reach, y + Math.sign(otherY - y) * reach]
}
