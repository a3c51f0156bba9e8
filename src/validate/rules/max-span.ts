import { counted } from '../../kernel/in-words.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import { reportsOfHandle } from '../../engine/reach.js'
import { quote } from '../../kernel/quote.js'
import { countArgument } from '../count-argument.js'
import { deferredIssue } from '../deferred-issue.js'
import type { Rule } from '../rule.js'

/**
 * A policy: no role has more than so many direct reports.
 *
 * Solid lines count, vacant reports too. An issue `SPAN_OVER_MAX` for each manager with more, in input order; the
 * witness has the direct reports.
 *
 * Complexity: O(roles + lines).
 *
 * @param max The widest span of control that is allowed, 0 or more.
 * @returns A rule for {@link checkOrg}.
 * @throws {@link OrgError} `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, maxSpan } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { lead: {}, planner: { reportsTo: 'lead' }, analyst: { reportsTo: 'lead' } },
 * })
 * const { issues } = checkOrg(org, { rules: [maxSpan(1)] })
 * console.log(issues[0]?.message) // => The role 'lead' has 2 direct reports, and 1 is allowed
 * console.log(issues[0]?.witness) // => [ 'planner', 'analyst' ]
 * ```
 * @see `spanOfControlOf`, {@link noSingleReport}.
 */
export function maxSpan(max: number): Rule<'SPAN_OVER_MAX'> {
  countArgument(max, 'maxSpan', 'max', 0)
  return Object.freeze({
    codes: Object.freeze(['SPAN_OVER_MAX'] as const),
    *check({ org }) {
      const state: OrgState = stateOf(org)
      for (const [handle, id] of state.columns.ids.entries()) {
        const reports = reportsOfHandle(state, handle, 'solid')
        if (reports.length <= max) continue
        yield deferredIssue('SPAN_OVER_MAX', 'error', () => ({
          roles: [id],
          witness: Array.from(reports, (report) => state.columns.ids[report]),
          message: `The role ${quote(id)} has ${counted(reports.length, 'direct report')}, and ${String(max)} ${max === 1 ? 'is' : 'are'} allowed`,
          suggestion: 'Give some of them another manager, or put a role in between.',
        }))
      }
    },
  } satisfies Rule<'SPAN_OVER_MAX'>)
}
