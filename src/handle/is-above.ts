import { isHandleAbove } from '../engine/is-handle-above.js'
import { alongLines } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'
import { requireHandle } from './handles.js'

/**
 * Whether one role is in the management chain of another, by handles.
 *
 * Same as `isAbove` by ids: a role is never above itself, and in a cycle each role is above the others.
 *
 * Complexity: O(1) along solid lines (O(length of the chain) for the first calls, and in or below a cycle), else at most O(roles and
 * lines above `lower`).
 *
 * @param org The org.
 * @param upper The handle of the role that may be above.
 * @param lower The handle of the role that may be below.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns `true` when the reporting lines lead from `lower` up to `upper`.
 * @throws {@link OrgError} `UNKNOWN_HANDLE`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, isAbove } from 'rolegraph/handles'
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
 * const [ceo, analyst, adviser] = [handleOf(org, 'ceo'), handleOf(org, 'analyst'), handleOf(org, 'adviser')]
 * console.log(isAbove(org, ceo, analyst)) // => true
 * console.log(isAbove(org, ceo, adviser), isAbove(org, ceo, adviser, { lines: 'all' })) // => false true
 * ```
 * @see {@link managementChainOf} for everyone above.
 */
export function isAbove(org: Org, upper: number, lower: number, options?: LinesOption): boolean {
  const { state, lines } = alongLines(stateOf(org), 'isAbove', options)
  requireHandle(state, upper)
  requireHandle(state, lower)
  return isHandleAbove(state, upper, lower, lines)
}
