import { NONE, type OrgState } from '../internal.js'
import type { AbleHolders } from './able-holders.js'
import type { ReadRequest } from './approval-request.js'
import { type Climb, StepClimb } from './climb.js'
import { type Able, lineUp } from './limits-in-org.js'
import type { ApprovalRule } from './policy-spec.js'
import { type ApprovalStep, type NoApproverReason, RouteApprover } from './route-answer.js'

/** Where a search ended without enough people: why, and at which role. */
export interface DeadEnd {
  readonly reason: NoApproverReason
  readonly handle: number
}

/** A step in the making. */
interface Stop {
  readonly handle: number | undefined
  /** The role below, from which it was reached along a solid line; `NONE` for a role that is named. */
  readonly below: number
  readonly rule: ApprovalRule['by'] | 'fallback'
  asked: readonly Able[]
  /** How many of those asked have to approve. */
  readonly needed: number | 'all'
}

/** Finds the people to ask by a rule. Each is asked once, in the first role in which they may approve the amount. */
export class RouteSearch {
  readonly #state: OrgState
  readonly #rule: ApprovalRule
  readonly #from: number
  readonly #amount: number | undefined
  readonly #needed: number
  readonly #all: boolean
  readonly #stops: Stop[] = []
  readonly #askedAt = new Map<string | number, Stop>()

  constructor(
    readonly able: AbleHolders,
    { rule, from, amount }: ReadRequest,
    readonly climbFrom: (handle: number) => Climb = (handle) => new StepClimb(able.state, handle),
  ) {
    this.#state = able.state
    this.#rule = rule
    this.#from = from
    this.#amount = amount
    this.#needed = rule.approvers ?? 1
    this.#all = able.plan.policy.jobShare === 'all'
  }

  /** How many approvals are asked for. */
  get found(): number {
    let found = 0
    for (const { needed, asked } of this.#stops) found += needed === 'all' ? asked.length : needed
    return found
  }

  get needed(): number {
    return this.#needed
  }

  /** Whether a person is asked, by their key. */
  isAsked(key: string | number): boolean {
    return this.#askedAt.has(key)
  }

  /** Finds the people; if there are too few, returns where the search ended. */
  run(): DeadEnd | undefined {
    const rule = this.#rule
    switch (rule.by) {
      case 'chain':
      case 'nearest':
        return this.#byLimit(rule.by === 'nearest')
      case 'levels': {
        const end = this.#upFrom(this.climbFrom(this.#from), false, Math.max(rule.levels, this.#needed))
        return this.found >= this.#needed ? undefined : end
      }
      case 'any':
        return this.#anyOf(rule.of)
      case 'all':
        return this.#allOf(rule.of)
      case 'role':
      case 'dotted':
      case 'unit-head': {
        const start = this.#startOf(rule)
        if (typeof start === 'string') return { reason: start, handle: this.#from }
        return this.#upFrom(this.climbFrom(start), true, this.#needed)
      }
    }
  }

  /** The role with which a `'role'`, `'dotted'` or `'unit-head'` rule begins, or why there is none. */
  #startOf(rule: ApprovalRule): number | NoApproverReason {
    const { columns, units } = this.#state
    const from = this.#from
    if (rule.by === 'role') return this.#handleOf(rule.role)
    if (rule.by === 'dotted') {
      const { dotted } = columns
      if (dotted.to.length === 0) return 'no-line'
      for (let edge = dotted.start[from]; edge < dotted.start[from + 1]; edge++) {
        if (dotted.evidence.get(edge)?.as === rule.as) return dotted.to[edge]
      }
      return 'no-line'
    }
    const unit = columns.attributes.unit?.[from]
    if (unit === undefined) return 'no-unit'
    const head = units.get(unit)?.head
    return head === undefined ? 'no-head' : this.#handleOf(head)
  }

  #handleOf(role: string): number {
    // The roles of the rule have been checked before the search.
    return this.#state.columns.handles.get(role) ?? NONE
  }

  /** Climbs until a limit suffices and enough people are asked; with `onlyWith`, asks only people with a sufficient limit. */
  #byLimit(onlyWith: boolean): DeadEnd | undefined {
    const amount = this.#amount ?? Infinity
    const climb = this.climbFrom(this.#from)
    let isDecided = false
    while (climb.up()) {
      const { handle, below } = climb
      const able = this.able.of(handle)
      const sufficient = able.some(({ authority }) => authority >= amount)
      if (able.length === 1 && !this.#askedAt.has(able[0].key)) {
        if (sufficient || !onlyWith) this.#stop(able, handle, below)
        else this.#pass(able[0], 'below-limit')
        isDecided ||= sufficient
      } else if (sufficient && (onlyWith || !isDecided)) {
        const asked = able.filter(({ authority }) => authority >= amount)
        if (this.#all && !onlyWith) this.#move(able, climb, amount)
        else {
          for (const one of able) if (!asked.includes(one)) this.#pass(one, 'below-limit')
          this.#move(asked, climb, isDecided ? -1 : amount)
        }
        isDecided = true
      } else if (onlyWith) {
        for (const one of able) this.#pass(one, 'below-limit')
      } else this.#stop(this.#fresh(able), handle, below)
      if (isDecided && (this.#needed === 1 || this.found >= this.#needed)) return undefined
    }
    return this.#end(climb, isDecided)
  }

  /** Asks people in this role, and no longer in a role further down where they may not approve the amount. */
  #move(able: readonly Able[], { handle, below }: Climb, amount: number): void {
    const asked = able.filter((one) => {
      const earlier = this.#askedAt.get(one.key)
      if (earlier === undefined) return true
      const may = amount >= 0 && one.authority >= amount
      if (may) this.#withdraw(one.key, earlier)
      else this.#pass(one, 'same-person')
      return may
    })
    this.#stop(asked, handle, below)
  }

  #withdraw(key: string | number, stop: Stop): void {
    for (const one of stop.asked) if (one.key === key) this.#pass(one, 'same-person')
    stop.asked = stop.asked.filter((one) => one.key !== key)
    this.#askedAt.delete(key)
    if (stop.asked.length === 0) this.#stops.splice(this.#stops.indexOf(stop), 1)
  }

  /** Asks those who can act, role by role, until there are enough; with `here`, starts at the role itself. */
  #upFrom(climb: Climb, here: boolean, enough: number): DeadEnd | undefined {
    for (let goesOn = here || climb.up(); goesOn; goesOn = climb.up()) {
      this.#stop(this.#fresh(this.able.of(climb.handle)), climb.handle, climb.below)
      if (this.found >= enough) return undefined
    }
    return this.#end(climb, true)
  }

