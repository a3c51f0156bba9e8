import {
  ASSIGNMENT_KINDS,
  type ByteCells,
  type ByteRows,
  ByteTexts,
  cellText,
  type EdgeCells,
  type HandleColumn,
  type ListCells,
  type OddName,
  ownValue,
  type PersonCells,
  type Place,
  ROLE_STATUSES,
  type RowIds,
} from '../../internal.js'
import { Corrections } from '../input/corrections.js'
import { TopWords } from '../input/top-words.js'
import type { FieldColumn, RecordColumns } from './record-columns.js'
import { NamedManagers } from './named-managers.js'
import { idText, noTexts, type RecordIds, type RecordsDocument, withTexts } from './record-ids.js'
import { type AddOdd, type IdEdges, PartReader } from './record-parts.js'
import { jobSharesIn } from './record-shares.js'
import { keptEdges, type LineItem, namedEdges, type OddLine } from './named-edges.js'
import { RecordPlaces } from './record-places.js'
import { isObject } from '../json/json-object.js'
import {
  type AnyPart,
  dottedFields,
  endsOfOptions,
  type FieldNames,
  OF_HOLDER,
  type RecordsOptions,
} from './records-options.js'
import type { RowData } from './row-data.js'

/** The records with a valid id as the rows of an org. */
export class RecordRows {
  readonly corrections: Corrections
  readonly byteRows: ByteRows
  /** How many records have a manager. */
  managed = 0
  readonly #columns: RecordColumns
  readonly #names: FieldNames
  readonly #document: RecordsDocument
  readonly #read: PartReader
  readonly #ids: RowIds
  /** The record of each row; absent if no record is left out. */
  readonly #records: Int32Array | undefined
  readonly #odd = new Map<OddName, Map<number, unknown>>()
  readonly #tops: TopWords
  readonly #hasTops: boolean
  readonly #places: RecordPlaces
  /** The rows that repeat an id, each with the fields in which it differs from the first; absent if repeated ids are errors. */
  readonly jobShares: ByteRows['jobShares']
  /** Present if managers are not named by id. */
  readonly named: NamedManagers | undefined

