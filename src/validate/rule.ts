import type { Issue, Severity } from '../kernel/issue.js'
import type { Org } from '../model/org.js'

/** The input of a rule. It is made once per check and is the same for all rules. */
export interface RuleContext<Chart extends Org = Org> {
  /** The org to check. The rule can use any query on it. */
  readonly org: Chart
  /** Whether a role that is its own manager counts as a top; see {@link CheckOptions}. */
  readonly allowSelfManagedTops: boolean
}

/** An issue that is built only if it is listed: a chart may have a million issues, but only a thousand are listed. */
export interface DeferredIssue<Code extends string = string> {
  readonly code: Code
  readonly severity: Severity
  readonly make: () => Issue<Code>
}

/**
 * A rule of {@link checkOrg}: it checks an org and returns an issue for each problem. The rules of the library and your own
 * have the same type; {@link structureRules} shows how to write one.
 */
export interface Rule<Code extends string = string, Chart extends Org = Org> {
  /** The codes of its issues. */
  readonly codes: readonly Code[]
  /**
   * Returns an issue for each problem, in input order; make each with {@link makeIssue}. May be a generator. A rule that may
   * find very many returns a {@link DeferredIssue} for each: all are counted, but only those that are listed are built.
   */
  readonly check: (context: RuleContext<Chart>) => Iterable<Issue<Code> | DeferredIssue<Code>>
}

/** Whether a value has the shape of a rule. */
export function isRule(value: unknown): value is Rule {
  if (typeof value !== 'object' || value === null) return false
  const codes: unknown = Reflect.get(value, 'codes')
  return typeof Reflect.get(value, 'check') === 'function' && Array.isArray(codes)
}

/** Whether a finding is built only if it is listed. */
export function isDeferred<Code extends string>(
  finding: Issue<Code> | DeferredIssue<Code>,
): finding is DeferredIssue<Code> {
  const received: unknown = finding
  return typeof received === 'object' && received !== null && 'make' in received
}
