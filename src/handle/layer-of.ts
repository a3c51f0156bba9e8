import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'
import { requireHandle } from './handles.js'

/**
 * Returns the layer of a role along solid lines, by its handle: a top is in layer 1.
 *
 * Same as `layerOf` by ids, except that the answer is always a number: 0 for a role in or below a reporting cycle, which
 * has no layer.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param handle The handle of a role.
 * @returns A whole number from 1, or 0 in or below a reporting cycle.
 * @throws {@link OrgError} `UNKNOWN_HANDLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { handleOf, layerOf } from 'rolegraph/handles'
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
 * console.log(layerOf(org, handleOf(org, 'ceo'))) // => 1
 * console.log(layerOf(org, handleOf(org, 'analyst'))) // => 4
 * ```
 * @see {@link managementChainOf}.
 */
export function layerOf(org: Org, handle: number): number {
  const state = stateOf(org)
  requireHandle(state, handle)
  return state.hierarchy.layer[handle]
}
