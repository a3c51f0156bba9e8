import { stateOf } from '../engine/org-state.js'
import { managerAt } from '../engine/role-reader.js'
import type { Org } from '../model/org.js'
import { NO_HANDLE, requireHandle } from './handles.js'

/**
 * Returns the solid manager of a role, by handles.
 *
 * Same as `managerOf` by ids: dotted managers are left out, a role in a cycle has its manager like any other, and a role
 * of a broken chart that reports to itself has none.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param handle The handle of a role.
 * @returns The handle of the manager, or {@link NO_HANDLE} for a role at the top.
 * @throws {@link OrgError} `UNKNOWN_HANDLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, managerOf, NO_HANDLE } from 'rolegraph/handles'
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
 * const analyst = handleOf(org, 'analyst')
 * console.log(managerOf(org, analyst)) // => 2
 * console.log(managerOf(org, handleOf(org, 'ceo')) === NO_HANDLE) // => true
 * ```
 * @see {@link managementChainOf} for everyone above.
 */
export function managerOf(org: Org, handle: number): number {
  const state = stateOf(org)
  requireHandle(state, handle)
  const manager = managerAt(state, handle)
  return manager === handle ? NO_HANDLE : manager
}
