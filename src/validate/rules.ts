import type { IssueCode } from '../kernel/issue.js'
import type { Rule } from './rule.js'
import { cutOff } from './rules/cut-off.js'
import { dottedCycle } from './rules/dotted-cycle.js'
import { doubledLine } from './rules/doubled-line.js'
import { duplicateId, foundInInput, severalManagers, unknownManager } from './rules/found-in-input.js'
import { headOutsideUnit } from './rules/head-outside-unit.js'
import { isolatedRole } from './rules/isolated-role.js'
import { lookAlikeIds } from './rules/look-alike-ids.js'
import { noTop } from './rules/no-top.js'
import { overFullTime } from './rules/over-full-time.js'
import { repeatedHolder } from './rules/repeated-holder.js'
import { reportingCycle } from './rules/reporting-cycle.js'
import { selfReport } from './rules/self-report.js'
import { unitCycle } from './rules/unit-cycle.js'

/** The rules in the order of their issues: causes before consequences, errors before oddities. */
const RULES: readonly Rule<IssueCode>[] = [
  duplicateId,
  unknownManager,
  severalManagers,
  selfReport,
  reportingCycle,
  noTop,
  cutOff,
  unitCycle,
  headOutsideUnit,
  isolatedRole,
  doubledLine,
  dottedCycle,
  lookAlikeIds,
  repeatedHolder,
  overFullTime,
]

/**
 * The rules that {@link checkOrg} checks by default, in order: the structure of the chart, and everything found while
 * the org was made.
 *
 * Errors: `DUPLICATE_ID`, `UNKNOWN_MANAGER`, `SEVERAL_MANAGERS`, `SELF_REPORT`, `REPORTING_CYCLE`, `NO_TOP`,
 * `CUT_OFF`, `UNIT_CYCLE`, and the codes of fields, moves and files that could not be read. Warnings:
 * `HEAD_OUTSIDE_UNIT`, `ISOLATED_ROLE`, `LOOK_ALIKE_IDS`, `REPEATED_HOLDER`, `OVER_FULL_TIME`. For information:
 * `DOUBLED_LINE`, `DOTTED_CYCLE`.
 *
 * Your own rule has the same type: its codes, and a function that takes the org and returns an issue for each problem. The
 * function may be a generator and can use any query; {@link makeIssue} fills in the parts of an issue other than its code,
 * message and suggestion. The codes are part of the type of the result.
 *
 * @example
 * ```ts
 * import { checkOrg, defineOrg, makeIssue, roleOf, rolesOf, type Rule, structureRules } from 'rolegraph'
 *
 * const everyRoleHasAGrade: Rule<'NO_GRADE'> = {
 *   codes: ['NO_GRADE'],
 *   *check({ org }) {
 *     for (const role of rolesOf(org)) {
 *       if (roleOf(org, role).grade !== undefined) continue
 *       yield makeIssue({
 *         code: 'NO_GRADE',
 *         severity: 'warning',
 *         roles: [role],
 *         message: `The role '${role}' has no grade`,
 *         suggestion: 'Take the grade from the pay table.',
 *       })
 *     }
 *   },
 * }
 *
 * const org = defineOrg({ roles: { lead: { grade: 5 }, analyst: { reportsTo: 'lead' } } })
 * const { ok, issues } = checkOrg(org, { rules: [...structureRules, everyRoleHasAGrade] })
 * console.log(ok, issues.length) // => true 1
 * console.log(issues[0]?.code, issues[0]?.roles) // => NO_GRADE [ 'analyst' ]
 * ```
 * @see {@link maxSpan}, {@link maxLayers}, {@link gradeAboveReports}, {@link noSingleReport},
 * {@link noVacantManager}, {@link oneTop}, {@link noManagerOfFormerPost}, {@link noReportingToOneself},
 * {@link noRoleWithoutUnit}, {@link noUnitWithoutHead}: policies, which are not default rules.
 */
export const structureRules: readonly Rule<IssueCode>[] = /* @__PURE__ */ withTheRest(RULES)

function withTheRest(rules: readonly Rule<IssueCode>[]): readonly Rule<IssueCode>[] {
  return Object.freeze([...rules, foundInInput(rules)])
}
