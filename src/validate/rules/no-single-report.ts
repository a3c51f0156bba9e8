import { type OrgState, stateOf } from '../../engine/org-state.js'
import { reportsOfHandle } from '../../engine/reach.js'
import { quote } from '../../kernel/quote.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'

/**
 * A policy: no role has exactly one direct report.
 *
 * Checks solid lines. Gives an issue `SINGLE_REPORT` for each such manager, in input order; the witness is the report.
 *
 * Complexity: O(roles).
 *
 * @returns A rule for {@link checkOrg}.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, noSingleReport } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * const { issues } = checkOrg(org, { rules: [noSingleReport()] })
 * console.log(issues[0]?.message) // => The role 'lead' has only one direct report, 'analyst'
 * ```
 * @see {@link maxSpan}.
 */
export function noSingleReport(): Rule<'SINGLE_REPORT'> {
  return Object.freeze({
    codes: Object.freeze(['SINGLE_REPORT'] as const),
    *check({ org }) {
      const state: OrgState = stateOf(org)
      const { ids } = state.columns
      for (const [handle, id] of ids.entries()) {
        const reports = reportsOfHandle(state, handle, 'solid')
        if (reports.length !== 1) continue
        const report = ids[reports[0]]
        yield deferredIssue('SINGLE_REPORT', 'error', () => ({
          roles: [id],
          witness: [report],
          message: `The role ${quote(id)} has only one direct report, ${quote(report)}`,
          suggestion: 'Give it more reports, or move that report to the manager above.',
        }))
      }
    },
  } satisfies Rule<'SINGLE_REPORT'>)
}
