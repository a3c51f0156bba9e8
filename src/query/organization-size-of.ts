import { alongLines } from '../engine/lines-option.js'
import { organizationSize } from '../engine/reach.js'
import { stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/**
 * Returns the number of roles in the organization that a role leads: the role itself and its transitive reports.
 *
 * Roles are counted, not people: {@link rollUp} counts holders. Each role counts once, no matter how many lines
 * connect it, and each member of a cycle counts once. A unit answers through its head.
 *
 * Complexity: O(1) along solid lines, else (and for roles in or below a cycle) O(roles and lines below).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns 1 for a role without reports.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, organizationSizeOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     director: { reportsTo: 'ceo' },
 *     analyst: { reportsTo: 'director' },
 *     adviser: { dottedTo: 'director' },
 *   },
 * })
 * console.log(organizationSizeOf(org, 'ceo')) // => 3
 * console.log(organizationSizeOf(org, 'director', { lines: 'all' })) // => 3
 * console.log(organizationSizeOf(org, 'analyst')) // => 1
 * ```
 * @see {@link transitiveReportsOf}, {@link spanOfControlOf}.
 */
export function organizationSizeOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  options?: LinesOption,
): number {
  const { state, lines } = alongLines(stateOf(org), 'organizationSizeOf', options)
  return organizationSize(state, roleHandle(state, role), lines)
}
