import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'

/**
 * Returns the roles that a career move enters and none leaves: where careers end.
 *
 * Moves of every kind count, so a role with only a lateral move is not a dead end. A role without moves is not part of
 * any career and is left out, here and in {@link entryRolesOf}.
 *
 * Complexity: O(roles + moves).
 *
 * @param org The org.
 * @returns A fresh array of ids in input order.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { deadEndsOf, defineOrg } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { chief: {}, manager: { progressesTo: 'chief' }, analyst: { progressesTo: 'manager' }, sponsor: {} },
 * })
 * console.log(deadEndsOf(org)) // => [ 'chief' ]
 * ```
 * @see {@link entryRolesOf} for where careers begin, {@link crossCheck}.
 */
export function deadEndsOf<Id extends string>(org: Org<Id>): Id[] {
  const { ids, moves } = stateOf(org).columns
  const entered = new Set(moves.to)
  return ids.filter((_, handle) => entered.has(handle) && moves.start[handle] === moves.start[handle + 1])
}
