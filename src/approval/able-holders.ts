import {
  type HolderSpec,
  holdsOn,
  isAboveInState,
  isUnfilled,
  NONE,
  type OrgState,
  peopleIndexOf,
  targetsOf,
} from '../internal.js'
import type { ReadRequest } from './approval-request.js'
import { type Able, type LimitsInOrg, NO_AUTHORITY, NO_DELEGATIONS } from './limits-in-org.js'
import { ANYWHERE, type Places } from './climb.js'
import type { PolicyPlan } from './policy-plan.js'
import type { Delegation } from './policy-spec.js'
import { RouteNames } from './route-names.js'
import { type PassedOver, type PassedOverReason, RoutePassedOver } from './route-answer.js'

const NONE_ABLE: readonly Able[] = Object.freeze([])

/** Finds who can act in a role for a request on a date, and records who cannot and why. */
export class AbleHolders {
  readonly passedOver: PassedOver[] = []
  readonly names: RouteNames
  readonly #limits: LimitsInOrg
  readonly #mayAct: boolean
  #requesterDelegates: ReadonlySet<string> | undefined

  constructor(
    readonly state: OrgState,
    readonly plan: PolicyPlan,
    readonly request: ReadRequest,
    readonly date: string | undefined,
  ) {
    this.names = new RouteNames(state)
    this.#limits = plan.limitsIn(state, request.kind)
    this.#mayAct = plan.policy.actingMayApprove !== false
  }

  pass(
    handle: number | undefined,
    person: string | undefined,
    because: PassedOverReason,
    standsInFor?: string,
  ): void {
    const role = handle === undefined ? undefined : this.state.columns.ids[handle]
    this.passedOver.push(new RoutePassedOver(role, person, because, standsInFor, this.names))
  }

  /** Those who can act in a role, each once. */
  of(handle: number): readonly Able[] {
    const { usual } = this.#limits
    const known = usual[handle]
    if (known === undefined) usual[handle] = this.#usualIn(handle)
    else if (known !== null && !this.#isBarred(known[0].key)) return known
    return this.#closelyIn(handle)
  }

  /** Whether the requester, or barred because of something they did earlier in the same matter. */
  #isBarred(key: string | number): boolean {
    const { requesters, separated } = this.request
    for (let at = 0; at < requesters.length; at++) if (requesters[at] === key) return true
    return separated.length > 0 && typeof key === 'string' && separated.includes(key)
  }

  /** The only one who could ever act in a role, whatever the date; `null` if there is no such person. */
  #usualIn(handle: number): readonly Able[] | null {
    const { state, plan } = this
    const holders = state.columns.attributes.holders?.[handle]
    if (isUnfilled(state, handle)) return null
    if (holders === undefined) return Object.freeze([this.#limits.own(undefined, handle)])
    const [holder] = holders
    if (holders.length !== 1 || typeof holder !== 'string' || plan.absences.has(holder)) return null
    return Object.freeze([this.#limits.own(holder, handle)])
  }

  #closelyIn(handle: number): readonly Able[] {
    const { state } = this
    const holders = state.columns.attributes.holders?.[handle]
    if (isUnfilled(state, handle)) {
      this.pass(handle, undefined, 'vacant')
      return NONE_ABLE
    }
    if (holders === undefined) {
      if (!this.request.requesters.includes(handle)) return [this.#limits.own(undefined, handle)]
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

  /**
   * The places of everyone who could act in a role with a limit of at least `least`, for any requester; `undefined` if nobody could.
   * If a holder is away, every delegate counts, whatever their limit: who acts depends on the request, because delegates below the
   * requester are passed over.
   */
  placesIn(handle: number, least: number): Places | undefined {
    const { state, plan, date } = this
    if (isUnfilled(state, handle)) return undefined
    const suffices = (person?: string): boolean =>
      (this.#limits.limitOf(person, handle)?.upTo ?? NO_AUTHORITY) >= least
    const holders = state.columns.attributes.holders?.[handle]
    if (holders === undefined) return suffices() ? ANYWHERE : undefined
    let [first, last] = [Infinity, NONE]
    for (const holder of holders) {
      if (!this.#isInForce(holder)) continue
      const person = typeof holder === 'string' ? holder : holder.person
      if (!plan.isAbsent(person, date)) {
        if (this.#mayActAs(holder) && suffices(person)) return ANYWHERE
        continue
      }
      for (const delegation of plan.delegationsOf(person, date ?? '')) {
        const place = this.#placeOfDelegate(delegation)
        if (place === undefined) continue
        if (place === NONE) return ANYWHERE
        first = Math.min(first, place)
        last = Math.max(last, place)
      }
    }
    return last === NONE ? undefined : { first, last }
  }

  /** The preorder place of one role of a delegate; {@link NONE} if the place does not matter, `undefined` if the delegate cannot act. */
  #placeOfDelegate({ delegate, cascade }: Delegation): number | undefined {
    const { state, plan, date } = this
    const { numbers, roles } = state.kept(peopleIndexOf)
    const number = numbers.get(delegate)
    if (cascade === true) return NONE
    if (number === undefined || plan.isAbsent(delegate, date)) return undefined
    const held = targetsOf(roles, number)
    return held.length === 0 ? NONE : state.hierarchy.runs[2 * held[0]]
  }

  #mayActAs(holder: HolderSpec): boolean {
    return this.#mayAct || typeof holder === 'string' || (holder.kind ?? 'permanent') === 'permanent'
  }

  /** A fallback: a person who is asked regardless of their roles. */
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
    if (!this.#mayActAs(holder)) {
      this.pass(handle, holder.person, 'acting')
      return undefined
    }
    return this.#named(holder.person, handle)
  }

  #named(person: string, handle: number | undefined): Able | undefined {
    const { plan, request, date } = this
    if (request.requesters.includes(person)) this.pass(handle, person, 'requester')
    else if (request.separated.includes(person)) this.pass(handle, person, 'separate-duties')
    else if (!plan.isAbsent(person, date)) return this.#limits.own(person, handle)
    // Without a date nobody is absent.
    else return this.#delegateOf(person, handle, date ?? '')
    return undefined
  }

  /** The first delegate who can act for a person who is away. A delegation to somebody already tried is not followed. */
  #delegateOf(person: string, handle: number | undefined, date: string): Able | undefined {
    const { plan } = this
    const { limit, authority } = this.#limits.own(person, handle)
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
    return this.#limits.highestLimitOf(delegate)?.upTo ?? NO_AUTHORITY
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
