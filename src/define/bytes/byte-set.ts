import { NONE } from '../../engine/columns.js'
import type { ByteColumn } from '../../model/org-columns.js'
import { ByteTexts, textAt } from './byte-texts.js'
import { FIRST_HASH, hashWith, mixedHash } from '../../kernel/fnv-hash.js'
import { longer } from '../../kernel/longer.js'
import { hashOf, sameBytes } from './byte-ranges.js'
import { LateList } from './late-list.js'
import { encodeUtf8 } from './utf8.js'

/** How far from its slot a text may be in the table. Only texts made to collide get further. */
const FARTHEST = 256
/** How many texts are hashed before they are added. */
const BLOCK = 512
/** How many seeds the table may be hashed with. */
const MOST_SEEDS = 4

/**
 * Distinct texts in a hash table over their bytes, numbered as they are added. Adding a million ids takes a fifth of a
 * second, half a second in a `Map` of strings, and a manager is looked up by its bytes in the input. Strings are made when
 * they are first read.
 */
export class ByteSet<Text extends string = string> {
  /** The texts, one after the other. */
  #bytes: Uint8Array
  /** The start of each text in the bytes, followed by the end of the last one. */
  #starts: Int32Array
  #count = 0
  /** Per slot, the number of a text + 1 in the bits of the mask, and bits of its hash above them; 0 for a free slot. */
  #table: Int32Array
  #mask: number
  #seed = FIRST_HASH
  #seeds = 1
  /** The hashes of a block. */
  readonly #hashes = new Int32Array(BLOCK)
  /** The slots for a block, read before it is added: reading them ahead makes the memory accesses overlap. */
  readonly #ahead = new Int32Array(BLOCK)
  #all: readonly Text[] | undefined
  #isSettled = false

  /** Makes a set with room for `count` texts; it grows. */
  constructor(count = 16, bytes = 256) {
    let slots = 16
    while (slots <= 2 * count) slots *= 2
    this.#table = new Int32Array(slots)
    this.#mask = slots - 1
    this.#starts = new Int32Array(count + 1)
    this.#bytes = new Uint8Array(bytes)
  }

  get count(): number {
    return this.#count
  }

