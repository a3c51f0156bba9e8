import type { Chart } from './chart.js'
import { BOX_HEIGHT, BOX_WIDTH, type PlacedTree, type Point } from './layout.js'

/** How far from a box vertical lines run: in the middle of the smallest gap between two boxes. */
const BESIDE = 12
/** How far below the bus horizontal lines run: between it and the boxes below. */
const BELOW_BUS = 14
/** Lines to different managers, and of different names, run in separate lanes, as many as fit. */
const LANES = 3
const LANE = 6
const LEAVES = BOX_HEIGHT / 2 + 14
const ENTERS = BOX_HEIGHT / 2 - 14

/** How far a lane is from the middle of a gap. */
export function laneOf(number: number): number {
  return (((number + LANES) % LANES) - (LANES - 1) / 2) * LANE
}

/**
 * A line across the tree, from a role to a manager that it is not placed below. It runs between the boxes: upwards next
 * to boxes, and sideways in the space between a manager and its reports. The first point is at the manager.
 */
export function acrossRoute(
  { parent, layer, root }: Chart,
  { x, y, bus, edgeLeft, edgeRight }: PlacedTree,
  from: number,
  to: number,
  lane: number,
): readonly Point[] {
  const common = nearestCommon(from, to)
  const along = bus[common] + BELOW_BUS + lane
  // Unless one is above the other, both ends are led up to the space below their nearest common manager.
  const up = common === to ? [] : climb(to, side(to, from), ENTERS)
  const down = common === from ? [] : climb(from, side(from, to), LEAVES)
  const start = up.length === 0 ? besideManager(to, down[down.length - 1][0], ENTERS) : up
  const end = down.length === 0 ? besideManager(from, up[up.length - 1][0], LEAVES) : down
  return withoutDetour([...start, ...end.reverse()])

  function nearestCommon(a: number, b: number): number {
    let [one, other] = [a, b]
    while (one !== other) {
      if (layer[one] >= layer[other] && one !== root) one = parent[one]
      else other = parent[other]
    }
    return one
  }

  /** The side of a box on which the other box is; the right side if one is below the other or both are in one column. */
  function side(row: number, other: number): 1 | -1 {
    return edgeLeft[other] < edgeLeft[row] && edgeRight[other] < edgeRight[row] ? -1 : 1
  }

  /** Out of a box and up past the boxes above it. */
  function climb(row: number, towards: 1 | -1, height: number): Point[] {
    let at = besideBox(row, towards)
    const points: Point[] = [
      [x[row] + (towards === 1 ? BOX_WIDTH : 0), y[row] + height],
      [at, y[row] + height],
    ]
    for (let above = parent[row]; above !== common; above = parent[above]) {
      if (at < x[above] - BESIDE / 2 || at > x[above] + BOX_WIDTH + BESIDE / 2) continue
      const room = bus[above] + BELOW_BUS + lane
      points.push([at, room])
      at = besideBox(above, towards)
      points.push([at, room])
    }
    return [...points, [at, along]]
  }

  function besideBox(row: number, towards: 1 | -1): number {
    return towards === 1 ? edgeRight[row] + BESIDE + lane : edgeLeft[row] - BESIDE + lane
  }

  /** Into a manager that is above the other end, on the side where the line comes up. */
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

/** Two boxes at the same gap are connected within it, not by the space above. */
function withoutDetour(points: readonly Point[]): readonly Point[] {
  return points.filter(([x], place) => {
    const before = points[place - 1] as Point | undefined
    const after = points[place + 1] as Point | undefined
    return before?.[0] !== x || after?.[0] !== x
  })
}
