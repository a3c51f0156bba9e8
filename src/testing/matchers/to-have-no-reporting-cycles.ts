import {
  checkOrg,
  type CheckResult,
  counted,
  type IssueCode,
  type Org,
  structureRules,
} from '../../internal.js'
import { issueLines } from '../message-lines.js'
import { type MatchResult, matchResult } from '../match-result.js'

/**
 * Whether no solid lines form a cycle.
 *
 * An org made by `defineOrg` never has such a cycle; one that was collected despite its issues may. A role that
 * reports to itself is a cycle too. Dotted lines may form cycles.
 *
 * Complexity: O(roles).
 *
 * @param org The org.
 * @returns Whether it passes, and the message with each cycle.
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
 * console.log(toHaveNoReportingCycles(org).message().split('\n')[2]) // => 1 cycle:
 * ```
 * @see `checkOrg`.
 */
export function toHaveNoReportingCycles(org: Org): MatchResult {
  const found = cycleIssues(org)
  const { total } = found
  return matchResult(total === 0, 'toHaveNoReportingCycles', [], () => {
    if (total === 0) return ['Every management chain ends at a top.']
    return [`${counted(total, 'cycle')}:`, ...issueLines(found)]
  })
}

const CYCLE_CODES: readonly IssueCode[] = ['SELF_REPORT', 'REPORTING_CYCLE']

/** Every cycle of solid lines, including roles that report to themselves. */
export function cycleIssues(org: Org): CheckResult {
  return checkOrg(org, {
    rules: structureRules.filter((rule) => rule.codes.some((code) => CYCLE_CODES.includes(code))),
  })
}
