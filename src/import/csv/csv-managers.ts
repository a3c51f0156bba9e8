import {
  type ByteColumn,
  ByteTexts,
  type EdgeCells,
  type HandleColumn,
  quotedList,
  REPORTED_ROLE,
  textAt,
  UNKNOWN_ROLE,
  type Steps,
  inSlices,
} from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { isBlankAt, trimmedRange } from '../input/white-space.js'
import { TopWords } from '../input/top-words.js'
import { areMostUnknown } from '../input/unknown-managers.js'
import type { CsvColumns } from './csv-columns.js'
import type { CsvMatch, CsvOptions } from './csv-options.js'
import type { CsvRows } from './csv-rows.js'
import { type DottedColumn, DottedEdges, hasOneOf, separatorsFor } from './dotted-edges.js'
import { firstAndLast } from './first-and-last.js'
import { NOBODY } from '../input/role-finder.js'
import { RoleNames } from './role-names.js'

const NONE = -1

/** A manager cell, or a part of one, that is not the name of exactly one role. */
export interface Unresolved {
  readonly row: number
  readonly column: number
  readonly bytes: Uint8Array
  readonly begin: number
  readonly end: number
  /** What the finder returns for it: `NOBODY`, or a number for several roles. */
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
  readonly tops: TopWords
  readonly #selfManagedTops: boolean
  readonly names: RoleNames
  /** The manager of each row, as written. */
  readonly solidCells: ByteColumn | undefined
  /** The manager of each row. */
  handles: Int32Array = new Int32Array(0)
  readonly unresolved: Unresolved[] = []
  readonly #selfManaged: number[] = []
  readonly #matchesLeadingZeros: boolean
  /** The rows whose manager is only found without leading zeros. */
  readonly #withoutZeros: number[] = []
  /** How many rows name a manager, and how many of these have an id that no role has. */
  count = 0
  unknownIdCount = 0

  private constructor(
    rows: CsvRows,
    columns: CsvColumns,
    options: CsvOptions,
    issues: ImportIssues,
    names: RoleNames,
    solid: ByteColumn | undefined,
    match: CsvMatch,
  ) {
    this.#rows = rows
    this.#columns = columns
    this.#issues = issues
    this.names = names
    this.solidCells = solid
    this.match = match
    this.#selfManagedTops = options.selfManagedTops === true
    this.#matchesLeadingZeros = options.matchLeadingZeros === true
    // A cell for a name and an id may have only the id.
    const mayBeId = match === 'id' || match === 'nameWithId'
    const isId = (text: string): boolean => mayBeId && rows.ids.set.has(text)
    this.tops = new TopWords(options.tops, columns.product.tops, isId, issues)
  }

  /** Finds out how managers are named. */
  static *of(
    rows: CsvRows,
    columns: CsvColumns,
    options: CsvOptions,
    issues: ImportIssues,
  ): Steps<CsvManagers> {
    const names = new RoleNames(rows, columns, issues)
    const manager = rows.cells('manager')
    const solid =
      manager === undefined
        ? firstAndLast(rows.cells('managerFirstName'), rows.cells('managerLastName'), ' ')
        : ByteTexts.plain(manager)
    const match = options.match ?? columns.match ?? (yield* names.probableMatch(solid))
    // Reports a table that has no such names.
    if (match !== 'id') yield* names.finderSteps(match)
    return new CsvManagers(rows, columns, options, issues, names, solid, match)
  }

