import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'

/**
 * Whether a value is the id of a unit; it narrows the type to the unit ids of the org.
 *
 * Ids are exact text. The id of a role is no unit, and what is no string is simply `false`.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param x Anything, usually text from outside.
 * @returns Whether the org has a unit with this id.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, headOf, isUnit } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { director: {} }, units: { pmo: { head: 'director' } } })
 * const typed: string = 'pmo'
 * if (isUnit(org, typed)) console.log(headOf(org, typed)) // => director
 * console.log(isUnit(org, 'director')) // => false
 * ```
 * @see {@link isRole}.
 */
export function isUnit<Id extends string, Unit extends string>(org: Org<Id, Unit>, x: unknown): x is Unit {
  const state = stateOf(org)
  return typeof x === 'string' && state.units.has(x)
}
