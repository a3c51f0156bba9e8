import {
  type ByteColumn,
  ByteTexts,
  type EdgeCells,
  type HandleColumn,
  isAbove,
  type Issue,
  type Org,
  quote,
  quotedList,
  REPORTED_ROLE,
  textAt,
  UNKNOWN_ROLE,
} from '../../internal.js'
import type { ImportIssueParts, ImportIssues } from '../input/import-issues.js'
import { type Steps, inSlices } from '../input/steps.js'
import { isBlankAt, trimmedRange } from '../input/white-space.js'
import { TopWords } from '../input/top-words.js'
import {
  areMostUnknown,
  mergedUnknown,
  topsAdvice,
  type UnknownManager,
  unknownManagerIn,
} from '../input/unknown-managers.js'
import type { CsvColumns, ManagerColumn } from './csv-columns.js'
import { type CsvMatch, type CsvOptions, MATCHES } from './csv-options.js'
import type { CsvRows } from './csv-rows.js'
import { NOBODY } from './role-finder.js'
import { firstAndLast, RoleNames } from './role-names.js'

const NONE = -1

/** A manager cell, or a part of one, that is not the name of exactly one role. */
interface Unresolved {
  readonly row: number
  readonly column: number
  readonly bytes: Uint8Array
  readonly begin: number
  readonly end: number
  /** What the finder returns for it: nobody, or several. */
  readonly found: number
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
  readonly #solid: ByteColumn | undefined
  /** The manager of each row. */
  #handles = new Int32Array(0)
  readonly #unresolved: Unresolved[] = []
  readonly #selfManaged: number[] = []
  /** How many rows name a manager, and how many of these name none by its id. */
  #count = 0
  #unknownIds = 0

  constructor(rows: CsvRows, columns: CsvColumns, options: CsvOptions, issues: ImportIssues) {
    this.#rows = rows
    this.#columns = columns
    this.#issues = issues
    this.#names = new RoleNames(rows, columns, issues)
    this.#selfManagedTops = options.selfManagedTops === true
    const manager = rows.cells('manager')
    this.#solid =
      manager === undefined
        ? firstAndLast(rows.cells('managerFirstName'), rows.cells('managerLastName'), ' ')
        : ByteTexts.plain(manager)
    this.match = options.match ?? columns.match ?? this.#names.probableMatch(this.#solid)
    const isId = (text: string): boolean => this.match === 'id' && rows.ids.set.has(text)
    this.#tops = new TopWords(options.tops, columns.product.tops, isId, issues)
    // Reports a table without such names.
    if (this.match !== 'id') this.#names.finderBy(this.match)
  }