  /** The managers of all rows except those in `but`. */
  *solid(but: ReadonlyMap<number, unknown> | undefined): Steps<HandleColumn | undefined> {
    const solid = this.solidCells
    this.handles = new Int32Array(this.#rows.rows.length).fill(NONE)
    if (solid === undefined) return undefined
    const { bytes, starts, ends } = solid
    const column = this.#columns.of('manager') ?? this.#columns.of('managerLastName') ?? 0
    const known = this.match === 'id' ? this.#rows.ids.set.findAll(solid, NOBODY) : undefined
    const finder = this.names.finderBy(this.match)
    const missed: number[] = []
    yield
    yield* inSlices(starts.length, (first, past) => {
      for (let row = first; row < past; row++) {
        const begin = starts[row]
        if (begin < 0 || but?.has(row) === true || this.#rows.ids.isRepeat(row)) continue
        const found = known?.[row] ?? finder.findExactly(bytes, begin, ends[row])
        // A cell with the id of a role is a word for tops only if the caller gives the words.
        if (this.match !== 'id' || found < 0 || this.tops.areGiven) {
          if (this.tops.saysAt(bytes, begin, ends[row], () => this.#rows.placeOf(row, column))) continue
        }
        this.count++
        if (found < 0) missed.push(row)
        else if (this.#selfManagedTops && found === this.#rows.ids.handles[row]) this.#selfManaged.push(found)
        else this.handles[row] = found
      }
    })
    if (missed.length > 0 && this.match === 'name') yield* finder.fold()
    yield* inSlices(missed.length, (first, past) => {
      for (const row of missed.slice(first, past))
        this.handles[row] = this.#missed(row, column, bytes, starts[row], ends[row])
    })
    // Instead of an issue for each, one for all is added later.
    const areMost = areMostUnknown(this.unknownIdCount, this.count)
    const handles = areMost
      ? this.handles.map((handle) => (handle === UNKNOWN_ROLE ? REPORTED_ROLE : handle))
      : this.handles.slice()
    return { handles, textOf: (row) => textAt(bytes, starts[row], ends[row]) }
  }

  /** The handle of a manager that is not found under the exact text of the cell. */
  #missed(row: number, column: number, bytes: Uint8Array, begin: number, end: number): number {
    if (this.match === 'id') {
      const bare = this.#matchesLeadingZeros ? this.names.bareIds.find(bytes, begin, end) : NOBODY
      if (bare >= 0) {
        this.#withoutZeros.push(row)
        return bare
      }
      const named = this.names.findDn(bytes, begin, end)
      if (named >= 0) return named
      this.unknownIdCount++
      return UNKNOWN_ROLE
    }
    const found = this.names.finderBy(this.match).find(bytes, begin, end)
    if (found >= 0) {
      if (!this.#selfManagedTops || found !== this.#rows.ids.handles[row]) return found
      this.#selfManaged.push(found)
      return NONE
    }
    this.unresolved.push({ row, column, bytes, begin, end, found, match: this.match, isSolid: true })
    return REPORTED_ROLE
  }

  /** The dotted managers of all rows except those in `but`. */
  *dotted(but: ReadonlyMap<number, unknown> | undefined): Steps<EdgeCells | undefined> {
    const { dotted, product } = this.#columns
    if (dotted.length === 0) return undefined
    const readers = dotted.map(({ column, match: known, as }) => {
      const match = known !== undefined && this.names.has(known) ? known : this.match
      return {
        column,
        match,
        as,
        cells: ByteTexts.plain(this.#rows.at(column)),
        separators: separatorsFor(product.separators, match),
      }
    })
    const edges = new DottedEdges(
      dotted.some(({ as }) => as !== undefined),
      this.#rows,
    )
    yield* inSlices(this.#rows.rows.length, (first, past) => {
      for (let row = first; row < past; row++) {
        if (but?.has(row) === true || this.#rows.ids.isRepeat(row)) continue
        for (const reader of readers) this.#addDotted(row, reader, edges)
      }
    })
    return edges.cells
  }

  #addDotted(row: number, { column, match, as, cells, separators }: DottedColumn, edges: DottedEdges): void {
    const { bytes, starts, ends } = cells
    const [start, past] = [starts[row], ends[row]]
    if (start < 0) return
    const finder = this.names.finderBy(match)
    // An id may contain a separator.
    const isList = hasOneOf(bytes, start, past, separators) && finder.find(bytes, start, past) < 0
    for (let from = start; from <= past;) {
      let to = from
      while (to < past && !(isList && separators.includes(bytes[to]))) to++
      const [begin, end] = isList ? trimmedRange(bytes, from, to) : [from, to]
      from = to + 1
      if (isBlankAt(bytes, begin, end)) continue
      if (this.tops.saysAt(bytes, begin, end, () => this.#rows.placeOf(row, column))) continue
      const found = finder.find(bytes, begin, end)
      if (found >= 0) edges.add(row, found, column, as, bytes, begin, end)
      else if (match === 'id') edges.add(row, UNKNOWN_ROLE, column, as, bytes, begin, end)
      else this.unresolved.push({ row, column, bytes, begin, end, found, match, isSolid: false })
    }
  }

  /** The manager cells with ids that no role has. */
  *unknownIds(): Generator<Unresolved> {
    if (this.solidCells === undefined) return
    const { bytes, starts, ends } = this.solidCells
    const column = this.#columns.of('manager') ?? 0
    for (const [row, handle] of this.handles.entries()) {
      if (handle !== UNKNOWN_ROLE) continue
      const [begin, end] = [starts[row], ends[row]]
      yield { row, column, bytes, begin, end, found: NOBODY, match: this.match, isSolid: true }
    }
  }

  /** Reports what the options changed. */
  reportApplied(): void {
    this.tops.reportApplied()
    this.#reportWithoutZeros()
    const count = this.#selfManaged.sort((a, b) => a - b).length
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

  #reportWithoutZeros(): void {
    const [first] = this.#withoutZeros
    const solid = this.solidCells
    if (this.#withoutZeros.length === 0 || solid === undefined) return
    const pairs = this.#withoutZeros.slice(0, SHOWN).map((row) => {
      const cell = textAt(solid.bytes, solid.starts[row], solid.ends[row])
      return `${cell} → ${this.#rows.ids.set.text(this.handles[row])}`
    })
    const count = this.#withoutZeros.length
    this.#issues.add('OPTION_APPLIED', {
      severity: 'info',
      place: this.#rows.placeOf(first, this.#columns.of('manager')),
      witness: ['matchLeadingZeros', ...pairs],
      message: `matchLeadingZeros: ${count === 1 ? 'one manager matches a role' : `${String(count)} managers match a role`} only without leading zeros: ${quotedList(pairs, undefined, count)}`,
      suggestion: 'Format both columns as text before you export them; then the option is not needed.',
    })
  }
}

const SHOWN = 8
/** How many roles an issue lists. */
const LISTED = 100
