import {
  type ByteCells,
  type ByteRows,
  ByteTexts,
  cellText,
  type EdgeCells,
  type ListCells,
  type OddName,
  type Place,
  type RowIds,
} from '../../internal.js'
import { Corrections } from '../input/corrections.js'
import { TopWords } from '../input/top-words.js'
import type { FieldColumn, RecordColumns } from './record-columns.js'
import { idText, type RecordIds, type RecordsDocument } from './record-ids.js'
import { type AddOdd, PartReader } from './record-parts.js'
import type { FieldNames, RecordPart, RecordsOptions } from './records-options.js'

/** Records as the rows of an org: those that have a valid id. */
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
  /** The record of each row; absent where no record is left out. */
  readonly #records: Int32Array | undefined
  readonly #odd = new Map<OddName, Map<number, unknown>>()
  readonly #tops: TopWords
  readonly #hasTops: boolean

  constructor(
    columns: RecordColumns,
    names: FieldNames,
    { ids, records }: RecordIds,
    document: RecordsDocument,
    { unitPrefix = '', tops = [], corrections }: RecordsOptions,
  ) {
    this.#columns = columns
    this.#names = names
    this.#document = document
    this.#read = new PartReader(document.tree.text.bytes)
    this.#records = records
    this.#ids = ids
    this.#hasTops = tops.length > 0
    this.#tops = new TopWords(tops, undefined, (text) => ids.set.has(text), document.issues)
    this.corrections = new Corrections(corrections, document.issues)
    for (const [field, values] of this.corrections.odd((id) => ids.rowWith(id))) {
      this.#odd.set(field, new Map(values))
    }
    // A corrected unit has no prefix.
    const isUnitCorrected = unitPrefix !== '' && this.#odd.has('unit')
    this.#part('hedge', (column, addOdd) => {
      this.#read.others(column, addOdd)
    })
    if (isUnitCorrected) this.#prefixUnits(unitPrefix)
    const { data } = columns
    this.byteRows = {
      ids,
      manager: this.#managers(),
      dotted: this.#edges('dotted'),
      title: this.#texts('title'),
      family: this.#texts('family'),
      note: this.#texts('note'),
      unit: isUnitCorrected ? undefined : this.#texts('unit'),
      unitPrefix: isUnitCorrected ? '' : unitPrefix,
      grade: this.#numbers('grade'),
      fte: this.#numbers('fte'),
      cost: this.#numbers('cost'),
      minYears: this.#numbers('minYears'),
      aliases: this.#lists('aliases'),
      holders: this.#lists('holders'),
      certifications: this.#lists('certifications'),
      skills: this.#lists('skills'),
      sources: this.#lists('sources'),
      vacant: this.#part('vacant', (column, addOdd) => this.#read.flags(column, addOdd)),
      moves: this.#edges('moves'),
      data: data && ((row) => data.at(this.#recordOf(row))),
      odd: this.#odd,
      placeOf: (row, field) => this.#placeOf(this.#recordOf(row), field),
    }
  }

  #recordOf(row: number): number {
    return this.#records?.[row] ?? row
  }

  #placeOf(record: number, part: string | undefined): Place {
    const { tree } = this.#document
    const index = this.#columns.indexOf(record)
    const name = this.#names.get(part as RecordPart)?.field
    const path = name === undefined ? [index] : [index, name]
    return { path, ...tree.placeAt(path, 'value') }
  }

  #oddOf(part: OddName): Map<number, unknown> {
    let odd = this.#odd.get(part)
    if (odd === undefined) this.#odd.set(part, (odd = new Map<number, unknown>()))
    return odd
  }

  /** What `read` makes of the column of a part; values that it cannot read become odd ones, as `asOdd` returns them. */
  #part<Read>(
    part: OddName & RecordPart,
    read: (column: FieldColumn, addOdd: AddOdd) => Read,
    asOdd: (value: unknown, row: number) => unknown = (value) => value,
  ): Read | undefined {
    const column = this.#columns.column(this.#names.get(part)?.field)
    if (column === undefined) return undefined
    // Rows whose value is corrected, and rows that repeat an id, which are not read.
    const corrected: readonly number[] = [...this.#oddOf(part).keys()]
    const unread = [...corrected, ...this.#ids.repeats()]
    const records = this.#records
    const isSame = unread.length === 0 && records === undefined
    const starts =
      records?.map((record) => column.starts[record]) ?? (isSame ? column.starts : column.starts.slice())
    const ends = records?.map((record) => column.ends[record]) ?? column.ends
    for (const row of unread) starts[row] = -1
    return read({ ...column, starts, ends }, (row, start) => {
      const odd = asOdd(this.#document.tree.valueAt(start), row)
      if (odd !== undefined) this.#oddOf(part).set(row, odd)
    })
  }

  #texts(part: 'title' | 'family' | 'note' | 'unit'): ByteCells | undefined {
    return this.#part(part, (column, addOdd) => this.#read.texts(column, addOdd))
  }

  #numbers(part: 'grade' | 'fte' | 'cost' | 'minYears'): Float64Array | undefined {
    return this.#part(part, (column, addOdd) => this.#read.numbers(column, addOdd))
  }

  #lists(part: 'aliases' | 'holders' | 'certifications' | 'skills' | 'sources'): ListCells | undefined {
    return this.#part(part, (column, addOdd) => this.#read.lists(column, addOdd))
  }

  /** Adds all units as odd values with the prefix, next to those that are corrected. */
  #prefixUnits(prefix: string): void {
    const cells = this.#texts('unit')
    cells?.starts.forEach((start, row) => {
      if (start >= 0) this.#oddOf('unit').set(row, prefix + cellText(cells, row))
    })
  }

  #managers(): ByteCells | undefined {
    let cells = this.#part(
      'manager',
      (column, addOdd) => this.#read.texts(column, addOdd, true),
      (value, row) => {
        const manager = idText(value)
        if (this.#isTop(manager, row, 'manager')) return undefined
        this.managed++
        return manager
      },
    )
    if (cells === undefined) return undefined
    if (this.#hasTops) {
      const isTop = this.#topsIn(cells, (row) => row, 'manager')
      cells = { ...cells, starts: cells.starts.map((start, row) => (isTop(row) ? -1 : start)) }
    }
    for (const start of cells.starts) if (start >= 0) this.managed++
    return cells
  }

  #edges(part: 'dotted' | 'moves'): EdgeCells | undefined {
    const isDotted = part === 'dotted'
    const edges = this.#part(
      part,
      (column, addOdd) => this.#read.edges(column, addOdd, isDotted),
      (value, row) => {
        if (!isDotted) return value
        if (!Array.isArray(value)) return this.#isTop(idText(value), row, part) ? undefined : idText(value)
        return value.map(idText).filter((manager) => !this.#isTop(manager, row, part))
      },
    )
    if (edges === undefined || !isDotted || !this.#hasTops) return edges
    const { from, to } = edges
    const isTop = this.#topsIn(to, (edge) => from[edge], part)
    const isKept = (_: number, edge: number): boolean => !isTop(edge)
    return {
      from: from.filter(isKept),
      to: { ...to, starts: to.starts.filter(isKept), ends: to.ends.filter(isKept) },
    }
  }

  #isTop(manager: unknown, row: number, part: 'manager' | 'dotted'): boolean {
    if (!this.#hasTops || typeof manager !== 'string') return false
    return this.#tops.says(manager, () => this.#placeOf(this.#recordOf(row), part))
  }

  /** Whether the text of a cell is a word for no manager. */
  #topsIn(
    cells: ByteCells,
    rowOf: (index: number) => number,
    part: 'manager' | 'dotted',
  ): (index: number) => boolean {
    const { bytes, starts, ends } = ByteTexts.plain(cells)
    return (index) =>
      starts[index] >= 0 &&
      this.#tops.saysAt(bytes, starts[index], ends[index], () =>
        this.#placeOf(this.#recordOf(rowOf(index)), part),
      )
  }
}
