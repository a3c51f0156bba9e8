import {
  counted,
  didYouMean,
  isOrgError,
  isRole,
  isUnit,
  type Org,
  plain,
  quote,
  quotedList,
  roleOf,
  rolesOf,
} from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'

/**
 * Whether an org has a role with this id.
 *
 * A unit is not a role. If there is none, the message names the nearest id.
 *
 * Complexity: O(1); the message compares ids.
 *
 * @param org The org.
 * @param role The id.
 * @returns Whether it passes, and the message.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toHaveRole } from 'rolegraph/testing'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * console.log(toHaveRole(org, 'analyst').pass) // => true
 * console.log(toHaveRole(org, 'analist').message().split('\n')[2])
 * // => There is no role 'analist'; did you mean 'analyst'?
 * ```
 * @see `isRole`.
 */
export function toHaveRole(org: Org, role: string): MatchResult {
  const pass = isRole(org, role)
  return matchResult(pass, 'toHaveRole', [role], () => {
    if (pass) {
      const { title } = roleOf(org, role)
      return [`There is a role ${quote(role)}${title === role ? '' : `, "${plain(title)}"`}.`]
    }
    if (isUnit(org, role)) return [`${quote(role)} is a unit, not a role.`]
    const ids = rolesOf(org)
    return [
      `There is no role ${quote(role)}${didYouMean(nearestTo(org, role)) || '.'}`,
      `The org has ${counted(ids.length, 'role')}: ${quotedList(ids)}`,
    ]
  })
}

function nearestTo(org: Org, id: string): string | undefined {
  try {
    roleOf(org, id)
  } catch (error) {
    if (isOrgError(error, 'UNKNOWN_ROLE')) return error.details.nearest
    throw error
  }
  return undefined
}
