import type { Chart } from './chart.js'
import { BOX_HEIGHT, BOX_WIDTH, type Point } from './layout.js'
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

/**
 * A line across the tree, from a role to a manager that it does not hang below, between the boxes: beside a box upwards,
 * and to the side in the room that each manager has above those below. It starts at the manager.
 */
export function acrossRoute(
  { parent, layer, root }: Chart,
  { x, y, railed }: PlacedTree,
  from: number,
  to: number,
): readonly Point[] {
  const lane = ((to % LANES) - (LANES - 1) / 2) * LANE
  const common = nearestCommon(from, to)
  const along = y[common] + ALONG + lane
  // One of them may be above the other; each of the others is led up to the room below the nearest that both are below.
  const up = common === to ? [] : climb(to, side(to, from), ENTERS)
  const down = common === from ? [] : climb(from, side(from, to), LEAVES)
  const start = up.length === 0 ? besideManager(to, down[down.length - 1][0], ENTERS) : up
  const end = down.length === 0 ? besideManager(from, up[up.length - 1][0], LEAVES) : down
  return withoutWayBack([...start, ...end.reverse()])

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
