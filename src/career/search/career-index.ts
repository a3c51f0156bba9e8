import type { OrgState } from '../../engine/org-state.js'

/** The finest step in which years are compared: a multiple of 12 a year, so that months add up exactly. */
const FINEST_YEAR = 1_200_000

/**
 * Career moves, ready for searching: by the role that they leave and by the role that they enter, with what
 * each costs. A move is known by its position, which is its place in input order.
 */
export interface CareerIndex {
  /** How many roles there are. */
  readonly count: number
  /** The moves out of a role are those from `start[role]` to before `start[role + 1]`. */
  readonly start: Int32Array
  readonly to: Int32Array
  /** The moves into a role are `entering[enterStart[role]]` to before `entering[enterStart[role + 1]]`. */
  readonly enterStart: Int32Array
  readonly entering: Int32Array
  /** The role that each of the entering moves leaves. */
  readonly feeder: Int32Array
  /** The {@link yearCost} of each of the entering moves: a search against the moves then reads neighbouring cells. */
  readonly enterYearCost: Float64Array
  /**
   * What each move costs by years: its least years in whole steps times {@link yearStep}, plus 1. Sums are whole
   * numbers that stay exact, and of two paths of the same years the one of fewer moves costs less.
   */
  readonly yearCost: Float64Array
  /** More than the moves of any two paths together: what the smallest step of years costs. */
  readonly yearStep: number
  /** How many steps of {@link yearStep} there are in a year. */
  readonly stepsAYear: number
  /** What the cheapest move costs by years. */
  readonly leastYearCost: number
  /** Whole steps of {@link yearStep}: the cost by years of every move, less 1, is a multiple of this. */
  readonly yearGrid: number
  /** A quarter of what a usual move costs by years, or the grid: by how much a search first raises its bound. */
  readonly leastSlack: number
}

/** Builds the index in O(roles and moves). */
export function careerIndexOf(state: OrgState): CareerIndex {
  const { count, moves } = state.columns
  const size = moves.to.length
  // Where there is no move, the columns have no starts.
  const start = size === 0 ? new Int32Array(count + 1) : moves.start
  const from = new Int32Array(size)
  for (let role = 0; role < count; role++) from.fill(role, start[role], start[role + 1])
  const byTarget = movesByTarget(count, from, moves.to)
  const costs = yearCosts(count, from, moves.years)
  return {
    count,
    start,
    to: moves.to,
    ...byTarget,
    ...costs,
    enterYearCost: Float64Array.from(byTarget.entering, (move) => costs.yearCost[move]),
  }
}

function movesByTarget(
  count: number,
  from: Int32Array,
  to: Int32Array,
): Pick<CareerIndex, 'enterStart' | 'entering' | 'feeder'> {
  const enterStart = new Int32Array(count + 1)
  for (let move = 0; move < to.length; move++) enterStart[to[move] + 1]++
  for (let role = 0; role < count; role++) enterStart[role + 1] += enterStart[role]
  const next = enterStart.slice(0, count)
  const entering = new Int32Array(to.length)
  const feeder = new Int32Array(to.length)
  for (let move = 0; move < to.length; move++) {
    const at = next[to[move]]++
    entering[at] = move
    feeder[at] = from[move]
  }
  return { enterStart, entering, feeder }
}

function yearCosts(
  count: number,
  from: Int32Array,
  years: readonly (readonly [number, number] | undefined)[],
): Pick<CareerIndex, 'yearCost' | 'yearStep' | 'stepsAYear' | 'leastYearCost' | 'yearGrid' | 'leastSlack'> {
  const longest = new Float64Array(count)
  let known = 0
  let sum = 0
  for (let move = 0; move < from.length; move++) {
    const least = years[move]?.[0] ?? 0
    if (least > longest[from[move]]) longest[from[move]] = least
    if (least > 0) known++
    sum += least
  }
  // A path leaves each role at most once, so that no path takes longer than this. Searches add up two paths.
  const longestPath = longest.reduce((total, least) => total + least, 0)
  const yearStep = 2 ** Math.ceil(Math.log2(2 * count + 2))
  const room = Number.MAX_SAFE_INTEGER / (2 * yearStep * Math.max(longestPath, 1))
  let stepsAYear = FINEST_YEAR
  while (stepsAYear > room && stepsAYear > 12) stepsAYear /= 10
  // Beyond that the chart is about millions of years: any step will do that keeps the sums finite and whole.
  if (stepsAYear > room) stepsAYear = room
  let leastYearCost = Infinity
  let grid = 0
  const yearCost = Float64Array.from(from, (_, move) => {
    const steps = Math.floor((years[move]?.[0] ?? 0) * stepsAYear + 0.5)
    const cost = steps * yearStep + 1
    leastYearCost = Math.min(leastYearCost, cost)
    grid = greatestCommonDivisor(steps, grid)
    return cost
  })
  const yearGrid = Math.max(1, grid) * yearStep
  const usual = known === 0 ? 0 : (sum / known / 4) * stepsAYear
  const leastSlack = Math.max(yearGrid, Math.floor(usual) * yearStep)
  return { yearCost, yearStep, stepsAYear, leastYearCost, yearGrid, leastSlack }
}

/** Of two whole numbers; 0 is a multiple of every number. */
function greatestCommonDivisor(one: number, other: number): number {
  let [a, b] = [one, other]
  while (b !== 0) [a, b] = [b, a % b]
  return a
}
