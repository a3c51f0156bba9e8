import { addToList, holdsOn, type OrgState } from '../internal.js'
import { LimitTable } from './limit-table.js'
import { LimitsInOrg } from './limits-in-org.js'
import type { Absence, ApprovalPolicy, ApprovalRule, Delegation } from './policy-spec.js'

/** A policy indexed for looking up requests. */
export class PolicyPlan {
  readonly absences = new Map<string, Absence[]>()
  readonly delegations = new Map<string, Delegation[]>()
  /** Whether an answer depends on the date. */
  readonly isDated: boolean
  readonly #rules = new Map<string, ApprovalRule>()
  readonly #tables = new Map<string | undefined, LimitTable>()
  readonly #limits = new WeakMap<OrgState, Map<string | undefined, LimitsInOrg>>()
  readonly #kindsWithLimits: ReadonlySet<string | undefined>
  readonly #otherwise: ApprovalRule | undefined

  constructor(readonly policy: ApprovalPolicy) {
    for (const absence of policy.absences ?? []) addToList(this.absences, absence.person, absence)
    for (const delegation of policy.delegations ?? [])
      addToList(this.delegations, delegation.person, delegation)
    this.#kindsWithLimits = new Set(policy.limits?.map(({ kind }) => kind))
    this.isDated = this.absences.size > 0 || this.delegations.size > 0
    for (const rule of policy.rules) {
      for (const kind of kindsOf(rule)) this.#rules.set(kind, rule)
    }
    this.#otherwise = policy.rules.find((rule) => rule.kind === undefined)
  }

  /** The kinds that have a rule of their own. */
  get kinds(): readonly string[] {
    return [...this.#rules.keys()]
  }

  ruleOf(kind: string | undefined): ApprovalRule | undefined {
    return kind === undefined ? this.#otherwise : (this.#rules.get(kind) ?? this.#otherwise)
  }

  /** The limits for a kind in an org. Kinds without their own limits share one table, so that arbitrary kinds cost no memory. */
  limitsIn(state: OrgState, kind: string | undefined): LimitsInOrg {
    const own = kind !== undefined && this.#kindsWithLimits.has(kind) ? kind : undefined
    let byKind = this.#limits.get(state)
    if (byKind === undefined) {
      byKind = new Map()
      this.#limits.set(state, byKind)
    }
    let limits = byKind.get(own)
    if (limits === undefined) {
      limits = new LimitsInOrg(state, this.#tableFor(own))
      byKind.set(own, limits)
    }
    return limits
  }

  #tableFor(kind: string | undefined): LimitTable {
    const table = this.#tables.get(kind) ?? new LimitTable(this.policy.limits ?? [], kind)
    this.#tables.set(kind, table)
    return table
  }

  isAbsent(person: string, date: string | undefined): boolean {
    if (this.absences.size === 0 || date === undefined) return false
    return this.absences.get(person)?.some((absence) => holdsOn(absence, date)) ?? false
  }

  /** The delegations of a person that are in force on a date, in order. */
  delegationsOf(person: string, date: string): readonly Delegation[] {
    return (this.delegations.get(person) ?? []).filter((delegation) => holdsOn(delegation, date))
  }
}

export function kindsOf({ kind }: ApprovalRule): readonly string[] {
  if (kind === undefined) return []
  return typeof kind === 'string' ? [kind] : kind
}

const PLANS = /* @__PURE__ */ new WeakMap<ApprovalPolicy, PolicyPlan>()

/** The plan of a policy, made once. */
export function planOf(policy: ApprovalPolicy): PolicyPlan {
  let plan = PLANS.get(policy)
  if (plan === undefined) {
    plan = new PolicyPlan(policy)
    PLANS.set(policy, plan)
  }
  return plan
}
