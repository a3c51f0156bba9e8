import { isHandleAbove } from '../engine/is-handle-above.js'
import { alongLines } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/**
 * Whether one role is in the management chain of another.
 *
 * A role is never above itself. In a cycle each role is above the others. Roles in separate trees are not above each
 * other. A unit answers through its head.
 *
 * Complexity: O(1) along solid lines (O(length of the chain) for the first calls, and in or below a cycle), else at most O(roles and
 * lines above `lower`).
 *
 * @param org The org.
 * @param upper The id of the role, or of the unit with a head, that may be above.
 * @param lower The id of the role, or of the unit with a head, that may be below.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns `true` when the reporting lines lead from `lower` up to `upper`.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, isAbove } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     sponsor: { reportsTo: 'ceo' },
 *     director: { reportsTo: 'ceo' },
 *     analyst: { reportsTo: 'director', dottedTo: 'sponsor' },
 *   },
 * })
 * console.log(isAbove(org, 'ceo', 'analyst')) // => true
 * console.log(isAbove(org, 'sponsor', 'analyst')) // => false
 * console.log(isAbove(org, 'sponsor', 'analyst', { lines: 'all' })) // => true
 * ```
 * @see {@link managementChainOf} for everyone above, {@link compareRoles} for grade and layer as well.
 */
export function isAbove<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  upper: NoInfer<Id | Unit>,
  lower: NoInfer<Id | Unit>,
  options?: LinesOption,
): boolean {
  const { state, lines } = alongLines(stateOf(org), 'isAbove', options)
  return isHandleAbove(state, roleHandle(state, upper), roleHandle(state, lower), lines)
}
