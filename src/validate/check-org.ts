import { stateOf } from '../engine/org-state.js'
import { invalidOption } from '../kernel/invalid-input.js'
import type { Issue, IssueCode } from '../kernel/issue.js'
import { type GivenOptions, givenOptions, trueOrFalse, upperLimit } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import type { Org } from '../model/org.js'
import { wrongPartOf } from '../kernel/issue-shape.js'
import { type DeferredIssue, isDeferred, isRule, type Rule, type RuleContext } from './rule.js'
import { structureRules } from './rules.js'

/** What {@link checkOrg} looks for, and how many issues it lists. */
export interface CheckOptions<Code extends string = IssueCode, Chart extends Org = Org> {
  /** The rules, in the order of their issues. Default: {@link structureRules}, which are not added to other rules. */
  readonly rules?: readonly Rule<Code, Chart>[]
  /** How many issues to list at most. All are counted. Default: 1,000. */
  readonly maxIssues?: number
  /**
   * Whether a role that is its own manager is a top, as some exports mark it. It is then not an issue, and the roles below
   * it are not cut off. Default: `false`.
   */
  readonly allowSelfManagedTops?: boolean
}

/** What {@link checkOrg} found. */
export interface CheckResult<Code extends string = IssueCode> {
  /** Whether there is no issue of severity `'error'`. */
  readonly ok: boolean
  /** At most `maxIssues` issues, in the order of the rules and then in input order. */
  readonly issues: readonly Issue<Code>[]
  /** How many issues there are of each code, listed or not; a code without issues is left out. */
  readonly counts: Readonly<Partial<Record<Code, number>>>
  /** How many issues there are in all, listed or not. */
  readonly total: number
}

const OPTIONS = ['rules', 'maxIssues', 'allowSelfManagedTops']
const MAX_ISSUES = 1000

/**
 * Checks an org against rules and reports every problem with the roles concerned, the place, a witness and a suggested
 * fix. Nothing is repaired.
 *
 * The default rules check the structure of the chart. They also list the issues found while the org was made
 * (`issuesOf`), each once. Policies, such as {@link maxSpan}, are rules that are checked only when you pass them; your
 * own rules have the same type, see {@link structureRules}. Only the rules you pass are checked:
 * `rules: [...structureRules, maxSpan(12)]` has both kinds. To leave a rule out, filter by its codes:
 * `structureRules.filter((rule) => !rule.codes.includes('ISOLATED_ROLE'))`.
 *
 * Complexity: O(roles + lines + moves + units) for the rules of the library; the first check of an org also
 * builds the indexes that queries use.
 *
 * @param org The org, typically one that may be broken: collected with `onIssue: 'collect'`.
 * @param options `rules`; `maxIssues`, 1,000 by default; `allowSelfManagedTops`, `false` by default.
 * @returns A frozen result: whether there is no error, the issues, and the true number of each code.
 * @throws {@link OrgError} `INVALID_OPTION`, `NOT_AN_ORG`, `RULE_FAILED` when a rule throws or yields anything but an
 * issue with one of its codes.
 * @example
 * ```ts
 * import { checkOrg, maxSpan, orgFromRecords, structureRules } from 'rolegraph'
 *
 * const rows = [
 *   { post: '1', boss: null },
 *   { post: '2', boss: '1' },
 *   { post: '3', boss: '1' },
 *   { post: '4', boss: '5' },
 *   { post: '5', boss: '4' },
 * ]
 * const org = orgFromRecords(rows, { id: 'post', manager: 'boss', onIssue: 'collect' })
 * const { ok, issues } = checkOrg(org)
 * console.log(ok) // => false
 * console.log(issues[0]?.code, issues[0]?.witness) // => REPORTING_CYCLE [ '4', '5', '4' ]
 * const { counts } = checkOrg(org, { rules: [...structureRules, maxSpan(1)] })
 * console.log(counts.SPAN_OVER_MAX) // => 1
 * ```
 * @see {@link structureRules}, {@link makeIssue}, `issuesOf`.
 */
export function checkOrg<
  Id extends string,
  Unit extends string,
  Data,
  Person extends string,
  Code extends string = IssueCode,
