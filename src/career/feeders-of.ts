import { careerIndexOf } from './search/career-index.js'
import { stateOf } from '../engine/org-state.js'
import { ownHandle } from '../engine/role-handle.js'
import { moveRecord } from '../engine/role-record.js'
import type { Move } from '../model/move.js'
import type { Org } from '../model/org.js'

/**
 * Returns the career moves into a role: where its holders come from.
 *
 * Complexity: O(moves into the role), after one pass over the moves of the org.
 *
 * @param org The org.
 * @param role The id of a role; a unit has no career.
 * @returns Fresh moves of every kind, in the input order of the roles that they leave; empty if no move enters the role.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, feedersOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { manager: {}, analyst: { progressesTo: 'manager' }, coordinator: { progressesTo: 'manager' } },
 * })
 * console.log(feedersOf(org, 'manager').map((move) => move.from)) // => [ 'analyst', 'coordinator' ]
 * ```
 * @see {@link nextStepsOf} for the moves out of a role.
 */
export function feedersOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id>,
): Move<Id>[] {
  const state = stateOf(org)
  const handle = ownHandle(state, role)
  const { enterStart, entering, feeder } = state.kept(careerIndexOf)
  const moves: Move<Id>[] = []
  for (let at = enterStart[handle]; at < enterStart[handle + 1]; at++) {
    moves.push(moveRecord(state, feeder[at], entering[at]))
  }
  return moves
}
