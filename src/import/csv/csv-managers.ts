import { type Place, quote, quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { CsvColumns } from './csv-columns.js'
import { type CsvMatch, type CsvOptions, MATCHES } from './csv-options.js'
import { type CellReader, type CsvRows, isBlank } from './csv-rows.js'
import { firstAndLast, ROLE_KEYS, RoleFinder } from './role-finder.js'
import { TopWords } from './top-words.js'

/** Finds the managers that the cells of a table refer to. */
export class CsvManagers {
  readonly match: CsvMatch
  readonly #rows: CsvRows
  readonly #columns: CsvColumns
  readonly #issues: ImportIssues
  readonly #tops: TopWords
  readonly #selfManagedTops: boolean
  /** Roles by e-mail address or name; `undefined` for ids, which are looked up when the org is made. */
  readonly #finder: RoleFinder | undefined
  #ids: ReadonlySet<string> | undefined
  #selfManaged: string[] = []

  constructor(rows: CsvRows, columns: CsvColumns, options: CsvOptions, issues: ImportIssues) {
    this.#rows = rows
    this.#columns = columns
    this.#issues = issues
    this.#selfManagedTops = options.selfManagedTops === true
    this.match = options.match ?? columns.match ?? this.#probableMatch()
    const isId = (text: string): boolean => this.match === 'id' && this.#isId(text)
    this.#tops = new TopWords(options.tops, columns.product.tops, isId, issues)
    this.#finder = this.match === 'id' ? undefined : this.#finderBy(this.match)
  }

  /** A reader of the id of the manager; `undefined` for a top and, with an issue, for a manager that is not found. */
  get manager(): (row: number) => string | undefined {
    const read = this.#rows.reader('manager')
    if (read === undefined) return () => undefined
    return (row) => {
      const cell = read(row)
      if (isBlank(cell)) return undefined
      const place = (): Place => this.#rows.place(row, 'manager')
      if (this.#tops.says(cell, place)) return undefined
      const manager = this.#finder === undefined ? cell : this.#idOf(cell, row, place)
      if (manager !== this.#rows.ids[row] || !this.#selfManagedTops) return manager
      this.#selfManaged.push(manager)
      return undefined
    }
  }

  /** A reader of the ids of the dotted managers. */
  get dotted(): ((row: number) => string[]) | undefined {
    const { dotted, product } = this.#columns
    if (dotted.length === 0) return undefined
    const separators = separatorsFor(product.separators, this.match)
    const readers = dotted.map((column) => [column, this.#rows.readerOf(column)] as const)
    return (row) => readers.flatMap(([column, read]) => this.#dottedIn(read(row), row, column, separators))
  }

  #dottedIn(cell: string, row: number, column: number, separators: RegExp): string[] {
    if (isBlank(cell)) return []
    // An id may contain a separator.
    const pieces = separators.test(cell) && !this.#isKnown(cell) ? cell.split(separators) : [cell]
    const place = (): Place => this.#rows.placeOf(row, column)
    return pieces.flatMap((piece) => {
      const named = pieces.length === 1 ? piece : piece.trim()
      if (isBlank(named) || this.#tops.says(named, place)) return []
      return (this.#finder === undefined ? named : this.#idOf(named, row, place)) ?? []
    })
  }

  /** Reports what the options changed. */
  reportApplied(): void {
    this.#tops.reportApplied()
    const ids = this.#selfManaged
    if (ids.length === 0) return
    const what = ids.length === 1 ? 'role reports to itself and is' : 'roles report to themselves and are'
    this.#issues.add('OPTION_APPLIED', {
      severity: 'info',
      roles: ids,
      place: {},
      witness: ['selfManagedTops', ...ids],
      message: `selfManagedTops: ${String(ids.length)} ${what} read as a top: ${quotedList(ids)}`,
      suggestion: 'Leave the manager of a top blank in the file; then the option is not needed.',
    })
  }

  #idOf(cell: string, row: number, place: () => Place): string | undefined {
    const meant = this.#finder?.find(cell) ?? cell
    if (typeof meant === 'string') return meant
    const role = this.#rows.ids[row]
    const what = this.match === 'email' ? 'e-mail address' : 'name'
    if (meant.size === 0) {
      this.#issues.add('UNKNOWN_MANAGER', {
        roles: [role],
        place: place(),
        witness: [cell],
        message: `The role ${quote(role)} reports to ${quote(cell)}, which is not the ${what} of a role in this table${this.#issues.didYouMean(cell, this.#finder?.names ?? [])}`,
        suggestion: `Add the role, correct the ${what}, or leave the manager out if the role is a top.`,
      })
      return undefined
    }
    // Not all of them: everyone in a file may have one name, and report to it.
    const candidates: string[] = []
    for (const id of meant) if (candidates.push(id) === CANDIDATES) break
    this.#issues.add('AMBIGUOUS_MANAGER', {
      roles: [role],
      place: place(),
      witness: candidates,
      message: `The role ${quote(role)} reports to ${quote(cell)}, which is the ${what} of ${String(meant.size)} roles: ${quotedList(candidates, undefined, meant.size)}`,
      suggestion: `Make each ${what} unique, or name managers by id in a column of ids.`,
    })
    return undefined
  }

  #isId(id: string): boolean {
    this.#ids ??= new Set(this.#rows.rows.map((row) => this.#rows.ids[row]))
    return this.#ids.has(id)
  }

  #isKnown(cell: string): boolean {
    return this.#finder === undefined ? this.#isId(cell) : typeof this.#finder.find(cell) === 'string'
  }

  #finderBy(match: CsvMatch): RoleFinder {
    const finder = new RoleFinder(match)
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
    if (match === 'id') return [(row) => rows.ids[row]]
    if (match === 'email') return present([rows.reader('email')])
    const columns = [rows.reader('holder'), rows.reader('name')]
    return present([...columns, firstAndLast(rows, ' '), firstAndLast(rows, ', ')])
  }

  /** How most of the first managers are named, for a header that does not tell; by id if nothing matches. */
  #probableMatch(): CsvMatch {
    const sample = this.#someManagers()
    const id = this.#columns.of('id')
    // If the ids are e-mail addresses or names, match by those: they have several spellings.
    const isNamed = MATCHES.filter((match) => match !== 'id' && this.#columns.of(match) === id)
    let best: CsvMatch = 'id'
    let most = -1
    for (const match of isNamed.length > 0 ? isNamed : MATCHES) {
      const found = this.#countFound(sample, match)
      if (found > most) [best, most] = [match, found]
      if (found === sample.size) break
    }
    return best
  }

  #someManagers(): ReadonlySet<string> {
    const read = this.#rows.reader('manager')
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

/** How many of the roles that an ambiguous name can mean are listed. */
const CANDIDATES = 100

/** What separates several managers in a cell. Names contain commas. */
function separatorsFor(known: string | undefined, match: CsvMatch): RegExp {
  if (known !== undefined) return new RegExp(`[${known}\\r\\n]`)
  return match === 'name' ? /[;|\r\n]/ : /[;|,\r\n]/
}

function present<Item>(items: readonly (Item | undefined)[]): Item[] {
  return items.filter((item) => item !== undefined)
}
