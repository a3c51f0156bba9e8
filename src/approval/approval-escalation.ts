import {
  daysAfter,
  invalidArgument,
  isWholeNumber,
  NONE,
  type Org,
  type OrgState,
  ownHandle,
  requireDate,
  stateOf,
} from '../internal.js'
import { AbleHolders } from './able-holders.js'
import { requirePolicy } from './approval-policy.js'
import { type ApprovalRequest, readRequest } from './approval-request.js'
import { searchRoute } from './approval-route.js'
import type { Able } from './limits-in-org.js'
import { planOf } from './policy-plan.js'
import type { ApprovalPolicy } from './policy-spec.js'

/** Who is asked from a given day on, if nobody before them has answered. */
export interface Escalation<Id extends string = string, Person extends string = string> {
  /** The calendar date from which they are asked. */
  readonly on: string
  readonly person: Person | undefined
  readonly role: Id | undefined
  /** The person who is away on that day, for a delegate. */
  readonly standsInFor: Person | undefined
}

/** Who is asked next, in order, if a step is not answered. */
export interface EscalationPlan<Id extends string = string, Person extends string = string> {
  readonly next: readonly Escalation<Id, Person>[]
  /** The day on which the plan ends: if nobody has answered by then, the request is unanswered, not approved. */
  readonly endsOn: string
}

/**
 * Returns who is asked next, and from which day, if a step of a route is not answered: the people above its role, one every
 * `escalateAfterDays` days, then the fallback.
 *
 * If the rule compares limits and somebody in the step could approve the amount alone, only people above who can do so too are
 * asked. The requester and everyone on the route are left out. The absences and assignments that count are those of the day on
 * which somebody is asked. Each role is visited once, so the plan ends even in a cycle; the request then stays unanswered.
 *
 * Complexity: O(c + h + d) for the c roles of the chain, their h holders and d delegations, after one pass over the org.
 *
 * @param org The org.
 * @param policy The policy, with `escalateAfterDays`.
 * @param request The request, with the date on which it is sent.
 * @param step The index of the step in the route, from 0.
 * @returns Who is asked next, and the day on which the plan ends.
 * @throws {@link OrgError} The codes of {@link approvalRoute}; `INVALID_ARGUMENT` if there is no date, no `escalateAfterDays`, or no
 * such step in the route.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { approvalEscalation, approvalPolicy } from 'rolegraph/approval'
 *
 * const org = defineOrg({ roles: { cfo: {}, lead: { reportsTo: 'cfo' }, buyer: { reportsTo: 'lead' } } })
 * const policy = approvalPolicy<typeof org>({ rules: [{ by: 'levels', levels: 1 }], escalateAfterDays: 3 })
 * const request = { requester: { role: 'buyer' }, date: '2026-03-30' } as const
 * const { next, endsOn } = approvalEscalation(org, policy, request, 0)
 * console.log(next.map(({ on, role }) => `${on} ${role ?? ''}`)) // => [ '2026-04-02 cfo' ]
 * console.log(endsOn) // => 2026-04-05
 * ```
 * @see {@link approvalRoute}.
 */
export function approvalEscalation<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  policy: ApprovalPolicy,
  request: ApprovalRequest<NoInfer<Id>, NoInfer<Person>>,
  step: number,
): EscalationPlan<Id, Person> {
  const caller = 'approvalEscalation'
  const state: OrgState = stateOf(org)
  const plan = planOf(requirePolicy(caller, policy))
  const read = readRequest(caller, state, plan, request)
  const date = requireDate(caller, 'date', read.date)
  const days = plan.policy.escalateAfterDays
  if (days === undefined) throw invalidArgument(caller, 'policy', policy, 'a policy with escalateAfterDays')
  const { route, search } = searchRoute(state, plan, read)
  const unanswered: unknown = step
  const waiting = isWholeNumber(unanswered, 0) ? route.steps.at(unanswered) : undefined
  if (waiting === undefined) {
    throw invalidArgument(caller, 'step', step, `the index of one of the ${String(route.steps.length)} steps`)
  }
  const usesLimits = read.rule.by === 'chain' || read.rule.by === 'nearest'
  const hadAuthority = usesLimits && waiting.approvers.some(({ because }) => because.suffices === true)
  const asked = new Set<string | number>()
  const next: Escalation<Id, Person>[] = []
  const ask = (able: readonly Able[], needsAuthority: boolean): void => {
    for (const one of able) {
      if (search.isAsked(one.key) || asked.has(one.key)) continue
      if (needsAuthority && one.authority < (read.amount ?? 0)) continue
      asked.add(one.key)
      // The roles and people come from the org.
      const role = (one.handle === undefined ? undefined : state.columns.ids[one.handle]) as Id | undefined
      const [person, standsInFor] = [one.person, one.standsInFor] as (Person | undefined)[]
      next.push({ on: dayOf(next.length), person, role, standsInFor })
      return
    }
  }
  const dayOf = (before: number): string => daysAfter(date, days * (before + 1))
  const ableThen = (): AbleHolders => new AbleHolders(state, plan, read, dayOf(next.length))
  const visited = new Set<number>()
  const begin = waiting.approvers.find(({ role }) => role !== undefined)?.role
  let handle = begin === undefined ? NONE : state.columns.manager[ownHandle(state, begin)]
  for (; handle !== NONE && !visited.has(handle); handle = state.columns.manager[handle]) {
    visited.add(handle)
    ask(ableThen().of(handle), hadAuthority)
  }
  const { fallback } = plan.policy
  if (fallback !== undefined) {
    const able = ableThen()
    const { person } = fallback
    ask(person === undefined ? able.of(ownHandle(state, fallback.role)) : able.person(person), false)
  }
  return { next, endsOn: dayOf(next.length) }
}
