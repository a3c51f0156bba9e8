import type { ByteColumn } from '../../internal.js'

/** The cells of a table as ranges of the bytes of its text. */
export class TableBytes {
  readonly #bytes: Uint8Array
  readonly #columns: readonly CellRanges[]

  /** @param places Those of a `CsvTable`: offsets in the text, in ascending order. */
  constructor(text: string, places: Int32Array, width: number, height: number, firstRow: number) {
    this.#bytes = new TextEncoder().encode(text)
    // Any other text has more bytes than UTF-16 units.
    const isAscii = this.#bytes.length === text.length
    const inBytes = isAscii ? places : placesInBytes(text, places, 2 * width * height)
    const columns = Array.from({ length: width }, () => new CellRanges(height - firstRow))
    // Row by row, in the order of the bytes: column by column, every cell would be a cache miss.
    let at = 2 * width * firstRow
    for (let row = 0; row < height - firstRow; row++) {
      for (let column = 0; column < width; column++, at += 2) {
        columns[column].take(this.#bytes, row, inBytes[at], inBytes[at + 1])
      }
    }
    this.#columns = columns
  }

  /**
   * The cells of a column, without blank ones; `undefined` if a cell needs more than a look at its first character:
   * it has doubled quotes, or begins with a space and may be blank. With `isExact` a cell of spaces is a value.
   */
  column(column: number, isExact = false): ByteColumn | undefined {
    const { starts, ends, hasDoubledQuotes, hasSpaces } = this.#columns[column]
    return hasDoubledQuotes || (hasSpaces && !isExact) ? undefined : { bytes: this.#bytes, starts, ends }
  }
}

class CellRanges {
  readonly starts: Int32Array
  readonly ends: Int32Array
  hasDoubledQuotes = false
  hasSpaces = false

  constructor(count: number) {
    this.starts = new Int32Array(count)
    this.ends = new Int32Array(count)
  }

  take(bytes: Uint8Array, row: number, begin: number, end: number): void {
    this.starts[row] = begin === end ? -1 : begin
    this.ends[row] = end
    if (begin < 0) this.hasDoubledQuotes = true
    else if (begin < end && isSpaceAt(bytes, begin)) this.hasSpaces = true
  }
}

/** Whether a space of Unicode may begin here, in UTF-8; some other characters count too. */
function isSpaceAt(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at]
  if (first < 0x80) return first <= 0x20
  const second = bytes[at + 1]
  if (first === 0xc2) return second <= 0xa0
  if (first === 0xe1) return second === 0x9a
  if (first === 0xe2) return second === 0x80 || second === 0x81
  if (first === 0xe3) return second === 0x80
  return first === 0xef && second === 0xbb
}

/** The first `count` places, which ascend, as offsets in the bytes of the text. */
function placesInBytes(text: string, places: Int32Array, count: number): Int32Array {
  const moved = new Int32Array(count)
  let at = 0
  let bytes = 0
  for (let index = 0; index < count; index++) {
    const isMarked = places[index] < 0
    const end = isMarked ? ~places[index] : places[index]
    for (; at < end; at++) {
      const code = text.charCodeAt(at)
      // A surrogate pair is two units, and four bytes.
      bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3
    }
    moved[index] = isMarked ? ~bytes : bytes
  }
  return moved
}
