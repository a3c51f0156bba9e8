import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'

/**
 * How many roles an org has: its handles are the whole numbers from 0 to one less.
 *
 * So a loop over all handles needs no list of them, and a column of figures by handle has this length.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @returns A whole number, 0 for an empty org.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { managerOf, NO_HANDLE, roleCountOf } from 'rolegraph/handles'
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
 * let tops = 0
 * for (let handle = 0; handle < roleCountOf(org); handle++) if (managerOf(org, handle) === NO_HANDLE) tops++
 * console.log(roleCountOf(org), tops) // => 5 2
 * ```
 * @see {@link handleOf}, {@link idOf}.
 */
export function roleCountOf(org: Org): number {
  return stateOf(org).columns.count
}