>(
  org: Org<Id, Unit, Data, Person>,
  options?: CheckOptions<Code, Org<NoInfer<Id>, NoInfer<Unit>, NoInfer<Data>, NoInfer<Person>>>,
): CheckResult<Code> {
  stateOf(org)
  const given = givenOptions('checkOrg', options, OPTIONS)
  const rules = rulesOption(given, options)
  const found = new Findings(upperLimit('maxIssues', given.get('maxIssues'), 0, MAX_ISSUES))
  const allowSelfManagedTops = trueOrFalse('allowSelfManagedTops', given.get('allowSelfManagedTops'), false)
  const context: RuleContext<Org<Id, Unit, Data, Person>> = Object.freeze({ org, allowSelfManagedTops })
  for (const rule of rules) runRule(rule, context, found)
  // The codes come from the rules that ran; `Code` defaults to those of the default rules.
  return found.result() as CheckResult<Code>
}

/** Counts all issues and keeps the first ones. */
class Findings {
  readonly #issues: Issue<string>[] = []
  readonly #counts = new Map<string, number>()
  #total = 0
  #ok = true

  constructor(readonly maxIssues: number) {}

  add(finding: Issue<string> | DeferredIssue, mayHave: (code: string) => boolean): void {
    const deferred = isDeferred(finding)
    if (!deferred) requireIssue(finding)
    const { code } = finding
    if (!mayHave(code))
      throw wrongFinding(`an issue with the code ${quote(code)}, which is not one of its codes`, code)
    this.#total++
    this.#counts.set(finding.code, (this.#counts.get(finding.code) ?? 0) + 1)
    if (finding.severity === 'error') this.#ok = false
    if (this.#issues.length >= this.maxIssues) return
    const issue = deferred ? finding.make() : finding
    if (deferred) requireIssue(issue)
    this.#issues.push(issue)
  }

  result(): CheckResult<string> {
    return Object.freeze({
      ok: this.#ok,
      issues: Object.freeze([...this.#issues]),
      counts: Object.freeze(this.#countsByCode()),
      total: this.#total,
    })
  }

  #countsByCode(): Record<string, number> {
    const counts = Object.fromEntries(this.#counts)
    // A code can be any text, and one such as `constructor` must not find an inherited property.
    Object.setPrototypeOf(counts, null)
    return counts
  }
}

function requireIssue(value: unknown): void {
  const wrong = typeof value === 'object' && value !== null ? wrongPartOf(value) : quote(value)
  if (wrong === undefined) return
  throw wrongFinding(`something that is not an issue (${wrong}); create issues with makeIssue`, value)
}

function wrongFinding(what: string, received: unknown): OrgError<'INVALID_ARGUMENT'> {
  return new OrgError('INVALID_ARGUMENT', `It returned ${what}.`, { argument: 'issue', received })
}

function runRule<Chart extends Org>(
  rule: Rule<string, Chart>,
  context: RuleContext<Chart>,
  found: Findings,
): void {
  // The rule that passes on what was found in the input does not name the codes of importers.
  let inInput: ReadonlySet<string> | undefined
  const mayHave = (code: string): boolean => {
    if (rule.codes.includes(code)) return true
    inInput ??= new Set<string>(stateOf(context.org).issues.map((issue) => issue.code))
    return inInput.has(code)
  }
  try {
    for (const finding of rule.check(context)) found.add(finding, mayHave)
  } catch (cause) {
    const codes = [...rule.codes]
    throw new OrgError(
      'RULE_FAILED',
      `The rule for ${codes.map(quote).join(', ') || 'no code'} failed: ${cause instanceof Error ? String(cause) : quote(cause)}`,
      { codes },
      { cause },
    )
  }
}

function rulesOption<Code extends string, Chart extends Org>(
  given: GivenOptions,
  options: CheckOptions<Code, Chart> | undefined,
): ReadonlySet<Rule<string, Chart>> {
  const received = given.get('rules')
  if (received === undefined) return new Set(structureRules)
  if (!Array.isArray(received)) throw invalidOption('rules', received, RULES)
  for (const rule of received) if (!isRule(rule)) throw invalidOption('rules', rule, RULES)
  // A rule that is listed twice is checked once.
  return new Set(options?.rules)
}

const RULES =
  "an array of rules, each { codes: ['MY_CODE'], check }; rules such as maxSpan are called: maxSpan(12)"
