import { type CheckResult, counted, type Issue } from '../internal.js'

const LISTED = 10

/** Issues as an indented list, each with how to mend it; the first ones of many. */
export function issueLines(issues: readonly Issue<string>[], total = issues.length): string[] {
  const lines = issues.slice(0, LISTED).flatMap((issue) => {
    return [`  ${issue.severity} ${issue.code}: ${issue.message}`, `    ${issue.suggestion}`]
  })
  return total > LISTED ? [...lines, `  … and ${String(total - LISTED)} more`] : lines
}

/** What a check found, in a line: `2 issues: 1 REPORTING_CYCLE, 1 CUT_OFF`. */
export function countsLine({ total, counts }: CheckResult<string>): string {
  const byCode = Object.entries(counts).map(([code, count]) => `${String(count)} ${code}`)
  return `${counted(total, 'issue')}${byCode.length === 0 ? '' : `: ${byCode.join(', ')}`}`
}
