import { positionOf, runEndOf } from '../engine/hierarchy-index.js'
import { alongLines } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import { descend } from '../engine/reach.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'
import { type HandleList, HandleRun } from './handle-list.js'
import { requireHandle } from './handles.js'

/**
 * Returns everyone below a role, in preorder, by handles: each direct report in input order, followed by everyone
 * below it.
 *
 * Same as `transitiveReportsOf` by ids: the role itself is left out, and a role that is reached along several lines is
 * listed once, at its first place. Along solid lines the answer is a read-only view instead of a copy: the top of a
 * million roles gets it at once, and a loop that stops after ten roles costs ten.
 *
 * Complexity: O(1) along solid lines, and O(length) to iterate; along others, and in or below a cycle, O(roles and
 * lines below).
 *
 * @param org The org.
 * @param handle The handle of a role.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns A fresh list to iterate, with its `length`.
 * @throws {@link OrgError} `UNKNOWN_HANDLE`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, idOf, transitiveReportsOf } from 'rolegraph/handles'
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
 * const reports = transitiveReportsOf(org, handleOf(org, 'ceo'))
 * console.log(reports.length, reports.at(0)) // => 3 1
 * for (const report of reports) console.log(idOf(org, report))
 * // => director
 * // => manager
 * // => analyst
 * ```
 * @see {@link directReportsOf}, {@link organizationSizeOf}, {@link isAbove}.
 */
export function transitiveReportsOf(org: Org, handle: number, options?: LinesOption): HandleList {
  const { state, lines } = alongLines(stateOf(org), 'transitiveReportsOf', options)
  requireHandle(state, handle)
  const { hierarchy } = state
  if (lines === 'solid' && hierarchy.layer[handle] > 0) {
    return new HandleRun(hierarchy.preorder, positionOf(hierarchy, handle) + 1, runEndOf(hierarchy, handle))
  }
  const reports = descend(state, handle, lines)
  return new HandleRun(reports, 0, reports.length)
}
