import { stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'

/**
 * Returns the layer of a role along solid lines: a top is in layer 1, its direct reports in layer 2.
 *
 * The layer is a place on the chart, never a grade: a senior expert may be in a deep layer. In a broken chart a role in
 * or below a reporting cycle has no top and no layer; a role that reports to itself is a cycle of one. A unit answers through its head.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @returns A whole number from 1, or `undefined` in or below a reporting cycle.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, layerOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { ceo: {}, director: { reportsTo: 'ceo' }, analyst: { reportsTo: 'director' } },
 *   units: { pmo: { head: 'director' } },
 * })
 * console.log(layerOf(org, 'ceo')) // => 1
 * console.log(layerOf(org, 'analyst')) // => 3
 * console.log(layerOf(org, 'pmo')) // => 2
 * ```
 * @see {@link topRolesOf}, {@link compareRoles}.
 */
export function layerOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
): number | undefined {
  const state = stateOf(org)
  const layer = state.hierarchy.layer[roleHandle(state, role)]
  return layer === 0 ? undefined : layer
}
