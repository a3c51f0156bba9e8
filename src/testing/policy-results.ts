import { checkOrg, type CheckResult, counted, type NamedRule, type Org, type Rule } from '../internal.js'
import { issueLines } from './issue-lines.js'

/** What one rule found. */
export interface RuleResult {
  readonly rule: Rule | NamedRule
  readonly result: CheckResult<string>
}

/** What each of the rules found, in their order. */
export function policyResults(org: Org, rules: readonly (Rule | NamedRule)[]): readonly RuleResult[] {
  // As a whole first: it refuses what is no list of rules.
  checkOrg(org, { rules, maxIssues: 0 })
  return rules.map((rule) => ({ rule, result: checkOrg(org, { rules: [rule] }) }))
}

/** The rules that are broken, with their reasons and all that breaks them, and then the hints of the others. */
export function policyLines(results: readonly RuleResult[]): string[] {
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
  return ['', headingOf(rule), ...issueLines(result.issues, result.total)]
}

function headingOf(rule: Rule | NamedRule): string {
  if (!('because' in rule)) return `${rule.codes.join(', ')}:`
  return `${rule.name}: ${rule.because}${rule.source === undefined ? '' : ` (${rule.source})`}`
}
