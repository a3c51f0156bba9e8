import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'

/**
 * Whether a value is the id of a role; it narrows the type to the ids of the org.
 *
 * Ids are exact text: `'Lead'` is not `'lead'`, and `'7'` is not `'007'`. The id of a unit is no role, and what
 * is no string is simply `false`.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param x Anything, usually text from outside.
 * @returns Whether the org has a role with this id.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, isRole, managerOf } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * const typed: string = 'analyst'
 * if (isRole(org, typed)) console.log(managerOf(org, typed)) // => lead
 * console.log(isRole(org, 'analist')) // => false
 * console.log(isRole(org, 'constructor')) // => false
 * ```
 * @see {@link isUnit}; {@link findRoles} looks up names instead of ids.
 */
export function isRole<Id extends string, Unit extends string>(org: Org<Id, Unit>, x: unknown): x is Id {
  const state = stateOf(org)
  return typeof x === 'string' && state.columns.handles.has(x)
}
