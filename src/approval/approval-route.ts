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
 * Nothing is approved by default: where nobody is left, the answer is `NO_APPROVER` with its reason. Nobody approves their
 * own request in any role they hold; for a requester `{ role }` that is everybody who holds it. One person is asked once, in the
 * first role in which their limit suffices. A vacant role, and a person who is away without a delegate who can act, are passed
 * over to the manager above. A limit includes its amount, and without an entry there is no authority; the top has none by
 * itself. Limits count for the rules by `'chain'` and `'nearest'`; the other rules say who approves whatever the amount.
 *
 * The chart is taken as it is. For a chart with a history ask for the org of the date first: `orgAt(history, date)`. With a
 * date in the request, only the assignments, absences and delegations of that day count. A cycle ends the search.
 *
 * Complexity: O(the chain, its holders and delegations), after one pass over the org.
 *
 * @param org The org.
 * @param policy The policy, made by {@link approvalPolicy}.
 * @param request What is to be approved, and who requests it.
 * @returns The route, or that there is none.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_PERSON`, `AMBIGUOUS_REQUESTER` for a person with several roles who does not
 * say for which one, `INVALID_ARGUMENT`, `INVALID_OPTION`, `NOT_AN_ORG`.
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
 * @see {@link checkApprovalPolicy} tries every role, {@link approvalEscalation} says who is next without an answer.
 */
export function approvalRoute<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  policy: ApprovalPolicy,
  request: ApprovalRequest<NoInfer<Id>, NoInfer<Person>>,
): ApprovalRoute<Id, Person> {
  const state: OrgState = stateOf(org)
  const plan = planOf(requirePolicy('approvalRoute', policy))
  const read = readRequest('approvalRoute', state, plan, request)
  // Roles and people are those of the org.
  return searchRoute(state, plan, read).route as ApprovalRoute<Id, Person>
}

/** The route of a request that was read, and the search that found it. */
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
      because === undefined ? new Route(steps, passedOver) : new MissingRoute(steps, passedOver, because),
    search,
  }
}

/** A search that has been run, and why it found nobody, if it did not. */
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

/** Throws `UNKNOWN_ROLE` for a role of the rule that the org does not have. */
function requireRoles(state: OrgState, rule: ApprovalRule): void {
  if (rule.by === 'role') ownHandle(state, rule.role)
  if (rule.by === 'any' || rule.by === 'all') for (const role of rule.of) ownHandle(state, role)
}
