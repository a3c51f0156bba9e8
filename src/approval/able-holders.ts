import {
  type HolderSpec,
  holdsOn,
  isAboveInState,
  isUnfilled,
  type OrgState,
  peopleIndexOf,
  targetsOf,
} from '../internal.js'
import type { ReadRequest } from './approval-request.js'
import { type CountedLimit, type LimitTable, type PolicyPlan } from './policy-plan.js'
import type { Delegation } from './policy-spec.js'
import { type PassedOver, type PassedOverReason, RoutePassedOver } from './route-answer.js'

/** Somebody who can act in a role. */
export interface Able {
  /** The handle of the role; `undefined` for a fallback that is a person. */
  readonly handle: number | undefined
  readonly person: string | undefined
  /** Tells people apart: the person, or the handle of a role whose holder has no name. */
  readonly key: string | number
  /** The amount up to which they may approve; -1 where there is no entry. */
  readonly authority: number
  readonly limit: CountedLimit | undefined
  readonly standsInFor: string | undefined
  readonly delegations: readonly Delegation[]
}

const NO_AUTHORITY = -1
const NONE_ABLE: readonly Able[] = Object.freeze([])
const NO_DELEGATIONS: readonly Delegation[] = Object.freeze([])

/** Who can act in a role for a request on a date, and who cannot and why. */
export class AbleHolders {
  readonly passedOver: PassedOver[] = []
  readonly #limits: LimitTable
  readonly #mayAct: boolean
  #requesterDelegates: ReadonlySet<string> | undefined

  constructor(
    readonly state: OrgState,
    readonly plan: PolicyPlan,
    readonly request: ReadRequest,
    readonly date: string | undefined,
  ) {
    this.#limits = plan.limitsFor(request.kind)
    this.#mayAct = plan.policy.actingMayApprove !== false
  }

  pass(
    handle: number | undefined,
    person: string | undefined,
    because: PassedOverReason,
    standsInFor?: string,
  ): void {
    const role = handle === undefined ? undefined : this.state.columns.ids[handle]
    this.passedOver.push(new RoutePassedOver(role, person, because, standsInFor))
  }

  /** Those who can act in a role, each once. */
  of(handle: number): readonly Able[] {
    const { state } = this
    const holders = state.columns.attributes.holders?.[handle]
    if (isUnfilled(state, handle)) {
      this.pass(handle, undefined, 'vacant')
      return NONE_ABLE
    }
    if (holders === undefined) {
      if (!this.request.requesters.includes(handle)) return [this.#own(undefined, handle)]
      this.pass(handle, undefined, 'requester')
      return NONE_ABLE
    }
    if (holders.length === 1) {
      const able = this.#holder(holders[0], handle)
      if (able !== undefined) return [able]
      if (!this.#isInForce(holders[0])) this.pass(handle, undefined, 'vacant')
      return NONE_ABLE
    }
    const inForce = holders.filter((holder) => this.#isInForce(holder))
    if (inForce.length === 0) this.pass(handle, undefined, 'vacant')
    const able: Able[] = []
    for (const holder of inForce) {
      const one = this.#holder(holder, handle)
      if (one !== undefined && able.every(({ key }) => key !== one.key)) able.push(one)
    }
    return able
  }

  /** A person who is asked whatever roles they hold: a fallback. */
  person(person: string): readonly Able[] {
    const able = this.#named(person, undefined)
    return able === undefined ? NONE_ABLE : [able]
  }

  #isInForce(holder: HolderSpec): boolean {
    return typeof holder === 'string' || this.date === undefined || holdsOn(holder, this.date)
  }

  #holder(holder: HolderSpec, handle: number): Able | undefined {
    if (typeof holder === 'string') return this.#named(holder, handle)
    if (!this.#isInForce(holder)) return undefined
    if (!this.#mayAct && holder.kind !== undefined && holder.kind !== 'permanent') {
      this.pass(handle, holder.person, 'acting')
      return undefined
    }
    return this.#named(holder.person, handle)
  }

  #named(person: string, handle: number | undefined): Able | undefined {
    const { plan, request, date } = this
    if (request.requesters.includes(person)) this.pass(handle, person, 'requester')
    else if (request.separated.includes(person)) this.pass(handle, person, 'separate-duties')
    else if (!plan.isAbsent(person, date)) return this.#own(person, handle)
    // Without a date nobody is absent.
    else return this.#delegateOf(person, handle, date ?? '')
    return undefined
  }

  #own(person: string | undefined, handle: number | undefined): Able {
    const limit = handle === undefined ? undefined : this.#limits.limitOf(this.state, person, handle)
    const authority = limit === undefined ? NO_AUTHORITY : limit.upTo
    const key = person ?? handle ?? NO_AUTHORITY
    return { handle, person, key, authority, limit, standsInFor: undefined, delegations: NO_DELEGATIONS }
  }

  /** The first delegate who can act for a person who is away. A delegation that leads back ends there. */
  #delegateOf(person: string, handle: number | undefined, date: string): Able | undefined {
    const { plan } = this
    const { limit, authority } = this.#own(person, handle)
    const tried = new Set([person])
    const pending = [{ of: person, authority, by: NO_DELEGATIONS }]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const further: typeof pending = []
      for (const delegation of plan.delegationsOf(next.of, date)) {
        const { delegate } = delegation
        const by = [...next.by, delegation]
        const limited = Math.min(next.authority, this.#limitOfDelegate(delegation))
        const because = tried.has(delegate) ? 'delegates-back' : this.#whyNotDelegate(delegate)
        tried.add(delegate)
        if (because !== undefined) this.pass(handle, delegate, because, person)
        else if (plan.isAbsent(delegate, date)) {
          this.pass(handle, delegate, 'delegate-absent', person)
          if (delegation.cascade === true) further.push({ of: delegate, authority: limited, by })
        } else {
          return {
            handle,
            person: delegate,
            key: delegate,
            authority: limited,
            limit,
            standsInFor: person,
            delegations: by,
          }
        }
      }
      pending.push(...further.reverse())
    }
    this.pass(handle, person, 'absent')
    return undefined
  }

  #limitOfDelegate({ delegate, limit }: Delegation): number {
    if (limit === 'theirs') return Infinity
    if (limit !== 'own') return limit
    return this.#limits.highestLimitOf(this.state, delegate)?.upTo ?? NO_AUTHORITY
  }

  #whyNotDelegate(delegate: string): PassedOverReason | undefined {
    const { state, request } = this
    const { numbers, roles } = state.kept(peopleIndexOf)
    const number = numbers.get(delegate)
    if (number === undefined) return 'delegate-unknown'
    if (request.requesters.includes(delegate)) return 'delegate-is-requester'
    if (request.separated.includes(delegate)) return 'delegate-separate-duties'
    if (this.#delegatesOfRequester.has(delegate)) return 'delegate-of-requester'
    const isBelow = targetsOf(roles, number).some((role) =>
      isAboveInState(state, request.from, role, 'solid'),
    )
    return isBelow ? 'delegate-below-requester' : undefined
  }

  get #delegatesOfRequester(): ReadonlySet<string> {
    if (this.#requesterDelegates !== undefined) return this.#requesterDelegates
    const { plan, request, date = '' } = this
    const delegates = request.requesters.flatMap((requester) =>
      typeof requester === 'string'
        ? plan.delegationsOf(requester, date).map(({ delegate }) => delegate)
        : [],
    )
    return (this.#requesterDelegates = new Set(delegates))
  }
}
