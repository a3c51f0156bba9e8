import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'

/**
 * Returns the roles that a career move leaves and none enters: where careers begin.
 *
 * Moves of every kind count. A role without moves is not part of any career and is left out, here and in
 * {@link deadEndsOf}.
 *
 * Complexity: O(roles + moves).
 *
 * @param org The org.
 * @returns A fresh array of ids in input order.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, entryRolesOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { chief: {}, manager: { progressesTo: 'chief' }, analyst: { progressesTo: 'manager' }, sponsor: {} },
 * })
 * console.log(entryRolesOf(org)) // => [ 'analyst' ]
 * ```
 * @see {@link deadEndsOf} for where careers end, {@link feedersOf}.
 */
export function entryRolesOf<Id extends string>(org: Org<Id>): Id[] {
  const { ids, moves } = stateOf(org).columns
  if (moves.to.length === 0) return []
  const entered = new Set(moves.to)
  return ids.filter((_, handle) => !entered.has(handle) && moves.start[handle] < moves.start[handle + 1])
}
