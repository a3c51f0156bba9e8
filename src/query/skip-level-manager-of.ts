import { NONE } from '../engine/columns.js'
import { stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'

/**
 * The manager of a role's manager, along solid lines.
 *
 * The role itself is left out: two roles that report to each other have no skip-level manager, nor has a role
 * whose manager reports to itself. A unit answers through its head.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @returns The id, or `undefined` for a top and for those who report to a top.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, skipLevelManagerOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { ceo: {}, director: { reportsTo: 'ceo' }, analyst: { reportsTo: 'director' } },
 * })
 * console.log(skipLevelManagerOf(org, 'analyst')) // => ceo
 * console.log(skipLevelManagerOf(org, 'director')) // => undefined
 * ```
 * @see {@link managerOf}, {@link managementChainOf}.
 */
export function skipLevelManagerOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
): Id | undefined {
  const state = stateOf(org)
  const { manager, ids } = state.columns
  const handle = roleHandle(state, role)
  const first = manager[handle]
  if (first === NONE) return undefined
  const second = manager[first]
  return second === NONE || second === first || second === handle ? undefined : ids[second]
}
