import { counted } from '../../kernel/in-words.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import { reportsOfHandle } from '../../engine/reach.js'
import { quote } from '../../kernel/quote.js'
import { countArgument } from '../count-argument.js'
import { deferredIssue } from '../deferred-issue.js'
import type { Rule } from '../rule.js'

/**
 * A policy: a role that has direct reports has at least so many.
 *
 * Solid lines count, vacant reports too; a role without reports is no manager and says nothing. An issue
 * `SPAN_UNDER_MIN` for each manager with fewer, in input order; the witness has the direct reports.
 *
 * Complexity: O(roles + lines).
 *
 * @param min The narrowest span of control that is allowed, 1 or more.
 * @returns A rule for {@link checkOrg}.
 * @throws {@link OrgError} `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, minSpan } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { lead: {}, planner: { reportsTo: 'lead' }, analyst: { reportsTo: 'lead' } },
 * })
 * const { issues } = checkOrg(org, { rules: [minSpan(3)] })
 * console.log(issues[0]?.message) // => The role 'lead' has 2 direct reports, and a manager has at least 3
 * console.log(checkOrg(org, { rules: [minSpan(2)] }).ok) // => true
 * ```
 * @see {@link maxSpan}, {@link noSingleReport}.
 */
export function minSpan(min: number): Rule<'SPAN_UNDER_MIN'> {
  countArgument(min, 'minSpan', 'min', 1)
  return Object.freeze({
    codes: Object.freeze(['SPAN_UNDER_MIN'] as const),
    *check({ org }) {
      const state: OrgState = stateOf(org)
      for (const [handle, id] of state.columns.ids.entries()) {
        const reports = reportsOfHandle(state, handle, 'solid')
        if (reports.length === 0 || reports.length >= min) continue
        yield deferredIssue('SPAN_UNDER_MIN', 'error', () => ({
          roles: [id],
          witness: Array.from(reports, (report) => state.columns.ids[report]),
          message: `The role ${quote(id)} has ${counted(reports.length, 'direct report')}, and a manager has at least ${String(min)}`,
          suggestion: 'Give it further reports, or let its reports report to the manager above.',
        }))
      }
    },
  } satisfies Rule<'SPAN_UNDER_MIN'>)
}
