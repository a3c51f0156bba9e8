import { alongLines } from '../engine/lines-option.js'
import { organizationSize } from '../engine/reach.js'
import { stateOf } from '../engine/org-state.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'
import { requireHandle } from './handles.js'

/**
 * Returns the number of roles in the organization that a role leads, itself included, by its handle.
 *
 * Same as `organizationSizeOf` by ids: each role counts once, no matter how many lines connect it, and each member of a
 * cycle counts once.
 *
 * Complexity: O(1) along solid lines, else (and for roles in or below a cycle) O(roles and lines below).
 *
 * @param org The org.
 * @param handle The handle of a role.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns 1 for a role without reports.
 * @throws {@link OrgError} `UNKNOWN_HANDLE`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, organizationSizeOf } from 'rolegraph/handles'
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
 * const director = handleOf(org, 'director')
 * console.log(organizationSizeOf(org, director), organizationSizeOf(org, director, { lines: 'all' })) // => 3 4
 * ```
 * @see {@link transitiveReportsOf}, {@link spanOfControlOf}.
 */
export function organizationSizeOf(org: Org, handle: number, options?: LinesOption): number {
  const { state, lines } = alongLines(stateOf(org), 'organizationSizeOf', options)
  requireHandle(state, handle)
  return organizationSize(state, handle, lines)
}
