import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'

/**
 * The ids of all units, in input order.
 *
 * Units that are only mentioned by the records of their members come in the order of their first member.
 *
 * Complexity: O(units).
 *
 * @param org The org.
 * @returns A fresh array.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, unitsOf } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { director: {} }, units: { delivery: {}, pmo: { partOf: 'delivery' } } })
 * console.log(unitsOf(org)) // => [ 'delivery', 'pmo' ]
 * ```
 * @see {@link unitOf}, {@link membersOf}.
 */
export function unitsOf<Id extends string, Unit extends string>(org: Org<Id, Unit>): Unit[] {
  // The keys are the ids of the records, which alone carry the type.
  return Array.from(stateOf(org).units.values(), (unit) => unit.id)
}
