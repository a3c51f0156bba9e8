import type { CsvMatch } from './csv-options.js'
import type { CellReader, CsvRows } from './csv-rows.js'

const NOBODY: ReadonlySet<string> = new Set()

/** Finds roles by their id, e-mail address or name. */
export class RoleFinder {
  /** The id of a role, or the ids of several that have the same name. */
  readonly #byKey = new Map<string, string | Set<string>>()
  readonly #match: CsvMatch
  /** By names without case, Unicode form and order; made when a name is not found as it is written. */
  #byFoldedName: Map<string, string | Set<string>> | undefined

  constructor(match: CsvMatch) {
    this.#match = match
  }

  /** Adds a name of a role. The same id twice is one role. */
  add(name: string, id: string): void {
    const key = ROLE_KEYS[this.#match](name)
    if (key !== '') addTo(this.#byKey, key, id)
  }

  /** The names of all roles, in the spelling in which they are compared. */
  get names(): Iterable<string> {
    return this.#byKey.keys()
  }

  /** The id of the one role that has the name; the ids of several, or of none. */
  find(name: string): string | ReadonlySet<string> {
    const found = this.#byKey.get(ROLE_KEYS[this.#match](name))
    if (found !== undefined) return found
    if (this.#match === 'nameWithId') return this.#byKey.get(idInLabel(name) ?? '') ?? NOBODY
    return this.#match === 'name' ? (this.#folded.get(foldedName(name)) ?? NOBODY) : NOBODY
  }

  get #folded(): ReadonlyMap<string, string | Set<string>> {
    if (this.#byFoldedName !== undefined) return this.#byFoldedName
    const folded = new Map<string, string | Set<string>>()
    for (const [name, ids] of this.#byKey) {
      for (const id of typeof ids === 'string' ? [ids] : ids) addTo(folded, foldedName(name), id)
    }
    return (this.#byFoldedName = folded)
  }
}

function addTo(byKey: Map<string, string | Set<string>>, key: string, id: string): void {
  const before = byKey.get(key)
  if (before === undefined) byKey.set(key, id)
  else if (typeof before !== 'string') before.add(id)
  else if (before !== id) byKey.set(key, new Set([before, id]))
}

/** The spelling in which ids, e-mail addresses and names are compared. */
export const ROLE_KEYS: { readonly [Match in CsvMatch]: (text: string) => string } = {
  id: (text) => text,
  // By the standard the part before the @ may differ by case; no mail system in use has two such people.
  email: (text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/^mailto:/, ''),
  name: (text) => text.trim().replace(/\s+/g, ' '),
  nameWithId: (text) => text,
}

/** A name without case and Unicode form, `Last, First` as `First Last`. */
function foldedName(name: string): string {
  const parts = name.split(',')
  const ordered = parts.length === 2 ? `${parts[1]} ${parts[0]}` : name
  return ROLE_KEYS.name(ordered).normalize('NFC').toLowerCase()
}

/** The id in `Ann Roe (J0005)`, `Ann Roe [J0005]` or `Ann Roe J0005`. */
function idInLabel(label: string): string | undefined {
  const trimmed = label.trim()
  const close = trimmed.at(-1)
  const open = close === ')' ? trimmed.lastIndexOf('(') : close === ']' ? trimmed.lastIndexOf('[') : -1
  if (open > 0) return trimmed.slice(open + 1, -1).trim()
  const space = trimmed.lastIndexOf(' ')
  return space === -1 ? undefined : trimmed.slice(space + 1)
}

/** Reads the name of a person, from one column or from first and last name. */
export function fullName(rows: CsvRows): CellReader | undefined {
  return rows.reader('name') ?? firstAndLast(rows.reader('firstName'), rows.reader('lastName'), ' ')
}

/** Reads `First Last`, or with a comma `Last, First`; a blank half is left out. */
export function firstAndLast(
  first: CellReader | undefined,
  last: CellReader | undefined,
  between: ' ' | ', ',
): CellReader | undefined {
  if (first === undefined || last === undefined) return first ?? last
  const [one, other] = between === ' ' ? [first, last] : [last, first]
  return (row) => {
    const [before, after] = [one(row).trim(), other(row).trim()]
    return before === '' || after === '' ? before + after : before + between + after
  }
}

/** Whether a name is that of a role, or of several. */
export function isFound(found: string | ReadonlySet<string>): boolean {
  return typeof found === 'string' || found.size > 0
}
