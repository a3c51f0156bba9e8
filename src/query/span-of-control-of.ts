import { alongSpan } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import { spanOfHandle } from '../engine/reach.js'
import { roleHandle } from '../engine/role-handle.js'
import type { SpanOptions } from '../model/line.js'
import type { Org } from '../model/org.js'

/**
 * Returns the span of control of a role: its number of direct reports.
 *
 * Vacant roles count too, planned ones only with `planned: 'include'`. A role that reports along a solid and a dotted line counts
 * once. A unit answers through its head.
 *
 * Staff lines are solid lines `as: 'assistant'` or `'adviser'`. With `staff: 'exclude'` a report by such a line counts only if
 * another line makes it a report too.
 *
 * Complexity: O(1); with `'all'`, O(reports × log reports) for roles with reports of both kinds.
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default; `staff`: whether reports by staff
 * lines count, `'include'` by default; `planned`: whether planned roles count, `'exclude'` by default.
 * @returns 0 for a role without reports.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, spanOfControlOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: {},
 *     manager: { reportsTo: 'director' },
 *     analyst: { reportsTo: 'manager', dottedTo: 'director' },
 *     secretary: { reportsTo: { to: 'director', as: 'assistant' } },
 *   },
 * })
 * console.log(spanOfControlOf(org, 'director')) // => 2
 * console.log(spanOfControlOf(org, 'director', { staff: 'exclude' })) // => 1
 * console.log(spanOfControlOf(org, 'director', { lines: 'all' })) // => 3
 * console.log(spanOfControlOf(org, 'analyst')) // => 0
 * ```
 * @see {@link directReportsOf}, {@link spansAndLayers} for the whole chart.
 */
export function spanOfControlOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  options?: SpanOptions,
): number {
  const { state, lines } = alongSpan(stateOf(org), 'spanOfControlOf', options)
  return spanOfHandle(state, roleHandle(state, role), lines)
}
