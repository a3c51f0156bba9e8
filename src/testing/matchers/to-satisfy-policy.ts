import type { Org, Policy, Rule } from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { policyLines, policyResults } from '../policy-results.js'
import { Shown } from '../text/call-text.js'

/**
 * Whether an org keeps every rule of a policy.
 *
 * A rule is broken where it finds an error. What it finds as a warning or a hint is listed and breaks nothing.
 *
 * Complexity: that of `checkOrg`.
 *
 * @param org The org.
 * @param rules A policy, or rules without names.
 * @returns Whether it passes, and the message: each broken rule with its reason, and every role that breaks it.
 * @throws {@link OrgError} `NOT_AN_ORG`, `INVALID_OPTION`, `RULE_FAILED`.
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
 * console.log(toSatisfyPolicy(org, ours).message())
 * // => expect(org).toSatisfyPolicy(policy)
 * // =>
 * //    1 of 2 rules is broken.
 * // =>
 * //    span: Weekly meetings. (Handbook)
 * //      error SPAN_OVER_MAX: The role 'lead' has 2 direct reports, and 1 is allowed
 * //        Give some of them another manager, or put a role in between.
 * ```
 * @see `policy`, {@link assertPolicy} for runners without `expect`.
 */
export function toSatisfyPolicy(org: Org, rules: Policy | readonly Rule[]): MatchResult {
  const results = policyResults(org, rules)
  const pass = results.every(({ result }) => result.ok)
  return matchResult(pass, 'toSatisfyPolicy', [new Shown('policy')], () => policyLines(results))
}
