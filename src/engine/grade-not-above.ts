import type { Place, Severity } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import { NONE } from './columns.js'
import type { OrgState } from './org-state.js'

/** The parts of an issue `GRADE_NOT_ABOVE_REPORT`, for policies and `crossCheck`. */
export interface GradeNotAbove {
  readonly code: 'GRADE_NOT_ABOVE_REPORT'
  readonly severity: Severity
  /** The rest, made only if the issue is listed. */
  readonly parts: () => {
    /** The report and its manager. */
    readonly roles: readonly [report: string, manager: string]
    readonly place: Place
    readonly witness: readonly string[]
    readonly message: string
    readonly suggestion: string
  }
}

/**
 * The solid lines to a manager of a lower grade than the report, or of the same one unless `allowEqual`, in the order of
 * the reports. Roles without a grade are not compared. O(roles).
 */
export function* gradesNotAbove(state: OrgState, allowEqual: boolean): Generator<GradeNotAbove> {
  const { ids, manager, attributes } = state.columns
  for (const [handle, grade] of attributes.grade?.entries() ?? []) {
    const upper = manager[handle]
    const higher = upper === NONE || upper === handle ? undefined : attributes.grade?.[upper]
    if (grade === undefined || higher === undefined) continue
    if (higher > grade || (allowEqual && higher === grade)) continue
    const [report, above] = [ids[handle], ids[upper]]
    yield {
      code: 'GRADE_NOT_ABOVE_REPORT',
      severity: 'error',
      parts: () => ({
        roles: [report, above],
        place: { path: ['roles', report, 'reportsTo'] },
        witness: [report, above],
        message: `The role ${quote(above)} (grade ${String(higher)}) is the manager of ${quote(report)} (grade ${String(grade)})`,
        suggestion: 'Correct one of the grades, or give the report a manager of a higher grade.',
      }),
    }
  }
}
