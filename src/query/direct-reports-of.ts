import { alongLines } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import { reportsOfHandle } from '../engine/reach.js'
import { roleHandle } from '../engine/role-handle.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/**
 * Returns the direct reports of a role, in input order.
 *
 * The role itself is left out. A role that reports along a solid and a dotted line is listed once. A role in a cycle has
 * its direct reports like any other. A unit answers through its head.
 *
 * Complexity: O(length of the answer); O(length × log length) for roles with reports of both kinds.
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns A fresh array of ids; empty for a role without reports.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, directReportsOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: {},
 *     sponsor: {},
 *     planner: { reportsTo: 'director' },
 *     analyst: { reportsTo: 'director', dottedTo: 'sponsor' },
 *   },
 * })
 * console.log(directReportsOf(org, 'director')) // => [ 'planner', 'analyst' ]
 * console.log(directReportsOf(org, 'sponsor')) // => []
 * console.log(directReportsOf(org, 'sponsor', { lines: 'dotted' })) // => [ 'analyst' ]
 * ```
 * @see {@link transitiveReportsOf} for all levels, {@link managersOf} for the other direction.
 */
export function directReportsOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  options?: LinesOption,
): Id[] {
  const { state, lines } = alongLines(stateOf(org), 'directReportsOf', options)
  const reports = reportsOfHandle(state, roleHandle(state, role), lines)
  return Array.from(reports, (report) => state.columns.ids[report])
}
