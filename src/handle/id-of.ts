import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'
import { requireHandle } from './require-handle.js'

/**
 * The id of the role at a handle.
 *
 * The roles come in input order: `idOf(org, 0)` is the first of `rolesOf(org)`.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param handle The handle of a role.
 * @returns The id.
 * @throws {@link OrgError} `UNKNOWN_HANDLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, idOf, managerOf } from 'rolegraph/handles'
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
 * console.log(idOf(org, managerOf(org, handleOf(org, 'analyst')))) // => manager
 * ```
 * @see {@link handleOf}, the way back.
 */
export function idOf<Id extends string>(org: Org<Id>, handle: number): Id {
  const state = stateOf(org)
  requireHandle(state, handle)
  return state.columns.ids[handle]
}
