import { type IssueParts, makeIssue } from './make-issue.js'
import type { LateIssue } from './rule.js'

/** An issue of a rule of the library, made of its parts when it is listed. */
export function lateIssue<const Code extends string>(
  code: Code,
  severity: LateIssue['severity'],
  parts: () => Omit<IssueParts<Code>, 'code' | 'severity'>,
): LateIssue<Code> {
  return { code, severity, make: () => makeIssue({ ...parts(), code, severity }) }
}
