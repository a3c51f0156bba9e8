import { checkOrg, counted, minSpan, type Org, spanOfControlOf } from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { issueLines, spanLine, spansLine } from '../message-lines.js'

/**
 * Whether every manager, or the given role, has at least `min` direct reports.
 *
 * Counts solid lines, including those of vacant reports. A role without reports is not a manager: it fails only if it is
 * the given role. Units answer through their heads.
 *
 * Complexity: O(roles + lines); O(1) for one role.
 *
 * @param org The org.
 * @param min The fewest direct reports, 1 or more.
 * @param role The id of a role, or of a unit with a head. Default: all managers.
 * @returns Whether it passes, and the message with every manager that has fewer.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_ARGUMENT`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toHaveSpanOfControlAtLeast } from 'rolegraph/testing'
 *
 * const org = defineOrg({ roles: { lead: {}, a: { reportsTo: 'lead' }, b: { reportsTo: 'lead' } } })
 * console.log(toHaveSpanOfControlAtLeast(org, 2).pass) // => true
 * console.log(toHaveSpanOfControlAtLeast(org, 1, 'a').message())
 * // => expect(org).toHaveSpanOfControlAtLeast(1, 'a')
 * // =>
 * //    'a' has a span of control of 0: nobody
 * ```
 * @see `minSpan`, `spanOfControlOf`.
 */
export function toHaveSpanOfControlAtLeast<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  min: number,
  role?: NoInfer<Id | Unit>,
): MatchResult {
  const rules = [minSpan(min)]
  if (role !== undefined) {
    const pass = spanOfControlOf(org, role) >= min
    return matchResult(pass, 'toHaveSpanOfControlAtLeast', [min, role], () => [spanLine(org, role)])
  }
  const found = checkOrg(org, { rules })
  return matchResult(found.ok, 'toHaveSpanOfControlAtLeast', [min], () => {
    if (found.ok) return [spansLine(org)]
    return [`${counted(found.total, 'manager')} with fewer:`, ...issueLines(found)]
  })
}
