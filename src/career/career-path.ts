import { type OrgState, stateOf } from '../engine/org-state.js'
import { ownHandle } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'
import { type CareerPathOptions, type CheckedPathOptions, checkPathOptions } from './path-options.js'
import { type CareerPath, PathRecords } from './path-record.js'
import { BoundedSubgraph } from './search/bounded-subgraph.js'
import { PathCompletion } from './search/path-completion.js'
import { isEndAvoided, pathProblem } from './search/path-problem.js'
import { borrowMemory, giveBack } from './search/search-memory.js'
import { yearsLimitOf } from './search/years-limit.js'

/**
 * The best way from one role to another along career moves.
 *
 * Best is the fewest moves, or by `'years'` the fewest years: the least years of each move, added up. Of equally
 * good ways the one with fewer moves comes first, then the one whose moves stand first in the input, compared
 * from the start. A move without years counts as 0 years; `yearsUnknown` of the answer says how many there are.
 * No role is passed twice, so that cycles do no harm. From a role to itself the way has no moves.
 *
 * `avoid` holds for the whole way, so that there is none to or from an avoided role; `families` holds for the
 * roles in between. Years are compared in steps much finer than a day, on a chart of a million roles in steps of
 * a few days.
 *
 * Complexity: O(roles + moves × log roles) at worst; a search from both ends usually sees a small part of
 * the chart. `maxYears` with `'steps'`: O(moves × length of the way).
 *
 * @param org The org.
 * @param from The id of a role; a unit has no career.
 * @param to The id of a role.
 * @param options `by`: `'steps'` (the default) or `'years'`; `avoid` roles; `families` to pass through; kinds of
 * `moves`; `maxYears`: a bound on the least years of the way.
 * @returns A fresh object, or `undefined` when there is no way.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_FAMILY`, `INVALID_OPTION`, `INVALID_ARGUMENT`, `NOT_AN_ORG`.
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
 * @see {@link careerPaths} for more than one way, {@link careerGap} for what it asks for.
 */
export function careerPath<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  from: NoInfer<Id>,
  to: NoInfer<Id>,
  options?: CareerPathOptions<NoInfer<Id>>,
): CareerPath<Id> | undefined {
  const state = stateOf(org)
  const start = ownHandle(state, from)
  const goal = ownHandle(state, to)
  const moves = bestMoves(state, start, goal, { ...checkPathOptions(state, options), order: 'best' })
  return moves && new PathRecords(state, start).of(moves)
}

/** Apart from the listing of paths, so that an app that asks for the best one only does not load it. */
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
