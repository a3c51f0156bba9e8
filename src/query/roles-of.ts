import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'

/**
 * The ids of all roles, in input order.
 *
 * For an org of {@link defineOrg} that is the order of the keys, in which JavaScript puts keys that look like
 * array indexes first; for one of {@link orgFromRecords} it is the order of the records.
 *
 * Complexity: O(roles).
 *
 * @param org The org.
 * @returns A fresh array.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, rolesOf } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * console.log(rolesOf(org)) // => [ 'lead', 'analyst' ]
 * ```
 * @see {@link unitsOf}, {@link roleOf}.
 */
export function rolesOf<Id extends string, Unit extends string>(org: Org<Id, Unit>): Id[] {
  return stateOf(org).columns.ids.slice()
}
