import { decodeUtf8 } from '../../internal.js'

/** The most rows that are parsed at a time. */
const ROWS = 256
const NONE: readonly unknown[] = []

/** The data of rows as JSON, parsed when it is first read. */
export class RowData {
  readonly #bytes: Uint8Array
  readonly #ends: Int32Array
  #first = 0
  #count = 0
  #parsed = NONE

  /**
   * @param bytes An object and a comma for each row that has data.
   * @param ends Where the data of each row ends; a row without data has no bytes.
   */
  constructor(bytes: Uint8Array, ends: Int32Array) {
    this.#bytes = bytes
    this.#ends = ends
  }

  /** The frozen data of a row. If rows are read in sequence, more and more of them are parsed at a time. */
  at(row: number): unknown {
    const index = row - this.#first
    if (index >= 0 && index < this.#count) return this.#parsed[index]
    this.#count = index === this.#count ? Math.min(2 * this.#count + 1, ROWS, this.#ends.length - row) : 1
    this.#first = row
    this.#parsed = this.#parse(row, row + this.#count)
    return this.#parsed[0]
  }

  #parse(first: number, past: number): readonly unknown[] {
    const start = first === 0 ? 0 : this.#ends[first - 1]
    const end = this.#ends[past - 1]
    if (end === start) return NONE
    const objects = JSON.parse(`[${decodeUtf8(this.#bytes.subarray(start, end - 1))}]`) as readonly unknown[]
    freeze(objects)
    let object = 0
    return Array.from({ length: past - first }, (_, index) => {
      const row = first + index
      const hasNone = this.#ends[row] === (row === 0 ? 0 : this.#ends[row - 1])
      return hasNone ? undefined : objects[object++]
    })
  }
}

/** Freezes a parsed value and everything in it. */
function freeze(value: unknown): void {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    const parts: readonly unknown[] = Object.values(next)
    for (const part of parts) if (typeof part === 'object') open.push(part)
    Object.freeze(next)
  }
}
