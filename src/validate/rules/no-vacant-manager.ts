import { counted } from '../../kernel/in-words.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import { reportsOfHandle } from '../../engine/reach.js'
import { isVacant } from '../../engine/role-record.js'
import { givenOptions, upperLimit } from '../../kernel/option-check.js'
import { quote } from '../../kernel/quote.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'

/** The options of {@link noVacantManager}. */
export interface VacantManagerOptions {
  /** How many direct reports a vacant role may have, 0 or more; `Infinity` for no limit. Default: 0. */
  readonly maxReports?: number
}

/**
 * A policy: nobody reports to a role that nobody fills.
 *
 * Checks solid lines. Gives an issue `VACANT_MANAGER` for each vacant role with direct reports, in input order; the
 * witness has the reports. A role is not vacant if the chart does not say who fills it.
 *
 * Complexity: O(roles + lines).
 *
 * @param options `maxReports`: how many reports a vacant role may have, 0 by default.
 * @returns A rule for {@link checkOrg}.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, noVacantManager } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { lead: { vacant: true }, analyst: { reportsTo: 'lead' } } })
 * const { issues } = checkOrg(org, { rules: [noVacantManager()] })
 * console.log(issues[0]?.message) // => The role 'lead' is vacant and has 1 direct report
 * console.log(checkOrg(org, { rules: [noVacantManager({ maxReports: 1 })] }).ok) // => true
 * ```
 */
export function noVacantManager(options?: VacantManagerOptions): Rule<'VACANT_MANAGER'> {
  const given = givenOptions('noVacantManager', options, ['maxReports'])
  const maxReports = upperLimit('maxReports', given.get('maxReports'), 0, 0)
  return Object.freeze({
    codes: Object.freeze(['VACANT_MANAGER'] as const),
    *check({ org }) {
      const state: OrgState = stateOf(org)
      for (const [handle, id] of state.columns.ids.entries()) {
        const reports = reportsOfHandle(state, handle, 'solid')
        if (reports.length <= maxReports || !isVacant(state, handle)) continue
        yield deferredIssue('VACANT_MANAGER', 'error', () => ({
          roles: [id],
          witness: Array.from(reports, (report) => state.columns.ids[report]),
          message: `The role ${quote(id)} is vacant and has ${counted(reports.length, 'direct report')}`,
          suggestion: 'Fill the role, or move its reports to the manager above until it is filled.',
        }))
      }
    },
  } satisfies Rule<'VACANT_MANAGER'>)
}
