import { NONE } from '../engine/columns.js'
import { stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'

/**
 * The solid manager of a role: the one role that it reports to.
 *
 * A unit answers through its head: "the PMO reports to X" means that the manager of its head is X. Dotted
 * managers are left out; {@link managersOf} has them. Holds in cycles too: each role has its own manager.
 * A role of a broken chart that reports to itself has none.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @returns The id of the manager, or `undefined` for a role at the top.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, managerOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { ceo: {}, director: { reportsTo: 'ceo' }, manager: { reportsTo: 'director' } },
 *   units: { pmo: { head: 'director' } },
 * })
 * console.log(managerOf(org, 'manager')) // => director
 * console.log(managerOf(org, 'pmo')) // => ceo
 * console.log(managerOf(org, 'ceo')) // => undefined
 * ```
 * @see {@link managementChainOf} for everyone above.
 */
export function managerOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
): Id | undefined {
  const state = stateOf(org)
  const handle = roleHandle(state, role)
  const manager = state.columns.manager[handle]
  return manager === NONE || manager === handle ? undefined : state.columns.ids[manager]
}
