import { addToList, holdsOn, type OrgState, peopleIndexOf, targetsOf } from '../internal.js'
import type { Absence, ApprovalLimit, ApprovalPolicy, ApprovalRule, Delegation } from './policy-spec.js'

/** A limit as it counts for somebody: whose entry it is, and the amount. */
export interface CountedLimit {
  readonly by: 'person' | 'role' | 'unit' | 'grade'
  readonly of: string | number
  /** `Infinity` for any amount. */
  readonly upTo: number
}

const KINDS_OF_HOLDER = ['person', 'role', 'unit', 'grade'] as const
type Table = { readonly [By in CountedLimit['by']]: ReadonlyMap<string | number, CountedLimit> }

/** The limits for one kind of request. */
export class LimitTable {
  readonly #table: Table
  readonly #ofRoles = new WeakMap<OrgState, (CountedLimit | null | undefined)[]>()

  constructor(limits: readonly ApprovalLimit[], kind: string | undefined) {
    const table = { person: new Map(), role: new Map(), unit: new Map(), grade: new Map() } satisfies {
      [By in CountedLimit['by']]: Map<string | number, CountedLimit>
    }
    // What is for this kind comes last, and counts.
    const general = limits.filter((entry) => entry.kind === undefined)
    const own = kind === undefined ? [] : limits.filter((entry) => entry.kind === kind)
    for (const entry of [...general, ...own]) {
      for (const by of KINDS_OF_HOLDER) {
        const of = entry[by]
        if (of !== undefined) table[by].set(of, { by, of, upTo: entry.upTo ?? Infinity })
      }
    }
    this.#table = table
  }

  /** The limit of a person in a role; of the role alone where its holder has no name. */
  limitOf(state: OrgState, person: string | undefined, handle: number): CountedLimit | undefined {
    const { person: people } = this.#table
    const own = person === undefined || people.size === 0 ? undefined : people.get(person)
    return own ?? this.limitOfRole(state, handle)
  }

  limitOfRole(state: OrgState, handle: number): CountedLimit | undefined {
    let known = this.#ofRoles.get(state)
    if (known === undefined) {
      known = new Array<CountedLimit | null | undefined>(state.columns.count).fill(undefined)
      this.#ofRoles.set(state, known)
    }
    const limit = known[handle]
    if (limit !== undefined) return limit ?? undefined
    const found = this.#lookUp(state, handle)
    known[handle] = found ?? null
    return found
  }

  #lookUp({ columns }: OrgState, handle: number): CountedLimit | undefined {
    const { role, unit, grade } = this.#table
    const { attributes } = columns
    const ofRole = role.get(columns.ids[handle])
    if (ofRole !== undefined) return ofRole
    const own = attributes.unit?.[handle]
    const ofUnit = own === undefined ? undefined : unit.get(own)
    if (ofUnit !== undefined) return ofUnit
    const level = attributes.grade?.[handle]
    return level === undefined ? undefined : grade.get(level)
  }

  /** The highest limit of a person in any of their roles. */
  highestLimitOf(state: OrgState, person: string): CountedLimit | undefined {
    const own = this.#table.person.get(person)
    if (own !== undefined) return own
    const { numbers, roles } = state.kept(peopleIndexOf)
    const number = numbers.get(person)
    let highest: CountedLimit | undefined
    for (const handle of number === undefined ? [] : targetsOf(roles, number)) {
      const limit = this.limitOfRole(state, handle)
      if (limit !== undefined && (highest === undefined || limit.upTo > highest.upTo)) highest = limit
    }
    return highest
  }
}

/** A policy in the form in which requests are looked up. */
export class PolicyPlan {
  readonly absences = new Map<string, Absence[]>()
  readonly delegations = new Map<string, Delegation[]>()
  /** Whether an answer depends on the date. */
  readonly isDated: boolean
  readonly #rules = new Map<string, ApprovalRule>()
  readonly #tables = new Map<string | undefined, LimitTable>()
  readonly #otherwise: ApprovalRule | undefined

  constructor(readonly policy: ApprovalPolicy) {
    for (const absence of policy.absences ?? []) addToList(this.absences, absence.person, absence)
    for (const delegation of policy.delegations ?? [])
      addToList(this.delegations, delegation.person, delegation)
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

  limitsFor(kind: string | undefined): LimitTable {
    const { limits = [] } = this.policy
    // Kinds without a limit of their own share a table, so that any number of them can be asked for.
    const own = kind !== undefined && limits.some((entry) => entry.kind === kind) ? kind : undefined
    let table = this.#tables.get(own)
    if (table === undefined) {
      table = new LimitTable(limits, own)
      this.#tables.set(own, table)
    }
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
