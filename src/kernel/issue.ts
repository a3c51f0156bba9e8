/** `error`: the chart or a policy is broken; `warning`: legal but suspicious; `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** The codes of the issues that the core finds when it makes or checks an org, or compares careers with reporting lines. */
export type IssueCode =
  | 'REPORTING_CYCLE'
  | 'SELF_REPORT'
  | 'SEVERAL_MANAGERS'
  | 'SELF_MOVE'
  | 'UNKNOWN_MANAGER'
  | 'UNKNOWN_ROLE'
  | 'UNKNOWN_UNIT'
  | 'UNKNOWN_PERSON'
  | 'CONFLICTING_PERSON'
  | 'DUPLICATE_ID'
  | 'DUPLICATE_LINE'
  | 'DUPLICATE_MOVE'
  | 'UNIT_CYCLE'
  | 'INVALID_FIELD'
  | 'UNKNOWN_FIELD'
  | 'UNKNOWN_LINE'
  | 'UNKNOWN_MOVE'
  | 'UNKNOWN_SERVICE'
  | 'HAS_REPORTS'
  | 'HAS_REFERENCES'
  | 'NO_TOP'
  | 'CUT_OFF'
  | 'ISOLATED_ROLE'
  | 'DOUBLED_LINE'
  | 'DOTTED_CYCLE'
  | 'HEAD_OUTSIDE_UNIT'
  | 'LOOK_ALIKE_IDS'
  | 'OVER_FULL_TIME'
  | 'REPEATED_HOLDER'
  | 'SPAN_OVER_MAX'
  | 'SPAN_UNDER_MIN'
  | 'LAYERS_OVER_MAX'
  | 'GRADE_NOT_ABOVE_REPORT'
  | 'SINGLE_REPORT'
  | 'VACANT_MANAGER'
  | 'REPORTS_TO_ONESELF'
  | 'ROLE_WITHOUT_UNIT'
  | 'UNIT_WITHOUT_HEAD'
  | 'SEVERAL_TOPS'
  | 'FORMER_POST_WITH_MANAGER'
  | 'FORMER_POST_WITH_REPORTS'
  | 'PROMOTION_TO_LOWER_GRADE'
  | 'UNREACHABLE_TOP'
  | 'ADVANCEMENT_CYCLE'
  | 'OVERLAP'
  | 'GAP'
  | 'MANAGER_STARTS_LATER'
  | 'MANAGER_ENDED'
  | 'ENDS_MISREAD'

/**
 * The code of an issue of any origin: an org also carries the issues of its importer, and custom rules have their own
 * codes. Editors complete the codes of the core.
 */
export type AnyIssueCode = IssueCode | (string & {})

/** A place in the input: a path into a spec, a record by its index (from 0), a line of a file. */
export interface Place {
  /** The keys from the root of the spec: `['roles', 'analyst', 'reportsTo']`. */
  readonly path?: readonly (string | number)[]
  /** The index of the record, from 0. */
  readonly record?: number
  /** The field of the record or of the role. */
  readonly field?: string
  /** The line of the file, from 1. */
  readonly line?: number
  /** The column in that line, from 1. */
  readonly column?: number
}

/** The rule of a policy that an issue breaks. */
export interface BrokenRule {
  readonly name: string
  /** Why the rule holds. */
  readonly because: string
  /** Where its figure comes from. */
  readonly source?: string
}

/** One problem in a chart, with its proof and a way to fix it. Custom rules have their own codes. */
export interface Issue<Code extends string = IssueCode> {
  readonly code: Code
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
  /** How to fix it. */
  readonly suggestion: string
  /** The rule of a policy that the chart breaks; absent if the rule has no name. */
  readonly rule?: BrokenRule
}

/** A problem in a list of changes. */
export interface ChangeIssue extends Issue {
  /** The index of the change in the list. */
  readonly change: number
}

/** A problem in a history, with the days on which it holds. */
export interface HistoryIssue extends Issue {
  /** The first day; `undefined` for a problem in the input, which has no date. */
  readonly from: string | undefined
  /** The day after the last one; `undefined` if it does not end. */
  readonly to: string | undefined
}

/** A frozen copy of a place and its path. */
function frozenPlace(place: Place): Place {
  const path = place.path && { path: Object.freeze([...place.path]) }
  return Object.freeze({ ...place, ...path })
}

/** A frozen copy of a witness, with copies of its places. */
function frozenWitness(witness: readonly (string | Place)[]): readonly (string | Place)[] {
  return Object.freeze(witness.map((item) => (typeof item === 'string' ? item : frozenPlace(item))))
}

/** A frozen copy of an issue, its lists and its places. */
export function frozenIssue<Code extends string>(issue: Issue<Code>): Issue<Code> {
  return Object.freeze({
    ...issue,
    roles: Object.freeze([...issue.roles]),
    units: Object.freeze([...issue.units]),
    place: frozenPlace(issue.place),
    witness: frozenWitness(issue.witness),
  })
}
