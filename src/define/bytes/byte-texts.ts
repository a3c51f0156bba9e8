import type { ByteColumn } from '../../model/org-columns.js'

/** Texts are decoded in pieces of about this many bytes: a substring keeps the whole string alive. */
const PIECE = 1 << 16
/** How many texts are remembered during decoding; a power of two. */
const SEEN = 256

/**
 * A column of texts in its own copy of the bytes, decoded when a text is first read. A missing text has no bytes and is
 * `undefined`.
 */
export class ByteTexts {
  readonly count: number
  readonly bytes: Uint8Array
  /** The start of each text in `bytes`, followed by the end of the last one. */
  readonly starts: Int32Array
  /** 1 where there is no text; absent where all rows have one. */
  readonly #missing: Uint8Array | undefined
  #texts: readonly (string | undefined)[] | undefined

  private constructor(bytes: Uint8Array, starts: Int32Array, missing: Uint8Array | undefined) {
    this.count = starts.length - 1
    this.bytes = bytes
    this.starts = starts
    this.#missing = missing
  }

  /** Copies the texts of the column, and nothing else of the input. `undefined` where they are not UTF-8. O(bytes). */
  static copyOf({ bytes, starts, ends }: ByteColumn): ByteTexts | undefined {
    const count = starts.length
    const own = new Int32Array(count + 1)
    let missing: Uint8Array | undefined
    let total = 0
    for (let row = 0; row < count; row++) {
      if (starts[row] >= 0) total += ends[row] - starts[row]
      else (missing ??= new Uint8Array(count))[row] = 1
      own[row + 1] = total
    }
    const copy = new Uint8Array(total)
    let seen = 0
    for (let row = 0; row < count; row++) {
      const begin = starts[row]
      if (begin < 0) continue
      // A text that begins within a character is only valid together with the one before it.
      if ((bytes[begin] & 0xc0) === 0x80 && begin < ends[row]) return undefined
      let to = own[row]
      for (let at = begin; at < ends[row]; at++) {
        const byte = bytes[at]
        seen |= byte
        copy[to++] = byte
      }
    }
    return seen < 0x80 || isUtf8(copy) ? new ByteTexts(copy, own, missing) : undefined
  }

  /** All texts, decoded once. */
  get all(): readonly (string | undefined)[] {
    return (this.#texts ??= this.#decoded())
  }

  #decoded(): readonly (string | undefined)[] {
    const { count, starts, bytes } = this
    const texts = new Array<string | undefined>(count)
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    const seen = new Array<string>(SEEN).fill('')
    for (let first = 0; first < count;) {
      let end = first + 1
      while (end < count && starts[end + 1] - starts[first] <= PIECE) end++
      const piece = bytes.subarray(starts[first], starts[end])
      const text = decoder.decode(piece)
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

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The number of UTF-16 units that bytes decode to. */
function unitsIn(bytes: Uint8Array, from: number, to: number): number {
  let units = 0
  for (let at = from; at < to; at++) {
    if ((bytes[at] & 0xc0) !== 0x80) units++
    if (bytes[at] >= 0xf0) units++
  }
  return units
}
