import { linesOption } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import { managersOfHandle } from '../engine/reach.js'
import { roleHandle } from '../engine/role-handle.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/**
 * The managers of a role: the solid one first, then the dotted ones in input order.
 *
 * The role itself is left out. A manager to whom both a solid and a dotted line lead comes once, in the place
 * of the solid one. Along solid lines there is at most one; a role in a cycle has its manager too. A unit
 * answers through its head.
 *
 * Complexity: O(1) along solid lines, else O(managers of the role).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns A fresh array of ids; empty for a role that reports to nobody along these lines.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, managersOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     sponsor: { reportsTo: 'ceo' },
 *     director: { reportsTo: 'ceo' },
 *     manager: { reportsTo: 'director', dottedTo: 'sponsor' },
 *   },
 * })
 * console.log(managersOf(org, 'manager')) // => [ 'director' ]
 * console.log(managersOf(org, 'manager', { lines: 'all' })) // => [ 'director', 'sponsor' ]
 * ```
 * @see {@link managerOf} for the solid one, {@link directReportsOf} for the other direction.
 */
export function managersOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  options?: LinesOption,
): Id[] {
  const state = stateOf(org)
  const lines = linesOption('managersOf', options)
  return managersOfHandle(state, roleHandle(state, role), lines).map((manager) => state.columns.ids[manager])
}
