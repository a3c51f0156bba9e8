import { invalidArgument } from '../kernel/invalid-input.js'
import type { Issue, Severity } from '../kernel/issue.js'
import { givenOptions } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import type { Org } from '../model/org.js'
import { SEVERITIES } from '../kernel/issue-shape.js'
import { isDeferred, isRule, type Rule } from './rule.js'

/** A rule of a policy: the rule itself, and why it holds. */
export interface PolicySpec<Code extends string = string, Chart extends Org = Org> {
  readonly rule: Rule<Code, Chart>
  /** Why the rule holds here, as a sentence. It is shown when the rule is broken. */
  readonly because: string
  /** Where its figure comes from; `'general'` for a rule of thumb without a source. */
  readonly source?: string
  /** The severity of its issues. Default: as the rule itself sets it. */
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

/** A frozen array of rules with names and reasons. */
export type Policy<
  Name extends string = string,
  Code extends string = string,
  Chart extends Org = Org,
> = readonly NamedRule<Name, Code, Chart>[]

const FIELDS: readonly string[] = ['rule', 'because', 'source', 'severity']

/**
 * Makes a policy: rules that each have a name and a reason, for tests, {@link checkOrg} and anything else that checks an
 * org.
 *
 * An issue of a named rule carries `rule`: the name, the reason and the source. A policy is an array: combine
 * several with `[...ours, ...theirs]`, and leave a rule out with
 * `ours.filter((rule) => rule.name !== 'one top')`.
 *
 * Complexity: O(rules).
 *
 * @param rules The rules by their names, in the order in which they are checked.
 * @returns A frozen array of frozen rules.
 * @throws {@link OrgError} `INVALID_ARGUMENT` when a rule or its reason is missing, `INVALID_OPTION` for an unknown
 * field.
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
    throw invalidArgument(
      'policy',
      'rules',
      received,
      "an object { 'one top': { rule: oneTop(), because: '…' } }",
    )
  }
  // The type knows the keys only as those of the spec.
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
        if (!isDeferred(finding)) yield named(finding)
        else {
          const { code, make } = finding
          yield { code, severity: severity ?? finding.severity, make: () => named(make()) }
        }
      }
    },
  } satisfies NamedRule<Name, Code, Chart>)
}

function refuseWrongSpec(name: string, spec: unknown): void {
  const refuse = (what: string, received: unknown): never => {
    throw new OrgError('INVALID_ARGUMENT', `The rule ${quote(name)} of a policy ${what}.`, {
      argument: name,
      received,
    })
  }
  const form =
    'must be { rule, because }, where rule is a call such as maxSpan(12) or your own { codes, check }'
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) return refuse(form, spec)
  const given = givenOptions(`The rule ${quote(name)} of a policy`, spec, FIELDS)
  if (!isRule(given.get('rule'))) refuse(form, spec)
  const because = given.get('because')
  if (typeof because !== 'string' || because.trim() === '') {
    refuse('has no reason; say in `because`, in a sentence, why it exists', because)
  }
  const source = given.get('source')
  if (source !== undefined && typeof source !== 'string') {
    refuse(`has the source ${quote(source)}; it must be text`, source)
  }
  const severity = given.get('severity')
  if (severity !== undefined && !SEVERITIES.includes(severity)) {
    refuse(`has the severity ${quote(severity)}; it can be 'error', 'warning' or 'info'`, severity)
  }
}
