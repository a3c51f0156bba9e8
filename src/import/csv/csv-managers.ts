import { type Place, quote, quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { CsvColumns } from './csv-columns.js'
import type { CsvMatch, CsvOptions } from './csv-options.js'
import { type CellReader, type CsvRows, isBlank } from './csv-rows.js'
import { firstAndLast } from './full-name.js'
import { ROLE_KEYS, RoleFinder } from './role-finder.js'
import { TopWords } from './top-words.js'

/** Finds the managers that the cells of a table name. */
export class CsvManagers {
  readonly match: CsvMatch
  readonly #rows: CsvRows
  readonly #columns: CsvColumns
  readonly #issues: ImportIssues
  readonly #tops: TopWords
  readonly #selfManagedTops: boolean
  /** Roles by e-mail address or name; ids need no look-up, since the org does that. */
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

  /** Reads the id of the manager of a row; `undefined` for a top, and, with an issue, for one that is not found. */
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

  /** Reads the ids of the dotted managers of a row. */
  get dotted(): ((row: number) => string[]) | undefined {
    const { dotted, product } = this.#columns
    if (dotted.length === 0) return undefined
    const separators = separatorsFor(product.separators, this.match)
    const readers = dotted.map((column) => [column, this.#rows.readerOf(column)] as const)
    return (row) => readers.flatMap(([column, read]) => this.#dottedIn(read(row), row, column, separators))
  }

  #dottedIn(cell: string, row: number, column: number, separators: RegExp): string[] {
    if (isBlank(cell)) return []
    // An id may have a separator in it.
    const pieces = separators.test(cell) && !this.#isKnown(cell) ? cell.split(separators) : [cell]
    const place = (): Place => this.#rows.placeOf(row, column)
    return pieces.flatMap((piece) => {
      const named = pieces.length === 1 ? piece : piece.trim()
      if (isBlank(named) || this.#tops.says(named, place)) return []
      return (this.#finder === undefined ? named : this.#idOf(named, row, place)) ?? []
    })
  }

  /** Says what the options did. */
  addWhatWasApplied(): void {
    this.#tops.addWhatWasApplied()
    const witness = this.#selfManaged
    if (witness.length === 0) return
    const what =
      witness.length === 1
        ? 'one role reports to itself'
        : `${String(witness.length)} roles report to themselves`
    this.#issues.add('OPTION_APPLIED', {
      severity: 'info',
      roles: witness,
      place: {},
      witness: ['selfManagedTops', ...witness],
      message: `selfManagedTops: ${what}, and this is read as being a top: ${quotedList(witness)}`,
      suggestion: 'Leave the manager blank at the top, to say it in the file.',
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
        message: `The role ${quote(role)} reports to ${quote(cell)}, which is the ${what} of no role of this table${this.#issues.didYouMean(cell, this.#finder?.names ?? [])}`,
        suggestion: `Add the role, correct the ${what}, or leave the manager out for a role at the top.`,
      })
      return undefined
    }
    // Not all of them: everyone in a file may be called alike, and report to that name.
    const candidates: string[] = []
    for (const id of meant) if (candidates.push(id) === CANDIDATES) break
    this.#issues.add('AMBIGUOUS_MANAGER', {
      roles: [role],
      place: place(),
      witness: candidates,
      message: `The role ${quote(role)} reports to ${quote(cell)}, which is the ${what} of ${String(meant.size)} roles: ${quotedList(candidates, undefined, meant.size)}`,
      suggestion: `Make each ${what} one role's alone, or name all managers by id in a column of their own.`,
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
    const called = this.#callers(match)
    if (called.length === 0) {
      this.#issues.add('MISSING_COLUMN', {
        place: {},
        witness: [match],
        message: `Managers are named by ${match}, and no column has the ${match} of a role`,
        suggestion: `Say which has: columns: { ${match}: '…' }; or name managers otherwise, with match.`,
      })
    }
    for (const read of called) for (const row of this.#rows.rows) finder.add(read(row), this.#rows.ids[row])
    return finder
  }

  /** What a role can be called by, in the cell of a manager. */
  #callers(match: CsvMatch): CellReader[] {
    const rows = this.#rows
    // The ids are at hand: reading them again would make a million texts anew.
    if (match === 'id') return [(row) => rows.ids[row]]
    if (match === 'email') return present([rows.reader('email')])
    const columns = [rows.reader('holder'), rows.reader('name')]
    return present([...columns, firstAndLast(rows, ' '), firstAndLast(rows, ', ')])
  }

  /** By what most of the first managers are named, where the header does not say. The id, where nothing tells. */
  #probableMatch(): CsvMatch {
    const sample = this.#someManagers()
    const id = this.#columns.of('id')
    // Where the ids are e-mail addresses or names, those say more: which spellings mean the same.
    const isCalled = MATCHES.filter((match) => match !== 'id' && this.#columns.of(match) === id)
    let best: CsvMatch = 'id'
    let most = -1
    for (const match of isCalled.length > 0 ? isCalled : MATCHES) {
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

  /** How many of the cells are what a role is called. */
  #countFound(cells: ReadonlySet<string>, match: CsvMatch): number {
    const keyOf = ROLE_KEYS[match]
    const missing = new Set([...cells].map(keyOf))
    const { size } = missing
    for (const read of this.#callers(match)) {
      for (const row of this.#rows.rows) {
        if (missing.size === 0) return size
        missing.delete(keyOf(read(row)))
      }
    }
    return size - missing.size
  }
}

const MATCHES: readonly CsvMatch[] = ['id', 'email', 'name']

/** How many managers are looked at to see by what they are named. */
const SAMPLE = 100

/** How many of those are listed whom an ambiguous name can mean. */
const CANDIDATES = 100

/** What stands between several managers in a cell. Names have commas in them. */
function separatorsFor(known: string | undefined, match: CsvMatch): RegExp {
  if (known !== undefined) return new RegExp(`[${known}\\r\\n]`)
  return match === 'name' ? /[;|\r\n]/ : /[;|,\r\n]/
}

function present<Item>(items: readonly (Item | undefined)[]): Item[] {
  return items.filter((item) => item !== undefined)
}
