import { stateOf } from '../engine/org-state.js'
import { ownHandle } from '../engine/role-handle.js'
import { roleRecord } from '../engine/role-record.js'
import type { Org } from '../model/org.js'
import type { Role } from '../model/role.js'

/**
 * Returns everything that the org has on one role.
 *
 * Complexity: O(lines and moves of the role).
 *
 * @param org The org.
 * @param role The id of a role; for a unit, see {@link unitOf}.
 * @returns A fresh object; changing it changes nothing else.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, roleOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { lead: { title: 'PMO Lead', grade: 5 }, analyst: { title: 'PMO Analyst', reportsTo: 'lead' } },
 * })
 * console.log(roleOf(org, 'analyst').title) // => PMO Analyst
 * console.log(roleOf(org, 'analyst').reportsTo) // => lead
 * ```
 */
export function roleOf<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  role: NoInfer<Id>,
): Role<Id, Unit, Data, Person> {
  const state = stateOf(org)
  // The definition has checked that every holder is one of the people.
  return roleRecord(state, ownHandle(state, role)) as Role<Id, Unit, Data, Person>
}

/**
 * Returns the ids of all roles, in input order.
 *
 * For an org from {@link defineOrg} that is the order of the keys (JavaScript puts keys that look like array indexes
 * first); for one from {@link orgFromRecords} it is the order of the records.
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

/**
 * Whether a value is the id of a role. Narrows the type to the ids of the org.
 *
 * Ids are exact text: `'Lead'` is not `'lead'`, and `'7'` is not `'007'`. The id of a unit is not a role; anything
 * but a string gives `false`.
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
 * @see {@link isUnit}; {@link find} looks up names instead of ids.
 */
export function isRole<Id extends string, Unit extends string>(org: Org<Id, Unit>, x: unknown): x is Id {
  const state = stateOf(org)
  return typeof x === 'string' && state.columns.handles.has(x)
}
