import { counted, type Org } from '../../internal.js'
import { cycleIssues } from '../cycle-issues.js'
import { issueLines } from '../issue-lines.js'
import { type MatchResult, matchResult } from '../match-result.js'

/**
 * Whether no solid lines run in a circle.
 *
 * An org of `defineOrg` never has such a circle; one that was collected in spite of its issues may. A role that reports
 * to itself is one too. Dotted lines may run in circles.
 *
 * Complexity: O(roles).
 *
 * @param org The org.
 * @returns Whether it passes, and the message with each circle.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { orgFromRecords } from 'rolegraph'
 * import { toHaveNoReportingCycles } from 'rolegraph/testing'
 *
 * const rows = [
 *   { post: 'a', boss: 'b' },
 *   { post: 'b', boss: 'a' },
 * ]
 * const org = orgFromRecords(rows, { id: 'post', manager: 'boss', onIssue: 'collect' })
 * console.log(toHaveNoReportingCycles(org).message())
 * // => expect(org).toHaveNoReportingCycles()
 * // =>
 * //    1 circle:
 * //      error REPORTING_CYCLE: 2 roles report to each other in a cycle: 'a' → 'b' → 'a' (at record 0, manager)
 * //        Remove one of these lines, or make it dotted.
 * ```
 * @see `checkOrg`.
 */
export function toHaveNoReportingCycles(org: Org): MatchResult {
  const { total, issues } = cycleIssues(org)
  return matchResult(total === 0, 'toHaveNoReportingCycles', [], () => {
    if (total === 0) return ['Every management chain ends at a top.']
    return [`${counted(total, 'circle')}:`, ...issueLines(issues, total)]
  })
}
