import {
  isAboveInState,
  type Issue,
  makeIssue,
  NONE,
  type Org,
  type OrgState,
  peopleIndexOf,
  quote,
  quotedList,
  stateOf,
  targetsOf,
  givenOptions,
  addToList,
} from '../internal.js'
import { requirePolicy } from './approval-policy.js'
import { dateIn } from './approval-request.js'
import { type PolicyPlan, planOf } from './policy-plan.js'
import { outcomesOf } from './outcomes-of.js'
import type { ApprovalPolicy, ApprovalRule } from './policy-spec.js'

/** The issue codes of {@link checkApprovalPolicy}. */
export const APPROVAL_ISSUES = /* @__PURE__ */ Object.freeze([
  'UNKNOWN_ROLE',
  'UNKNOWN_UNIT',
  'UNKNOWN_PERSON',
  'NOBODY_CAN_APPROVE',
  'LIMIT_FALLS',
  'ABOVE_ONESELF',
  'DELEGATE_BELOW',
  'DELEGATES_BACK',
] as const)

/** An issue code of {@link checkApprovalPolicy}. */
export type ApprovalIssueCode = (typeof APPROVAL_ISSUES)[number]

type Path = readonly (string | number)[]

/**
 * Checks a policy against an org and returns what does not work: ids that the org does not have, requests that nobody can approve,
 * limits that fall going up the chain, people who are above themselves and would have to approve their own requests, delegates
 * below the person they act for, and people who are each other's delegates.
 *
 * Tries every role with every rule, with an amount above every stated limit. `NOBODY_CAN_APPROVE` is one issue per rule and
 * reason, with all the roles concerned in `roles`.
 *
 * Complexity: O(r × (n log n + h) + p + d) for r rules, n roles, h holders, p people and d delegations. A search takes one more step
 * for each role above the requester's that the requester holds too.
 *
 * @param org The org.
 * @param policy The policy, made by {@link approvalPolicy}.
 * @param options `date`: the day of the absences, delegations and assignments. Default: nobody is away, and all assignments count.
 * @returns The issues; empty for a policy that works.
 * @throws {@link OrgError} `NOT_AN_ORG`, `INVALID_ARGUMENT`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { approvalPolicy, checkApprovalPolicy } from 'rolegraph/approval'
 *
 * const org = defineOrg({ roles: { cfo: {}, lead: { reportsTo: 'cfo' }, buyer: { reportsTo: 'lead' } } })
 * const policy = approvalPolicy<typeof org>({
 *   limits: [{ role: 'lead', upTo: 5_000 }, { role: 'cfo', upTo: 1_000 }],
 *   rules: [{ by: 'chain' }],
 * })
 * for (const { code, roles } of checkApprovalPolicy(org, policy)) console.log(code, roles)
 * // => NOBODY_CAN_APPROVE [ 'cfo' ]
 * //    NOBODY_CAN_APPROVE [ 'lead', 'buyer' ]
 * //    LIMIT_FALLS [ 'lead', 'cfo' ]
 * ```
 */
export function checkApprovalPolicy<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  policy: ApprovalPolicy,
  options?: { readonly date?: string },
): Issue<ApprovalIssueCode>[] {
  const state: OrgState = stateOf(org)
  const plan = planOf(requirePolicy('checkApprovalPolicy', policy))
  const caller = 'checkApprovalPolicy'
  const date = dateIn(caller, givenOptions(caller, options, ['date']))
  const unknown = unknownIds(state, plan.policy)
  const isKnown = (rule: ApprovalRule): boolean =>
    rolesOf(rule).every((role) => state.columns.handles.has(role))
  const fallback = plan.policy.fallback?.role
  const canTry = fallback === undefined || state.columns.handles.has(fallback)
  return [
    ...unknown,
    ...(canTry
      ? plan.policy.rules.filter(isKnown).flatMap((rule) => unapproved(state, plan, rule, date))
      : []),
    ...fallingLimits(state, plan),
    ...aboveThemselves(state),
    ...delegationIssues(state, plan.policy),
  ]
}

