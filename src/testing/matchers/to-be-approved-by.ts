import {
  approverText,
  type ExpectedApprover,
  isApprover,
  requireApprover,
  requireRoute,
  routeLines,
  type TestedRoute,
} from '../approval-route.js'
import { type MatchResult, matchResult } from '../match-result.js'

/**
 * Whether a person or role is asked in an approval route, alone or with others.
 *
 * Always fails for an answer `NO_APPROVER`, even if somebody was asked. A delegate is asked in the role of the person who is away:
 * `{ role: 'cfo' }` passes for either, `{ person: 'gus', standsInFor: 'fay' }` for the delegate.
 *
 * Complexity: O(approvers of the route).
 *
 * @param route The answer of `approvalRoute` in `rolegraph/approval`.
 * @param approver The `role`, the `person` or both; `standsInFor`, the person they act for.
 * @returns Whether it passes, and the message with the steps received.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a route and an approver, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { approvalPolicy, approvalRoute } from 'rolegraph/approval'
 * import { toBeApprovedBy } from 'rolegraph/testing'
 *
 * const org = defineOrg({ roles: { cfo: {}, lead: { reportsTo: 'cfo' }, buyer: { reportsTo: 'lead' } } })
 * const policy = approvalPolicy({ rules: [{ by: 'levels', levels: 1 }] })
 * const route = approvalRoute(org, policy, { requester: { role: 'buyer' } })
 * console.log(toBeApprovedBy(route, { role: 'lead' }).pass) // => true
 * console.log(toBeApprovedBy(route, { role: 'cfo' }).message())
 * // => expect(route).toBeApprovedBy({ role: 'cfo' })
 * // =>
 * //    'cfo' is not asked.
 * //    The route has 1 step:
 * //      1. 'lead'
 * ```
 * @see {@link toHaveApprovalRoute} for all steps.
 */
export function toBeApprovedBy<Id extends string, Person extends string>(
  route: TestedRoute<Id, Person>,
  approver: ExpectedApprover<NoInfer<Id>, NoInfer<Person>>,
): MatchResult {
  requireRoute('toBeApprovedBy', route)
  requireApprover('toBeApprovedBy', approver)
  const isAsked = route.steps.some(({ approvers }) => approvers.some((one) => isApprover(one, approver)))
  const pass = route.outcome === 'ROUTE' && isAsked
  return matchResult(
    pass,
    'toBeApprovedBy',
    [approver],
    () => [
      `${approverText(approver)} is ${isAsked ? '' : 'not '}asked${isAsked && !pass ? ', which is not enough' : ''}.`,
      ...routeLines(route),
    ],
    'route',
  )
}
