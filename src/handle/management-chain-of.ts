import { alongLines } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import { climb } from '../engine/reach.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'
import { requireHandle } from './handles.js'

/**
 * Returns everyone above a role, nearest first, by handles.
 *
 * Same as `managementChainOf` by ids: the role itself is left out, and in a cycle each role is listed once.
 *
 * Complexity: O(length of the answer) along solid lines, else O(roles and lines above).
 *
 * @param org The org.
 * @param handle The handle of a role.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns A fresh array of handles; empty for a top.
 * @throws {@link OrgError} `UNKNOWN_HANDLE`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, managementChainOf } from 'rolegraph/handles'
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
 * console.log(managementChainOf(org, handleOf(org, 'analyst'))) // => [ 2, 1, 0 ]
 * console.log(managementChainOf(org, handleOf(org, 'adviser'), { lines: 'all' })) // => [ 2, 1, 0 ]
 * ```
 * @see {@link managerOf}, {@link isAbove}.
 */
export function managementChainOf(org: Org, handle: number, options?: LinesOption): number[] {
  const { state, lines } = alongLines(stateOf(org), 'managementChainOf', options)
  requireHandle(state, handle)
  return climb(state, handle, lines)
}