function rolesOf(rule: ApprovalRule): readonly string[] {
  if (rule.by === 'role') return [rule.role]
  return rule.by === 'any' || rule.by === 'all' ? rule.of : []
}

function unknownIds(state: OrgState, policy: ApprovalPolicy): Issue<ApprovalIssueCode>[] {
  const { numbers } = state.kept(peopleIndexOf)
  const issues: Issue<ApprovalIssueCode>[] = []
  const look = (
    code: 'UNKNOWN_ROLE' | 'UNKNOWN_UNIT' | 'UNKNOWN_PERSON',
    id: string | undefined,
    path: Path,
  ): void => {
    const known =
      code === 'UNKNOWN_ROLE' ? state.columns.handles : code === 'UNKNOWN_UNIT' ? state.units : numbers
    if (id === undefined || known.has(id)) return
    const what = code.slice('UNKNOWN_'.length).toLowerCase()
    const message = `The policy names the ${what} ${quote(id)}, which the org does not have`
    issues.push(
      makeIssue({
        code,
        place: { path },
        witness: [id],
        message,
        suggestion: 'Correct the id, or remove the entry.',
      }),
    )
  }
  policy.limits?.forEach(({ role, unit, person }, index) => {
    look('UNKNOWN_ROLE', role, ['limits', index, 'role'])
    look('UNKNOWN_UNIT', unit, ['limits', index, 'unit'])
    look('UNKNOWN_PERSON', person, ['limits', index, 'person'])
  })
  policy.rules.forEach((rule, index) => {
    for (const role of rolesOf(rule)) look('UNKNOWN_ROLE', role, ['rules', index])
  })
  policy.absences?.forEach(({ person }, index) => {
    look('UNKNOWN_PERSON', person, ['absences', index, 'person'])
  })
  policy.delegations?.forEach(({ person, delegate }, index) => {
    look('UNKNOWN_PERSON', person, ['delegations', index, 'person'])
    look('UNKNOWN_PERSON', delegate, ['delegations', index, 'delegate'])
  })
  look('UNKNOWN_ROLE', policy.fallback?.role, ['fallback', 'role'])
  look('UNKNOWN_PERSON', policy.fallback?.person, ['fallback', 'person'])
  return issues
}

/** Finds the roles whose requests nobody can approve by a rule, one issue per reason. */
function unapproved(
  state: OrgState,
  plan: PolicyPlan,
  rule: ApprovalRule,
  date: string | undefined,
): Issue<ApprovalIssueCode>[] {
  const byReason = new Map<string, string[]>()
  const usesLimits = rule.by === 'chain' || rule.by === 'nearest'
  const because = outcomesOf(state, plan, rule, date)
  for (const [from, id] of state.columns.ids.entries()) {
    const reason = because(from)
    if (reason !== undefined) addToList(byReason, reason, id)
  }
  const index = plan.policy.rules.indexOf(rule)
  return Array.from(byReason, ([reason, roles]) =>
    makeIssue({
      code: 'NOBODY_CAN_APPROVE' as const,
      severity: 'warning',
      roles,
      place: { path: ['rules', index] },
      message: `Under the rule '${rule.by}', nobody can approve ${usesLimits ? 'an unlimited amount' : 'requests'} for ${quotedList(roles)} (${reason})`,
      suggestion: usesLimits
        ? 'Give someone above these roles the limit null (any amount), or name a fallback.'
        : 'Name a fallback, or fill the roles.',
    }),
  )
}

function fallingLimits(state: OrgState, plan: PolicyPlan): Issue<ApprovalIssueCode>[] {
  const issues: Issue<ApprovalIssueCode>[] = []
  if (plan.policy.limits === undefined) return issues
  const { ids, manager, count } = state.columns
  const limits = plan.limitsIn(state, undefined)
  for (let report = 0; report < count; report++) {
    if (manager[report] === NONE) continue
    const [lower, upper] = [limits.limitOfRole(report), limits.limitOfRole(manager[report])]
    if (lower === undefined || upper === undefined || upper.upTo >= lower.upTo) continue
    const roles = [ids[report], ids[manager[report]]]
    const message = `${quote(roles[1])} may approve up to ${String(upper.upTo)}, which is less than its report ${quote(roles[0])} may`
    issues.push(
      makeIssue({
        code: 'LIMIT_FALLS',
        severity: 'warning',
        roles,
        message,
        suggestion: 'Raise the limit of the manager, or lower the limit of the report.',
      }),
    )
  }
  return issues
}

