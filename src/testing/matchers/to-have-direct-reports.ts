import {
  directReportsOf,
  givenOptions,
  invalidArgument,
  type LinesOption,
  type Org,
  quote,
  quotedList,
} from '../../internal.js'
import { answeringRole } from '../answering-role.js'
import { type MatchResult, matchResult } from '../match-result.js'

/**
 * Whether a role has exactly these direct reports, in any order; without `reports`, whether it has any.
 *
 * Units answer through their heads.
 *
 * Complexity: O(reports).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param reports All reports that it should have.
 * @param options `lines`: which reporting lines count, `'solid'` by default.
 * @returns Whether it passes, and the message with the missing and the unexpected reports.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_ARGUMENT`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toHaveDirectReports } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: { lead: {}, planner: { reportsTo: 'lead' }, analyst: { reportsTo: 'planner' } },
 * })
 * console.log(toHaveDirectReports(org, 'lead', ['planner']).pass) // => true
 * console.log(toHaveDirectReports(org, 'lead', ['analyst']).message())
 * // => expect(org).toHaveDirectReports('lead', ['analyst'])
 * // =>
 * //    'planner' reports to 'lead'.
 * //    - missing: 'analyst'
 * //    + unexpected: 'planner'
 * ```
 * @see `directReportsOf`.
 */
export function toHaveDirectReports<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  reports?: readonly NoInfer<Id | Unit>[],
  options?: LinesOption,
): MatchResult {
  const received: unknown = reports
  if (received !== undefined && !Array.isArray(received))
    throw invalidArgument('toHaveDirectReports', 'reports', received, 'an array of ids')
  givenOptions('toHaveDirectReports', options, ['lines'])
  const actual: readonly string[] = directReportsOf(org, role, options)
  const expected = reports?.map((report) => answeringRole(org, report))
  const missing = expected?.filter((report) => !actual.includes(report)) ?? []
  const extra = expected === undefined ? [] : actual.filter((report) => !expected.includes(report))
  const pass = expected === undefined ? actual.length > 0 : missing.length === 0 && extra.length === 0
  return matchResult(pass, 'toHaveDirectReports', [role, reports, options], () => [
    `${quotedList(actual, 'Nobody')} report${actual.length < 2 ? 's' : ''} to ${quote(role)}.`,
    missing.length > 0 ? `- missing: ${quotedList(missing)}` : undefined,
    extra.length > 0 ? `+ unexpected: ${quotedList(extra)}` : undefined,
  ])
}
