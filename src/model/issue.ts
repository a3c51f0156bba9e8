/** `error`: the chart is broken; `warning`: it is legal and suspicious; `info`: it is worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** What can be wrong with the data of a chart. */
export type IssueCode =
  | 'REPORTING_CYCLE'
  | 'SELF_REPORT'
  | 'SEVERAL_MANAGERS'
  | 'SELF_MOVE'
  | 'UNKNOWN_MANAGER'
  | 'UNKNOWN_ROLE'
  | 'UNKNOWN_UNIT'
  | 'DUPLICATE_ID'
  | 'DUPLICATE_LINE'
  | 'DUPLICATE_MOVE'
  | 'UNIT_CYCLE'
  | 'INVALID_FIELD'
  | 'UNKNOWN_FIELD'

/** Where in the input something stands: a path into a spec, or a record by its index (from 0). */
export interface Place {
  /** The keys from the root of the spec: `['roles', 'analyst', 'reportsTo']`. */
  readonly path?: readonly (string | number)[]
  /** The index of the record, from 0. */
  readonly record?: number
  /** The field of the record or of the role. */
  readonly field?: string
}

/** One problem of a chart, with the proof of it and a way to mend it. */
export interface Issue {
  readonly code: IssueCode
  readonly severity: Severity
  /** The roles concerned, by id. */
  readonly roles: readonly string[]
  /** The units concerned, by id. */
  readonly units: readonly string[]
  readonly place: Place
  /** The proof: the whole cycle in order of reporting, the unknown id, both places of a duplicate. */
  readonly witness: readonly (string | Place)[]
  /** What is wrong, and where. */
  readonly message: string
  /** How to mend it. */
  readonly suggestion: string
}
