import type { CsvMatch } from './csv-options.js'

const NOBODY: ReadonlySet<string> = new Set()

/** Finds roles by what a cell calls them. */
export class RoleFinder {
  /** One id, or all ids of those who are called alike. */
  readonly #byKey = new Map<string, string | Set<string>>()
  readonly #keyOf: (text: string) => string

  constructor(match: CsvMatch) {
    this.#keyOf = ROLE_KEYS[match]
  }

  /** `called` is what the role is called. The same id twice is one role. */
  add(called: string, id: string): void {
    const key = this.#keyOf(called)
    if (key === '') return
    const before = this.#byKey.get(key)
    if (before === undefined) this.#byKey.set(key, id)
    else if (typeof before !== 'string') before.add(id)
    else if (before !== id) this.#byKey.set(key, new Set([before, id]))
  }

  /** What roles are called, in the spelling in which they are compared. */
  get names(): Iterable<string> {
    return this.#byKey.keys()
  }

  /** The id of the one role that is called so; else those of all, or of none. */
  find(called: string): string | ReadonlySet<string> {
    return this.#byKey.get(this.#keyOf(called)) ?? NOBODY
  }
}

/** What two spellings of an id, an e-mail address or a name have in common. */
export const ROLE_KEYS: { readonly [Match in CsvMatch]: (text: string) => string } = {
  id: (text) => text,
  // The part before the @ may differ by case in theory, and by nobody's who works together.
  email: (text) => text.trim().toLowerCase(),
  name: (text) => text.trim().replace(/\s+/g, ' '),
}
