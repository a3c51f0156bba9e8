import type { OrgState } from '../internal.js'
import { AbleHolders } from './able-holders.js'
import { type ReadRequest, requestersIn } from './approval-request.js'
import { runSearch } from './approval-route.js'
import { type Climb, SkippingClimb, WantedAbove } from './climb.js'
import { kindsOf, type PolicyPlan } from './policy-plan.js'
import type { ApprovalRule } from './policy-spec.js'
import type { NoApproverReason } from './route-answer.js'
import { RouteSearch } from './route-search.js'

/** An amount above every stated limit. */
const MOST = Number.MAX_VALUE

/**
 * Returns a function that tries a rule with a request of any role, for an amount above every stated limit, and returns why nobody can
 * approve it; `undefined` if somebody can. It searches as {@link approvalRoute} does, but skips roles in which nobody could act or has
 * the limit, so that trying every role of a deep chain does not climb the whole chain each time.
 */
export function outcomesOf(
  state: OrgState,
  plan: PolicyPlan,
  rule: ApprovalRule,
  date: string | undefined,
): (from: number) => NoApproverReason | undefined {
  const usesLimits = rule.by === 'chain' || rule.by === 'nearest'
  const needed = rule.approvers ?? 1
  const [kind] = kindsOf(rule)
  const requestOf = (from: number): ReadRequest => {
    const requesters = requestersIn(state, from, date)
    return { rule, from, requesters, amount: usesLimits ? MOST : undefined, kind, date, separated: [] }
  }
  const anyone = new AbleHolders(state, plan, requestOf(0), date)
  const wanted = (least: number): WantedAbove =>
    new WantedAbove(state, (handle) => anyone.placesIn(handle, least))
  const climbing =
    (above: WantedAbove, from: number): ((handle: number) => Climb) =>
    (handle) =>
      new SkippingClimb(above, handle, from)
  const tried = (request: ReadRequest, above: WantedAbove): NoApproverReason | undefined =>
    runSearch(new AbleHolders(state, plan, request, date), climbing(above, request.from)).because?.reason

  if (!usesLimits) {
    const able = wanted(-Infinity)
    return (from) => tried(requestOf(from), able)
  }
  const sufficient = wanted(MOST)
  // With one approval needed, 'chain' and 'nearest' succeed for the same roles.
  if (rule.by === 'nearest') return (from) => tried(requestOf(from), sufficient)
  if (needed === 1) {
    const nearest = { ...rule, by: 'nearest' } as const
    return (from) => tried({ ...requestOf(from), rule: nearest }, sufficient)
  }
  const able = wanted(-Infinity)
  return (from) => {
    const request = requestOf(from)
    return isSurelyEnough(request) ? undefined : tried(request, able)
  }

  /** Whether enough people are below the first role with a sufficient limit, even if some of them are then asked there instead. */
  function isSurelyEnough(request: ReadRequest): boolean {
    const first = new SkippingClimb(sufficient, request.from, request.from)
    const holders = new AbleHolders(state, plan, request, date)
    while (first.up()) {
      const there = holders.of(first.handle)
      if (!there.some(({ authority }) => authority >= MOST)) continue
      const levels = needed - 1 + there.length
      const below = { ...request, rule: { by: 'levels', levels, approvers: levels } } as const
      const search = new RouteSearch(
        new AbleHolders(state, plan, below, date),
        below,
        (handle) => new SkippingClimb(able, handle, request.from, first.handle),
      )
      return search.run() === undefined
    }
    return false
  }
}
