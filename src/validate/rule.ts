import type { Issue, Severity } from '../kernel/issue.js'
import type { Org } from '../model/org.js'

/** What a rule has to go on. It is made once per check and is the same for all rules. */
export interface RuleContext<Chart extends Org = Org> {
  /** The org that is checked. Any query can be asked of it. */
  readonly org: Chart
  /** Whether a role that is its own manager counts as a top; see {@link CheckOptions}. */
  readonly allowSelfManagedTops: boolean
}

/** An issue that is made only if it is listed: a chart may have a million, of which a thousand are listed. */
export interface DeferredIssue<Code extends string = string> {
  readonly code: Code
  readonly severity: Severity
  readonly make: () => Issue<Code>
}

/**
 * A rule of {@link checkOrg}: it looks at an org and gives an issue for each problem that it finds. The rules of
 * the library and your own have this one type; {@link structureRules} shows how to write one.
 */
export interface Rule<Code extends string = string, Chart extends Org = Org> {
  /** The codes of its issues. */
  readonly codes: readonly Code[]
  /**
   * All problems, in input order; make each with {@link makeIssue}. It may be a generator. A rule that may find very
   * many gives a {@link DeferredIssue} for each: all are counted, and only those that are listed are made.
   */
  readonly check: (context: RuleContext<Chart>) => Iterable<Issue<Code> | DeferredIssue<Code>>
}

/** Whether a value has the shape of a rule. */
export function isRule(value: unknown): value is Rule {
  if (typeof value !== 'object' || value === null) return false
  const codes: unknown = Reflect.get(value, 'codes')
  return typeof Reflect.get(value, 'check') === 'function' && Array.isArray(codes)
}

/** Whether a finding is made only when it is listed. */
export function isDeferred<Code extends string>(
  finding: Issue<Code> | DeferredIssue<Code>,
): finding is DeferredIssue<Code> {
  const received: unknown = finding
  return typeof received === 'object' && received !== null && 'make' in received
}
