import { type ByteCells, textAt, unitsIn, inSlices, type Steps } from '../../internal.js'
import { isBlankAt } from '../input/white-space.js'
import type { CsvData } from './csv-options.js'

const QUOTE = 0x22
const EQUALS = 0x3d
const APOSTROPHE = 0x27
/** A formula begins with one of these: `=`, `+`, `-`, `@`, a tab or a carriage return. */
const FORMULA: readonly number[] = [EQUALS, 0x2b, 0x2d, 0x40, 0x09, 0x0d]

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
    const begin = this.beginOf(row, column)
    const end = this.endOf(row, column)
    const start = contentStart(this.bytes, begin, end)
    const past = contentEnd(this.bytes, begin, end)
    return past >= 0
      ? textAt(this.bytes, start, past)
      : textAt(this.bytes, start, ~past).replaceAll('""', '"')
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
    const begin = this.beginOf(row, into.column)
    const end = this.endOf(row, into.column)
    let start = contentStart(bytes, begin, end)
    let past = contentEnd(bytes, begin, end)
    if (excelText) [start, past] = withoutFormula(bytes, start, past, bytes[begin] === QUOTE)
    if (past < 0) into.hasEscapes = true
    else if (isBlankAt(bytes, start, past)) start = -1
    into.starts[index] = start
    into.ends[index] = past
  }

  /**
   * Returns a function that makes the data of a row: the cells of some columns by their keys, as exact text. Their bytes
   * are copied, and decoded when they are read.
   */
  *data(
    rows: Int32Array,
    columns: readonly number[],
    keys: readonly string[],
    excelText: boolean,
  ): Steps<(row: number) => CsvData> {
    const { bytes } = this
    const gap = this.#gap
    const { starts, ends } = this.#places
    let room = 0
    let longest = 0
    yield* inSlices(rows.length, (first, past) => {
      for (let row = first; row < past; row++) {
        for (const column of columns) {
          const place = rows[row] * this.width + column
          const before = column === 0 ? 0 : ends[place - 1]
          const end = ends[place]
          const begin = column === 0 ? 0 : (before < 0 ? ~before : before) + gap
          const length = (end < 0 ? ~end : end) - begin
          room += length
          if (length > longest) longest = length
        }
      }
    })
    const copy = new Uint8Array(room)
    const begins = new Int32Array(rows.length + 1)
    const count = rows.length * columns.length
    const lengths =
      longest < 1 << 8
        ? new Uint8Array(count)
        : longest < 1 << 16
          ? new Uint16Array(count)
          : new Int32Array(count)
    let to = 0
    let next = 0
    yield* inSlices(rows.length, (first, past) => {
      for (let row = first; row < past; row++) {
        const origin = starts[rows[row]]
        for (const column of columns) {
          const place = rows[row] * this.width + column
          const before = column === 0 ? 0 : ends[place - 1]
          let end = ends[place]
          end = end < 0 ? end - origin : end + origin
          let at = column === 0 ? origin : origin + (before < 0 ? ~before : before) + gap
          if (end < 0 || (at < end && (bytes[at] === QUOTE || bytes[at] === APOSTROPHE)) || excelText) {
            const begin = at
            at = contentStart(bytes, begin, end)
            end = contentEnd(bytes, begin, end)
            if (excelText) [at, end] = withoutFormula(bytes, at, end, bytes[begin] === QUOTE)
          }
          const start = to
          if (end < 0) to = withoutDoubledQuotes(bytes, at, ~end, copy, to)
          else while (at < end) copy[to++] = bytes[at++]
          lengths[next++] = to - start
        }
        begins[row + 1] = to
      }
    })
    return dataMaker(copy, begins, lengths, keys)
  }
}

/** A column that is being read. */
interface TakenColumn {
  column: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  hasEscapes: boolean
}

