import { MoveFilter } from './search/move-filter.js'
import { stateOf } from '../engine/org-state.js'
import { ownHandle } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'
import { checkMoveOptions, type MoveOptions } from './path-options.js'

/**
 * Returns every role that can be reached from a role along career moves, by number of moves, then in input order.
 *
 * The role itself is left out, even on a cycle. With `families` only roles of these families are entered; an avoided
 * role is neither entered nor left.
 *
 * Complexity: O(roles and moves reached).
 *
 * @param org The org.
 * @param role The id of a role; a unit has no career.
 * @param options `avoid` roles; `families` to enter; kinds of `moves` to take.
 * @returns A fresh array of ids; empty if no move leads on.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_FAMILY`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, reachableFrom } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     coordinator: { progressesTo: ['analyst', { to: 'projectManager', kind: 'transition' }] },
 *     analyst: { progressesTo: ['manager', { to: 'coordinator', kind: 'lateral' }] },
 *     projectManager: {},
 *     manager: {},
 *   },
 * })
 * console.log(reachableFrom(org, 'coordinator')) // => [ 'analyst', 'projectManager', 'manager' ]
 * console.log(reachableFrom(org, 'coordinator', { moves: ['advancement'] })) // => [ 'analyst', 'manager' ]
 * ```
 * @see {@link nextStepsOf} for the moves out of a role, {@link careerPath} for the path to another one.
 */
export function reachableFrom<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id>,
  options?: MoveOptions<NoInfer<Id>>,
): Id[] {
  const state = stateOf(org)
  const { ids, moves } = state.columns
  const start = ownHandle(state, role)
  const limits = checkMoveOptions('reachableFrom', state, options)
  const reached: number[] = []
  if (moves.to.length === 0 || limits.avoid?.has(start) === true) return []
  const filter = new MoveFilter(state, limits)
  const seen = new Set([start])
  for (let from = start, next = 0; ; from = reached[next++]) {
    for (let edge = moves.start[from]; edge < moves.start[from + 1]; edge++) {
      const to = moves.to[edge]
      if (seen.has(to) || !filter.admits(edge)) continue
      seen.add(to)
      reached.push(to)
    }
    if (next === reached.length) break
  }
  return reached.map((handle) => ids[handle])
}