  /** The managers of all rows but some. */
  *solid(but: ReadonlyMap<number, unknown> | undefined): Steps<HandleColumn | undefined> {
    const solid = this.#solid
    this.#handles = new Int32Array(this.#rows.rows.length).fill(NONE)
    if (solid === undefined) return undefined
    const { bytes, starts, ends } = solid
    const column = this.#columns.of('manager') ?? this.#columns.of('managerLastName') ?? 0
    const known = this.match === 'id' ? this.#rows.ids.set.findAll(solid, NOBODY) : undefined
    yield
    yield* inSlices(starts.length, (first, past) => {
      for (let row = first; row < past; row++) {
        if (starts[row] >= 0 && but?.has(row) !== true && !this.#rows.ids.isRepeat(row))
          this.#handles[row] = this.#solidIn(row, column, bytes, starts[row], ends[row], known?.[row])
      }
    })
    // Each would be an issue of its own: one for all is added later.
    const areMost = areMostUnknown(this.#unknownIds, this.#count)
    const handles = areMost
      ? this.#handles.map((handle) => (handle === UNKNOWN_ROLE ? REPORTED_ROLE : handle))
      : this.#handles.slice()
    return { handles, textOf: (row) => textAt(bytes, starts[row], ends[row]) }
  }

  /** The handle of the manager in a cell. */
  #solidIn(
    row: number,
    column: number,
    bytes: Uint8Array,
    begin: number,
    end: number,
    known: number | undefined,
  ): number {
    // A cell with the id of a role is a word for tops only where the caller gives it.
    if (known === undefined || known < 0 || this.#tops.areGiven) {
      if (this.#tops.saysAt(bytes, begin, end, () => this.#rows.placeOf(row, column))) return NONE
    }
    this.#count++
    const found = known ?? this.#names.finderBy(this.match).find(bytes, begin, end)
    if (found >= 0) {
      if (!this.#selfManagedTops || found !== this.#rows.ids.handles[row]) return found
      this.#selfManaged.push(found)
      return NONE
    }
    if (this.match === 'id') {
      this.#unknownIds++
      return UNKNOWN_ROLE
    }
    this.#unresolved.push({ row, column, bytes, begin, end, found, match: this.match, isSolid: true })
    return REPORTED_ROLE
  }

  /** The dotted managers of all rows but some. */
  *dotted(but: ReadonlyMap<number, unknown> | undefined): Steps<EdgeCells | undefined> {
    const { dotted, product } = this.#columns
    if (dotted.length === 0) return undefined
    const readers = dotted.map(({ column, match: known }) => {
      const match = known !== undefined && this.#names.has(known) ? known : this.match
      return {
        column,
        match,
        cells: ByteTexts.plain(this.#rows.at(column)),
        separators: separatorsFor(product.separators, match),
      }
    })
    const edges = new DottedEdges()
    yield* inSlices(this.#rows.rows.length, (first, past) => {
      for (let row = first; row < past; row++) {
        if (but?.has(row) === true || this.#rows.ids.isRepeat(row)) continue
        for (const reader of readers) this.#addDotted(row, reader, edges)
      }
    })
    return edges.cells
  }

  #addDotted(row: number, { column, match, cells, separators }: DottedColumn, edges: DottedEdges): void {
    const { bytes, starts, ends } = cells
    const [start, past] = [starts[row], ends[row]]
    if (start < 0) return
    const finder = this.#names.finderBy(match)
    // An id may contain a separator.
    const isList = hasOneOf(bytes, start, past, separators) && finder.find(bytes, start, past) < 0
    for (let from = start; from <= past;) {
      let to = from
      while (to < past && !(isList && separators.includes(bytes[to]))) to++
      const [begin, end] = isList ? trimmedRange(bytes, from, to) : [from, to]
      from = to + 1
      if (isBlankAt(bytes, begin, end)) continue
      if (this.#tops.saysAt(bytes, begin, end, () => this.#rows.placeOf(row, column))) continue
      const found = finder.find(bytes, begin, end)
      if (found >= 0) edges.add(row, found, bytes, begin, end)
      else if (match === 'id') edges.add(row, UNKNOWN_ROLE, bytes, begin, end)
      else this.#unresolved.push({ row, column, bytes, begin, end, found, match, isSolid: false })
    }
  }

  /** Reports the managers that were not found in the table, and columns of managers that disagree. */
  reportUnresolved(org: Org): void {
    const unknown = this.#unresolved.filter(({ isSolid, found }) => isSolid && found === NOBODY)
    const areMost = areMostUnknown(unknown.length, this.#count)
    if (areMost) {
      const advice = this.#mostAdvice(unknown)
      const managers = this.#described(unknown)
      const noun = `${NOUNS[this.match]}s`
      this.#issues.add('UNKNOWN_MANAGER', mergedUnknown(managers, unknown.length, this.#count, noun, advice))
    }
    for (const one of this.#unresolved) {
      if (one.found !== NOBODY) this.#issues.addLate('AMBIGUOUS_MANAGER', 'error', () => this.#ambiguous(one))
      else if (!(areMost && one.isSolid))
        this.#issues.addLate('UNKNOWN_MANAGER', 'error', () => this.#unknown(one, org))
    }
    for (const column of this.#columns.otherManagers) this.#compare(column)
  }

  *#described(ranges: Iterable<Unresolved>): Generator<UnknownManager> {
    for (const { row, column, bytes, begin, end } of ranges) {
      const place = this.#rows.placeOf(row, column)
      yield { role: this.#rows.idOf(row), cell: textAt(bytes, begin, end), place }
    }
  }

  /** Reports what the options changed. */
  reportApplied(): void {
    this.#tops.reportApplied()
    const count = this.#selfManaged.length
    if (count === 0) return
    const ids = this.#selfManaged.slice(0, LISTED).map((handle) => this.#rows.ids.set.text(handle))
    const what = count === 1 ? 'role reports to itself and is' : 'roles report to themselves and are'
    this.#issues.add('OPTION_APPLIED', {
      severity: 'info',
      roles: ids,
      place: {},
      witness: ['selfManagedTops', ...ids],
      message: `selfManagedTops: ${String(count)} ${what} read as a top: ${quotedList(ids, undefined, count)}`,
      suggestion: 'Leave the manager of a top blank in the file; then the option is not needed.',
    })
  }

  /** The issues of making the org, with the options that would help; unknown ids as one issue if most are unknown. */
  withAdvice(issues: readonly Issue[]): readonly Issue[] {
    const field = this.#columns.headers[this.#columns.of('manager') ?? -1]
    if (areMostUnknown(this.#unknownIds, this.#count)) {
      const advice = this.#mostAdvice(this.#unknownIdRanges())
      const managers = this.#described(this.#unknownIdRanges())
      this.#issues.add(
        'UNKNOWN_MANAGER',
        mergedUnknown(managers, this.#unknownIds, this.#count, 'ids', advice),
      )
    }
    return issues.map((issue) => {
      if (issue.place.field !== field) return issue
      const cell = unknownManagerIn(issue)?.cell
      if (cell !== undefined) return { ...issue, suggestion: this.#oneAdvice(cell) }
      if (issue.code !== 'SELF_REPORT') return issue
      const suggestion = `${issue.suggestion} Or pass selfManagedTops: true, to read such roles as tops.`
      return { ...issue, suggestion }
    })
  }

  /** The cells with ids of managers that no role has. */
  *#unknownIdRanges(): Generator<Unresolved> {
    if (this.#solid === undefined) return
    const { bytes, starts, ends } = this.#solid
    const column = this.#columns.of('manager') ?? 0
    for (const [row, handle] of this.#handles.entries()) {
      if (handle !== UNKNOWN_ROLE) continue
      const [begin, end] = [starts[row], ends[row]]
      yield { row, column, bytes, begin, end, found: NOBODY, match: this.match, isSolid: true }
    }
  }

  #unknown({ row, column, bytes, begin, end, match }: Unresolved, org: Org): ImportIssueParts {
    const role = this.#rows.idOf(row)
    const cell = textAt(bytes, begin, end)
    const finder = this.#names.finderBy(match)
    const idOf = (handle: number): string => this.#rows.ids.set.text(handle)
    const isBelow = (name: string): boolean => {
      const found = finder.findText(name)
      const ids = Array.from(found >= 0 ? [found] : found === NOBODY ? [] : finder.candidates(found), idOf)
      return ids.every((id) => id === role || isAbove(org, role, id))
    }
    return {
      roles: [role],
      place: this.#rows.placeOf(row, column),
      witness: [cell],
      message: `The role ${quote(role)} reports to ${quote(cell)}, which is not the ${NOUNS[match]} of a role in this table${this.#issues.didYouMean(cell, finder.names, isBelow)}`,
      suggestion: this.#oneAdvice(cell),
    }
  }

  #ambiguous({ row, column, bytes, begin, end, found, match }: Unresolved): ImportIssueParts {
    const role = this.#rows.idOf(row)
    const cell = textAt(bytes, begin, end)
    const candidates = this.#names.finderBy(match).candidates(found)
    // Not all of them: everyone in a file may have one name, and report to it.
    const listed: string[] = []
    for (const handle of candidates) if (listed.push(this.#rows.ids.set.text(handle)) === LISTED) break
    return {
      roles: [role],
      place: this.#rows.placeOf(row, column),
      witness: listed,
      message: `The role ${quote(role)} reports to ${quote(cell)}, which is the ${NOUNS[match]} of ${String(candidates.size)} roles: ${quotedList(listed, undefined, candidates.size)}`,
      suggestion: `Make each ${NOUNS[match]} unique, or name managers by id in a column of ids.`,
    }
  }

  /** What can be done about one unknown manager. */
  #oneAdvice(cell: string): string {
    const noun = NOUNS[this.match]
    const advice = `correct the ${noun}, leave the manager out if the role is a top, or ${topsAdvice(cell)}.`
    for (const match of this.#otherMatches) {
      const found = this.#names.finderBy(match).findText(cell)
      if (found < 0) continue
      const id = quote(this.#rows.ids.set.text(found))
      return `It is the ${NOUNS[match]} of the role ${id}: pass match: '${match}'. Or add the role, ${advice}`
    }
    return `Add the role, ${advice}`
  }

  /** What can be done about a file most of whose managers are unknown. */
  #mostAdvice(unknown: Iterable<Unresolved>): string {
    const ranges = [...unknown]
    for (const match of this.#otherMatches) {
      const finder = this.#names.finderBy(match)
      const count = ranges.filter(({ bytes, begin, end }) => finder.find(bytes, begin, end) >= 0).length
      if (2 * count > ranges.length) {
        return `${String(count)} of them are the ${NOUNS[match]}s of roles: pass match: '${match}'.`
      }
    }
    const [{ bytes, begin, end }] = ranges
    return `Pass match if managers are named otherwise, or columns: { manager: '…' } if they are in another column; ${topsAdvice(textAt(bytes, begin, end))}.`
  }

  /** The other ways to name managers for which the table has a column. */
  get #otherMatches(): readonly CsvMatch[] {
    return MATCHES.filter((match) => match !== this.match && this.#names.has(match))
  }

  /** Warns of rows in which another column of managers names a different role, or one where the first is blank. */
  #compare({ column, match: known }: ManagerColumn): void {
    const cells = ByteTexts.plain(this.#rows.at(column))
    const match = known ?? this.#names.probableMatch(cells)
    if (!this.#names.has(match)) return
    const finder = this.#names.finderBy(match)
    const { bytes, starts, ends } = cells
    const differing: number[] = []
    let compared = 0
    let resolved = 0
    for (let row = 0; row < starts.length; row++) {
      const [begin, end] = [starts[row], ends[row]]
      if (begin < 0 || this.#rows.ids.isRepeat(row)) continue
      if (this.#tops.saysAt(bytes, begin, end, () => this.#rows.placeOf(row, column))) continue
      const found = finder.find(bytes, begin, end)
      const manager = this.#handles[row]
      compared++
      if (found !== NOBODY) resolved++
      const isSame = found < NOBODY ? finder.candidates(found).has(manager) : found === manager && found >= 0
      if (!isSame) differing.push(row)
    }
    // A column of which nothing is found has another kind of keys.
    if (resolved === 0 || differing.length === 0) return
    if (areMostUnknown(differing.length, compared)) this.#addConflicts(differing, compared, column)
    else {
      for (const row of differing) {
        this.#issues.addLate('CONFLICTING_MANAGERS', 'warning', () =>
          this.#conflict(row, column, textAt(bytes, starts[row], ends[row])),
        )
      }
    }
  }

  #addConflicts(differing: readonly number[], compared: number, column: number): void {
    const [first, other] = this.#headersOf(column)
    const listed = differing.slice(0, LISTED)
    this.#issues.add('CONFLICTING_MANAGERS', {
      severity: 'warning',
      roles: listed.map((row) => this.#rows.idOf(row)),
      place: this.#rows.placeOf(differing[0], column),
      witness: listed.map((row) => this.#rows.placeOf(row, column)),
      message: `In ${String(differing.length)} of ${String(compared)} rows the columns ${first} and ${other} name different managers: the first one is used`,
      suggestion: CHOOSE_COLUMN,
    })
  }

  #conflict(row: number, column: number, cell: string): ImportIssueParts {
    const role = this.#rows.idOf(row)
    const [first, other] = this.#headersOf(column)
    const solid = this.#solid
    const given =
      solid === undefined || solid.starts[row] < 0
        ? ''
        : textAt(solid.bytes, solid.starts[row], solid.ends[row])
    return {
      roles: [role],
      place: this.#rows.placeOf(row, column),
      witness: [given, cell],
      message: `The role ${quote(role)} has the manager ${quote(given)} in the column ${first}, and ${quote(cell)} in the column ${other}: the first one is used`,
      suggestion: CHOOSE_COLUMN,
    }
  }

  /** The headers of the column of managers that is used, and of another one. */
  #headersOf(column: number): string[] {
    return [this.#columns.of('manager') ?? -1, column].map((at) => quote(this.#columns.headers[at] ?? ''))
  }
}

/** A column of dotted managers. */
interface DottedColumn {
  readonly column: number
  readonly match: CsvMatch
  readonly cells: ByteColumn
  /** The bytes that separate several managers in a cell. */
  readonly separators: Uint8Array
}

/** Dotted lines from rows to roles, or to ranges of bytes that are not the id of one. */
class DottedEdges {
  readonly #from: number[] = []
  readonly #handles: number[] = []
  /** What the cells have, by edge, where it is not the id of a role. */
  readonly #texts = new Map<number, () => string>()

  add(row: number, handle: number, bytes: Uint8Array, begin: number, end: number): void {
    this.#from.push(row)
    this.#handles.push(handle)
    if (handle === UNKNOWN_ROLE) this.#texts.set(this.#from.length - 1, () => textAt(bytes, begin, end))
  }

  get cells(): EdgeCells {
    return {
      from: Int32Array.from(this.#from),
      to: {
        handles: Int32Array.from(this.#handles),
        textOf: (edge) => this.#texts.get(edge)?.() ?? '',
      },
    }
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
function separatorsFor(known: string | undefined, match: CsvMatch): Uint8Array {
  const others = match === 'name' || match === 'nameWithId' ? ';|' : ';|,'
  return new TextEncoder().encode(`${known ?? others}\r\n`)
}

function hasOneOf(bytes: Uint8Array, begin: number, end: number, wanted: Uint8Array): boolean {
  for (let at = begin; at < end; at++) if (bytes[at] < 0x80 && wanted.includes(bytes[at])) return true
  return false
}
