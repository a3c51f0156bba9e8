import type { CareerWorkspace } from './career-workspace.js'
import { type MoveCosts, SearchBall } from './search-ball.js'

/** From where to where a search goes, and how dear a path may be. */
export interface SearchEnds {
  readonly from: number
  readonly to: number
  readonly limit: number
}

/** A part of the chart, with the exact distance to the goal of each role in it. */
export interface SearchRange {
  readonly moves: MoveCosts
  readonly ends: SearchEnds
  /** Every path that costs no more than this is in the range, as are the distances of the roles on it. */
  readonly width: number
  /** The distance to the goal by role; for roles out of the range too much, or `Infinity`. */
  readonly remaining: Float64Array
}

/** Everything from which the goal is reached, but for what the start does not reach by its component. */
export function wholeRange(
  moves: MoveCosts,
  ends: SearchEnds,
  workspace: CareerWorkspace,
  components: Int32Array,
): SearchRange {
  const back = new SearchBall(moves, false, workspace.back, ends.to, ends.from)
  back.exhaust(components)
  return { moves, ends, width: ends.limit, remaining: back.distances.of }
}
