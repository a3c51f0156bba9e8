import { stateOf } from '../engine/org-state.js'
import { ownHandle } from '../engine/role-handle.js'
import { movesFrom } from '../engine/role-record.js'
import type { Move } from '../model/move.js'
import type { Org } from '../model/org.js'

/**
 * Returns the career moves out of a role: what comes next.
 *
 * Complexity: O(moves out of the role).
 *
 * @param org The org.
 * @param role The id of a role; a unit has no career.
 * @returns Fresh moves of every kind, in input order; empty if no move leaves the role.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, nextStepsOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     coordinator: { progressesTo: ['analyst', { to: 'projectManager', kind: 'transition', years: [1, 3] }] },
 *     analyst: {},
 *     projectManager: {},
 *   },
 * })
 * console.log(nextStepsOf(org, 'coordinator').map((move) => move.to)) // => [ 'analyst', 'projectManager' ]
 * console.log(nextStepsOf(org, 'coordinator')[1]?.years) // => [ 1, 3 ]
 * ```
 * @see {@link feedersOf} for the moves into a role, {@link reachableFrom} for every role that can be reached.
 */
export function nextStepsOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id>,
): Move<Id>[] {
  const state = stateOf(org)
  return movesFrom(state, ownHandle(state, role))
}