  constructor(
    columns: RecordColumns,
    names: FieldNames,
    { ids, records }: RecordIds,
    document: RecordsDocument,
    options: RecordsOptions,
  ) {
    const { unitPrefix = '', tops = [], corrections, managerBy } = options
    this.#columns = columns
    this.#names = names
    this.#document = document
    this.#read = new PartReader(document.tree.text.bytes)
    this.#records = records
    this.#ids = ids
    this.#places = new RecordPlaces(columns, names, dottedFields(options), document, records)
    this.jobShares =
      options.repeatedIds === 'job-share'
        ? jobSharesIn(columns, names, this.#places.dottedFields, { ids, records }, document)
        : undefined
    this.#hasTops = tops.length > 0
    this.#tops = new TopWords(tops, undefined, (text) => ids.set.has(text), document.issues)
    this.corrections = new Corrections(corrections, document.issues)
    for (const [field, values] of this.corrections.odd({ ids, jobShares: this.jobShares })) {
      this.#odd.set(field, new Map(values))
    }
    this.named = managerBy === undefined ? undefined : this.#namedBy(managerBy)
    // A corrected unit has no prefix.
    const isUnitCorrected = unitPrefix !== '' && this.#odd.has('unit')
    this.#part('hedge', (column, addOdd) => {
      this.#read.others(column, addOdd)
    })
    if (isUnitCorrected) this.#prefixUnits(unitPrefix)
    this.byteRows = {
      ids,
      jobShares: this.jobShares,
      manager: this.#managers(),
      managerAs: this.#texts('managerAs'),
      dotted: this.#dotted(),
      title: this.#texts('title'),
      family: this.#texts('family'),
      note: this.#texts('note'),
      unit: isUnitCorrected ? undefined : this.#texts('unit'),
      unitPrefix: isUnitCorrected ? '' : unitPrefix,
      alsoIn: this.#lists('alsoIn'),
      status: this.#codes('status', ROLE_STATUSES),
      grade: this.#numbers('grade'),
      fte: this.#numbers('fte'),
      cost: this.#numbers('cost'),
      minYears: this.#numbers('minYears'),
      aliases: this.#lists('aliases'),
      holders: this.#lists('holders'),
      people: this.#people(options),
      certifications: this.#lists('certifications'),
      skills: this.#lists('skills'),
      sources: this.#lists('sources'),
      vacant: this.#part('vacant', (column, addOdd) => this.#read.flags(column, addOdd)),
      moves: this.#edges('moves'),
      data: columns.data && dataReader(columns.data, records),
      odd: this.#odd,
      placeOf: (row, field) => this.placeOf(row, field),
      placeOfItem: (row, field, item) => this.#places.ofOddItem(row, field, item),
    }
  }

  placeOf(row: number, part: string | undefined): Place {
    return this.#places.of(row, part)
  }

  /** A finder by the names in a field, which may be lists; `undefined` if no record has the field. */
  #namedBy(field: string): NamedManagers | undefined {
    const column = this.#columns.column(field)
    // A value other than text names nobody.
    return (
      column &&
      new NamedManagers(
        this.#ids,
        this.#read.edges(this.#rowsOf(column, []), () => undefined, true),
      )
    )
  }

  #oddOf(part: OddName): Map<number, unknown> {
    let odd = this.#odd.get(part)
    if (odd === undefined) this.#odd.set(part, (odd = new Map<number, unknown>()))
    return odd
  }

  /** The column of a part, read by `read`; values that it cannot read become odd ones, as `asOdd` returns them. */
  #part<Read>(
    part: OddName & AnyPart,
    read: (column: FieldColumn, addOdd: AddOdd) => Read,
    asOdd: (value: unknown, row: number) => unknown = (value) => value,
  ): Read | undefined {
    const column = this.#columns.column(this.#names.get(part)?.field)
    if (column === undefined) return undefined
    // Rows with a corrected value and rows that repeat an id are not read.
    const corrected: readonly number[] = [...this.#oddOf(part).keys()]
    const isFurther = (row: number): boolean => OF_HOLDER.has(part) && this.jobShares?.get(row)?.length === 0
    const unread = [...corrected, ...Array.from(this.#ids.repeats()).filter((row) => !isFurther(row))]
    return read(this.#rowsOf(column, unread), (row, start) => {
      const odd = asOdd(this.#document.tree.valueAt(start), row)
      if (odd !== undefined) this.#oddOf(part).set(row, odd)
    })
  }

  /** The column of the rows, without the values of some. */
  #rowsOf(column: FieldColumn, unread: readonly number[]): FieldColumn {
    const records = this.#records
    if (records === undefined && unread.length === 0) return column
    const starts = records?.map((record) => column.starts[record]) ?? column.starts.slice()
    const ends = records?.map((record) => column.ends[record]) ?? column.ends
    for (const row of unread) starts[row] = -1
    return { ...column, starts, ends }
  }

  #texts(part: TextPart): ByteCells | undefined {
    return this.#part(part, (column, addOdd) => this.#read.texts(column, addOdd))
  }

  #codes(part: 'status' | 'kind', words: readonly string[]): Uint8Array | undefined {
    return this.#part(part, (column, addOdd) => this.#read.codes(column, words, addOdd))
  }

  /** Who fills the role of each row, if the caller names the field. */
  #people(options: RecordsOptions): PersonCells | undefined {
    if (!this.#names.has('person')) return undefined
    // Whole numbers that are not written as their digits.
    const numbers = new Map<number, unknown>()
    const read = (column: FieldColumn, addOdd: AddOdd): ByteCells => this.#read.texts(column, addOdd, true)
    const cells = this.#part('person', read, (value, row) => {
      const id = idText(value)
      if (typeof id === 'string') numbers.set(row, id)
      return typeof id === 'string' ? undefined : value
    })
    return {
      person: withTexts(cells ?? noTexts(this.#ids.handles.length), numbers),
      name: this.#texts('name'),
      email: this.#texts('email'),
      share: this.#numbers('share'),
      kind: this.#codes('kind', ASSIGNMENT_KINDS),
      from: this.#texts('from'),
      to: this.#texts('to'),
      ends: endsOfOptions(options),
    }
  }

  #numbers(part: 'grade' | 'fte' | 'cost' | 'minYears' | 'share'): Float64Array | undefined {
    return this.#part(part, (column, addOdd) => this.#read.numbers(column, addOdd))
  }

  #lists(
    part: 'aliases' | 'alsoIn' | 'holders' | 'certifications' | 'skills' | 'sources',
  ): ListCells | undefined {
    return this.#part(part, (column, addOdd) => this.#read.lists(column, addOdd))
  }

  /** Adds all units that are not corrected as odd values with the prefix. */
  #prefixUnits(prefix: string): void {
    const cells = this.#texts('unit')
    cells?.starts.forEach((start, row) => {
      if (start >= 0) this.#oddOf('unit').set(row, prefix + cellText(cells, row))
    })
  }

  #managers(): ByteCells | HandleColumn | undefined {
    const placeOf = (row: number): Place => this.placeOf(row, 'manager')
    let cells = this.#part(
      'manager',
      (column, addOdd) => this.#read.texts(column, addOdd, true),
      (value, row) => {
        const manager = idText(value)
        if (this.#isTop(manager, () => placeOf(row))) return undefined
        this.managed++
        return manager
      },
    )
    if (cells === undefined) return undefined
    if (this.#hasTops) {
      const isTop = this.#topsIn(cells, placeOf)
      cells = { ...cells, starts: cells.starts.map((start, row) => (isTop(row) ? -1 : start)) }
    }
    for (const start of cells.starts) if (start >= 0) this.managed++
    return this.named?.find(cells, (row) => ({ row, part: 'manager', place: () => placeOf(row) })) ?? cells
  }

  #edges(part: 'dotted' | 'moves'): EdgeCells | undefined {
    const isDotted = part === 'dotted'
    const field = this.#names.get(part)?.field ?? part
    const column = this.#columns.column(field)
    const edges = this.#part(
      part,
      (cells, addOdd) => this.#read.edges(cells, addOdd, isDotted),
      (value, row) => {
        if (!isDotted) return value
        const place = (item?: number) => (): Place => this.#places.ofLine(row, { field, item })
        if (!Array.isArray(value)) return this.#isTop(idText(value), place()) ? undefined : idText(value)
        const lines = value.map((line: unknown, item) => ({ field, item, line: idText(line) }))
        return this.#withoutTops(row, lines)
      },
    )
    if (edges === undefined || column === undefined) return undefined
    const rows = this.#rowsOf(column, [])
    const itemOf = (edge: number): LineItem => ({ field, item: this.#read.itemOf(rows, edges.from, edge) })
    return isDotted ? this.#keptLines(edges, itemOf) : { ...edges, placeOf: this.#placeOfEdge(edges, itemOf) }
  }

  #dotted(): EdgeCells | undefined {
    const fieldsOf = this.#places.dottedFields
    if (fieldsOf.length < 2 && fieldsOf.every(({ as }) => as === undefined)) return this.#edges('dotted')
    const unread = new Set([...this.#oddOf('dotted').keys(), ...this.#ids.repeats()])
    const fields = fieldsOf.flatMap(({ field, as }) => {
      const column = this.#columns.column(field)
      return column === undefined ? [] : [{ field, as, column: this.#rowsOf(column, [...unread]) }]
    })
    const { edges, names, odd, itemOf } = namedEdges(fields, this.#read, (start) =>
      this.#document.tree.valueAt(start),
    )
    for (const [row, lines] of odd) this.#oddOf('dotted').set(row, this.#withoutTops(row, lines))
    const { kept, ...lines } = this.#keptLines(edges, itemOf)
    return { ...lines, as: (edge) => names[kept[edge]] }
  }

  /** The dotted lines without words for "no manager". */
  #keptLines(
    edges: IdEdges,
    itemOf: (edge: number) => LineItem,
  ): EdgeCells & { readonly kept: readonly number[] } {
    const placeOf = this.#placeOfEdge(edges, itemOf)
    const { from, to, kept } = keptEdges(edges, this.#hasTops ? this.#topsIn(edges.to, placeOf) : () => false)
    const placeOfKept = (edge: number): Place => placeOf(kept[edge])
    const found = this.named?.find(to, (edge) => ({
      row: from[edge],
      part: 'dotted',
      place: () => placeOfKept(edge),
    }))
    return { from, to: found ?? to, kept, placeOf: placeOfKept }
  }

  #placeOfEdge({ from }: IdEdges, itemOf: (edge: number) => LineItem): (edge: number) => Place {
    return (edge) => this.#places.ofLine(from[edge], itemOf(edge))
  }

  /** The odd lines of a row without words for "no manager". */
  #withoutTops(row: number, lines: readonly OddLine[]): readonly unknown[] {
    const kept = lines.filter(({ line, ...at }) => {
      const manager = isObject(line) ? ownValue(line, 'to') : line
      return !this.#isTop(manager, () => this.#places.ofLine(row, at))
    })
    this.#places.setOddLines(row, kept)
    return kept.map(({ line }) => line)
  }

  #isTop(manager: unknown, place: () => Place): boolean {
    return this.#hasTops && typeof manager === 'string' && this.#tops.says(manager, place)
  }

  /** Returns a test of whether a cell is a word for "no manager". */
  #topsIn(cells: ByteCells, placeOf: (index: number) => Place): (index: number) => boolean {
    const { bytes, starts, ends } = ByteTexts.plain(cells)
    return (index) =>
      starts[index] >= 0 && this.#tops.saysAt(bytes, starts[index], ends[index], () => placeOf(index))
  }
}

type TextPart = 'title' | 'family' | 'note' | 'unit' | 'managerAs' | 'name' | 'email' | 'from' | 'to'

/** Not a closure of the class: the org keeps it, and must not keep the input with it. */
function dataReader(data: RowData, records: Int32Array | undefined): (row: number) => unknown {
  return (row) => data.at(records?.[row] ?? row)
}
