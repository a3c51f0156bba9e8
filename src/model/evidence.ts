/** How firmly a source states a fact: kept as data, never treated as a rule. */
export type Hedge = 'typically' | 'often' | 'may' | 'sometimes' | 'many'

/** What a fact is based on. Every line, move, service, role and unit can have it. */
export interface Evidence {
  /** Codes or citations, in the order given. */
  readonly sources?: readonly string[]
  /** The hedge of the source itself, if it has one. */
  readonly hedge?: Hedge
  /** A remark on the fact: a condition, a caveat, what was inferred. */
  readonly note?: string
}
