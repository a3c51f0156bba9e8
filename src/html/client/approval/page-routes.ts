import { readRequest } from '../../../approval/approval-request.js'
import { searchRoute } from '../../../approval/approval-route.js'
import { kindsOf, PolicyPlan } from '../../../approval/policy-plan.js'
import type { ApprovalPolicy } from '../../../approval/policy-spec.js'
import type { ApprovalRoute } from '../../../approval/route-answer.js'
import type { OrgState } from '../../../engine/org-state.js'
import { isOrgError } from '../../../kernel/org-error.js'
import type { ApprovalData } from '../../approval-options.js'
import { NONE, type PageData } from '../../page-data.js'
import { chainAbove } from '../chart.js'
import type { Explorer } from '../explorer.js'
import type { Marking } from '../layout.js'
import { stateOfPage } from './page-state.js'

/** What the reader asks for; the selected role makes the request. */
export interface PageRequest {
  readonly amount: number | undefined
  readonly kind: string | undefined
  readonly date: string | undefined
}

/** A route, or why the request cannot be answered. */
export type PageAnswer = { readonly route: ApprovalRoute } | { readonly problem: string }

/** Finds the routes of a page, for its chart as it is now. */
export class PageRoutes {
  request: PageRequest | undefined
  readonly plan: PolicyPlan
  #data: PageData | undefined
  #state: OrgState | undefined
  readonly #answers = new Map<number, PageAnswer>()
  #answered: PageRequest | undefined

  constructor(
    readonly explorer: Explorer,
    readonly data: ApprovalData,
  ) {
    // The library has checked it.
    this.plan = new PolicyPlan(data.policy as ApprovalPolicy)
  }

  /** The kinds of request that have a rule, and those with a limit of their own where one rule is for every kind. */
  get kinds(): readonly string[] {
    const { rules, limits = [] } = this.plan.policy
    const own = rules.flatMap(kindsOf)
    const others = this.plan.ruleOf(undefined) === undefined ? [] : limits.flatMap(({ kind }) => kind ?? [])
    return [...new Set([...own, ...others])]
  }

  /** Whether limits are compared for a kind of request. */
  needsAmount(kind: string | undefined): boolean {
    const by = this.plan.ruleOf(kind)?.by
    return by === 'chain' || by === 'nearest'
  }

  /** The answer for a request of the role of a row; `undefined` without a request, and for the old place of a role. */
  answerFor(row: number): PageAnswer | undefined {
    const { explorer, request } = this
    const { chart } = explorer
    if (request === undefined || row === NONE || row >= chart.count || chart.ghost[row] === 1)
      return undefined
    if (this.#data !== chart.data || this.#answered !== request) {
      this.#answers.clear()
      this.#answered = request
    }
    let answer = this.#answers.get(row)
    if (answer === undefined) {
      answer = this.#find(chart.data.ids[row], request)
      this.#answers.set(row, answer)
    }
    return answer
  }

  #find(role: string, { amount, kind, date }: PageRequest): PageAnswer {
    const { plan } = this
    const { currency } = plan.policy
    try {
      const read = readRequest('approvalRoute', this.#stateNow(), plan, {
        requester: { role },
        ...(amount !== undefined && { amount, ...(currency !== undefined && { currency }) }),
        ...(kind !== undefined && { kind }),
        ...(date !== undefined && { date }),
      })
      return { route: searchRoute(this.#stateNow(), plan, read).route }
    } catch (error) {
      // An address names what the policy has not, or an edit removed a role that the policy names.
      if (isOrgError(error)) return { problem: error.message }
      throw error
    }
  }

  #stateNow(): OrgState {
    const { data } = this.explorer.chart
    if (this.#state === undefined || this.#data !== data) {
      this.#data = data
      this.#state = stateOfPage(data, this.data)
    }
    return this.#state
  }

  /** What is highlighted for the route of a role: who is asked, and the line up to the highest of them. */
  markingOf(row: number): Marking | undefined {
    const answer = this.answerFor(row)
    if (answer === undefined || !('route' in answer)) return undefined
    const { chart } = this.explorer
    const steps = new Map<number, string>()
    const dotted = new Set<number>()
    for (const [at, { approvers }] of answer.route.steps.entries()) {
      const number = String(at + 1)
      for (const { role, because } of approvers) {
        const asked = role === undefined ? undefined : chart.rowOf.get(role)
        if (asked === undefined) continue
        if (because.rule === 'dotted') dotted.add(asked)
        const before = steps.get(asked)
        if (before !== number) steps.set(asked, before === undefined ? number : `${before}, ${number}`)
      }
    }
    const chain = [row, ...chainAbove(chart, row)]
    const along = chain.slice(
      0,
      Math.max(
        0,
        chain.findLastIndex((each) => each !== row && steps.has(each)),
      ),
    )
    const onWay = new Set(along)
    return {
      rows: [row, ...steps.keys()],
      along,
      steps,
      joins: (from, to) => {
        if (this.explorer.view !== 'reporting') return false
        return (onWay.has(from) && chart.parent[from] === to) || (from === row && dotted.has(to))
      },
    }
  }
}
