import { longer, sameBytes } from '../../internal.js'
import { CLOSE_BRACE, COMMA, OPEN_BRACE, QUOTE } from '../json/json-bytes.js'
import type { RecordSink } from '../json/json-scanner.js'
import { type ByteRange, type JsonText, rangesWithin } from '../json/json-text.js'
import { RowData } from './row-data.js'

/** Where the values of one field are, by row. */
export interface FieldColumn {
  /** Where the text of a string begins; -1 for null and for a row without the field, `-2 - start` for any other value. */
  readonly starts: Int32Array
  /** Where the text or the value ends; `~end` for a text with escapes. */
  readonly ends: Int32Array
  readonly hasEscapes: boolean
  /** Whether some value is not a string. */
  readonly hasOthers: boolean
}

/** Where a value other than a string begins, from its start in a {@link FieldColumn}; -1 for a text or no value. */
export function otherStart(start: number): number {
  return start < -1 ? -2 - start : -1
}

type GrowingColumn = { -readonly [Name in keyof FieldColumn]: FieldColumn[Name] }

/** A field that some record has. */
interface Field {
  readonly name: string
  /** The range of its key, with quotes, at its first appearance. */
  readonly keyStart: number
  readonly keyEnd: number
  /** Absent for a field that is only data. */
  readonly column: GrowingColumn | undefined
  readonly isData: boolean
  /** The field that followed it the last time. */
  next: Field | undefined
  /** The last row that has it, and where the key is there. */
  row: number
  keyAt: number
}

/** The records of a list in columns: where the values of the wanted fields are, and a copy of all others as JSON. */
export class RecordColumns implements RecordSink {
  /** The number of objects in the list. */
  rows = 0
  /** The items of the list that are not objects. */
  readonly others: { readonly index: number; readonly start: number }[] = []
  /** The index of each row in the list, if the two differ. */
  #indexes: number[] | undefined
  readonly #text: JsonText
  readonly #bytes: Uint8Array
  readonly #parts: ReadonlySet<string>
  readonly #wanted: string | undefined
  readonly #fields = new Map<string, Field>()
  /** The field with which records begin. */
  #first: Field | undefined
  #last: Field | undefined
  /** The field whose value comes next; `undefined` if it is left out. */
  #current: Field | undefined
  /** How many rows there is room for. */
  #room = 0
  #start = 0
  /** The ranges of the data of the current record; adjacent members share one. */
  readonly #runs: number[] = []
  #runIsOpen = false
  /** The data of all rows, each an object and a comma, and where those of each row end. */
  #data: Uint8Array = new Uint8Array(0)
  #dataEnds: Int32Array | undefined
  #dataLength = 0

  /**
   * @param parts The fields that parts of roles are read from; all others are data.
   * @param wanted One more field whose values are wanted; it may be data too.
   */
  constructor(text: JsonText, parts: Iterable<string>, wanted?: string) {
    this.#text = text
    this.#bytes = text.bytes
    this.#parts = new Set(parts)
    this.#wanted = wanted
  }

  /** The names of all fields, in order of first appearance. */
  get names(): Iterable<string> {
    return this.#fields.keys()
  }

  has(name: string): boolean {
    return this.#fields.has(name)
  }

  /** The column of a wanted field; `undefined` if no record has it. */
  column(name: string | undefined): FieldColumn | undefined {
    const column = name === undefined ? undefined : this.#fields.get(name)?.column
    if (column === undefined) return undefined
    return {
      ...column,
      starts: column.starts.subarray(0, this.rows),
      ends: column.ends.subarray(0, this.rows),
    }
  }

  indexOf(row: number): number {
    return this.#indexes?.[row] ?? row
  }

