import { stateOf } from '../engine/org-state.js'
import { ownHandle } from '../engine/role-handle.js'
import { roleRecord } from '../engine/role-record.js'
import type { Org } from '../model/org.js'
import type { Role } from '../model/role.js'

/**
 * Everything that the org says of one role.
 *
 * Complexity: O(lines and moves of the role).
 *
 * @param org The org.
 * @param role The id of a role (a unit has `unitOf`… for its own record).
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
export function roleOf<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
  role: NoInfer<Id>,
): Role<Id, Unit, Data> {
  const state = stateOf(org)
  return roleRecord(state, ownHandle(state, role))
}
