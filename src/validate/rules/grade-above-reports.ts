import { NONE } from '../../engine/columns.js'
import { stateOf } from '../../engine/org-state.js'
import { givenOptions, trueOrFalse } from '../../kernel/option-check.js'
import { quote } from '../../kernel/quote.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'

/** The options of {@link gradeAboveReports}. */
export interface GradeOptions {
  /** Whether a manager may have the same grade as a report. Default: `false`. */
  readonly allowEqual?: boolean
}

/**
 * A policy: a manager's grade is above the grade of each direct report.
 *
 * Solid lines count. Gives an issue `GRADE_NOT_ABOVE_REPORT` for each line where it is not, in the order of the
 * reports; a line where either role has no grade passes. The witness is the report and its manager.
 *
 * Complexity: O(roles).
 *
 * @param options `allowEqual`: whether an equal grade is allowed, `false` by default.
 * @returns A rule for {@link checkOrg}.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, gradeAboveReports } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { lead: { grade: 5 }, analyst: { grade: 5, reportsTo: 'lead' } },
 * })
 * const { issues } = checkOrg(org, { rules: [gradeAboveReports()] })
 * console.log(issues[0]?.message) // => The role 'lead' of grade 5 is the manager of 'analyst' of grade 5
 * console.log(checkOrg(org, { rules: [gradeAboveReports({ allowEqual: true })] }).ok) // => true
 * ```
 * @see `compareRoles`.
 */
export function gradeAboveReports(options?: GradeOptions): Rule<'GRADE_NOT_ABOVE_REPORT'> {
  const given = givenOptions('gradeAboveReports', options, ['allowEqual'])
  const allowEqual = trueOrFalse('allowEqual', given.get('allowEqual'), false)
  return Object.freeze({
    codes: Object.freeze(['GRADE_NOT_ABOVE_REPORT'] as const),
    *check({ org }) {
      const { ids, manager, attributes } = stateOf(org).columns
      for (const [handle, grade] of attributes.grade?.entries() ?? []) {
        const upper = manager[handle]
        const higher = upper === NONE || upper === handle ? undefined : attributes.grade?.[upper]
        if (grade === undefined || higher === undefined) continue
        if (higher > grade || (allowEqual && higher === grade)) continue
        const [report, above] = [ids[handle], ids[upper]]
        yield deferredIssue('GRADE_NOT_ABOVE_REPORT', 'error', () => ({
          roles: [above, report],
          place: { path: ['roles', report, 'reportsTo'] },
          witness: [report, above],
          message: `The role ${quote(above)} of grade ${String(higher)} is the manager of ${quote(report)} of grade ${String(grade)}`,
          suggestion: 'Correct one of the grades, or give the report a manager of a higher grade.',
        }))
      }
    },
  } satisfies Rule<'GRADE_NOT_ABOVE_REPORT'>)
}
