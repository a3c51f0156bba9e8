import { type ByteCells, cellText, type EdgeCells, type ListCells, textAt } from '../../internal.js'
import { decimalAt } from '../input/exact-number.js'
import { GrowingInts } from '../input/growing-ints.js'
import {
  afterBlanks,
  CLOSE_BRACKET,
  COMMA,
  escapeStart,
  isDigit,
  MINUS,
  numberEnd,
  OPEN_BRACKET,
  QUOTE,
  stringEnd,
  unescapeJson,
  ZERO,
} from '../json/json-bytes.js'
import { type FieldColumn, otherStart } from './record-columns.js'

const LETTER_F = 0x66
const LETTER_T = 0x74
/** A double holds every integer of this many digits. */
const MOST_DIGITS = 15

/** Takes a value that a column of bytes cannot hold, by its row and where it begins. */
export type AddOdd = (row: number, start: number) => void

/** Edges to roles that are ids or names. */
export type IdEdges = EdgeCells & { readonly to: ByteCells }

/** Reads the columns of fields as parts of roles. Null is no value. */
export class PartReader {
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Strings; with `takesIntegers`, also whole numbers as their digits. */
  texts(
    { starts, ends, hasEscapes, hasOthers }: FieldColumn,
    addOdd: AddOdd,
    takesIntegers = false,
  ): ByteCells {
    const bytes = this.#bytes
    const unescape = hasEscapes ? unescapeJson : undefined
    if (!hasOthers) return { bytes, starts, ends, unescape }
    const from = starts.slice()
    for (let row = 0; row < starts.length; row++) {
      const start = otherStart(starts[row])
      if (start < 0) continue
      if (takesIntegers && isPlainInteger(bytes, start, ends[row])) from[row] = start
      else {
        from[row] = -1
        addOdd(row, start)
      }
    }
    return { bytes, starts: from, ends, unescape }
  }

  numbers({ starts, ends }: FieldColumn, addOdd: AddOdd): Float64Array {
    const bytes = this.#bytes
    const numbers = new Float64Array(starts.length).fill(NaN)
    for (let row = 0; row < starts.length; row++) {
      if (starts[row] === -1) continue
      const start = otherStart(starts[row])
      const isNumber = start >= 0 && (isDigit(bytes[start]) || bytes[start] === MINUS)
      const number = isNumber ? numberIn(bytes, start, ends[row]) : NaN
      if (Number.isFinite(number)) numbers[row] = number
      else addOdd(row, start < 0 ? starts[row] - 1 : start)
    }
    return numbers
  }

  /** 1 for true, 2 for false, 0 for none. */
  flags({ starts }: FieldColumn, addOdd: AddOdd): Uint8Array {
    const flags = new Uint8Array(starts.length)
    for (let row = 0; row < starts.length; row++) {
      if (starts[row] === -1) continue
      const start = otherStart(starts[row])
      const first = start < 0 ? QUOTE : this.#bytes[start]
      if (first === LETTER_T) flags[row] = 1
      else if (first === LETTER_F) flags[row] = 2
      else addOdd(row, start < 0 ? starts[row] - 1 : start)
    }
    return flags
  }