  /** Reads the data of rows; `undefined` if no record has any. */
  get data(): RowData | undefined {
    if (this.#dataEnds === undefined) return undefined
    return new RowData(fitting(this.#data, this.#dataLength), fitting(this.#dataEnds, this.rows))
  }

  begin(index: number, start: number): void {
    if (this.#indexes === undefined && index !== this.rows)
      this.#indexes = Array.from({ length: this.rows }, (_, row) => row)
    this.#indexes?.push(index)
    this.#start = start
    this.#last = undefined
    if (this.rows === this.#room) this.#widen()
  }

  takeExpectedKey(at: number): number {
    const expected = this.#last === undefined ? this.#first : this.#last.next
    if (expected === undefined || expected.row === this.rows) return -1
    const { keyStart, keyEnd } = expected
    const end = at + keyEnd - keyStart
    if (!sameBytes(this.#bytes, keyStart, keyEnd, this.#bytes, at, end)) return -1
    expected.row = this.rows
    expected.keyAt = at
    this.#current = expected
    this.#last = expected
    return end
  }

  takeKey(start: number, end: number): number {
    const field = this.#field(start, end)
    if (field.row === this.rows) {
      this.#current = undefined
      this.#runIsOpen = false
      return field.keyAt
    }
    field.row = this.rows
    field.keyAt = start
    this.#current = field
    if (this.#last === undefined) this.#first = field
    else this.#last.next = field
    this.#last = field
    return -1
  }

  takeValue(start: number, end: number, hasEscapes: boolean): void {
    const field = this.#current
    if (field === undefined) return
    const { column, isData } = field
    if (isData) {
      if (!this.#runIsOpen) this.#runs.push(field.keyAt, end)
      else this.#runs[this.#runs.length - 1] = end
    }
    this.#runIsOpen = isData
    if (column === undefined) return
    const first = this.#bytes[start]
    if (first === QUOTE) {
      column.starts[this.rows] = start + 1
      column.ends[this.rows] = hasEscapes ? ~(end - 1) : end - 1
      if (hasEscapes) column.hasEscapes = true
    } else if (first !== LETTER_N) {
      column.starts[this.rows] = -2 - start
      column.ends[this.rows] = end
      column.hasOthers = true
    }
  }

  end(duplicates: readonly ByteRange[]): void {
    if (this.#runs.length > 0) this.#keepData(duplicates)
    if (this.#dataEnds !== undefined) this.#dataEnds[this.rows] = this.#dataLength
    this.rows++
  }

  takeOther(index: number, start: number): void {
    this.others.push({ index, start })
  }

  #field(start: number, end: number): Field {
    const name = this.#text.stringAt(start)
    let field = this.#fields.get(name)
    if (field === undefined) {
      const isData = !this.#parts.has(name)
      const column = isData && name !== this.#wanted ? undefined : newColumn(this.#room)
      field = { name, keyStart: start, keyEnd: end, column, isData, next: undefined, row: -1, keyAt: 0 }
      this.#fields.set(name, field)
    }
    return field
  }

  /** Makes room for more rows: for all if the others are like those so far. */
  #widen(): void {
    const room = Math.max(2 * this.rows, Math.min(this.#estimated(this.rows), 32 * this.rows), 64)
    for (const { column } of this.#fields.values()) {
      if (column === undefined) continue
      const { starts, ends } = newColumn(room)
      starts.set(column.starts)
      ends.set(column.ends)
      column.starts = starts
      column.ends = ends
    }
    if (this.#dataEnds !== undefined) this.#dataEnds = longer(this.#dataEnds, room)
    this.#room = room
  }

  /** Estimates a total for the whole text from the count before the current record. */
  #estimated(soFar: number): number {
    return Math.ceil(1.02 * soFar * (this.#bytes.length / Math.max(1, this.#start)))
  }

  /** Appends the data of the current record to that of all rows. */
  #keepData(duplicates: readonly ByteRange[]): void {
    const runs = this.#runs
    let most = 3
    for (let run = 0; run < runs.length; run += 2) most += runs[run + 1] - runs[run] + 1
    const needed = this.#dataLength + most
    if (needed > this.#data.length) {
      const wider = new Uint8Array(Math.max(needed, Math.min(this.#estimated(needed), 16 * needed)))
      wider.set(this.#data.subarray(0, this.#dataLength))
      this.#data = wider
    }
    this.#dataEnds ??= new Int32Array(this.#room)
    this.#data[this.#dataLength++] = OPEN_BRACE
    for (let run = 0; run < runs.length; run += 2) {
      if (run > 0) this.#data[this.#dataLength++] = COMMA
      let from = runs[run]
      for (const hole of rangesWithin(duplicates, from, runs[run + 1])) {
        this.#copy(from, hole.from)
        from = hole.to
      }
      this.#copy(from, runs[run + 1])
    }
    this.#data[this.#dataLength++] = CLOSE_BRACE
    this.#data[this.#dataLength++] = COMMA
    runs.length = 0
    this.#runIsOpen = false
  }

  #copy(from: number, to: number): void {
    const source = this.#bytes
    const target = this.#data
    let length = this.#dataLength
    this.#dataLength += to - from
    // A call costs as much as copying some bytes one by one.
    if (to - from > MANY) target.set(source.subarray(from, to), length)
    else for (let at = from; at < to; at++) target[length++] = source[at]
  }
}

const MANY = 96
const LETTER_N = 0x6e

function newColumn(room: number): GrowingColumn {
  return {
    starts: new Int32Array(room).fill(-1),
    ends: new Int32Array(room),
    hasEscapes: false,
    hasOthers: false,
  }
}

/** The first `length` numbers; a copy if the rest would take much memory. */
function fitting<Numbers extends Uint8Array | Int32Array>(numbers: Numbers, length: number): Numbers {
  return (length < 0.9 * numbers.length ? numbers.slice(0, length) : numbers.subarray(0, length)) as Numbers
}
