import {
  counted,
  didYouMean,
  frozenIssue,
  type Issue,
  issuesOf,
  nearestId,
  type Org,
  type Place,
  quotedList,
  type Severity,
} from '../../internal.js'
import type { ImportIssueCode } from './import-issue-code.js'
import type { Limits } from './limits.js'
import { withPlaceWords } from './line-places.js'

/** The parts of an issue of an importer besides its code. */
export interface ImportIssueParts {
  readonly severity?: Severity
  readonly roles?: readonly string[]
  readonly units?: readonly string[]
  readonly place: Place
  readonly witness?: readonly (string | Place)[]
  readonly message: string
  readonly suggestion: string
}

/** Collects the issues of an input. It keeps as many as the limits allow, and counts the rest. */
export class ImportIssues {
  readonly limits: Limits
  readonly #issues: Issue<ImportIssueCode>[] = []
  #more = 0
  #errors = 0
  #moreErrors = 0
  #lookUps = 0
  /** Returns an issue with other advice, where an option is its cause. */
  adviseOn: (issue: Issue<ImportIssueCode>) => Issue<ImportIssueCode> = (issue) => issue

  constructor(limits: Limits) {
    this.limits = limits
  }

  add(code: ImportIssueCode, parts: ImportIssueParts): void {
    const { severity = 'error', roles = [], units = NONE, place, witness = [], message, suggestion } = parts
    this.#take(frozenIssue({ code, severity, roles, units, place, witness, message, suggestion }))
  }

  /** The same, with a message that begins with the line and column of the place, if it has them. */
  addAt(code: ImportIssueCode, parts: ImportIssueParts): void {
    this.add(code, withPlaceWords(parts))
  }

  /** Like {@link add}, for an issue that a file may have millions of times: one that is not kept is only counted. */
  addLate(code: ImportIssueCode, severity: Severity, parts: () => ImportIssueParts): void {
    if (this.#isFull) this.#count(severity)
    else this.add(code, { severity, ...parts() })
  }

  /** {@link addLate} with the words of {@link addAt}. */
  addLateAt(code: ImportIssueCode, severity: Severity, parts: () => ImportIssueParts): void {
    this.addLate(code, severity, () => withPlaceWords(parts()))
  }

  /**
   * Takes over the issues of an org that was made from the input, each as `adapted` returns it; `advised` may change the
   * list first.
   */
  takeFrom(
    org: Org,
    adapted: (issue: Issue) => Issue,
    advised: (issues: readonly Issue[]) => readonly Issue[] = (issues) => issues,
  ): void {
    // An org that was just made carries issues of the core only.
    const found = advised(issuesOf(org) as readonly Issue[])
    for (const issue of found) this.#take(this.#isFull ? issue : adapted(issue))
  }

  /** Takes over issues that already have their places. */
  takeAll(issues: readonly Issue[]): void {
    for (const issue of issues) this.#take(issue)
  }

  /** `; did you mean 'Ada'?` for an unknown name. */
  didYouMean(text: string, known: Iterable<string>, isRuledOut?: (name: string) => boolean): string {
    return didYouMean(this.nearest(text, known, isRuledOut))
  }

  /**
   * The name that an unknown one may mean; never one that is ruled out. Only the first few are looked up: each look-up
   * compares many names, and a broken file may have a million unknown ones.
   */
  nearest(text: string, known: Iterable<string>, isRuledOut?: (name: string) => boolean): string | undefined {
    const ruledOut = new Set<string>()
    while (++this.#lookUps <= LOOK_UPS) {
      const nearest = nearestId(text, without(ruledOut, known))
      if (nearest === undefined || isRuledOut?.(nearest) !== true) return nearest
      ruledOut.add(nearest)
    }
    return undefined
  }

  exceeded(limit: keyof Limits, place: Place = {}, witness: readonly string[] = []): void {
    const allowed = String(this.limits[limit])
    this.add('LIMIT_EXCEEDED', {
      place,
      witness: [limit, allowed, ...witness],
      message: `The input has more than ${allowed} ${NOUNS[limit]}, which is the limit`,
      suggestion: `Raise the limit if you trust the input: limits: { ${limit}: … }.`,
    })
  }

  get hasErrors(): boolean {
    return this.#errors > 0
  }

  get all(): readonly Issue<ImportIssueCode>[] {
    if (this.#more === 0) return Object.freeze([...this.#issues])
    const rest: Issue<ImportIssueCode> = {
      code: 'LIMIT_EXCEEDED',
      // Depends only on the unlisted issues: too many warnings are not an error.
      severity: this.#moreErrors > 0 ? 'error' : 'warning',
      roles: NONE,
      units: NONE,
      place: Object.freeze({}),
      witness: Object.freeze(['issues', String(this.#issues.length + this.#more)]),
      message: `${counted(this.#more, 'more issue')} ${this.#more === 1 ? 'is' : 'are'} not listed`,
      suggestion: 'Fix the listed ones first, or raise limits.issues.',
    }
    return Object.freeze([...this.#issues, Object.freeze(rest)])
  }

  get #isFull(): boolean {
    return this.#issues.length >= this.limits.issues
  }

  #take(issue: Issue<ImportIssueCode>): void {
    if (this.#isFull) {
      this.#count(issue.severity)
      return
    }
    if (issue.severity === 'error') this.#errors++
    this.#issues.push(Object.freeze(this.adviseOn(issue)))
  }

  /** Counts an issue that is not kept. */
  #count(severity: Severity): void {
    this.#more++
    if (severity !== 'error') return
    this.#errors++
    this.#moreErrors++
  }
}

/** The issue; with the option that helps if a unit has the id of a role. */
export function withUnitAdvice(issue: Issue): Issue {
  if (issue.code !== 'DUPLICATE_ID' || issue.units.length === 0) return issue
  return {
    ...issue,
    suggestion: "Roles and units share one namespace: give the names of units a prefix, unitPrefix: 'unit:'.",
  }
}

/** The issue; as a warning if rows call one person by two names, since one of them is used. */
export function withoutError(issue: Issue): Issue {
  return issue.code === 'CONFLICTING_PERSON' ? { ...issue, severity: 'warning' } : issue
}

/** Reports the rows that are read as further holders of a role. */
export function reportFurtherHolders(
  roles: readonly string[],
  rows: number,
  place: Place,
  issues: ImportIssues,
  differing: readonly string[] = [],
): void {
  const listed = [...new Set(roles)]
  const shown = listed.slice(0, LISTED)
  const kept =
    differing.length === 0
      ? ''
      : `; a role has the data of its first row, and other rows differ in ${quotedList(differing)}`
  issues.add('OPTION_APPLIED', {
    severity: 'info',
    roles: shown,
    place,
    witness: ['repeatedIds', ...shown],
    message: `repeatedIds: ${counted(rows, 'row')} that ${rows === 1 ? 'repeats an id is read as a further holder' : 'repeat an id are read as further holders'} of ${quotedList(shown, undefined, listed.length)}${kept}`,
    suggestion: 'Nothing to do if these are job shares; otherwise give each role a unique id.',
  })
}

const LISTED = 100

/** How many unknown names are compared with the known ones. */
const LOOK_UPS = 20

function* without(ruledOut: ReadonlySet<string>, names: Iterable<string>): Generator<string> {
  for (const name of names) if (!ruledOut.has(name)) yield name
}

const NONE: readonly never[] = Object.freeze([])

const NOUNS: { readonly [Name in keyof Limits]: string } = {
  bytes: 'bytes',
  rows: 'rows',
  columns: 'columns',
  depth: 'levels of nesting',
  idLength: 'characters in an id',
  issues: 'issues',
}
