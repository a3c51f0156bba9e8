import type { ImportIssues } from '../input/import-issues.js'
import type { CsvColumns } from './csv-columns.js'
import { type CsvMatch, MATCHES } from './csv-options.js'
import { type CellReader, type CsvRows, isBlank } from './csv-rows.js'
import { firstAndLast, isFound, ROLE_KEYS, RoleFinder } from './role-finder.js'

/** The ids, e-mail addresses and names of the roles of a table, each kind read when it is first needed. */
export class RoleNames {
  readonly #rows: CsvRows
  readonly #columns: CsvColumns
  readonly #issues: ImportIssues
  readonly #finders = new Map<CsvMatch, RoleFinder>()

  constructor(rows: CsvRows, columns: CsvColumns, issues: ImportIssues) {
    this.#rows = rows
    this.#columns = columns
    this.#issues = issues
  }

  /** Whether the table has what managers are named by. */
  has(match: CsvMatch): boolean {
    return this.#namesBy(match).length > 0
  }

  /** Finds roles by one kind of name; an issue if the table has no such names. */
  finderBy(match: CsvMatch): RoleFinder {
    const known = this.#finders.get(match)
    if (known !== undefined) return known
    const finder = new RoleFinder(match)
    this.#finders.set(match, finder)
    const names = this.#namesBy(match)
    if (names.length === 0) {
      this.#issues.add('MISSING_COLUMN', {
        place: {},
        witness: [match],
        message: `Managers are named by ${match}, and no column has the ${match} of each role`,
        suggestion: `Name the column: columns: { ${match}: '…' }; or pass another match.`,
      })
    }
    for (const read of names) for (const row of this.#rows.rows) finder.add(read(row), this.#rows.ids[row])
    return finder
  }

  /** Readers of the names by which a manager cell can refer to a row. */
  #namesBy(match: CsvMatch): CellReader[] {
    const rows = this.#rows
    // Kept already: reading them again would make a million strings.
    if (match === 'id' || match === 'nameWithId') return [(row) => rows.ids[row]]
    if (match === 'email') return present([rows.reader('email')])
    const [first, last] = [rows.reader('firstName'), rows.reader('lastName')]
    const columns = [rows.reader('holder'), rows.reader('name')]
    return present([...columns, firstAndLast(first, last, ' '), firstAndLast(first, last, ', ')])
  }

  /** How most of the first managers are named, for a header that does not tell; by id if nothing matches. */
  probableMatch(read: CellReader | undefined): CsvMatch {
    const sample = this.#someOf(read)
    const id = this.#columns.of('id')
    // If the ids are e-mail addresses or names, match by those: they have several spellings.
    const isNamed = MATCHES.filter(
      (match) => (match === 'email' || match === 'name') && this.#columns.of(match) === id,
    )
    let best: CsvMatch = 'id'
    let most = -1
    for (const match of isNamed.length > 0 ? isNamed : MATCHES) {
      const found = this.#countFound(sample, match)
      if (found > most) [best, most] = [match, found]
      if (found === sample.size) break
    }
    return best
  }

  #someOf(read: CellReader | undefined): ReadonlySet<string> {
    const sample = new Set<string>()
    if (read === undefined) return sample
    for (const row of this.#rows.rows) {
      const cell = read(row)
      if (!isBlank(cell)) sample.add(cell)
      if (sample.size === SAMPLE) break
    }
    return sample
  }

  /** How many of the cells are the id, address or name of a role. */
  #countFound(cells: ReadonlySet<string>, match: CsvMatch): number {
    if (match === 'name' || match === 'nameWithId') {
      if (this.#namesBy(match).length === 0) return 0
      const finder = this.finderBy(match)
      return [...cells].filter((cell) => isFound(finder.find(cell))).length
    }
    const keyOf = ROLE_KEYS[match]
    const missing = new Set([...cells].map(keyOf))
    const { size } = missing
    for (const read of this.#namesBy(match)) {
      for (const row of this.#rows.rows) {
        if (missing.size === 0) return size
        missing.delete(keyOf(read(row)))
      }
    }
    return size - missing.size
  }
}

/** How many managers are sampled to see how they are named. */
const SAMPLE = 100

function present<Item>(items: readonly (Item | undefined)[]): Item[] {
  return items.filter((item) => item !== undefined)
}
