import { alongLines } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import { idsAbove } from '../engine/reach.js'
import { roleHandle } from '../engine/role-handle.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/**
 * Returns everyone above a role, nearest first.
 *
 * The role itself is left out. Along solid lines this is a chain that ends at a top; along `'dotted'` or
 * `'all'` lines it is everyone reached upwards by distance, and at equal distance in the order of the lines,
 * the solid one first. In a cycle each role is listed once. A unit answers through its head.
 *
 * Complexity: O(length of the answer) along solid lines, else O(roles and lines above).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns A fresh array of ids; empty for a top.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, managementChainOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     sponsor: { reportsTo: 'ceo' },
 *     director: { reportsTo: 'ceo' },
 *     manager: { reportsTo: 'director', dottedTo: 'sponsor' },
 *   },
 * })
 * console.log(managementChainOf(org, 'manager')) // => [ 'director', 'ceo' ]
 * console.log(managementChainOf(org, 'manager', { lines: 'all' })) // => [ 'director', 'sponsor', 'ceo' ]
 * ```
 * @see {@link managerOf}, {@link transitiveReportsOf}.
 */
export function managementChainOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  options?: LinesOption,
): Id[] {
  const { state, lines } = alongLines(stateOf(org), 'managementChainOf', options)
  const handle = roleHandle(state, role)
  return idsAbove(state, handle, lines)
}
