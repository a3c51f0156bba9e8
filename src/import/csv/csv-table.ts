import { type ByteCells, textAt, unitsIn, inSlices, type Steps } from '../../internal.js'
import { isBlankAt } from '../input/white-space.js'
import { contentEnd, contentOf, contentStart, contentText, withoutDoubledQuotes } from './cell-content.js'
import type { CsvData } from './csv-options.js'

/** Where the rows and cells of a table are. */
interface CellPlaces {
  /** Where each row begins. */
  readonly starts: Int32Array
  /** Where each cell ends within its row: `~end` for one with doubled or misplaced quotes. */
  readonly ends: Int16Array | Int32Array
  /** The line of each row, from 1. */
  readonly lines: Int32Array
}

/**
 * The cells of a table as ranges of its bytes: one number per cell. A cell becomes a string when it is read, so that a table
 * of a million rows takes little more than its bytes.
 */
export class CsvTable {
  readonly bytes: Uint8Array
  readonly #gap: number
  readonly #places: CellPlaces

  constructor(
    bytes: Uint8Array,
    /** The length of the delimiter. */
    gap: number,
    /** The number of columns in the header line. */
    readonly width: number,
    /** The number of rows, including the header line, without blank lines. */
    readonly height: number,
    places: CellPlaces,
  ) {
    this.bytes = bytes
    this.#gap = gap
    this.#places = places
  }

  /** The line of the text on which a row begins, from 1. */
  lineOf(row: number): number {
    return this.#places.lines[row]
  }

  /** Where a cell begins, including its quote. */
  beginOf(row: number, column: number): number {
    const { starts, ends } = this.#places
    if (column === 0) return starts[row]
    const before = ends[row * this.width + column - 1]
    return starts[row] + (before < 0 ? ~before : before) + this.#gap
  }

  /** Where a cell ends, including its quote: `~end` for one with doubled or misplaced quotes. */
  endOf(row: number, column: number): number {
    const { starts, ends } = this.#places
    const end = ends[row * this.width + column]
    return end < 0 ? end - starts[row] : starts[row] + end
  }

  cell(row: number, column: number): string {
    return contentText(this.bytes, contentOf(this.bytes, this.beginOf(row, column), this.endOf(row, column)))
  }

  isBlank(row: number, column: number): boolean {
    const begin = this.beginOf(row, column)
    const end = this.endOf(row, column)
    const past = contentEnd(this.bytes, begin, end)
    // A doubled quote is not blank.
    return past >= 0 && isBlankAt(this.bytes, contentStart(this.bytes, begin, end), past)
  }

  /** Whether every cell below the header line is blank. Spreadsheets leave such columns at the right. */
  isEmpty(column: number): boolean {
    for (let row = 1; row < this.height; row++) if (!this.isBlank(row, column)) return false
    return true
  }

  /** All cells of a row. */
  row(row: number): string[] {
    return Array.from({ length: this.width }, (_, column) => this.cell(row, column))
  }

  /** Some columns from a row on, without blank cells. With `excelText`, the text of `="007"` is `007`. */
  *columns(columns: readonly number[], from: number, excelText: boolean): Steps<Map<number, ByteCells>> {
    const height = this.height - from
    const read = Array.from(new Set(columns), (column) => ({
      column,
      starts: new Int32Array(height),
      ends: new Int32Array(height),
      hasEscapes: false,
    }))
    // Row by row, in the order of the bytes: column by column, every cell would be a cache miss.
    yield* inSlices(height, (first, past) => {
      for (let row = first; row < past; row++) {
        for (const into of read) this.#take(into, row, from + row, excelText)
      }
    })
    const { bytes } = this
    return new Map(
      read.map(({ column, starts, ends, hasEscapes }) => [
        column,
        { bytes, starts, ends, unescape: hasEscapes ? withoutDoubledQuotes : undefined },
      ]),
    )
  }

