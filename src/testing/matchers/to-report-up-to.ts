import {
  givenOptions,
  isAbove,
  type LinesOption,
  type Org,
  quote,
  reportingPathBetween,
  routeText,
} from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { chainLine } from '../message-lines.js'

/**
 * Whether a role reports to another, directly or indirectly.
 *
 * No role reports up to itself. Units answer through their heads.
 *
 * Complexity: as for `isAbove`.
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param upper The id of the role, or of the unit with a head, that should be above.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns Whether it passes, and the message.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toReportUpTo } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: { cpo: {}, manager: { reportsTo: 'cpo' }, analyst: { reportsTo: 'manager' } },
 * })
 * console.log(toReportUpTo(org, 'analyst', 'cpo').pass) // => true
 * console.log(toReportUpTo(org, 'manager', 'analyst').message())
 * // => expect(org).toReportUpTo('manager', 'analyst')
 * // =>
 * //    'manager' does not report up to 'analyst'.
 * //    Management chain of 'manager': 'cpo'
 * //    It is the other way round: 'analyst' → 'manager'
 * ```
 * @see {@link toReportTo}, {@link toBeAbove}.
 */
export function toReportUpTo<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  upper: NoInfer<Id | Unit>,
  options?: LinesOption,
): MatchResult {
  givenOptions('toReportUpTo', options, ['lines'])
  const pass = isAbove(org, upper, role, options)
  const path = (from: NoInfer<Id | Unit>, to: NoInfer<Id | Unit>): string =>
    routeText(reportingPathBetween(org, from, to, options)?.roles ?? [])
  return matchResult(pass, 'toReportUpTo', [role, upper, options], () => {
    if (pass) return [`${quote(role)} reports up to ${quote(upper)}: ${path(role, upper)}`]
    return [
      `${quote(role)} does not report up to ${quote(upper)}.`,
      chainLine(org, role, options),
      isAbove(org, role, upper, options) ? `It is the other way round: ${path(upper, role)}` : undefined,
    ]
  })
}
