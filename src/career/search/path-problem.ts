import type { OrgState } from '../../engine/org-state.js'
import type { CheckedPathOptions } from '../path-options.js'
import { type CareerIndex, careerIndexOf } from './career-index.js'
import { MoveFilter } from './move-filter.js'
import { costWithin } from './year-costs.js'

/** Which moves a search may take, and what each costs. */
export interface MoveCosts {
  readonly index: CareerIndex
  readonly filter: MoveFilter
  /** By move; `undefined` if every move costs 1. */
  readonly costs: Float64Array | undefined
  /** The same for the moves into each role, in the order of the index. */
  readonly enterCosts: Float64Array | undefined
}

/** Which paths to find: between which roles, along which moves, at what cost. */
export interface PathProblem extends MoveCosts {
  readonly from: number
  readonly to: number
  /** The most that a path may cost. */
  readonly limit: number
  /** The most years that a path ranked by its number of moves may take, as a cost by years; `Infinity` for any. */
  readonly yearsLimit: number
}

/** A part of the chart in which paths are searched. */
export interface Subgraph {
  readonly problem: PathProblem
  /** All roles on paths that cost no more than this are in the subgraph. */
  readonly bound: number
  /** By role, the distance to the goal: exact for roles in the subgraph, for others more than the bound allows. */
  readonly remaining: Float64Array
}

/** The rest of a path up to the goal: the positions of its moves and their cost. */
export interface Completion {
  readonly moves: readonly number[]
  readonly cost: number
}

/** The problem stated by two different roles and the options of a query. Takes O(1) once the index is built. */
export function pathProblem(
  state: OrgState,
  from: number,
  to: number,
  options: CheckedPathOptions,
): PathProblem {
  const index = state.kept(careerIndexOf)
  const filter = new MoveFilter(state, { ...options, goal: to })
  const { by, order, maxYears } = options
  const hasYearsLimit = maxYears < Infinity
  const limit = costWithin(index, maxYears)
  const byYears = by === 'years' || (order === 'any' && hasYearsLimit)
  const costs = byYears ? byYearsCosts(index) : { costs: undefined, enterCosts: undefined }
  return {
    index,
    filter,
    ...costs,
    from,
    to,
    limit: byYears ? limit : Infinity,
    yearsLimit: byYears || !hasYearsLimit ? Infinity : limit,
  }
}

/** The costs of all moves by years. */
export function byYearsCosts({
  yearCost,
  enterYearCost,
}: CareerIndex): Pick<MoveCosts, 'costs' | 'enterCosts'> {
  return { costs: yearCost, enterCosts: enterYearCost }
}

export function costOf({ costs }: MoveCosts, move: number): number {
  return costs === undefined ? 1 : costs[move]
}

/** Whether an end of the path is a role to avoid, so that there is no path. */
export function isEndAvoided(from: number, to: number, { avoid }: CheckedPathOptions): boolean {
  return avoid?.has(from) === true || avoid?.has(to) === true
}