  /** All texts by number, decoded once: add nothing afterwards. */
  get all(): readonly Text[] {
    if (this.#all === undefined) {
      this.#all = ByteTexts.over(this.#bytes, this.#starts.subarray(0, this.#count + 1))
        .all as readonly Text[]
      if (this.#isSettled) this.#dropBytes()
    }
    return this.#all
  }

  /** Call it once nothing more is added and only strings are looked up: decoded strings then replace the bytes. */
  settle(): void {
    this.#isSettled = true
    if (this.#all !== undefined) this.#dropBytes()
  }

  #dropBytes(): void {
    this.#bytes = new Uint8Array(0)
    this.#starts = new Int32Array(0)
  }

  /** One text, without decoding the others. */
  text(number: number): Text {
    const text = this.#all?.[number] ?? textAt(this.#bytes, this.#starts[number], this.#starts[number + 1])
    return text as Text
  }

  /** Where a text is in the bytes of the set. */
  rangeOf(number: number): { readonly bytes: Uint8Array; readonly begin: number; readonly end: number } {
    return { bytes: this.#bytes, begin: this.#starts[number], end: this.#starts[number + 1] }
  }

  /** The texts in order, each decoded when it is reached. */
  *texts(): Generator<Text> {
    for (let number = 0; number < this.#count; number++) yield this.text(number)
  }

  /** Adds the texts of a column; returns their numbers, {@link NONE} for a row without one. O(bytes). */
  addAll(column: ByteColumn): Int32Array {
    const numbers = new Int32Array(column.starts.length)
    this.addSome(column, numbers, 0, numbers.length)
    return numbers
  }

  /** The same for some rows. */
  addSome(column: ByteColumn, numbers: Int32Array, from: number, to: number): void {
    const { bytes, starts, ends } = column
    const hashes = this.#hashes
    for (let first = from; first < to; first += BLOCK) {
      const past = Math.min(to, first + BLOCK)
      const seed = this.#seed
      this.#readAhead(column, first, past)
      for (let row = first; row < past; row++) {
        const begin = starts[row]
        if (begin < 0) numbers[row] = NONE
        else if (this.#seed === seed) numbers[row] = this.#put(bytes, begin, ends[row], hashes[row - first])
        else numbers[row] = this.add(bytes, begin, ends[row])
      }
    }
  }

  /**
   * Hashes the texts of a block, then reads their slots. These are two loops, since a processor has only so many
   * instructions in flight: in one loop, the slots of few rows would be on their way at a time.
   */
  #readAhead({ bytes, starts, ends }: ByteColumn, first: number, past: number): void {
    const hashes = this.#hashes
    const ahead = this.#ahead
    const table = this.#table
    const mask = this.#mask
    const seed = this.#seed
    for (let row = first; row < past; row++) {
      hashes[row - first] = starts[row] < 0 ? 0 : hashOf(bytes, starts[row], ends[row], seed)
    }
    for (let at = 0; at < past - first; at++) ahead[at] = table[hashes[at] & mask]
  }

  /** Adds a text unless the set has it; returns its number. */
  add(bytes: Uint8Array, begin: number, end: number): number {
    return this.#put(bytes, begin, end, hashOf(bytes, begin, end, this.#seed))
  }

  addText(text: string): number {
    const bytes = encodeUtf8(text)
    return this.add(bytes, 0, bytes.length)
  }

  #put(bytes: Uint8Array, begin: number, end: number, hash: number): number {
    const table = this.#table
    const mask = this.#mask
    let slot = hash & mask
    let steps = 0
    for (let entry = table[slot]; entry !== 0; entry = table[slot]) {
      // Above the mask, both have bits of a hash.
      if (((entry ^ hash) & ~mask) === 0) {
        const other = (entry & mask) - 1
        if (sameBytes(this.#bytes, this.#starts[other], this.#starts[other + 1], bytes, begin, end))
          return other
      }
      slot = (slot + 1) & mask
      steps++
    }
    const number = this.#count++
    table[slot] = (hash & ~mask) | (number + 1)
    this.#append(number, bytes, begin, end)
    if (2 * this.#count > mask) this.#rehash(2 * (mask + 1), this.#seed)
    else if (steps > FARTHEST && this.#seeds < MOST_SEEDS) {
      this.#seeds++
      this.#rehash(mask + 1, Math.floor(Math.random() * 0x1_0000_0000) | 0)
    }
    return number
  }

  #append(number: number, bytes: Uint8Array, begin: number, end: number): void {
    let to = this.#starts[number]
    const past = to + end - begin
    if (past > this.#bytes.length) {
      this.#bytes = longer(this.#bytes, Math.max(past, 2 * this.#bytes.length))
    }
    if (number + 1 === this.#starts.length) {
      this.#starts = longer(this.#starts, 2 * this.#starts.length)
    }
    const own = this.#bytes
    for (let at = begin; at < end; at++) own[to++] = bytes[at]
    this.#starts[number + 1] = to
  }

  #rehash(slots: number, seed: number): void {
    const table = new Int32Array(slots)
    const mask = slots - 1
    for (let number = 0; number < this.#count; number++) {
      const hash = hashOf(this.#bytes, this.#starts[number], this.#starts[number + 1], seed)
      let slot = hash & mask
      while (table[slot] !== 0) slot = (slot + 1) & mask
      table[slot] = (hash & ~mask) | (number + 1)
    }
    this.#table = table
    this.#mask = mask
    this.#seed = seed
  }

  /** The number of a text. */
  get(text: string): number | undefined {
    const received: unknown = text
    if (typeof received !== 'string') return undefined
    let hash = this.#seed
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code >= 0x80) return this.#getEncoded(text)
      hash = hashWith(hash, code)
    }
    hash = mixedHash(hash)
    const table = this.#table
    const mask = this.#mask
    const starts = this.#starts
    const bytes = this.#bytes
    for (let slot = hash & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
      if (((table[slot] ^ hash) & ~mask) !== 0) continue
      const number = (table[slot] & mask) - 1
      if (starts.length === 0) {
        if (this.#all?.[number] === text) return number
        continue
      }
      const begin = starts[number]
      if (starts[number + 1] - begin !== text.length) continue
      let at = 0
      while (at < text.length && bytes[begin + at] === text.charCodeAt(at)) at++
      if (at === text.length) return number
    }
    return undefined
  }

  has(text: string): boolean {
    return this.get(text) !== undefined
  }

  #getEncoded(text: string): number | undefined {
    const bytes = encodeUtf8(text)
    const number = this.find(bytes, 0, bytes.length)
    return number === NONE ? undefined : number
  }

  /**
   * The numbers of the texts in a column: {@link NONE} for a row without a text, `unknown` for a text that the set does not
   * have. O(bytes).
   */
  findAll(column: ByteColumn, unknown: number): Int32Array {
    const numbers = new Int32Array(column.starts.length).fill(NONE)
    for (let first = 0; first < numbers.length; first += BLOCK) {
      this.#findBlock(column, unknown, numbers, first, Math.min(numbers.length, first + BLOCK))
    }
    return numbers
  }

  /** In passes with one access to distant memory each, so that the accesses of several rows overlap. */
  #findBlock(column: ByteColumn, unknown: number, numbers: Int32Array, first: number, past: number): void {
    const { bytes, starts, ends } = column
    const table = this.#table
    const mask = this.#mask
    const ownStarts = this.#starts
    const own = this.#bytes
    const hashes = this.#hashes
    const ahead = this.#ahead
    this.#readAhead(column, first, past)
    for (let row = first; row < past; row++) {
      if (starts[row] < 0) continue
      const hash = hashes[row - first]
      let slot = hash & mask
      let entry = table[slot]
      while (entry !== 0 && ((entry ^ hash) & ~mask) !== 0) entry = table[(slot = (slot + 1) & mask)]
      numbers[row] = (entry & mask) - 1
    }
    if (ownStarts.length > 0) {
      for (let row = first; row < past; row++) ahead[row - first] = ownStarts[Math.max(numbers[row], 0)]
      for (let at = 0; at < past - first; at++) ahead[at] = own[ahead[at]]
    }
    for (let row = first; row < past; row++) {
      if (starts[row] < 0) continue
      const number = numbers[row]
      if (number !== NONE && this.#isText(number, bytes, starts[row], ends[row])) continue
      // The set does not have the text, or another text with the same hash comes before it.
      const found = number === NONE ? NONE : this.#find(bytes, starts[row], ends[row], hashes[row - first])
      numbers[row] = found === NONE ? unknown : found
    }
  }

  #isText(number: number, bytes: Uint8Array, begin: number, end: number): boolean {
    return this.#starts.length === 0
      ? this.#all?.[number] === textAt(bytes, begin, end)
      : sameBytes(this.#bytes, this.#starts[number], this.#starts[number + 1], bytes, begin, end)
  }

  /** The number of a text, {@link NONE} if the set does not have it. */
  find(bytes: Uint8Array, begin: number, end: number): number {
    return this.#find(bytes, begin, end, hashOf(bytes, begin, end, this.#seed))
  }

  #find(bytes: Uint8Array, begin: number, end: number, hash: number): number {
    const table = this.#table
    const mask = this.#mask
    for (let slot = hash & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
      if (((table[slot] ^ hash) & ~mask) !== 0) continue
      const number = (table[slot] & mask) - 1
      if (this.#isText(number, bytes, begin, end)) return number
    }
    return NONE
  }
}

/** The texts of a set by number, made when they are read. */
export function textsOf<Text extends string>(set: ByteSet<Text>): LateList<Text> {
  return new LateList(
    set.count,
    (number) => set.text(number),
    () => set.all,
  )
}
