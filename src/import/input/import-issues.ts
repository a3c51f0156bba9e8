import type { Issue, Place, Severity } from '../../index.js'
import type { Limits } from './limits.js'

/** What an issue of an importer adds to its code. */
interface IssueParts {
  readonly severity?: Severity
  readonly roles?: readonly string[]
  readonly place: Place
  readonly witness?: readonly (string | Place)[]
  readonly message: string
  readonly suggestion: string
}

/** Gathers what is wrong with an input, at most as many issues as the limits allow; the rest is counted. */
export class ImportIssues {
  readonly #issues: Issue[] = []
  readonly #limits: Limits
  #more = 0
  #errors = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  add(code: Issue['code'], parts: IssueParts): void {
    const { severity = 'error', roles = [], place, witness = [], message, suggestion } = parts
    this.take({ code, severity, roles, units: [], place, witness, message, suggestion })
  }

  /** Takes over an issue that was found elsewhere. */
  take(issue: Issue): void {
    if (issue.severity === 'error') this.#errors++
    if (this.#issues.length >= this.#limits.issues) this.#more++
    else this.#issues.push(Object.freeze(issue))
  }

  exceeded(limit: keyof Limits, received: number, place: Place = {}): void {
    const allowed = this.#limits[limit]
    this.add('LIMIT_EXCEEDED', {
      place,
      witness: [limit, String(received)],
      message: `The input has ${String(received)} ${WORDS[limit]}, and ${String(allowed)} are allowed`,
      suggestion: `Raise the limit if you trust the input: limits: { ${limit}: ${String(received)} }.`,
    })
  }

  get hasErrors(): boolean {
    return this.#errors > 0
  }

  get all(): readonly Issue[] {
    if (this.#more === 0) return Object.freeze([...this.#issues])
    const rest: Issue = {
      code: 'LIMIT_EXCEEDED',
      severity: 'error',
      roles: [],
      units: [],
      place: {},
      witness: ['issues', String(this.#issues.length + this.#more)],
      message: `There are ${String(this.#more)} more issues than are listed`,
      suggestion: 'Mend the listed ones first, or raise limits.issues.',
    }
    return Object.freeze([...this.#issues, Object.freeze(rest)])
  }
}

const WORDS: { readonly [Name in keyof Limits]: string } = {
  bytes: 'bytes',
  rows: 'rows',
  columns: 'columns',
  depth: 'levels of nesting',
  idLength: 'characters in an id',
  issues: 'issues',
}
