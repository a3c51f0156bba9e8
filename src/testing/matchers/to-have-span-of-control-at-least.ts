import { checkOrg, counted, minSpan, type Org } from '../../internal.js'
import { issueLines } from '../issue-lines.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { spanLine, spansLine, spanWithin } from '../span-lines.js'

/**
 * Whether every manager has at least so many direct reports; where a role is named, whether that one has.
 *
 * Solid lines count, vacant reports too. A role without reports is no manager: it fails only where it is the one that
 * is named. Units answer through their heads.
 *
 * Complexity: O(roles + lines), with a role O(1).
 *
 * @param org The org.
 * @param min The fewest direct reports, 1 or more.
 * @param role The id of a role, or of a unit with a head; left out, all managers are looked at.
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
    const pass = spanWithin(org, role, min, Infinity)
    return matchResult(pass, 'toHaveSpanOfControlAtLeast', [min, role], () => [spanLine(org, role)])
  }
  const { ok, issues, total } = checkOrg(org, { rules })
  return matchResult(ok, 'toHaveSpanOfControlAtLeast', [min], () => {
    if (ok) return [spansLine(org)]
    return [`${counted(total, 'manager')} with fewer:`, ...issueLines(issues, total)]
  })
}
