import type { ByteColumn } from '../../model/org-columns.js'
import { decodeUtf8 } from './utf8.js'

/** Texts are decoded in pieces of about this many bytes: a substring keeps the whole string alive. */
const PIECE = 1 << 16
/** How many texts are remembered during decoding; a power of two. */
const SEEN = 256

/**
 * A column whose texts may be written with escapes, such as `""` in a table and `\n` in JSON: the end of such a text is
 * stored as `~end`.
 */
export interface ByteCells extends ByteColumn {
  /**
   * Writes the text of a range with escapes to `target` from `at` on, and returns where it ends: the text is never longer
   * than the range. Absent if no range has escapes.
   */
  readonly unescape?: Unescape | undefined
}

/** See {@link ByteCells}. */
type Unescape = (bytes: Uint8Array, begin: number, end: number, target: Uint8Array, at: number) => number

/**
 * A column of texts in its own copy of the bytes, decoded when a text is first read. A missing text has no bytes and is
 * `undefined`.
 */
export class ByteTexts {
  readonly count: number
  readonly bytes: Uint8Array
  /** The start of each text in `bytes`, followed by the end of the last one. */
  readonly starts: Int32Array
  /** 1 for a row without a text; absent if all rows have one. */
  readonly #missing: Uint8Array | undefined
  #texts: readonly (string | undefined)[] | undefined

  private constructor(bytes: Uint8Array, starts: Int32Array, missing: Uint8Array | undefined) {
    this.count = starts.length - 1
    this.bytes = bytes
    this.starts = starts
    this.#missing = missing
  }

  /**
   * The texts between `starts`, which has one number more than there are texts; `missing` is 1 for a row without one. Nothing is
   * copied.
   */
  static over(bytes: Uint8Array, starts: Int32Array, missing?: Uint8Array): ByteTexts {
    return new ByteTexts(bytes, starts, missing)
  }

  /** Copies the texts of the column without their escapes, and nothing else of the input. O(bytes). */
  static copyOf({ bytes, starts, ends, unescape }: ByteCells): ByteTexts {
    const count = starts.length
    let total = 0
    for (let row = 0; row < count; row++) {
      if (starts[row] >= 0) total += (ends[row] < 0 ? ~ends[row] : ends[row]) - starts[row]
    }
    const own = new Int32Array(count + 1)
    const copy = new Uint8Array(total)
    let missing: Uint8Array | undefined
    let to = 0
    for (let row = 0; row < count; row++) {
      const begin = starts[row]
      const end = ends[row]
      if (begin < 0) (missing ??= new Uint8Array(count))[row] = 1
      else if (end < 0 && unescape !== undefined) to = unescape(bytes, begin, ~end, copy, to)
      else for (let at = begin; at < end; at++) copy[to++] = bytes[at]
      own[row + 1] = to
    }
    return new ByteTexts(copy, own, missing)
  }

  /** The same column without escapes: itself, or a copy. */
  static plain(column: ByteCells): ByteColumn {
    if (column.unescape === undefined || !column.ends.some((end, row) => end < 0 && column.starts[row] >= 0))
      return column
    const { bytes, starts: own } = ByteTexts.copyOf(column)
    const starts = column.starts.map((start, row) => (start < 0 ? start : own[row]))
    return { bytes, starts, ends: own.subarray(1) }
  }

  /** One text, without decoding the others. */
  text(row: number): string | undefined {
    if (this.#texts !== undefined) return this.#texts[row]
    return this.#missing?.[row] === 1 ? undefined : textAt(this.bytes, this.starts[row], this.starts[row + 1])
  }

  /** All texts, decoded once. */
  get all(): readonly (string | undefined)[] {
    return (this.#texts ??= this.#decoded())
  }

  #decoded(): readonly (string | undefined)[] {
    const { count, starts, bytes } = this
    const texts = new Array<string | undefined>(count)
    const seen = new Array<string>(SEEN).fill('')
    for (let first = 0; first < count;) {
      let end = first + 1
      while (end < count && starts[end + 1] - starts[first] <= PIECE) end++
      const piece = bytes.subarray(starts[first], starts[end])
      const text = decodeUtf8(piece)
      const isAscii = text.length === piece.length
      let at = 0
      for (let row = first; row < end; row++) {
        const length = starts[row + 1] - starts[row]
        const to = at + (isAscii ? length : unitsIn(bytes, starts[row], starts[row + 1]))
        if (this.#missing?.[row] !== 1) {
          // Titles repeat; one string for equal titles saves most of their memory.
          const slot = (31 * text.charCodeAt(to - 1) + to - at) & (SEEN - 1)
          const before = seen[slot]
          const isSame = before.length === to - at && text.startsWith(before, at)
          texts[row] = isSame ? before : (seen[slot] = text.slice(at, to))
        }
        at = to
      }
      first = end
    }
    return texts
  }
}

/** One text of UTF-8 bytes. */
export function textAt(bytes: Uint8Array, begin: number, end: number): string {
  return decodeUtf8(bytes.subarray(begin, end))
}

/** The number of UTF-16 units that bytes decode to. */
export function unitsIn(bytes: Uint8Array, from: number, to: number): number {
  let units = 0
  for (let at = from; at < to; at++) {
    if ((bytes[at] & 0xc0) !== 0x80) units++
    if (bytes[at] >= 0xf0) units++
  }
  return units
}
