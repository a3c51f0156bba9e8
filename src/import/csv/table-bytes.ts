import type { ByteColumn } from '../../index.js'

/** The cells of a table as ranges of bytes. */
export class TableBytes {
  readonly #bytes: Uint8Array
  readonly #places: Int32Array
  readonly #width: number
  readonly #height: number

  /** `places` are those of a {@link CsvTable}: positions in the text, from its beginning to its end. */
  constructor(text: string, places: Int32Array, width: number, height: number) {
    this.#bytes = new TextEncoder().encode(text)
    // Every other text takes more bytes than it has UTF-16 units.
    const isAscii = this.#bytes.length === text.length
    this.#places = isAscii ? places : inBytes(text, places, 2 * width * height)
    this.#width = width
    this.#height = height
  }

  /**
   * The cells of a column from a row on, blank ones as none; `undefined` where one takes more than a look at its
   * beginning: quotes are doubled in it, or it begins with a space and may be blank. Where blanks mean nothing, with
   * `isExact`, only empty cells are none.
   */
  column(column: number, firstRow: number, isExact = false): ByteColumn | undefined {
    const bytes = this.#bytes
    const places = this.#places
    const stride = 2 * this.#width
    const starts = new Int32Array(this.#height - firstRow).fill(-1)
    const ends = new Int32Array(starts.length).fill(-1)
    for (let row = 0, at = firstRow * stride + 2 * column; row < starts.length; row++, at += stride) {
      const begin = places[at]
      const end = places[at + 1]
      if (begin === end) continue
      if (begin < 0 || (!isExact && isSpaceAt(bytes, begin))) return undefined
      starts[row] = begin
      ends[row] = end
    }
    return { bytes, starts, ends }
  }
}

/** Whether a space begins here, of ASCII or, in UTF-8, of Unicode; some characters that are none count too. */
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

/** The first `count` places, which are in ascending order, as positions in the bytes of the text. */
function inBytes(text: string, places: Int32Array, count: number): Int32Array {
  const moved = new Int32Array(count)
  let at = 0
  let bytes = 0
  for (let index = 0; index < count; index++) {
    const isMarked = places[index] < 0
    const end = isMarked ? ~places[index] : places[index]
    for (; at < end; at++) {
      const code = text.charCodeAt(at)
      // A pair of halves is two units, and four bytes.
      bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3
    }
    moved[index] = isMarked ? ~bytes : bytes
  }
  return moved
}
