import type { ImportIssues } from '../input/import-issues.js'

/** The other end or the value of a statement. */
export type Term =
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'literal'; readonly value: string; readonly type: string; readonly language?: string }

/** Everything that is stated of one subject. */
export interface Subject {
  /** Its IRI; `_:` begins the name of a blank node. */
  readonly id: string
  /** Where it is first described. */
  readonly at: number
  readonly properties: Map<string, Term[]>
}

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** Statements by subject, in the order in which the subjects are first described. */
export class RdfGraph {
  readonly subjects = new Map<string, Subject>()
  readonly #issues: ImportIssues
  readonly #placeAt: (at: number) => { readonly line: number; readonly column: number }
  #blanks = 0

  constructor(
    issues: ImportIssues,
    placeAt: (at: number) => { readonly line: number; readonly column: number },
  ) {
    this.#issues = issues
    this.#placeAt = placeAt
  }

  placeAt(at: number): { readonly line: number; readonly column: number } {
    return this.#placeAt(at)
  }

  /** The name of a new blank node; a file cannot have it. */
  blank(): string {
    return `_: ${String(this.#blanks++)}`
  }

  /** Adds a statement; false where a limit is exceeded. */
  add(subject: string, predicate: string, object: Term, at: number): boolean {
    let known = this.subjects.get(subject)
    if (known === undefined) {
      const { rows, idLength } = this.#issues.limits
      if (this.subjects.size >= rows) return this.#exceeded('rows', at)
      if (subject.length > idLength + LONGEST_BASE) return this.#exceeded('idLength', at)
      known = { id: subject, at, properties: new Map() }
      this.subjects.set(subject, known)
    }
    const objects = known.properties.get(predicate)
    if (objects === undefined) {
      if (known.properties.size >= this.#issues.limits.columns) return this.#exceeded('columns', at)
      known.properties.set(predicate, [object])
    } else objects.push(object)
    return true
  }

  #exceeded(limit: 'rows' | 'idLength' | 'columns', at: number): false {
    this.#issues.exceeded(limit, this.#placeAt(at))
    return false
  }
}

/** What an IRI may have before and besides the id in it: percent-encoding makes an id longer. */
const LONGEST_BASE = 8192
