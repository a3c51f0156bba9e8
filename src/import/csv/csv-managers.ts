import { isAbove, type Issue, type Org, type Place, quote, quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { TopWords } from '../input/top-words.js'
import { areMostUnknown, mergedUnknown, topsAdvice, unknownManagerIn } from '../input/unknown-managers.js'
import type { CsvColumns, ManagerColumn } from './csv-columns.js'
import { type CsvMatch, type CsvOptions, MATCHES } from './csv-options.js'
import { type CellReader, type CsvRows, isBlank } from './csv-rows.js'
import { firstAndLast, isFound } from './role-finder.js'
import { RoleNames } from './role-names.js'

/** A manager cell that is not the name of exactly one role. */
interface Unresolved {
  readonly row: number
  readonly cell: string
  readonly place: Place
  /** The ids of the roles that it can mean; none if it is unknown. */
  readonly candidates: ReadonlySet<string>
  readonly match: CsvMatch
  readonly isSolid: boolean
}

/** Finds the managers that the cells of a table refer to. */
export class CsvManagers {
  readonly match: CsvMatch
  readonly #rows: CsvRows
  readonly #columns: CsvColumns
  readonly #issues: ImportIssues
  readonly #tops: TopWords
  readonly #selfManagedTops: boolean
  readonly #names: RoleNames
  readonly #unresolved: Unresolved[] = []
  /** The manager of each row, for a table that has several columns of managers. */
  readonly #managers: (string | undefined)[] = []
  readonly #selfManaged: string[] = []
  /** How many rows name a manager. */
  #count = 0
  #ids: ReadonlySet<string> | undefined

  constructor(rows: CsvRows, columns: CsvColumns, options: CsvOptions, issues: ImportIssues) {
    this.#rows = rows
    this.#columns = columns
    this.#issues = issues
    this.#names = new RoleNames(rows, columns, issues)
    this.#selfManagedTops = options.selfManagedTops === true
    this.match = options.match ?? columns.match ?? this.#names.probableMatch(this.#solid)
    const isId = (text: string): boolean => this.match === 'id' && this.#isId(text)
    this.#tops = new TopWords(options.tops, columns.product.tops, isId, issues)
    // Reports a table without such names.
    if (this.match !== 'id') this.#names.finderBy(this.match)
  }

  /** A reader of the id of the manager; `undefined` for a top, and for a manager that is not found. */
  get manager(): (row: number) => string | undefined {
    const read = this.#solid
    if (read === undefined) return () => undefined
    const column = this.#columns.of('manager') ?? this.#columns.of('managerLastName')
    const keepsAll = this.#columns.otherManagers.length > 0
    return (row) => {
      const manager = this.#managerIn(read(row), row, column)
      if (keepsAll) this.#managers[row] = manager
      return manager
    }
  }

  /** A reader of the ids of the dotted managers. */
  get dotted(): ((row: number) => string[]) | undefined {
    const { dotted, product } = this.#columns
    if (dotted.length === 0) return undefined
    const readers = dotted.map((column) => {
      const { match: known } = column
      const match = known !== undefined && this.#names.has(known) ? known : this.match
      const separators = separatorsFor(product.separators, match)
      return { ...column, match, separators, read: this.#rows.readerOf(column.column) }
    })
    return (row) =>
      readers.flatMap(({ read, column, match, separators }) =>
        this.#dottedIn(read(row), row, column, match, separators),
      )
  }

  /** Reports the managers that were not found in the table, and columns of managers that disagree. */
  reportUnresolved(org: Org): void {
    const unknown = this.#unresolved.filter(({ isSolid, candidates }) => isSolid && candidates.size === 0)
    const areMost = areMostUnknown(unknown.length, this.#count)
    if (areMost) {
      const found = unknown.map(({ row, cell, place }) => ({ role: this.#rows.ids[row], cell, place }))
      const advice = this.#mostAdvice(found.map(({ cell }) => cell))
      this.#issues.add('UNKNOWN_MANAGER', mergedUnknown(found, this.#count, `${NOUNS[this.match]}s`, advice))
    }
    for (const one of this.#unresolved) {
      if (one.candidates.size > 0) this.#addAmbiguous(one)
      else if (!(areMost && one.isSolid)) this.#addUnknown(one, org)
    }
    for (const column of this.#columns.otherManagers) this.#compare(column)
  }

  /** Reports what the options changed. */
  reportApplied(): void {
    this.#tops.reportApplied()
    const ids = this.#selfManaged
    if (ids.length === 0) return
    const what = ids.length === 1 ? 'role reports to itself and is' : 'roles report to themselves and are'
    this.#issues.add('OPTION_APPLIED', {
      severity: 'info',
      roles: ids.slice(0, LISTED),
      place: {},
      witness: ['selfManagedTops', ...ids.slice(0, LISTED)],
      message: `selfManagedTops: ${String(ids.length)} ${what} read as a top: ${quotedList(ids)}`,
      suggestion: 'Leave the manager of a top blank in the file; then the option is not needed.',
    })
  }

  /** The issues of making the org, with the options that would help; unknown ids as one issue if most are unknown. */
  withAdvice(issues: readonly Issue[]): readonly Issue[] {
    const field = this.#columns.headers[this.#columns.of('manager') ?? -1]
    const unknown = issues.flatMap((issue) =>
      issue.place.field === field ? (unknownManagerIn(issue) ?? []) : [],
    )
    const areMost = areMostUnknown(unknown.length, this.#count)
    if (areMost) {
      const advice = this.#mostAdvice(unknown.map(({ cell }) => cell))
      this.#issues.add('UNKNOWN_MANAGER', mergedUnknown(unknown, this.#count, 'ids', advice))
    }
    return issues.flatMap((issue) => {
      if (issue.place.field !== field) return [issue]
      const cell = unknownManagerIn(issue)?.cell
      if (cell !== undefined) return areMost ? [] : [{ ...issue, suggestion: this.#oneAdvice(cell) }]
      if (issue.code !== 'SELF_REPORT') return [issue]
      const suggestion = `${issue.suggestion} Or pass selfManagedTops: true, to read such roles as tops.`
      return [{ ...issue, suggestion }]
    })
  }

  get #solid(): CellReader | undefined {
    const rows = this.#rows
    const [first, last] = [rows.reader('managerFirstName'), rows.reader('managerLastName')]
    return rows.reader('manager') ?? firstAndLast(first, last, ' ')
  }

  #managerIn(cell: string, row: number, column: number | undefined): string | undefined {
    if (isBlank(cell)) return undefined
    const place = (): Place => this.#rows.placeOf(row, column)
    if (this.#tops.says(cell, place)) return undefined
    this.#count++
    const manager = this.#idOf(cell, row, place, this.match, true)
    if (manager !== this.#rows.ids[row] || !this.#selfManagedTops) return manager
    this.#selfManaged.push(manager)
    return undefined
  }

  #dottedIn(cell: string, row: number, column: number, match: CsvMatch, separators: RegExp): string[] {
    if (isBlank(cell)) return []
    // An id may contain a separator.
    const pieces = separators.test(cell) && !this.#isKnown(cell, match) ? cell.split(separators) : [cell]
    const place = (): Place => this.#rows.placeOf(row, column)
    return pieces.flatMap((piece) => {
      const named = pieces.length === 1 ? piece : piece.trim()
      if (isBlank(named) || this.#tops.says(named, place)) return []
      return this.#idOf(named, row, place, match, false) ?? []
    })
  }

  /** The id that a cell refers to. Ids are returned as they are: making the org reports those that are unknown. */
  #idOf(
    cell: string,
    row: number,
    place: () => Place,
    match: CsvMatch,
    isSolid: boolean,
  ): string | undefined {
    if (match === 'id') return cell
    const found = this.#names.finderBy(match).find(cell)
    if (typeof found === 'string') return found
    this.#unresolved.push({ row, cell, place: place(), candidates: found, match, isSolid })
    return undefined
  }

  #addUnknown({ row, cell, place, match }: Unresolved, org: Org): void {
    const role = this.#rows.ids[row]
    const finder = this.#names.finderBy(match)
    const isBelow = (name: string): boolean => {
      const found = finder.find(name)
      const ids = typeof found === 'string' ? [found] : [...found]
      return ids.every((id) => id === role || isAbove(org, role, id))
    }
    const noun = NOUNS[match]
    this.#issues.add('UNKNOWN_MANAGER', {
      roles: [role],
      place,
      witness: [cell],
      message: `The role ${quote(role)} reports to ${quote(cell)}, which is not the ${noun} of a role in this table${this.#issues.didYouMean(cell, finder.names, isBelow)}`,
      suggestion: this.#oneAdvice(cell),
    })
  }

  #addAmbiguous({ row, cell, place, candidates, match }: Unresolved): void {
    const role = this.#rows.ids[row]
    const noun = NOUNS[match]
    // Not all of them: everyone in a file may have one name, and report to it.
    const listed: string[] = []
    for (const id of candidates) if (listed.push(id) === LISTED) break
    this.#issues.add('AMBIGUOUS_MANAGER', {
      roles: [role],
      place,
      witness: listed,
      message: `The role ${quote(role)} reports to ${quote(cell)}, which is the ${noun} of ${String(candidates.size)} roles: ${quotedList(listed, undefined, candidates.size)}`,
      suggestion: `Make each ${noun} unique, or name managers by id in a column of ids.`,
    })
  }

  /** What can be done about one unknown manager. */
  #oneAdvice(cell: string): string {
    const other = this.#otherMatches.find(
      (match) => typeof this.#names.finderBy(match).find(cell) === 'string',
    )
    const found = other && this.#names.finderBy(other).find(cell)
    const byOther =
      other === undefined || typeof found !== 'string'
        ? ''
        : `It is the ${NOUNS[other]} of the role ${quote(found)}: pass match: '${other}'. Or add`
    const noun = NOUNS[this.match]
    return `${byOther === '' ? 'Add' : byOther} the role, correct the ${noun}, leave the manager out if the role is a top, or ${topsAdvice(cell)}.`
  }

  /** What can be done about a file most of whose managers are unknown. */
  #mostAdvice(cells: readonly string[]): string {
    for (const match of this.#otherMatches) {
      const finder = this.#names.finderBy(match)
      const count = cells.filter((cell) => typeof finder.find(cell) === 'string').length
      if (2 * count > cells.length) {
        return `${String(count)} of them are the ${NOUNS[match]}s of roles: pass match: '${match}'.`
      }
    }
    return `Pass match if managers are named otherwise, or columns: { manager: '…' } if they are in another column; ${topsAdvice(cells[0])}.`
  }

  /** The other ways to name managers for which the table has a column. */
  get #otherMatches(): readonly CsvMatch[] {
    return MATCHES.filter((match) => match !== this.match && this.#names.has(match))
  }

  /** Warns of rows in which another column of managers names a different role, or one where the first is blank. */
  #compare({ column, match: known }: ManagerColumn): void {
    const read = this.#rows.readerOf(column)
    const match = known ?? this.#names.probableMatch(read)
    if (!this.#names.has(match)) return
    const finder = this.#names.finderBy(match)
    const differing: { readonly row: number; readonly cell: string }[] = []
    let compared = 0
    let resolved = 0
    for (const row of this.#rows.rows) {
      const cell = read(row)
      if (isBlank(cell) || this.#tops.says(cell, () => this.#rows.placeOf(row, column))) continue
      const found = finder.find(cell)
      const manager = this.#managers[row]
      compared++
      if (isFound(found)) resolved++
      const isSame =
        typeof found === 'string' ? found === manager : manager !== undefined && found.has(manager)
      if (!isSame) differing.push({ row, cell })
    }
    // A column of which nothing is found has another kind of keys.
    if (resolved === 0 || differing.length === 0) return
    if (areMostUnknown(differing.length, compared)) this.#addConflicts(differing, compared, column)
    else for (const { row, cell } of differing) this.#addConflict(row, cell, column)
  }

  #addConflicts(differing: readonly { readonly row: number }[], compared: number, column: number): void {
    const [first, other] = this.#headersOf(column)
    const listed = differing.slice(0, LISTED)
    this.#issues.add('CONFLICTING_MANAGERS', {
      severity: 'warning',
      roles: listed.map(({ row }) => this.#rows.ids[row]),
      place: this.#rows.placeOf(differing[0].row, column),
      witness: listed.map(({ row }) => this.#rows.placeOf(row, column)),
      message: `In ${String(differing.length)} of ${String(compared)} rows the columns ${first} and ${other} name different managers: the first one is used`,
      suggestion: CHOOSE_COLUMN,
    })
  }

  #addConflict(row: number, cell: string, column: number): void {
    const { ids } = this.#rows
    const [first, other] = this.#headersOf(column)
    const given = this.#solid?.(row) ?? ''
    this.#issues.add('CONFLICTING_MANAGERS', {
      severity: 'warning',
      roles: [ids[row]],
      place: this.#rows.placeOf(row, column),
      witness: [given, cell],
      message: `The role ${quote(ids[row])} has the manager ${quote(given)} in the column ${first}, and ${quote(cell)} in the column ${other}: the first one is used`,
      suggestion: CHOOSE_COLUMN,
    })
  }

  /** The headers of the column of managers that is used, and of another one. */
  #headersOf(column: number): string[] {
    return [this.#columns.of('manager') ?? -1, column].map((at) => quote(this.#columns.headers[at] ?? ''))
  }

  #isId(id: string): boolean {
    this.#ids ??= new Set(this.#rows.rows.map((row) => this.#rows.ids[row]))
    return this.#ids.has(id)
  }

  #isKnown(cell: string, match: CsvMatch): boolean {
    return match === 'id' ? this.#isId(cell) : typeof this.#names.finderBy(match).find(cell) === 'string'
  }
}

/** How many roles, cells or candidates an issue lists. */
const LISTED = 100

const NOUNS: { readonly [Match in CsvMatch]: string } = {
  id: 'id',
  email: 'e-mail address',
  name: 'name',
  nameWithId: 'name and id',
}

const CHOOSE_COLUMN = "Correct one of the two, or name the column that is right: columns: { manager: '…' }."

/** What separates several managers in a cell. Names contain commas. */
function separatorsFor(known: string | undefined, match: CsvMatch): RegExp {
  if (known !== undefined) return new RegExp(`[${known}\\r\\n]`)
  return match === 'name' || match === 'nameWithId' ? /[;|\r\n]/ : /[;|,\r\n]/
}
