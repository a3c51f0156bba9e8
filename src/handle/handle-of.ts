import { stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'

/**
 * The handle of a role: its row number in input order, from 0 to one less than the org has roles.
 *
 * A handle is a plain number, so that millions of them fit into an `Int32Array`. It belongs to the org that gave
 * it: another org, or the same chart read again in another order, has other handles. A unit answers through its head.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @returns A whole number from 0.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, idOf } from 'rolegraph/handles'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     director: { reportsTo: 'ceo' },
 *     manager: { reportsTo: 'director' },
 *     analyst: { reportsTo: 'manager' },
 *     adviser: { dottedTo: 'manager' },
 *   },
 * })
 * console.log(handleOf(org, 'manager')) // => 2
 * console.log(idOf(org, 2)) // => manager
 * ```
 * @see {@link idOf}, the way back.
 */
export function handleOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
): number {
  return roleHandle(stateOf(org), role)
}