  #take(into: TakenColumn, index: number, row: number, excelText: boolean): void {
    const { bytes } = this
    const { start, past } = contentOf(
      bytes,
      this.beginOf(row, into.column),
      this.endOf(row, into.column),
      excelText,
    )
    if (past < 0) into.hasEscapes = true
    into.starts[index] = past >= 0 && isBlankAt(bytes, start, past) ? -1 : start
    into.ends[index] = past
  }

  /**
   * Returns a function that makes the data of a row: the cells of some columns, in their order, by their keys, as exact text. Their bytes
   * are copied, and decoded when they are read.
   */
  *data(
    rows: Int32Array,
    columns: readonly number[],
    keys: readonly string[],
    excelText: boolean,
  ): Steps<(row: number) => CsvData> {
    // One copy of all bytes takes a tenth of the time of a copy of each cell.
    const isMost = 2 * this.#sampleLength(columns) > this.#sampleLength()
    if (isMost) return dataMaker(this.#copied(), rows, columns, keys, excelText)
    const table = yield* this.#narrowed(rows, columns)
    return dataMaker(table, undefined, Array.from(columns.keys()), keys, excelText)
  }

  /** The number of bytes in the cells of some columns, or of all, in the first rows. */
  #sampleLength(columns: Iterable<number> = Array(this.width).keys()): number {
    let length = 0
    for (const column of columns) {
      for (let row = 0; row < Math.min(this.height, SAMPLE); row++) length += this.#lengthOf(row, column)
    }
    return length
  }

  #lengthOf(row: number, column: number): number {
    const end = this.endOf(row, column)
    return (end < 0 ? ~end : end) - this.beginOf(row, column)
  }

  /** The table on a copy of its bytes. */
  #copied(): CsvTable {
    return new CsvTable(this.bytes.slice(), this.#gap, this.width, this.height, this.#places)
  }

  /** Some rows and columns as a table of their own. A byte is between cells: the quotes of two are not next to each other. */
  *#narrowed(rows: Int32Array, columns: readonly number[]): Steps<CsvTable> {
    const { bytes } = this
    const starts = new Int32Array(rows.length)
    let room = 0
    let longest = 0
    yield* inSlices(rows.length, (first, past) => {
      for (let row = first; row < past; row++) {
        starts[row] = room
        for (const column of columns) room += this.#lengthOf(rows[row], column) + 1
        longest = Math.max(longest, room - starts[row])
      }
    })
    const copy = new Uint8Array(room)
    const count = rows.length * columns.length
    const ends = longest <= MOST_16 ? new Int16Array(count) : new Int32Array(count)
    let to = 0
    let next = 0
    yield* inSlices(rows.length, (first, past) => {
      for (let row = first; row < past; row++) {
        for (const column of columns) {
          const end = this.endOf(rows[row], column)
          const last = end < 0 ? ~end : end
          for (let at = this.beginOf(rows[row], column); at < last; at++) copy[to++] = bytes[at]
          const length = to - starts[row]
          ends[next++] = end < 0 ? ~length : length
          to++
        }
      }
    })
    return new CsvTable(copy, 1, columns.length, rows.length, { starts, ends, lines: NO_LINES })
  }
}

const NO_LINES = new Int32Array(0)
/** How many rows show which share of the bytes some columns have. */
const SAMPLE = 100
/** The most that 16 bits hold with a sign. */
export const MOST_16 = 0x7fff

/** A column that is being read. */
interface TakenColumn {
  column: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  hasEscapes: boolean
}

/**
 * Returns a function that makes the data of a row: of that in `rows`, or of the one with the same number. The columns are in
 * the order of the bytes, so that the cells are parts of one text.
 */
function dataMaker(
  table: CsvTable,
  rows: Int32Array | undefined,
  columns: readonly number[],
  keys: readonly string[],
  excelText: boolean,
): (row: number) => CsvData {
  const { bytes } = table
  const last = columns.length - 1
  // Every key is an own property of the template, so that an assignment to __proto__ sets no prototype.
  const template: Record<string, string> = Object.fromEntries(keys.map((key) => [key, '']))
  return (index) => {
    const row = rows === undefined ? index : rows[index]
    const data = { ...template }
    const begin = table.beginOf(row, columns[0])
    const end = table.endOf(row, columns[last])
    const text = textAt(bytes, begin, end < 0 ? ~end : end)
    const isAscii = text.length === (end < 0 ? ~end : end) - begin
    const unitsTo = (from: number, to: number): number => (isAscii ? to - from : unitsIn(bytes, from, to))
    let offset = begin
    let at = 0
    for (let cell = 0; cell <= last; cell++) {
      const content = contentOf(
        bytes,
        table.beginOf(row, columns[cell]),
        table.endOf(row, columns[cell]),
        excelText,
      )
      if (content.past < 0) {
        data[keys[cell]] = contentText(bytes, content)
        continue
      }
      at += unitsTo(offset, content.start)
      const past = at + unitsTo(content.start, content.past)
      data[keys[cell]] = text.slice(at, past)
      at = past
      offset = content.past
    }
    return Object.freeze(data)
  }
}
