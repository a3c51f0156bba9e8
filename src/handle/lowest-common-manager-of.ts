import { lowestCommonManager } from '../engine/lowest-common-manager.js'
import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import { requireHandle } from './handles.js'

/**
 * The lowest role that is above all the given ones along solid lines, by handles.
 *
 * As `lowestCommonManagerOf` by ids: the given roles themselves are left out, one role given twice has its manager, and
 * where the chains run into a cycle it is the first common role on the chain of the first one.
 *
 * Complexity: O(handles given + layers climbed); in or below a cycle O(lengths of the chains).
 *
 * @param org The org.
 * @param handles Two or more handles, in an array or in an array of numbers such as `Int32Array`.
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
  const received: unknown = handles
  // A DataView has no length, and is refused by that.
  if (!(Array.isArray(received) || ArrayBuffer.isView(received)) || !(handles.length >= 2)) {
    throw new OrgError(
      'INVALID_ARGUMENT',
      `lowestCommonManagerOf expects an array of two or more handles, received ${quote(received)}.`,
      { argument: 'handles', received },
    )
  }
  // A copy, since a list of the caller's may be something that gives another number when it is read again.
  const checked: number[] = []
  for (let next = 0; next < handles.length; next++) {
    const handle = handles[next]
    requireHandle(state, handle)
    checked.push(handle)
  }
  return lowestCommonManager(state, checked)
}