/** Returns a function that makes the data of a row, whose cells follow each other from its offset in `begins`. */
function dataMaker(
  bytes: Uint8Array,
  begins: Int32Array,
  lengths: Uint8Array | Uint16Array | Int32Array,
  keys: readonly string[],
): (row: number) => CsvData {
  const width = keys.length
  // Every key is an own property of the template, so that an assignment to __proto__ sets no prototype.
  const template: Record<string, string> = Object.fromEntries(keys.map((key) => [key, '']))
  return (row) => {
    const data = { ...template }
    const text = textAt(bytes, begins[row], begins[row + 1])
    const isAscii = text.length === begins[row + 1] - begins[row]
    let begin = begins[row]
    let at = 0
    for (let column = 0; column < width; column++) {
      const end = begin + lengths[row * width + column]
      const units = isAscii ? end - begin : unitsIn(bytes, begin, end)
      data[keys[column]] = text.slice(at, at + units)
      at += units
      begin = end
    }
    return Object.freeze(data)
  }
}

/**
 * Where the text of a cell begins: after its quote, and after the apostrophe that keeps a spreadsheet from reading the
 * cell as a formula. A text that itself begins with apostrophes and a formula is guarded by one more.
 */
export function contentStart(bytes: Uint8Array, begin: number, end: number): number {
  const past = end < 0 ? ~end : end
  const start = begin < past && bytes[begin] === QUOTE ? begin + 1 : begin
  if (bytes[start] !== APOSTROPHE) return start
  let at = start
  while (at < past && bytes[at] === APOSTROPHE) at++
  return at < past && FORMULA.includes(bytes[at]) ? start + 1 : start
}

/** Where the text of a cell ends: `~end` if it has doubled quotes. */
export function contentEnd(bytes: Uint8Array, begin: number, end: number): number {
  if (end >= 0) return begin < end && bytes[begin] === QUOTE ? end - 1 : end
  // Quotes are doubled, text follows the closing one, or there is no closing one.
  const past = ~end
  let hasDoubled = false
  let close = bytes.indexOf(QUOTE, begin + 1)
  while (close !== -1 && close < past && bytes[close + 1] === QUOTE && close + 1 < past) {
    hasDoubled = true
    close = bytes.indexOf(QUOTE, close + 2)
  }
  const last = close === past - 1 ? close : past
  return hasDoubled ? ~last : last
}

/** Writes a text with each doubled quote as one. */
function withoutDoubledQuotes(
  bytes: Uint8Array,
  begin: number,
  end: number,
  target: Uint8Array,
  at: number,
): number {
  // In a quoted formula, after `"=""`, the quotes of the text are doubled twice.
  const surplus = bytes[begin - 1] === QUOTE && bytes[begin - 2] === QUOTE ? 3 : 1
  let to = at
  for (let from = begin; from < end; from++) {
    target[to++] = bytes[from]
    if (bytes[from] === QUOTE && bytes[from + 1] === QUOTE && from + 1 < end) from += surplus
  }
  return to
}

/** Whether a cell is a formula that is only a text, `="007"`. */
export function isTextFormula(bytes: Uint8Array, begin: number, end: number): boolean {
  const start = contentStart(bytes, begin, end)
  return withoutFormula(bytes, start, contentEnd(bytes, begin, end), bytes[begin] === QUOTE)[0] > start
}

/** The range of the text in a formula that is only a text, `="007"`; the range itself for any other. */
function withoutFormula(
  bytes: Uint8Array,
  start: number,
  past: number,
  isQuoted: boolean,
): readonly [start: number, past: number] {
  // How many characters each quote of the formula takes.
  const quotes = isQuoted ? 2 : 1
  const first = start + 1 + quotes
  const last = (past < 0 ? ~past : past) - quotes
  if (bytes[start] !== EQUALS || last < first) return [start, past]
  for (let quote = 0; quote < quotes; quote++) {
    if (bytes[start + 1 + quote] !== QUOTE || bytes[last + quote] !== QUOTE) return [start, past]
  }
  let hasQuotes = false
  for (let at = first; at < last; at++) {
    if (bytes[at] !== QUOTE) continue
    const from = at
    while (at < last && bytes[at] === QUOTE) at++
    // Quotes in the text are doubled.
    if ((at - from) % (2 * quotes) !== 0) return [start, past]
    hasQuotes = true
  }
  return [first, hasQuotes ? ~last : last]
}
