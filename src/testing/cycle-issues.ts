import { checkOrg, type CheckResult, type IssueCode, type Org, structureRules } from '../internal.js'

const CODES: readonly IssueCode[] = ['SELF_REPORT', 'REPORTING_CYCLE']

/** Every circle of solid lines, roles that report to themselves included. */
export function cycleIssues(org: Org): CheckResult {
  return checkOrg(org, {
    rules: structureRules.filter((rule) => rule.codes.some((code) => CODES.includes(code))),
  })
}
