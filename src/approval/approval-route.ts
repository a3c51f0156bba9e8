import { type Org, type OrgState, ownHandle, stateOf } from '../internal.js'
import { AbleHolders } from './able-holders.js'
import { requirePolicy } from './approval-policy.js'
import { type ApprovalRequest, readRequest, type ReadRequest } from './approval-request.js'
import type { Climb } from './climb.js'
import { type PolicyPlan, planOf } from './policy-plan.js'
import type { ApprovalPolicy, ApprovalRule, RoleOrPerson } from './policy-spec.js'
import { type ApprovalRoute, MissingRoute, type NoApproverBecause, Route } from './route-answer.js'
import { RouteSearch } from './route-search.js'

/**
 * Returns who approves a request, step by step, with the reason for each, and who was passed over and why.
 *
 * Nothing is approved by default: if nobody can approve, the answer is `NO_APPROVER` with its reason. Nobody approves their own
 * request in any role they hold; for a requester `{ role }`, that applies to everyone who holds it. Each person is asked once, in
 * the first role in which their limit suffices. If a role is vacant, or its holder is away and no delegate can act, the manager
 * above is asked. A limit includes its own amount. A role or person without a limit may approve nothing, and that includes the
 * top. Limits matter only to the rules by `'chain'` and `'nearest'`; the other rules ignore the amount.
 *
 * If the request has a date, only the assignments, absences and delegations of that day count. The reporting lines are those of
 * the given org: for a chart with a history, get the org of that day first with `orgAt(history, date)`. A cycle ends the search.
 *
 * Complexity: O(c + h + d) for the c roles of the chain, their h holders and d delegations, after one pass over the org.
 *
 * @param org The org.
 * @param policy The policy, made by {@link approvalPolicy}.
 * @param request What is to be approved, and who requests it.
 * @returns The route, or why there is none.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_PERSON`, `AMBIGUOUS_REQUESTER` if the requester holds several roles and the request
 * does not name one, `INVALID_ARGUMENT`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { approvalPolicy, approvalRoute } from 'rolegraph/approval'
 *
 * const org = defineOrg({
 *   roles: {
 *     cfo: { holders: ['Cy'] },
 *     lead: { reportsTo: 'cfo', vacant: true },
 *     buyer: { reportsTo: 'lead', holders: ['Bo'] },
 *   },
 * })
 * const policy = approvalPolicy<typeof org>({
 *   limits: [{ role: 'lead', upTo: 5_000 }, { role: 'cfo', upTo: null }],
 *   rules: [{ by: 'chain' }],
 * })
 * const route = approvalRoute(org, policy, { requester: { person: 'Bo' }, amount: 800 })
 * console.log(route.text)
 * // => 'Cy' as 'cfo' approves: next in the management chain; limit of the role 'cfo': any amount.
 * //    'lead' is not asked: the role is vacant.
 * ```
 * @see {@link checkApprovalPolicy} tries every role, {@link approvalEscalation} returns who is asked next if nobody answers.
 */
export function approvalRoute<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  policy: ApprovalPolicy,
  request: ApprovalRequest<NoInfer<Id>, NoInfer<Person>>,
): ApprovalRoute<Id, Person> {
  const state: OrgState = stateOf(org)
  const plan = planOf(requirePolicy('approvalRoute', policy))
  const read = readRequest('approvalRoute', state, plan, request)
  // The roles and people come from the org.
  return searchRoute(state, plan, read).route as ApprovalRoute<Id, Person>
}

/** The route of a checked request, and the search that found it. */
export function searchRoute(
  state: OrgState,
  plan: PolicyPlan,
  request: ReadRequest,
): { readonly route: ApprovalRoute; readonly search: RouteSearch } {
  const able = new AbleHolders(state, plan, request, request.date)
  const { search, because } = runSearch(able)
  const { steps } = search
  const { passedOver } = able
  return {
    route:
      because === undefined
        ? new Route(steps, passedOver)
        : new MissingRoute(steps, passedOver, because, able.names),
    search,
  }
}

/** Runs a search; `because` says why it found too few people, if it did. */
export function runSearch(
  able: AbleHolders,
  climbFrom?: (handle: number) => Climb,
): {
  readonly search: RouteSearch
  readonly because: NoApproverBecause | undefined
} {
  const { state, plan, request } = able
  requireRoles(state, request.rule)
  const search = new RouteSearch(able, request, climbFrom)
  const end = search.run()
  if (end === undefined) return { search, because: undefined }
  const { fallback } = plan.policy
  const isAsked = fallback !== undefined && askFallback(search, able, fallback)
  if (isAsked && search.found >= search.needed) return { search, because: undefined }
  const because: NoApproverBecause = {
    reason: end.reason,
    role: state.columns.ids[end.handle],
    needed: search.needed,
    found: search.found,
    fallback: fallback === undefined ? 'none' : isAsked ? 'too-few' : 'absent',
  }
  return { search, because }
}

function askFallback(search: RouteSearch, able: AbleHolders, fallback: RoleOrPerson): boolean {
  if (fallback.person !== undefined) return search.askFallback(able.person(fallback.person), undefined)
  const handle = ownHandle(able.state, fallback.role)
  return search.askFallback(able.of(handle), handle)
}

/** Throws `UNKNOWN_ROLE` if the org lacks a role of the rule. */
function requireRoles(state: OrgState, rule: ApprovalRule): void {
  if (rule.by === 'role') ownHandle(state, rule.role)
  if (rule.by === 'any' || rule.by === 'all') for (const role of rule.of) ownHandle(state, role)
}