  /** The places of words from 1; 0 for none. */
  codes({ starts, ends, hasEscapes }: FieldColumn, words: readonly string[], addOdd: AddOdd): Uint8Array {
    const cells = { bytes: this.#bytes, starts, ends, unescape: hasEscapes ? unescapeJson : undefined }
    const codes = new Uint8Array(starts.length)
    for (let row = 0; row < starts.length; row++) {
      if (starts[row] === -1) continue
      const start = otherStart(starts[row])
      codes[row] = start < 0 ? words.indexOf(cellText(cells, row)) + 1 : 0
      if (codes[row] === 0) addOdd(row, start < 0 ? starts[row] - 1 : start)
    }
    return codes
  }

  /** Every value is odd. */
  others({ starts }: FieldColumn, addOdd: AddOdd): void {
    for (let row = 0; row < starts.length; row++) {
      if (starts[row] !== -1) addOdd(row, starts[row] < 0 ? otherStart(starts[row]) : starts[row] - 1)
    }
  }

  /** Lists of strings, and strings as lists of one. */
  lists(column: FieldColumn, addOdd: AddOdd): ListCells {
    const rows = column.starts.length
    const first = new Int32Array(rows + 1)
    const missing = new Uint8Array(rows)
    const items = this.#items(column, addOdd, false, (row, count, isList) => {
      first[row + 1] = count
      if (!isList) missing[row] = 1
    })
    return { first, items, missing }
  }

  /** Edges to the ids in strings and lists of strings; with `takesIntegers`, also in whole numbers. */
  edges(column: FieldColumn, addOdd: AddOdd, takesIntegers: boolean): IdEdges {
    const from = new GrowingInts()
    const to = this.#items(column, addOdd, takesIntegers, (row, count) => {
      while (from.length < count) from.push(row)
    })
    return { from: from.values.slice(0, from.length), to }
  }

  /** The index of an edge in the list of its row; `undefined` if the row has a single value. */
  itemOf({ starts }: FieldColumn, from: Int32Array, edge: number): number | undefined {
    const row = from[edge]
    if (this.#bytes[otherStart(starts[row])] !== OPEN_BRACKET) return undefined
    let first = edge
    while (first > 0 && from[first - 1] === row) first--
    return edge - first
  }

  /** The items of all rows; `take` gets the number of items up to each row, and whether the row has a list. */
  #items(
    { starts, ends }: FieldColumn,
    addOdd: AddOdd,
    takesIntegers: boolean,
    take: (row: number, count: number, isList: boolean) => void,
  ): ByteCells {
    const bytes = this.#bytes
    const from = new GrowingInts()
    const to = new GrowingInts()
    for (let row = 0; row < starts.length; row++) {
      const before = from.length
      const start = otherStart(starts[row])
      let isList = starts[row] !== -1
      if (starts[row] >= 0) {
        from.push(starts[row])
        to.push(ends[row])
      } else if (takesIntegers && start >= 0 && isPlainInteger(bytes, start, ends[row])) {
        from.push(start)
        to.push(ends[row])
      } else if (
        start >= 0 &&
        !(bytes[start] === OPEN_BRACKET && addItems(bytes, start, takesIntegers, from, to))
      ) {
        from.length = before
        to.length = before
        isList = false
        addOdd(row, start)
      }
      take(row, from.length, isList)
    }
    return {
      bytes,
      starts: from.values.slice(0, from.length),
      ends: to.values.slice(0, to.length),
      unescape: unescapeJson,
    }
  }
}

/** Adds the ranges of the items of a list; `false` if one is not a text. */
function addItems(
  bytes: Uint8Array,
  start: number,
  takesIntegers: boolean,
  from: GrowingInts,
  to: GrowingInts,
): boolean {
  let at = afterBlanks(bytes, start + 1)
  while (bytes[at] !== CLOSE_BRACKET) {
    if (bytes[at] === COMMA) at = afterBlanks(bytes, at + 1)
    const isText = bytes[at] === QUOTE
    const end = isText ? stringEnd(bytes, at) : numberEnd(bytes, at)
    if (!isText && !(takesIntegers && isPlainInteger(bytes, at, end))) return false
    from.push(isText ? at + 1 : at)
    const past = isText ? end - 1 : end
    to.push(isText && escapeStart(bytes, at, end) !== -1 ? ~past : past)
    at = afterBlanks(bytes, end)
  }
  return true
}

/** Whether a value is a whole number that is written as its digits: not `1e2`, `1.0` or `-0`. */
function isPlainInteger(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] === MINUS ? start + 1 : start
  if (!isDigit(bytes[first]) || end - first > MOST_DIGITS + 1) return false
  for (let at = first; at < end; at++) if (!isDigit(bytes[at])) return false
  if (end - first > MOST_DIGITS) return Number.isSafeInteger(numberIn(bytes, start, end))
  return first === start || bytes[first] !== ZERO
}

/** The number in a range of JSON. */
function numberIn(bytes: Uint8Array, start: number, end: number): number {
  const number = decimalAt(bytes, start, end)
  return Number.isNaN(number) ? Number(textAt(bytes, start, end)) : number
}
