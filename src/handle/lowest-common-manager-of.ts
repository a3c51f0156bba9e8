import { lowestCommonManager } from '../engine/common-managers.js'
import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'
import { requireHandle, severalHandles } from './handles.js'

/**
 * Returns the lowest role that is above all the given ones along solid lines, by handles.
 *
 * Same as `lowestCommonManagerOf` by ids: the given roles themselves do not count, for one role given twice it is the
 * manager of that role, and where the chains run into a cycle it is the first common role on the chain of the first
 * role given.
 *
 * Complexity: O(handles given + layers climbed); in or below a cycle O(lengths of the chains).
 *
 * @param org The org.
 * @param handles Two or more handles, in an array or a typed array such as `Int32Array`.
 * @returns The handle, or {@link NO_HANDLE} when no role is above all of them.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for fewer than two handles; `UNKNOWN_HANDLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, lowestCommonManagerOf } from 'rolegraph/handles'
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
 * const [director, analyst] = [handleOf(org, 'director'), handleOf(org, 'analyst')]
 * console.log(lowestCommonManagerOf(org, [director, analyst])) // => 0
 * console.log(lowestCommonManagerOf(org, [analyst, handleOf(org, 'adviser')])) // => -1
 * ```
 * @see {@link isAbove}, {@link managementChainOf}.
 */
export function lowestCommonManagerOf(org: Org, handles: readonly number[] | Int32Array): number {
  const state = stateOf(org)
  const checked = severalHandles(handles, (handle) => {
    requireHandle(state, handle)
  })
  return lowestCommonManager(state, checked)
}
