import { arrowHead } from './arrow-head.js'
import type { Chart } from './chart.js'
import { BOX_HEIGHT, BOX_WIDTH } from './layout.js'
import { type PlacedTree, RAIL } from './placed-tree.js'

/** How far from a box lines run up and down, in the middle of the least gap between two. */
const BESIDE = 12
/** How far below a manager lines run to the sides, between the bus and the boxes below. */
const ALONG = BOX_HEIGHT + 46
/** Lines to different managers run beside each other, as far as there is room. */
const LANES = 4
const LANE = 4
const LEAVES = BOX_HEIGHT / 2 + 14
const ENTERS = BOX_HEIGHT / 2 - 14
const CORNER = 8

type Point = readonly [x: number, y: number]

/**
 * A line across the tree, from a role to a manager that it does not hang below, between the boxes: beside a box upwards,
 * and to the side in the room that each manager has above those below. It is written from the manager on, so that
 * the dashes of lines to one manager fall together where the lines do.
 */
export function acrossRoute(
  { parent, layer, root }: Chart,
  { x, y, railed }: PlacedTree,
  from: number,
  to: number,
): readonly [path: string, head: string] {
  const lane = ((to % LANES) - (LANES - 1) / 2) * LANE
  const common = nearestCommon(from, to)
  const along = y[common] + ALONG + lane
  const reversed = common === from
  // One of them may be above the other; each of the others is led up to the room below the nearest that both are below.
  const up = common === to ? [] : climb(to, side(to, from), ENTERS)
  const down = reversed ? [] : climb(from, side(from, to), LEAVES)
  const start = up.length === 0 ? besideManager(to, down[down.length - 1][0], ENTERS) : up
  const end = down.length === 0 ? besideManager(from, up[up.length - 1][0], LEAVES) : down
  const points = [...start, ...end.reverse()]
  const [[boxX], [nextX]] = start
  return [rounded(withoutWayBack(points)), arrowHead(boxX, y[to] + ENTERS, nextX > boxX ? -1 : 1)]

  function nearestCommon(a: number, b: number): number {
    let [one, other] = [a, b]
    while (one !== other) {
      if (layer[one] >= layer[other] && one !== root) one = parent[one]
      else other = parent[other]
    }
    return one
  }

  /** The side of a box on which the other one is; the right one where they stand below each other. */
  function side(row: number, other: number): 1 | -1 {
    return x[other] < x[row] ? -1 : 1
  }

  /** Out of a box and up past those above it. */
  function climb(row: number, towards: 1 | -1, height: number): Point[] {
    let at = besideBox(row, towards)
    const points: Point[] = [
      [x[row] + (towards === 1 ? BOX_WIDTH : 0), y[row] + height],
      [at, y[row] + height],
    ]
    for (let above = parent[row]; above !== common; above = parent[above]) {
      if (at < x[above] - BESIDE / 2 || at > x[above] + BOX_WIDTH + BESIDE / 2) continue
      const room = y[above] + ALONG + lane
      points.push([at, room])
      at = besideBox(above, towards)
      points.push([at, room])
    }
    return [...points, [at, along]]
  }

  function besideBox(row: number, towards: 1 | -1): number {
    return towards === 1
      ? x[row] + BOX_WIDTH + BESIDE + lane
      : x[row] - (railed[row] === 1 ? RAIL : 0) - BESIDE + lane
  }

  /** Into the manager that the other one is below, on the side on which the line comes up. */
  function besideManager(row: number, comesUpAt: number, height: number): Point[] {
    const towards = comesUpAt < x[row] + BOX_WIDTH / 2 ? -1 : 1
    const beside = besideBox(row, towards)
    const at = towards === 1 ? Math.max(beside, comesUpAt) : Math.min(beside, comesUpAt)
    return [
      [x[row] + (towards === 1 ? BOX_WIDTH : 0), y[row] + height],
      [at, y[row] + height],
      [at, along],
    ]
  }
}

/** Two boxes beside one gap need not be joined by way of the room above. */
function withoutWayBack(points: readonly Point[]): readonly Point[] {
  return points.filter(([x], place) => {
    const before = points[place - 1] as Point | undefined
    const after = points[place + 1] as Point | undefined
    return before?.[0] !== x || after?.[0] !== x
  })
}

function rounded(points: readonly Point[]): string {
  let [lastX, lastY] = points[0]
  let path = `M${lastX} ${lastY}`
  for (const [place, [x, y]] of points.entries()) {
    if (place === 0) continue
    const next = points[place + 1] as Point | undefined
    if (next === undefined) return `${path}L${x} ${y}`
    const reach = Math.min(
      CORNER,
      Math.hypot(x - lastX, y - lastY) / 2,
      Math.hypot(next[0] - x, next[1] - y) / 2,
    )
    const [toX, toY] = towards([x, y], [lastX, lastY], reach)
    const [onX, onY] = towards([x, y], next, reach)
    path += `L${toX} ${toY}Q${x} ${y} ${onX} ${onY}`
    ;[lastX, lastY] = [x, y]
  }
  return path
}

/** A point so far from one on the way to another; they differ in one direction alone. */
function towards([x, y]: Point, [otherX, otherY]: Point, reach: number): Point {
  return [x + Math.sign(otherX - x) * reach, y + Math.sign(otherY - y) * reach]
}
