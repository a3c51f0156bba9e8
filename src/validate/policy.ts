import type { Issue, Severity } from '../kernel/issue.js'
import type { Org } from '../model/org.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import { isLate, isRule } from './check-org.js'
import type { Rule } from './rule.js'

/** A rule of a policy, as it is written: the rule, and why it is one. */
export interface PolicySpec<Code extends string = string, Chart extends Org = Org> {
  readonly rule: Rule<Code, Chart>
  /** Why the rule holds here, as a sentence. It is shown where the rule is broken. */
  readonly because: string
  /** Where its figure comes from; `'general'` where it is a rule of thumb that no source stands for. */
  readonly source?: string
  /** How grave a breach is. Default: what the rule itself says. */
  readonly severity?: Severity
}

/** A rule of a policy, with its name and its reason. */
export interface NamedRule<
  Name extends string = string,
  Code extends string = string,
  Chart extends Org = Org,
> extends Rule<Code, Chart> {
  readonly name: Name
  readonly because: string
  readonly source: string | undefined
}

/** Rules with names and reasons, in their order: a frozen array, to be read and filtered as any other. */
export type Policy<
  Name extends string = string,
  Code extends string = string,
  Chart extends Org = Org,
> = readonly NamedRule<Name, Code, Chart>[]

const FIELDS: readonly string[] = ['rule', 'because', 'source', 'severity']
const SEVERITIES: readonly unknown[] = ['error', 'warning', 'info'] satisfies Severity[]

/**
 * Makes a policy: rules with a name and a reason each, to be used in tests, in {@link checkOrg} and wherever else an
 * org is checked.
 *
 * An issue of a named rule carries `rule`: the name, the reason and the source. A policy is an array, so that
 * several are put together by `[...ours, ...theirs]`, and a rule is left out by
 * `ours.filter((rule) => rule.name !== 'one top')`.
 *
 * Complexity: O(rules).
 *
 * @param rules The rules by their names, in the order in which they are checked.
 * @returns A frozen array of frozen rules.
 * @throws {@link OrgError} `INVALID_ARGUMENT` when a rule or its reason is missing, or a field is unknown.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, maxSpan, oneTop, policy } from 'rolegraph'
 *
 * const ours = policy({
 *   'one top': { rule: oneTop(), because: 'The board speaks to one person.' },
 *   'span of control': {
 *     rule: maxSpan(2),
 *     because: 'Everyone meets their manager each week.',
 *     source: 'Handbook, chapter 3',
 *   },
 * })
 *
 * const org = defineOrg({
 *   roles: { lead: {}, a: { reportsTo: 'lead' }, b: { reportsTo: 'lead' }, c: { reportsTo: 'lead' } },
 * })
 * const { ok, issues } = checkOrg(org, { rules: ours })
 * console.log(ok) // => false
 * console.log(issues[0]?.rule?.name) // => span of control
 * console.log(issues[0]?.rule?.because) // => Everyone meets their manager each week.
 * ```
 * @see {@link starterPolicy} for a set to start from, {@link structureRules} for how to write a rule.
 */
export function policy<const Name extends string, Code extends string, Chart extends Org = Org>(rules: {
  readonly [K in Name]: PolicySpec<Code, Chart>
}): Policy<Name, Code, Chart> {
  const received: unknown = rules
  if (typeof received !== 'object' || received === null || Array.isArray(received)) {
    throw new OrgError(
      'INVALID_ARGUMENT',
      `policy expects { 'one top': { rule: oneTop(), because: '…' } }, received ${quote(received)}.`,
      { argument: 'rules', received },
    )
  }
  // The keys are those of the spec, which is all that its type says of them.
  const names = Object.keys(rules) as Name[]
  return Object.freeze(names.map((name) => namedRule(name, rules[name])))
}

function namedRule<Name extends string, Code extends string, Chart extends Org>(
  name: Name,
  spec: PolicySpec<Code, Chart>,
): NamedRule<Name, Code, Chart> {
  refuseWrongSpec(name, spec)
  const { rule, because, source, severity } = spec
  const grounds = Object.freeze({ name, because, ...(source !== undefined && { source }) })
  const named = (issue: Issue<Code>): Issue<Code> =>
    Object.freeze({ ...issue, ...(severity !== undefined && { severity }), rule: grounds })
  return Object.freeze({
    name,
    because,
    source,
    codes: Object.freeze([...rule.codes]),
    *check(context) {
      for (const finding of rule.check(context)) {
        if (!isLate(finding)) yield named(finding)
        else {
          const { code, make } = finding
          yield { code, severity: severity ?? finding.severity, make: () => named(make()) }
        }
      }
    },
  } satisfies NamedRule<Name, Code, Chart>)
}

function refuseWrongSpec(name: string, spec: unknown): void {
  const given = new Map<string, unknown>(
    typeof spec === 'object' && spec !== null ? Object.entries(spec) : [],
  )
  const refuse = (what: string, received: unknown): never => {
    throw new OrgError('INVALID_ARGUMENT', `The rule ${quote(name)} of a policy ${what}.`, {
      argument: name,
      received,
    })
  }
  const unknown = [...given.keys()].find((field) => !FIELDS.includes(field))
  if (unknown !== undefined) refuse(`has a field ${quote(unknown)}; it has ${FIELDS.join(', ')}`, spec)
  if (!isRule(given.get('rule')))
    refuse('is { rule, because }, where the rule is made by a call: maxSpan(12)', spec)
  const because = given.get('because')
  if (typeof because !== 'string' || because.trim() === '')
    refuse('has no reason; because: says in a sentence why it holds', because)
  const source = given.get('source')
  if (source !== undefined && typeof source !== 'string') refuse('has a source that is no text', source)
  const severity = given.get('severity')
  if (severity !== undefined && !SEVERITIES.includes(severity))
    refuse("has a severity that is none of 'error', 'warning' and 'info'", severity)
}
