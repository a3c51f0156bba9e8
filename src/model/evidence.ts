/** How firmly a source states a fact: kept as data, never hardened into a rule. */
export type Hedge = 'typically' | 'often' | 'may' | 'sometimes' | 'many'

/** What a fact rests on. Every line, move, service, role and unit can carry it. */
export interface Evidence {
  /** Codes or citations, in the order in which they were given. */
  readonly sources?: readonly string[]
  /** The source's own hedge, where it has one. */
  readonly hedge?: Hedge
  /** A remark on the fact: a condition, a caveat, what was inferred. */
  readonly note?: string
}
