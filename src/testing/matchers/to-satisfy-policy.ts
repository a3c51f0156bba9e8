import {
  checkOrg,
  type CheckResult,
  counted,
  invalidArgument,
  type NamedRule,
  type Org,
  type Policy,
  type Rule,
} from '../../internal.js'
import { type MatchResult, matchResult, Shown } from '../match-result.js'
import { issueLines } from '../message-lines.js'

/**
 * Whether an org keeps every rule of a policy.
 *
 * A rule is broken if it finds an error. Warnings and hints are listed but do not fail.
 *
 * Complexity: as for `checkOrg`.
 *
 * @param org The org.
 * @param rules A policy, or rules without names.
 * @returns Whether it passes, and the message: each broken rule with its reason, and every role that breaks it.
 * @throws {@link OrgError} `NOT_AN_ORG`, `INVALID_ARGUMENT` for anything but a list of rules, `RULE_FAILED`.
 * @example
 * ```ts
 * import { defineOrg, maxSpan, oneTop, policy } from 'rolegraph'
 * import { toSatisfyPolicy } from 'rolegraph/testing'
 *
 * const ours = policy({
 *   'one top': { rule: oneTop(), because: 'The board speaks to one person.' },
 *   span: { rule: maxSpan(1), because: 'Weekly meetings.', source: 'Handbook' },
 * })
 * const org = defineOrg({ roles: { lead: {}, a: { reportsTo: 'lead' }, b: { reportsTo: 'lead' } } })
 * console.log(toSatisfyPolicy(org, ours).message().split('\n').slice(0, 5).join('\n'))
 * // => expect(org).toSatisfyPolicy(policy)
 * // =>
 * //    1 of 2 rules is broken.
 * // =>
 * //    span: Weekly meetings. (Handbook)
 * ```
 * @see `policy`, {@link assertPolicy} for runners without `expect`.
 */
export function toSatisfyPolicy<Chart extends Org>(
  org: Chart,
  rules: Policy<string, string, NoInfer<Chart>> | readonly Rule<string, NoInfer<Chart>>[],
): MatchResult {
  const received: unknown = rules
  if (!Array.isArray(received)) {
    throw invalidArgument('toSatisfyPolicy', 'rules', received, 'a policy or an array of rules')
  }
  // They are about this org, whatever its ids.
  const given = rules as Policy | readonly Rule[]
  // All rules at once first, so that checkOrg rejects anything else.
  checkOrg<string, string, unknown, string, string>(org, { rules: given, maxIssues: 0 })
  const results = given.map((rule): RuleResult => ({ rule, result: checkOrg(org, { rules: [rule] }) }))
  const pass = results.every(({ result }) => result.ok)
  return matchResult(pass, 'toSatisfyPolicy', [new Shown('policy')], () => policyLines(results))
}

/** What one rule found. */
interface RuleResult {
  readonly rule: Rule | NamedRule
  readonly result: CheckResult<string>
}

/** The broken rules with their reasons and issues, then the hints of the others. */
function policyLines(results: readonly RuleResult[]): string[] {
  const broken = results.filter(({ result }) => !result.ok)
  const hinted = results.filter(({ result }) => result.ok && result.total > 0)
  const all = counted(results.length, 'rule')
  const first =
    broken.length === 0
      ? `${results.length === 1 ? 'The rule holds' : `All ${all} hold`}.`
      : `${String(broken.length)} of ${all} ${broken.length === 1 ? 'is' : 'are'} broken.`
  return [first, ...[...broken, ...hinted].flatMap(ruleLines)]
}

function ruleLines({ rule, result }: RuleResult): string[] {
  // The heading already names the rule.
  const issues = result.issues.map(({ rule: _rule, ...issue }) => issue)
  return ['', headingOf(rule), ...issueLines({ issues, counts: result.counts })]
}

function headingOf(rule: Rule | NamedRule): string {
  if (!('because' in rule)) return `${rule.codes.join(', ')}:`
  return `${rule.name}: ${rule.because}${rule.source === undefined ? '' : ` (${rule.source})`}`
}
