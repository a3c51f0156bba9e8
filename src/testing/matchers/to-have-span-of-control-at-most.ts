import { checkOrg, counted, maxSpan, type Org, spanOfControlOf } from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { issueLines, spanLine, spansLine } from '../message-lines.js'

/**
 * Whether every role, or the given one, has at most `max` direct reports.
 *
 * Counts solid lines, including those of vacant reports. Units answer through their heads.
 *
 * Complexity: O(roles + lines); O(1) for one role.
 *
 * @param org The org.
 * @param max The most direct reports, 0 or more.
 * @param role The id of a role, or of a unit with a head. Default: all roles.
 * @returns Whether it passes, and the message with every role that has more.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_ARGUMENT`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toHaveSpanOfControlAtMost } from 'rolegraph/testing'
 *
 * const org = defineOrg({ roles: { lead: {}, a: { reportsTo: 'lead' }, b: { reportsTo: 'lead' } } })
 * console.log(toHaveSpanOfControlAtMost(org, 2).pass) // => true
 * console.log(toHaveSpanOfControlAtMost(org, 1, 'lead').message())
 * // => expect(org).toHaveSpanOfControlAtMost(1, 'lead')
 * // =>
 * //    'lead' has a span of control of 2: 'a' and 'b'
 * ```
 * @see `maxSpan`, `spanOfControlOf`.
 */
export function toHaveSpanOfControlAtMost<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  max: number,
  role?: NoInfer<Id | Unit>,
): MatchResult {
  const rules = [maxSpan(max)]
  if (role !== undefined) {
    const pass = spanOfControlOf(org, role) <= max
    return matchResult(pass, 'toHaveSpanOfControlAtMost', [max, role], () => [spanLine(org, role)])
  }
  const found = checkOrg(org, { rules })
  return matchResult(found.ok, 'toHaveSpanOfControlAtMost', [max], () => {
    if (found.ok) return [spansLine(org)]
    return [`${counted(found.total, 'role')} with more:`, ...issueLines(found)]
  })
}
