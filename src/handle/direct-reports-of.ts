import { alongLines } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import { reportsOfHandle } from '../engine/reach.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'
import { type HandleList, HandleRun } from './handle-list.js'
import { requireHandle } from './handles.js'

/**
 * Returns the direct reports of a role, in input order, by handles.
 *
 * Same as `directReportsOf` by ids, but the answer is a read-only view instead of a copy, so it takes the same time for
 * a role with a million reports.
 *
 * Complexity: O(1), and O(length) to iterate; O(length × log length) for roles with reports of both kinds.
 *
 * @param org The org.
 * @param handle The handle of a role.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns A fresh list to iterate, with its `length`.
 * @throws {@link OrgError} `UNKNOWN_HANDLE`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { directReportsOf, handleOf } from 'rolegraph/handles'
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
 * console.log([...directReportsOf(org, handleOf(org, 'ceo'))]) // => [ 1 ]
 * console.log(directReportsOf(org, handleOf(org, 'manager'), { lines: 'all' }).length) // => 2
 * ```
 * @see {@link transitiveReportsOf} for all levels, {@link spanOfControlOf}.
 */
export function directReportsOf(org: Org, handle: number, options?: LinesOption): HandleList {
  const { state, lines } = alongLines(stateOf(org), 'directReportsOf', options)
  requireHandle(state, handle)
  const { start, to } = state.hierarchy.reports
  // A role of a broken chart that reports to itself is not its own report, so its row has a gap.
  if (lines === 'solid' && to.length > 0 && state.columns.manager[handle] !== handle) {
    return new HandleRun(to, start[handle], start[handle + 1])
  }
  const reports = reportsOfHandle(state, handle, lines)
  return new HandleRun(reports, 0, reports.length)
}
