import { type OrgState, stateOf } from '../engine/org-state.js'
import { ownHandle } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'
import { type CareerPathOptions, type CheckedPathOptions, checkPathOptions } from './path-options.js'
import { type CareerPath, PathRecords } from './path-record.js'
import { BoundedSubgraph } from './search/bidirectional-dijkstra.js'
import { PathCompletion } from './search/path-completion.js'
import { isEndAvoided, pathProblem } from './search/path-problem.js'
import { borrowMemory, giveBack } from './search/search-memory.js'
import { yearsLimitOf } from './search/years-limit.js'

/**
 * Returns the best path from one role to another along career moves.
 *
 * The best path has the fewest moves or, by `'years'`, the smallest sum of the least years of its moves. Ties go to the
 * path with fewer moves, then to the one whose moves come first in input order, compared from the start. A move without
 * years counts as 0 years; `yearsUnknown` of the result counts such moves. A path passes no role twice. From a role to
 * itself the path has no moves.
 *
 * `avoid` applies to the whole path, so there is none from or to an avoided role; `families` applies to the roles
 * between its ends.
 *
 * Years are added up exactly: moves of 0.1 and 0.2 years are within a `maxYears` of 0.3, and seven of 1/7 take a year.
 * They are rounded only if the years of an org have no common denominator: to steps of less than a minute, or a few days
 * on a chart of a million roles.
 *
 * Complexity: at worst O(n + m log n) for n roles and m moves; the search goes from both ends and usually reaches a small
 * part of the chart. `maxYears` with `'steps'`: O(m × k) for a path of k moves.
 *
 * @param org The org.
 * @param from The id of a role; a unit has no career.
 * @param to The id of a role.
 * @param options `by`: `'steps'` (the default) or `'years'`; `avoid` roles; `families` to pass through; kinds of
 * `moves`; `maxYears`: the largest sum of the least years.
 * @returns A fresh object, whose moves are frozen and shared; `undefined` when there is no path.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_FAMILY`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { careerPath, defineOrg } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     coordinator: { progressesTo: [{ to: 'manager', years: [6] }, { to: 'analyst', years: [1, 3] }] },
 *     analyst: { progressesTo: [{ to: 'manager', years: [2, 4] }] },
 *     manager: {},
 *   },
 * })
 * console.log(careerPath(org, 'coordinator', 'manager')?.roles) // => [ 'coordinator', 'manager' ]
 * const quickest = careerPath(org, 'coordinator', 'manager', { by: 'years' })
 * console.log(quickest?.roles) // => [ 'coordinator', 'analyst', 'manager' ]
 * console.log(quickest?.years) // => [ 3, 7 ]
 * console.log(careerPath(org, 'manager', 'analyst')) // => undefined
 * ```
 * @see {@link careerPaths} for more than one path, {@link careerGap} for what a path requires.
 */
export function careerPath<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  from: NoInfer<Id>,
  to: NoInfer<Id>,
  options?: CareerPathOptions<NoInfer<Id>>,
): CareerPath<Id> | undefined {
  return bestCareerPath('careerPath', org, from, to, options)
}

/** Finds the best path for any query; messages name `caller`. */
export function bestCareerPath<Id extends string, Unit extends string>(
  caller: string,
  org: Org<Id, Unit>,
  from: NoInfer<Id>,
  to: NoInfer<Id>,
  options: CareerPathOptions<NoInfer<Id>> | undefined,
): CareerPath<Id> | undefined {
  const state = stateOf(org)
  const start = ownHandle(state, from)
  const goal = ownHandle(state, to)
  const moves = bestMoves(state, start, goal, { ...checkPathOptions(caller, state, options), order: 'best' })
  return moves && new PathRecords(state, start).of(moves)
}

/** Separate from the listing of paths, so that an app that needs only the best path does not load that code. */
function bestMoves(
  state: OrgState,
  from: number,
  to: number,
  options: CheckedPathOptions,
): readonly number[] | undefined {
  if (isEndAvoided(from, to, options)) return undefined
  if (from === to) return []
  const problem = pathProblem(state, from, to, options)
  const memory = borrowMemory(state)
  try {
    const subgraph = new BoundedSubgraph(problem, memory)
    subgraph.search(1)
    if (subgraph.best === Infinity) return undefined
    return new PathCompletion(subgraph, memory, yearsLimitOf(problem)).of(from, 0, 0)?.moves
  } finally {
    giveBack(state, memory)
  }
}
