import type { Org, Policy, Rule } from '../internal.js'
import { toSatisfyPolicy } from './matchers/to-satisfy-policy.js'

/** The error that {@link assertPolicy} throws: a failed assertion, not a mistake by the caller. */
export class PolicyViolation extends Error {
  override readonly name = 'PolicyViolation'
}

/**
 * Throws if an org breaks a policy: for `node:test`, scripts and any runner without `expect`.
 *
 * The message is the one of {@link toSatisfyPolicy}: each broken rule with its reason, and every role that breaks it.
 * The other matchers need no runner either: each returns `{ pass, message }`.
 *
 * Complexity: as for `checkOrg`.
 *
 * @param org The org.
 * @param rules A policy, or rules without names.
 * @returns Nothing.
 * @throws {@link PolicyViolation} if a rule finds an error; {@link OrgError} as for {@link toSatisfyPolicy}.
 * @example
 * ```ts
 * import { defineOrg, starterPolicy } from 'rolegraph'
 * import { assertPolicy } from 'rolegraph/testing'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * assertPolicy(org, starterPolicy({ minSpan: 1 }))
 * try {
 *   assertPolicy(org, starterPolicy())
 * } catch (error) {
 *   console.log(String(error).split('\n')[2]) // => 1 of 6 rules is broken.
 * }
 * ```
 * @see `policy`, {@link toSatisfyPolicy}.
 */
export function assertPolicy<Chart extends Org>(
  org: Chart,
  rules: Policy<string, string, NoInfer<Chart>> | readonly Rule<string, NoInfer<Chart>>[],
): void {
  const { pass, message } = toSatisfyPolicy(org, rules)
  if (!pass) throw new PolicyViolation(message())
}
