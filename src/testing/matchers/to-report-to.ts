import {
  givenOptions,
  isAbove,
  type LinesOption,
  managersOf,
  type Org,
  quote,
  quotedList,
  reportingPathBetween,
  routeText,
} from '../../internal.js'
import { answeringRole } from '../answering-role.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { chainLine } from '../message-lines.js'

/**
 * Whether a role reports to a manager directly.
 *
 * Units answer through their heads. An unknown id throws, so a misspelt one fails with `.not` too.
 *
 * Complexity: O(managers of the role).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param manager The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines count, `'solid'` by default.
 * @returns Whether it passes, and the message.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toReportTo } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: { cpo: {}, manager: { reportsTo: 'cpo' }, analyst: { reportsTo: 'manager' } },
 * })
 * console.log(toReportTo(org, 'analyst', 'manager').pass) // => true
 * console.log(toReportTo(org, 'analyst', 'cpo').message())
 * // => expect(org).toReportTo('analyst', 'cpo')
 * // =>
 * //    'analyst' reports to 'manager', not to 'cpo'.
 * //    It reports to 'cpo' indirectly: 'analyst' → 'manager' → 'cpo'
 * ```
 * @see {@link toReportUpTo} for the whole chain.
 */
export function toReportTo<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  manager: NoInfer<Id | Unit>,
  options?: LinesOption,
): MatchResult {
  givenOptions('toReportTo', options, ['lines'])
  const managers: readonly string[] = managersOf(org, role, options)
  const pass = managers.includes(answeringRole(org, manager))
  return matchResult(pass, 'toReportTo', [role, manager, options], () => {
    if (pass) return [`${quote(role)} reports to ${quotedList(managers)}.`, chainLine(org, role, options)]
    return [
      `${quote(role)} reports to ${quotedList(managers, 'nobody')}, not to ${quote(manager)}.`,
      ...howElse(org, role, manager, options),
    ]
  })
}

function howElse(org: Org, role: string, manager: string, options: LinesOption | undefined): string[] {
  if (isAbove(org, manager, role, options)) {
    const path = reportingPathBetween(org, role, manager, options)?.roles ?? []
    return [`It reports to ${quote(manager)} indirectly: ${routeText(path)}`]
  }
  if (managersOf(org, role, { lines: 'all' }).includes(answeringRole(org, manager)))
    return [
      `${typeof options?.lines === 'object' ? 'Another line' : 'A line of the other kind'} connects them: { lines: 'all' } counts it.`,
    ]
  if (isAbove(org, role, manager, options)) {
    const path = reportingPathBetween(org, manager, role, options)?.roles ?? []
    return [`It is the other way round: ${routeText(path)}`]
  }
  return [chainLine(org, role, options)]
}
