import type { ApprovalLimit } from './policy-spec.js'
import type { LimitReason } from './route-answer.js'

/** The limit that applies to somebody. */
export interface CountedLimit {
  /** `Infinity` for any amount. */
  readonly upTo: number
  /** Whose entry it is, and the amount. */
  readonly reason: LimitReason
}

const KINDS_OF_HOLDER = ['person', 'role', 'unit', 'grade'] as const
type Table = { readonly [By in LimitReason['by']]: ReadonlyMap<string | number, CountedLimit> }

/** The limits for one kind of request. */
export class LimitTable {
  readonly #table: Table

  constructor(limits: readonly ApprovalLimit[], kind: string | undefined) {
    const table = { person: new Map(), role: new Map(), unit: new Map(), grade: new Map() } satisfies {
      [By in LimitReason['by']]: Map<string | number, CountedLimit>
    }
    // The limits for this kind come last and override the general ones.
    const general = limits.filter((entry) => entry.kind === undefined)
    const own = kind === undefined ? [] : limits.filter((entry) => entry.kind === kind)
    for (const entry of [...general, ...own]) {
      for (const by of KINDS_OF_HOLDER) {
        const of = entry[by]
        if (of === undefined) continue
        const reason = Object.freeze({ by, of, upTo: entry.upTo })
        table[by].set(of, { upTo: entry.upTo ?? Infinity, reason })
      }
    }
    this.#table = table
  }

  ofPerson(person: string | undefined): CountedLimit | undefined {
    const { person: people } = this.#table
    return person === undefined || people.size === 0 ? undefined : people.get(person)
  }

  /** The limit of a role or, failing that, of its unit or of its grade. */
  ofRole(id: string, ownUnit: string | undefined, level: number | undefined): CountedLimit | undefined {
    const { role, unit, grade } = this.#table
    return (
      role.get(id) ??
      (ownUnit === undefined ? undefined : unit.get(ownUnit)) ??
      (level === undefined ? undefined : grade.get(level))
    )
  }
}
