import { type ByteColumn, ByteTexts, longer } from '../internal.js'
import { ESCAPE_CODE, isBlank, NO_VALUE_CODE, PRINTED, SEPARATOR_CODE } from './joined-text.js'

/** How much more is reserved than all pieces need if they are like the first: bytes differ more than numbers of rows. */
export const MORE_BYTES = 1.1
const MORE_ROWS = 1.01

/** A column of texts that comes piece by piece, in bytes of its own. */
export class TextColumn {
  #bytes = new Uint8Array(0)
  /** The start of each text, followed by the end of the last one. */
  #starts = new Int32Array(1)
  /** 1 for a row without a text; absent while all rows have one. */
  #missing: Uint8Array | undefined
  #count = 0
  #isEmpty = true

  get count(): number {
    return this.#count
  }

  /**
   * Adds the joined values of rows. Returns `false` where some text has escapes, or where there are not as many values as rows: the column is
   * then of no use.
   *
   * @param pieces How many pieces there are, about.
   */
  addJoined(joined: Uint8Array, rows: number, pieces: number): boolean {
    if (this.#isEmpty && isBlank(joined, rows)) {
      this.#count += rows
      return true
    }
    this.#reserve(joined.length, rows, pieces)
    const own = this.#bytes
    const starts = this.#starts
    const past = this.#count + rows
    let to = starts[this.#count]
    for (let at = 0, row = this.#count; row < past; at++) {
      // One loop that splits and copies: a second one would read all bytes again.
      while (at < joined.length && joined[at] >= PRINTED) own[to++] = joined[at++]
      const code = at < joined.length ? joined[at] : SEPARATOR_CODE
      if (code === ESCAPE_CODE) return false
      if (code !== SEPARATOR_CODE) {
        own[to++] = code
        continue
      }
      const start = starts[row]
      if (to === start + 1 && own[start] === NO_VALUE_CODE) {
        ;(this.#missing ??= new Uint8Array(starts.length))[row] = 1
        to = start
      }
      starts[++row] = to
      if (at >= joined.length) {
        this.#count = row
        return row === past
      }
    }
    return false
  }

  /** Adds texts that have been found already; a missing one begins at -1. */
  addRanges({ bytes, starts, ends }: ByteColumn, pieces: number): void {
    let length = 0
    for (let row = 0; row < starts.length; row++) if (starts[row] >= 0) length += ends[row] - starts[row]
    this.#reserve(length, starts.length, pieces)
    let to = this.#starts[this.#count]
    for (let row = 0; row < starts.length; row++) {
      if (starts[row] < 0) (this.#missing ??= new Uint8Array(this.#starts.length))[this.#count] = 1
      else for (let at = starts[row]; at < ends[row]; at++) this.#bytes[to++] = bytes[at]
      this.#starts[++this.#count] = to
    }
  }

  /** The texts, decoded when they are read; `undefined` where no row has one. */
  get texts(): ByteTexts | undefined {
    if (this.#isEmpty) return undefined
    return ByteTexts.over(this.#bytes, this.#starts.subarray(0, this.#count + 1), this.#missing)
  }

  /** The same as ranges of bytes. */
  get ranges(): ByteColumn | undefined {
    if (this.#isEmpty) return undefined
    const starts = this.#starts.slice(0, this.#count)
    this.#missing?.subarray(0, this.#count).forEach((isMissing, row) => {
      if (isMissing === 1) starts[row] = -1
    })
    return { bytes: this.#bytes, starts, ends: this.#starts.subarray(1, this.#count + 1) }
  }

  #reserve(length: number, rows: number, pieces: number): void {
    const past = (this.#isEmpty ? 0 : this.#starts[this.#count]) + length
    const all = this.#count + rows + 1
    if (past > this.#bytes.length) {
      this.#bytes = longer(this.#bytes, roomFor(past, length, pieces, MORE_BYTES))
    }
    if (all > this.#starts.length) {
      this.#starts = longer(this.#starts, roomFor(all, rows + 1, pieces, MORE_ROWS))
      if (this.#missing !== undefined) this.#missing = longer(this.#missing, this.#starts.length)
    }
    if (this.#isEmpty && this.#count > 0)
      this.#missing = new Uint8Array(this.#starts.length).fill(1, 0, this.#count)
    this.#isEmpty = false
  }
}

/** How much room to make: for all pieces at the first, and for half as much again where that was too little. */
export function roomFor(least: number, first: number, pieces: number, margin: number): number {
  return least === first ? Math.ceil(first * (pieces > 1 ? pieces * margin : 1)) : Math.ceil(1.5 * least)
}
