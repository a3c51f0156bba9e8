import { type OrgState, stateOf } from '../engine/org-state.js'
import { ownHandle } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'
import { type CareerPathsOptions, type CheckedPathOptions, checkPathOptions } from './path-options.js'
import { type CareerPath, PathRecords } from './path-record.js'
import { pathSource } from './search/path-search.js'
import { borrowMemory, giveBack } from './search/search-memory.js'

/**
 * Returns an iterator over the paths from one role to another along career moves: every path that passes no role twice,
 * each once.
 *
 * The best path comes first, with the same ranking and ties as in {@link careerPath}. Each path is searched for on
 * demand, so the first of billions is there at once. With `order: 'any'` the paths come in input order, compared move by
 * move from the start, and `by` has no effect: this is the fastest way to list all paths, and takes hardly any memory.
 *
 * The arguments are checked when `careerPaths` is called, not at the first path. A `signal` is checked before each path;
 * once it is aborted, its reason is thrown. From a role to itself there is one path, without moves.
 *
 * Complexity: for each path of k moves, O(k) on a chart without cycles, at worst O(k × m log n) for n roles and m moves;
 * in best order, memory of O(k) per path returned.
 *
 * @param org The org.
 * @param from The id of a role; a unit has no career.
 * @param to The id of a role.
 * @param options As for {@link careerPath}, and `order`, `limit` and `signal`.
 * @returns An iterator of fresh objects, whose moves are frozen and shared; empty when there is no path. It can be read
 * only once.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_FAMILY`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { careerPaths, defineOrg } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     coordinator: { progressesTo: ['analyst', 'planner', 'manager'] },
 *     analyst: { progressesTo: ['manager', { to: 'planner', kind: 'lateral' }] },
 *     planner: { progressesTo: ['manager', { to: 'analyst', kind: 'lateral' }] },
 *     manager: {},
 *   },
 * })
 * for (const path of careerPaths(org, 'coordinator', 'manager', { limit: 2 })) console.log(path.roles.join(' → '))
 * // => coordinator → manager
 * // => coordinator → analyst → manager
 * console.log([...careerPaths(org, 'coordinator', 'manager')].length) // => 5
 * ```
 * @see {@link careerPath} for the best path only, {@link reachableFrom} for every role that can be reached.
 */
export function careerPaths<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  from: NoInfer<Id>,
  to: NoInfer<Id>,
  options?: CareerPathsOptions<NoInfer<Id>>,
): Generator<CareerPath<Id>, void, undefined> {
  const state = stateOf(org)
  const start = ownHandle(state, from)
  const goal = ownHandle(state, to)
  return pathsBetween(state, start, goal, checkPathOptions('careerPaths', state, options))
}

function* pathsBetween<Id extends string>(
  state: OrgState<Id>,
  from: number,
  to: number,
  options: CheckedPathOptions,
): Generator<CareerPath<Id>, void, undefined> {
  const { limit, signal } = options
  if (limit === 0) return
  signal?.throwIfAborted()
  const memory = borrowMemory(state)
  try {
    const paths = pathSource(state, from, to, options, memory)
    const records = new PathRecords(state, from)
    for (let count = 1; ; count++) {
      const moves = paths.next()
      if (moves === undefined) return
      yield records.of(moves)
      if (count === limit) return
      signal?.throwIfAborted()
    }
  } finally {
    giveBack(state, memory)
  }
}
