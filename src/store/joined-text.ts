import { type ByteColumn, decodeUtf8 } from '../internal.js'
import { ESCAPE, NO_VALUE, SEPARATOR } from './stored-text.js'

/**
 * Values that a database returns as one text, with separators between them: a server then sends, and a client then parses, a few long
 * values instead of one object per row.
 */

export const SEPARATOR_CODE = SEPARATOR.charCodeAt(0)
export const NO_VALUE_CODE = NO_VALUE.charCodeAt(0)
export const ESCAPE_CODE = ESCAPE.charCodeAt(0)
/** The first code of a character that is no control character. */
export const PRINTED = 0x20

/** Where the joined fields of some rows are. */
export interface JoinedRange {
  readonly begin: number
  readonly end: number
  readonly count: number
}

/**
 * Finds the values of a column, and writes where they begin, -1 for a missing one, and end. Returns `false` where some text has escapes, or
 * where there are not as many values as rows.
 */
export function splitValues(bytes: Uint8Array, { starts, ends }: Omit<ByteColumn, 'bytes'>): boolean {
  const rows = starts.length
  const past = bytes.length
  let row = 0
  for (let start = 0, at = 0; row < rows; start = ++at) {
    while (at < past && bytes[at] !== SEPARATOR_CODE) if (bytes[at++] === ESCAPE_CODE) return false
    const isMissing = at === start + 1 && bytes[start] === NO_VALUE_CODE
    starts[row] = isMissing ? -1 : start
    ends[row++] = isMissing ? -1 : at
    if (at === past) return row === rows
  }
  return rows === 0 && past === 0
}

/** Whether no row of a column has a value. */
export function isBlank(bytes: Uint8Array, rows: number): boolean {
  if (bytes.length !== 2 * rows - 1) return false
  for (let at = 0; at < bytes.length; at += 2) if (bytes[at] !== NO_VALUE_CODE) return false
  return true
}

/**
 * Finds the fields of rows, which have as many as `width` each. Returns the columns; `undefined` where some text has escapes, or where
 * there are not as many fields as there should be.
 */
export function splitFields(
  bytes: Uint8Array,
  ranges: readonly JoinedRange[],
  width: number,
): readonly ByteColumn[] | undefined {
  const count = ranges.reduce((sum, range) => sum + range.count, 0)
  const starts = Array.from({ length: width }, () => new Int32Array(count))
  const ends = Array.from({ length: width }, () => new Int32Array(count))
  let row = 0
  for (const range of ranges) {
    if (range.count === 0) continue
    const fields = { starts: new Int32Array(range.count * width), ends: new Int32Array(range.count * width) }
    if (!splitValues(bytes.subarray(range.begin, range.end), fields)) return undefined
    for (let field = 0; field < fields.starts.length; field++) {
      const isMissing = fields.starts[field] < 0
      const column = field % width
      starts[column][row] = isMissing ? -1 : range.begin + fields.starts[field]
      ends[column][row] = isMissing ? -1 : range.begin + fields.ends[field]
      if (column === width - 1) row++
    }
  }
  return starts.map((each, field) => ({ bytes, starts: each, ends: ends[field] }))
}

/** A text of a column; `undefined` where the row has none. */
export function textAt({ bytes, starts, ends }: ByteColumn, row: number): string | undefined {
  return starts[row] < 0 ? undefined : decodeUtf8(bytes.subarray(starts[row], ends[row]))
}

/** The values of a column that are there, by row. */
export function* valuesOf(column: ByteColumn): Generator<[row: number, value: string]> {
  for (let row = 0; row < column.starts.length; row++) {
    const text = textAt(column, row)
    if (text !== undefined) yield [row, text]
  }
}

/** The most digits that a number of 32 bits holds for certain. */
const SHORT = 9

/** A number of a column: `NaN` where the row has none. */
export function numberAt(column: ByteColumn, row: number): number {
  const { bytes, starts, ends } = column
  const start = starts[row]
  const digits = ends[row] - start
  if (start < 0) return NaN
  // Whole numbers, which most are, are read digit by digit: a text for each of them would cost more.
  let whole = 0
  for (let at = start; at < ends[row]; at++) {
    const digit = bytes[at] - 48
    if (digit < 0 || digit > 9 || digits > SHORT) return Number(textAt(column, row))
    whole = 10 * whole + digit
  }
  return whole
}
