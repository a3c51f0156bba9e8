import { type IssueParts, makeIssue } from './make-issue.js'
import type { DeferredIssue } from './rule.js'

/** An issue of a rule of the library, made of its parts when it is listed. */
export function deferredIssue<const Code extends string>(
  code: Code,
  severity: DeferredIssue['severity'],
  parts: () => Omit<IssueParts<Code>, 'code' | 'severity'>,
): DeferredIssue<Code> {
  return { code, severity, make: () => makeIssue({ ...parts(), code, severity }) }
}
