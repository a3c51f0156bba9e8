import { stateIn } from '../engine/org-state.js'
import type { Org } from '../model/org.js'

/**
 * Whether a value is an {@link Org} of this copy of the library. Narrows the type.
 *
 * A clone, a proxy, a spread or a parsed document of an org is not one, and neither is an org of another copy of the
 * library (`require` next to `import`): queries refuse them with `NOT_AN_ORG` and say which of these they received.
 *
 * Complexity: O(1).
 *
 * @param value Any value.
 * @returns `true` for an org that every query accepts.
 * @example
 * ```ts
 * import { defineOrg, isOrg } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { lead: {} } })
 * console.log(isOrg(org)) // => true
 * console.log(isOrg({ ...org })) // => false
 * console.log(isOrg(JSON.parse(JSON.stringify(org)))) // => false
 * ```
 * @see {@link isRole}, {@link isOrgError}.
 */
export function isOrg(value: unknown): value is Org {
  return stateIn(value) !== undefined
}
