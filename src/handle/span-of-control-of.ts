import { alongSpan } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import { spanOfHandle } from '../engine/reach.js'
import type { SpanOptions } from '../model/line.js'
import type { Org } from '../model/org.js'
import { requireHandle } from './handles.js'

/**
 * Returns the span of control of a role, its number of direct reports, by its handle.
 *
 * Same as `spanOfControlOf` by ids: a role that reports along a solid and a dotted line counts once.
 *
 * Complexity: O(1); with `'all'`, O(reports × log reports) for roles with reports of both kinds.
 *
 * @param org The org.
 * @param handle The handle of a role.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default; `staff`: whether reports by staff
 * lines count, `'include'` by default.
 * @returns 0 for a role without reports.
 * @throws {@link OrgError} `UNKNOWN_HANDLE`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, spanOfControlOf } from 'rolegraph/handles'
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
 * const manager = handleOf(org, 'manager')
 * console.log(spanOfControlOf(org, manager), spanOfControlOf(org, manager, { lines: 'all' })) // => 1 2
 * ```
 * @see {@link directReportsOf}.
 */
export function spanOfControlOf(org: Org, handle: number, options?: SpanOptions): number {
  const { state, lines } = alongSpan(stateOf(org), 'spanOfControlOf', options)
  requireHandle(state, handle)
  return spanOfHandle(state, handle, lines)
}
