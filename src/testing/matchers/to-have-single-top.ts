import { counted, type Org, quote, quotedList, topRolesOf } from '../../internal.js'
import { answeringRole } from '../answering-role.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { cycleIssues } from './to-have-no-reporting-cycles.js'

/**
 * Whether exactly one role reports to nobody, or only the given one does.
 *
 * Only solid lines count. A role without lines is a top too.
 *
 * Complexity: O(tops).
 *
 * @param org The org.
 * @param top The id of the role, or of the unit with a head, that should be the top. Default: any role.
 * @returns Whether it passes, and the message with all tops.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toHaveSingleTop } from 'rolegraph/testing'
 *
 * const org = defineOrg({ roles: { ceo: {}, chair: {}, lead: { reportsTo: 'ceo' } } })
 * console.log(toHaveSingleTop(org).message())
 * // => expect(org).toHaveSingleTop()
 * // =>
 * //    The chart has 2 tops: 'ceo' and 'chair'
 * ```
 * @see `topRolesOf`, `oneTop`.
 */
export function toHaveSingleTop<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  top?: NoInfer<Id | Unit>,
): MatchResult {
  const tops: readonly string[] = topRolesOf(org)
  const expected = top === undefined ? tops[0] : answeringRole(org, top)
  const pass = tops.length === 1 && tops[0] === expected
  return matchResult(pass, 'toHaveSingleTop', [top], () => {
    if (pass) return [`The top of the chart is ${quote(tops[0])}.`]
    if (tops.length === 1) return [`The top of the chart is ${quote(tops[0])}, not ${quote(expected)}.`]
    if (tops.length > 1) return [`The chart has ${counted(tops.length, 'top')}: ${quotedList(tops)}`]
    return ['The chart has no top.', ...cycleIssues(org).issues.map((issue) => `  ${issue.message}`)]
  })
}
