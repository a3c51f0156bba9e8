import type { CsvMatch } from './csv-options.js'
import type { CellReader, CsvRows } from './csv-rows.js'

const NOBODY: ReadonlySet<string> = new Set()

/** Finds roles by their id, e-mail address or name. */
export class RoleFinder {
  /** The id of a role, or the ids of several that have the same name. */
  readonly #byKey = new Map<string, string | Set<string>>()
  readonly #keyOf: (text: string) => string

  constructor(match: CsvMatch) {
    this.#keyOf = ROLE_KEYS[match]
  }

  /** Adds a name of a role. The same id twice is one role. */
  add(name: string, id: string): void {
    const key = this.#keyOf(name)
    if (key === '') return
    const before = this.#byKey.get(key)
    if (before === undefined) this.#byKey.set(key, id)
    else if (typeof before !== 'string') before.add(id)
    else if (before !== id) this.#byKey.set(key, new Set([before, id]))
  }

  /** The names of all roles, in the spelling in which they are compared. */
  get names(): Iterable<string> {
    return this.#byKey.keys()
  }

  /** The id of the one role that has the name; the ids of several, or of none. */
  find(name: string): string | ReadonlySet<string> {
    return this.#byKey.get(this.#keyOf(name)) ?? NOBODY
  }
}

/** The spelling in which ids, e-mail addresses and names are compared. */
export const ROLE_KEYS: { readonly [Match in CsvMatch]: (text: string) => string } = {
  id: (text) => text,
  // By the standard the part before the @ may differ by case; no mail system in use has two such people.
  email: (text) => text.trim().toLowerCase(),
  name: (text) => text.trim().replace(/\s+/g, ' '),
}

/** Reads the name of a person, from one column or from first and last name. */
export function fullName(rows: CsvRows): CellReader | undefined {
  return rows.reader('name') ?? firstAndLast(rows, ' ')
}

/** Reads `First Last`, or with a comma `Last, First`; a blank half is left out. */
export function firstAndLast(rows: CsvRows, between: ' ' | ', '): CellReader | undefined {
  const [first, last] = [rows.reader('firstName'), rows.reader('lastName')]
  if (first === undefined || last === undefined) return first ?? last
  const [one, other] = between === ' ' ? [first, last] : [last, first]
  return (row) => {
    const [before, after] = [one(row).trim(), other(row).trim()]
    return before === '' || after === '' ? before + after : before + between + after
  }
}
