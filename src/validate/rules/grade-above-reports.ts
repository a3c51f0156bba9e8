import { gradesNotAbove } from '../../engine/grade-not-above.js'
import { stateOf } from '../../engine/org-state.js'
import { givenOptions, trueOrFalse } from '../../kernel/option-check.js'
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
 * Checks solid lines. Gives an issue `GRADE_NOT_ABOVE_REPORT` for each line where it is not, in the input order of the
 * reports; a line passes if either role has no grade. The witness is the report and its manager.
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
 * console.log(issues[0]?.message) // => The role 'lead' (grade 5) is the manager of 'analyst' (grade 5)
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
      for (const { code, severity, parts } of gradesNotAbove(stateOf(org), allowEqual)) {
        yield deferredIssue(code, severity, parts)
      }
    },
  } satisfies Rule<'GRADE_NOT_ABOVE_REPORT'>)
}
