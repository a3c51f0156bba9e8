import { sourcesOf } from '../../engine/edges.js'
import type { OrgState } from '../../engine/org-state.js'
import { type YearCosts, yearCostsOf } from './year-costs.js'

/**
 * The career moves, indexed for searches by the role they leave and by the role they enter, with their costs. A move is
 * identified by its position in input order.
 */
export interface CareerIndex extends YearCosts {
  /** The number of roles. */
  readonly count: number
  /** The moves out of a role are at `start[role]` up to, not including, `start[role + 1]`. */
  readonly start: Int32Array
  readonly to: Int32Array
  /** The moves into a role are `entering[enterStart[role]]` up to, not including, `entering[enterStart[role + 1]]`. */
  readonly enterStart: Int32Array
  readonly entering: Int32Array
  /** The role that each of the entering moves leaves. */
  readonly feeder: Int32Array
  /** The {@link yearCost} of each of the entering moves, so that a search against the moves reads neighbouring cells. */
  readonly enterYearCost: Float64Array
}

/** Builds the index in O(roles + moves). */
export function careerIndexOf(state: OrgState): CareerIndex {
  const { count, moves } = state.columns
  const size = moves.to.length
  // Without moves, the columns have no starts.
  const start = size === 0 ? new Int32Array(count + 1) : moves.start
  const from = sourcesOf(count, moves)
  const byTarget = movesByTarget(count, from, moves.to)
  const costs = yearCostsOf(count, from, moves.years)
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