function aboveThemselves(state: OrgState): Issue<ApprovalIssueCode>[] {
  const { ids: people, roles } = state.kept(peopleIndexOf)
  const { ids } = state.columns
  const issues: Issue<ApprovalIssueCode>[] = []
  people.forEach((person, number) => {
    const held = targetsOf(roles, number)
    if (held.length < 2) return
    const below = heldBelow(state, held)
    for (const upper of held) {
      const lower = below(upper)
      if (lower === undefined) continue
      const message = `${quote(person)} holds ${quote(ids[lower])} and, above it, ${quote(ids[upper])}; routes from the lower role skip them in the upper one`
      issues.push(
        makeIssue({
          code: 'ABOVE_ONESELF',
          severity: 'info',
          roles: [ids[lower], ids[upper]],
          witness: [person, ids[lower], ids[upper]],
          message,
          suggestion: 'Give someone further up a sufficient limit.',
        }),
      )
    }
  })
  return issues
}

/** Finds another held role below a given one: the next in preorder or, in or below a cycle, the first in `held`. */
function heldBelow(state: OrgState, held: Int32Array): (upper: number) => number | undefined {
  const { runs } = state.hierarchy
  const sorted = held.filter((handle) => runs[2 * handle] !== NONE).sort((a, b) => runs[2 * a] - runs[2 * b])
  const next = new Map<number, number>()
  for (const [at, handle] of sorted.entries()) {
    const after = sorted.at(at + 1)
    if (after !== undefined && runs[2 * after] < runs[2 * handle + 1]) next.set(handle, after)
  }
  const walked = held.filter((handle) => runs[2 * handle] === NONE)
  return (upper) => next.get(upper) ?? walked.find((other) => isAboveInState(state, upper, other, 'solid'))
}

function delegationIssues(state: OrgState, { delegations = [] }: ApprovalPolicy): Issue<ApprovalIssueCode>[] {
  const { numbers, roles } = state.kept(peopleIndexOf)
  const rolesHeld = (person: string): ArrayLike<number> => {
    const number = numbers.get(person)
    return number === undefined ? [] : targetsOf(roles, number)
  }
  const issues: Issue<ApprovalIssueCode>[] = []
  // The last delegation from each person to each delegate.
  const last = new Map<string, Map<string, number>>()
  delegations.forEach(({ person, delegate }, index) => {
    const delegates = last.get(person) ?? new Map<string, number>()
    last.set(person, delegates.set(delegate, index))
  })
  delegations.forEach(({ person, delegate }, index) => {
    const place = { path: ['delegations', index] }
    const uppers = Array.from(rolesHeld(person))
    const isBelow = Array.from(rolesHeld(delegate)).some((role) =>
      uppers.some((upper) => isAboveInState(state, upper, role, 'solid')),
    )
    if (isBelow) {
      const message = `The delegate ${quote(delegate)} is below ${quote(person)}, and cannot act on requests from roles between them`
      issues.push(
        makeIssue({
          code: 'DELEGATE_BELOW',
          severity: 'warning',
          place,
          witness: [person, delegate],
          message,
          suggestion: 'Name a peer or a manager as the delegate.',
        }),
      )
    }
    if ((last.get(delegate)?.get(person) ?? NONE) > index) {
      const message = `${quote(person)} and ${quote(delegate)} act for each other: if both are away, nobody acts`
      issues.push(
        makeIssue({
          code: 'DELEGATES_BACK',
          severity: 'warning',
          place,
          witness: [person, delegate],
          message,
          suggestion: 'Name a third person as a delegate.',
        }),
      )
    }
  })
  return issues
}
