import { careerIndexOf } from './career-index.js'
import { MoveFilter } from './move-filter.js'
import type { OrgState } from '../../engine/org-state.js'
import { type MoveCosts, moveCosts } from './search-ball.js'
import type { SearchEnds } from './search-range.js'
import { YearsBudget } from './years-budget.js'
import type { CheckedPathOptions } from '../path-options.js'

/** What a search for paths between two roles goes by. */
export interface SearchTerms {
  readonly moves: MoveCosts
  readonly ends: SearchEnds
  /** Bounds the years of a search by steps. */
  readonly budget: YearsBudget | undefined
}

/** Of two different roles, whose options are checked. O(1), but for a budget. */
export function searchTerms(
  state: OrgState,
  from: number,
  to: number,
  options: CheckedPathOptions,
): SearchTerms {
  const index = state.kept(careerIndexOf)
  const { by, order, maxYears } = options
  const filter = new MoveFilter(state, { ...options, goal: to })
  const isBounded = maxYears < Infinity
  // Beside the whole steps of years the limit has room for the moves of any path.
  const limit = Math.round(maxYears * index.stepsAYear) * index.yearStep + (index.yearStep - 1)
  const byYears = by === 'years' || (order === 'any' && isBounded)
  const moves = moveCosts(index, filter, byYears)
  const ends = { from, to, limit: byYears ? limit : Infinity }
  return { moves, ends, budget: byYears || !isBounded ? undefined : new YearsBudget(moves, ends, limit) }
}

/** Whether an end of the way is a role to avoid, so that there is none. */
export function isEndAvoided(from: number, to: number, { avoid }: CheckedPathOptions): boolean {
  return avoid?.has(from) === true || avoid?.has(to) === true
}