  #anyOf(roles: readonly string[]): DeadEnd | undefined {
    const able: Able[] = []
    for (const role of roles) {
      for (const one of this.able.of(this.#handleOf(role))) {
        if (able.some(({ key }) => key === one.key)) this.#pass(one, 'same-person')
        else able.push(one)
      }
    }
    if (able.length >= this.#needed) {
      this.#add({ handle: undefined, below: NONE, rule: 'any', asked: able, needed: this.#needed })
      return undefined
    }
    if (able.length > 0)
      this.#add({ handle: undefined, below: NONE, rule: 'any', asked: able, needed: 'all' })
    return { reason: able.length === 0 ? 'nobody-of' : 'too-few', handle: this.#handleOf(roles[0]) }
  }

  #allOf(roles: readonly string[]): DeadEnd | undefined {
    let last: Climb | undefined
    for (const role of roles) {
      const climb = this.climbFrom(this.#handleOf(role))
      let able = this.able.of(climb.handle)
      // Climbs only if nobody can act: somebody already asked answers for this role too.
      while (able.length === 0) {
        if (!climb.up()) return { reason: climb.reason, handle: climb.handle }
        able = this.able.of(climb.handle)
      }
      this.#stop(this.#fresh(able), climb.handle, climb.below)
      last = climb
    }
    if (last === undefined || this.found >= this.#needed) return undefined
    return this.#upFrom(last, false, this.#needed)
  }

  /** Asks the fallback, whatever the amount. Returns whether there is anybody to ask. */
  askFallback(able: readonly Able[], handle: number | undefined): boolean {
    if (able.length === 0) return false
    for (const { key } of able) {
      const earlier = this.#askedAt.get(key)
      if (earlier !== undefined) this.#withdraw(key, earlier)
    }
    this.#add({ handle, below: NONE, rule: 'fallback', asked: able, needed: this.#all ? 'all' : 1 })
    return true
  }

  #fresh(able: readonly Able[]): readonly Able[] {
    if (able.every(({ key }) => !this.#askedAt.has(key))) return able
    return able.filter((one) => {
      const isFresh = !this.#askedAt.has(one.key)
      if (!isFresh) this.#pass(one, 'same-person')
      return isFresh
    })
  }

  #pass({ handle, person }: Able, because: 'same-person' | 'below-limit'): void {
    this.able.pass(handle, person, because)
  }

  #stop(asked: readonly Able[], handle: number, below: number): void {
    if (asked.length > 0) {
      this.#add({ handle, below, rule: this.#rule.by, asked, needed: this.#all ? 'all' : 1 })
    }
  }

  #add(stop: Stop): void {
    this.#stops.push(stop)
    for (const { key } of stop.asked) this.#askedAt.set(key, stop)
  }

  #end({ reason, handle }: Climb, hasAuthority: boolean): DeadEnd {
    if (reason !== 'chain-ends') return { reason, handle }
    if (handle === this.#from && this.#stops.length === 0) return { reason: 'top', handle }
    return { reason: hasAuthority && this.found > 0 ? 'too-few' : 'chain-ends', handle }
  }

  /** Whether one approval is enough for the amount; `undefined` if the rule ignores limits. */
  #suffices(rule: Stop['rule'], authority: number): boolean | undefined {
    if (this.#amount === undefined) return undefined
    if (rule === 'fallback') return true
    return rule === 'chain' || rule === 'nearest' ? authority >= this.#amount : undefined
  }

  /** The steps in their public form. */
  get steps(): ApprovalStep[] {
    return this.#stops.map((stop) => ({
      approvers: stop.asked.map((one) => this.#approver(one, stop)),
      needed: stop.needed === 'all' ? stop.asked.length : stop.needed,
    }))
  }

  #approver(one: Able, { below, rule }: Stop): RouteApprover {
    const { columns } = this.#state
    const { handle, limit, authority } = one
    return new RouteApprover(
      one.person,
      handle === undefined ? undefined : columns.ids[handle],
      one.standsInFor,
      {
        rule,
        line: below === NONE || handle === undefined ? undefined : lineUp(this.#state, below, handle),
        limit: limit?.reason,
        delegations: one.delegations,
        suffices: this.#suffices(rule, authority),
      },
      this.able.names,
    )
  }
}
