import { managersOf, type Org, quote, quotedList } from '../../internal.js'
import { answeringRole } from '../answering-role.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { chainLine } from '../message-lines.js'

/**
 * Whether a role has a manager, or the given manager.
 *
 * Only the solid manager counts: a role with only dotted lines has none. Units answer through their heads.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param manager The id of the expected manager. Default: any manager.
 * @returns Whether it passes, and the message.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toHaveManager } from 'rolegraph/testing'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * console.log(toHaveManager(org, 'analyst').pass) // => true
 * console.log(toHaveManager(org, 'lead').message())
 * // => expect(org).toHaveManager('lead')
 * // =>
 * //    'lead' has no manager.
 * //    Nobody is above 'lead': it is a top.
 * ```
 * @see `managerOf`, {@link toReportTo} for dotted lines too.
 */
export function toHaveManager<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  manager?: NoInfer<Id | Unit>,
): MatchResult {
  const managers: readonly string[] = managersOf(org, role)
  const pass = manager === undefined ? managers.length > 0 : managers.includes(answeringRole(org, manager))
  return matchResult(pass, 'toHaveManager', [role, manager], () => {
    const found =
      managers.length === 0
        ? `${quote(role)} has no manager.`
        : `The manager of ${quote(role)} is ${quotedList(managers, 'nobody')}${pass || manager === undefined ? '' : `, not ${quote(manager)}`}.`
    return [found, chainLine(org, role)]
  })
}
