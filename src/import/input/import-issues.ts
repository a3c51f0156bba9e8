import {
  type Issue,
  issuesOf,
  nearestId,
  type Org,
  type Place,
  quote,
  type Severity,
} from '../../internal.js'
import type { ImportIssueCode } from './import-issue-code.js'
import type { Limits } from './limits.js'

/** What an issue of an importer adds to its code. */
export interface ImportIssueParts {
  readonly severity?: Severity
  readonly roles?: readonly string[]
  readonly place: Place
  readonly witness?: readonly (string | Place)[]
  readonly message: string
  readonly suggestion: string
}

/** Gathers what is wrong with an input, at most as many issues as the limits allow; the rest is counted. */
export class ImportIssues {
  readonly #issues: Issue<ImportIssueCode>[] = []
  readonly #limits: Limits
  #more = 0
  #errors = 0
  #moreErrors = 0
  #suggested = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  add(code: ImportIssueCode, parts: ImportIssueParts): void {
    const { severity = 'error', roles = [], place, witness = [], message, suggestion } = parts
    this.take({
      code,
      severity,
      roles: Object.freeze([...roles]),
      units: NONE,
      place: frozenPlace(place),
      witness: Object.freeze(witness.map((item) => (typeof item === 'string' ? item : frozenPlace(item)))),
      message,
      suggestion,
    })
  }

  /** Takes over what was found while an org was made from the input, each issue as `adapted` gives it. */
  takeFrom(org: Org, adapted: (issue: Issue) => Issue): void {
    // An org that was just made carries issues of the core alone.
    const found = issuesOf(org) as readonly Issue[]
    for (const issue of found) this.take(this.#issues.length < this.#limits.issues ? adapted(issue) : issue)
  }

  take(issue: Issue<ImportIssueCode>): void {
    const isError = issue.severity === 'error'
    if (isError) this.#errors++
    if (this.#issues.length < this.#limits.issues) {
      this.#issues.push(Object.freeze(issue))
      return
    }
    this.#more++
    if (isError) this.#moreErrors++
  }

  /**
   * `; did you mean 'Ada'?` for what is not known. Only the first few are looked up: a look-up reads many, and a
   * broken file may have a million unknown ones.
   */
  didYouMean(text: string, known: Iterable<string>): string {
    const nearest = ++this.#suggested > SUGGESTED ? undefined : nearestId(text, known)
    return nearest === undefined ? '' : `; did you mean ${quote(nearest)}?`
  }

  exceeded(limit: keyof Limits, place: Place = {}, witness: readonly string[] = []): void {
    const allowed = String(this.#limits[limit])
    this.add('LIMIT_EXCEEDED', {
      place,
      witness: [limit, allowed, ...witness],
      message: `The input has more than ${allowed} ${WORDS[limit]}, which is the limit`,
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
      // Only what was left out counts here: warnings that are too many do not make an input wrong.
      severity: this.#moreErrors > 0 ? 'error' : 'warning',
      roles: NONE,
      units: NONE,
      place: Object.freeze({}),
      witness: Object.freeze(['issues', String(this.#issues.length + this.#more)]),
      message: `There are ${String(this.#more)} more issues than are listed`,
      suggestion: 'Mend the listed ones first, or raise limits.issues.',
    }
    return Object.freeze([...this.#issues, Object.freeze(rest)])
  }
}

/** How many times the nearest of what is known is looked for. */
const SUGGESTED = 20

const NONE: readonly never[] = Object.freeze([])

/** With its path, which the importer goes on with. */
function frozenPlace(place: Place): Place {
  const path = place.path && { path: Object.freeze([...place.path]) }
  return Object.freeze({ ...place, ...path })
}

const WORDS: { readonly [Name in keyof Limits]: string } = {
  bytes: 'bytes',
  rows: 'rows',
  columns: 'columns',
  depth: 'levels of nesting',
  idLength: 'characters in an id',
  issues: 'issues',
}
