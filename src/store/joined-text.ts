import { type ByteColumn, decodeUtf8, encodeUtf8 } from '../internal.js'
import { NO_VALUE, SEPARATOR } from './stored-text.js'

/**
 * Columns that a database returns as one text each, with separators between the values: a server then sends, and a client then parses,
 * a few long values instead of one object per row.
 */

const SEPARATOR_CODE = SEPARATOR.charCodeAt(0)
const NO_VALUE_CODE = NO_VALUE.charCodeAt(0)

/** How the rows of joined columns are ordered. The database returns them in the order in which it finds them. */
export class JoinedOrder {
  readonly count: number
  /** The place of each row; absent where the rows are in order. */
  readonly #places: Int32Array | undefined

  constructor(count: number, positions: string | undefined) {
    this.count = count
    if (positions === undefined) return
    const keys = numbersOf(positions, new JoinedOrder(count, undefined))
    if (isAscending(keys)) return
    const order = new Int32Array(count)
    for (let row = 0; row < count; row++) order[row] = row
    // Nearly all are in order already, which this sort makes use of.
    order.sort((a, b) => keys[a] - keys[b])
    this.#places = new Int32Array(count)
    for (let place = 0; place < count; place++) this.#places[order[place]] = place
  }

  placeOf(row: number): number {
    return this.#places === undefined ? row : this.#places[row]
  }
}

function isAscending(keys: Float64Array): boolean {
  for (let row = 1; row < keys.length; row++) if (keys[row] < keys[row - 1]) return false
  return true
}

/** A column of texts in bytes. */
export function bytesOf(joined: string, order: JoinedOrder): ByteColumn {
  const bytes = encodeUtf8(joined)
  const starts = new Int32Array(order.count)
  const ends = new Int32Array(order.count)
  const length = bytes.length
  let row = 0
  let start = 0
  for (let at = 0; at <= length; at++) {
    if (at < length && bytes[at] !== SEPARATOR_CODE) continue
    const isMissing = at === start + 1 && bytes[start] === NO_VALUE_CODE
    const place = order.placeOf(row++)
    starts[place] = isMissing ? -1 : start
    ends[place] = isMissing ? -1 : at
    start = at + 1
  }
  return { bytes, starts, ends }
}

/** A text of a column; `undefined` where the row has none. */
export function textAt({ bytes, starts, ends }: ByteColumn, row: number): string | undefined {
  return starts[row] < 0 ? undefined : decodeUtf8(bytes.subarray(starts[row], ends[row]))
}

/** The values of a column that are there, by place. */
export function* valuesOf(
  joined: string | undefined,
  order: JoinedOrder,
): Generator<[place: number, value: string]> {
  if (joined === undefined) return
  for (const [row, text] of joined.split(SEPARATOR).entries())
    if (text !== NO_VALUE) yield [order.placeOf(row), text]
}

/** The most digits that a number of 32 bits holds for certain. */
const SHORT = 9

/** A column of numbers: `NaN` where a row has none. */
export function numbersOf(joined: string, order: JoinedOrder): Float64Array {
  const numbers = new Float64Array(order.count)
  const bytes = encodeUtf8(joined)
  const length = bytes.length
  let row = 0
  let start = 0
  // Whole numbers, which most are, are read digit by digit, in two halves of 32 bits: a text for each of them would cost more.
  let isWhole = true
  let high = 0
  let low = 0
  for (let at = 0; at <= length; at++) {
    const code = at < length ? bytes[at] : SEPARATOR_CODE
    if (code !== SEPARATOR_CODE) {
      if (code < 48 || code > 57) isWhole = false
      else if (at - start < SHORT) high = 10 * high + code - 48
      else if (at - start < SHORT + 6) low = 10 * low + code - 48
      continue
    }
    const digits = at - start
    const place = order.placeOf(row++)
    if (!isWhole || digits === 0 || digits > SHORT + 6)
      numbers[place] = numberIn(decodeUtf8(bytes.subarray(start, at)))
    else numbers[place] = digits <= SHORT ? high : high * POWERS[digits - SHORT] + low
    start = at + 1
    isWhole = true
    high = 0
    low = 0
  }
  return numbers
}

const POWERS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

function numberIn(text: string): number {
  return text === NO_VALUE ? NaN : Number(text)
}
