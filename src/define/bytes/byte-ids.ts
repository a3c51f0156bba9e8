import type { ByteColumn } from '../../model/org-columns.js'
import { ByteTexts } from './byte-texts.js'
import { NONE } from '../../engine/columns.js'

/** How far from its slot an id may be in the table. Only ids made to collide get further. */
const FARTHEST = 256

/**
 * Ids in a hash table over their bytes: a million ids are added in a fifth of a second, where a `Map` of strings takes
 * half a second, and a manager is looked up by its bytes in the input. Strings are made when an id is first read.
 */
export class ByteIds<Id extends string = string> {
  readonly #texts: ByteTexts
  /** Two numbers per slot: the hash of an id, and its handle + 1, or 0 for a free slot. */
  readonly #table: Int32Array
  readonly #mask: number

  private constructor(texts: ByteTexts, table: Int32Array) {
    this.#texts = texts
    this.#table = table
    this.#mask = table.length / 2 - 1
  }

  /**
   * The ids of a column; `undefined` where two are equal, a row has none, the bytes are not UTF-8, or so many ids
   * share a hash that they must have been made to collide. O(bytes).
   */
  static of<Id extends string>(column: ByteColumn): ByteIds<Id> | undefined {
    const texts = ByteTexts.copyOf(column)
    if (texts === undefined || column.starts.some((start) => start < 0)) return undefined
    const { count, starts, bytes } = texts
    let places = 16
    while (places < 2 * count) places *= 2
    const table = new Int32Array(2 * places)
    const mask = places - 1
    for (let handle = 0; handle < count; handle++) {
      const begin = starts[handle]
      const end = starts[handle + 1]
      const hash = hashOf(bytes, begin, end)
      let place = hash & mask
      let steps = 0
      for (; table[2 * place + 1] !== 0; place = (place + 1) & mask) {
        if (++steps > FARTHEST) return undefined
        if (table[2 * place] !== hash) continue
        const other = table[2 * place + 1] - 1
        if (areSame(bytes, starts[other], starts[other + 1], bytes, begin, end)) return undefined
      }
      table[2 * place] = hash
      table[2 * place + 1] = handle + 1
    }
    return new ByteIds<Id>(texts, table)
  }

  /** All ids by handle. */
  get ids(): readonly Id[] {
    // Every row has one: `of` has checked it.
    return this.#texts.all as readonly Id[]
  }

  /** The handle of an id. */
  get(id: string): number | undefined {
    const received: unknown = id
    if (typeof received !== 'string') return undefined
    let hash = FIRST_HASH
    for (let at = 0; at < id.length; at++) {
      const code = id.charCodeAt(at)
      if (code >= 0x80) return this.#getEncoded(id)
      hash = Math.imul(hash ^ code, FACTOR)
    }
    hash = mixed(hash)
    const { bytes, starts } = this.#texts
    const table = this.#table
    for (let place = hash & this.#mask; table[2 * place + 1] !== 0; place = (place + 1) & this.#mask) {
      if (table[2 * place] !== hash) continue
      const handle = table[2 * place + 1] - 1
      const begin = starts[handle]
      if (starts[handle + 1] - begin !== id.length) continue
      let at = 0
      while (at < id.length && bytes[begin + at] === id.charCodeAt(at)) at++
      if (at === id.length) return handle
    }
    return undefined
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }

  #getEncoded(id: string): number | undefined {
    const bytes = new TextEncoder().encode(id)
    const handle = this.#find(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length))
    // An unpaired surrogate is encoded as another character, so the strings are compared as well.
    return handle !== NONE && this.ids[handle] === id ? handle : undefined
  }

  /**
   * The handles of the ids in a column, {@link NONE} where a row has none; `undefined` where an id is unknown.
   * O(bytes).
   */
  handlesOf({ bytes, starts, ends }: ByteColumn): Int32Array | undefined {
    const count = starts.length
    const table = this.#table
    const mask = this.#mask
    // Three passes with one memory access each, so that the accesses of several rows overlap.
    const hashes = new Int32Array(count)
    for (let row = 0; row < count; row++) {
      if (starts[row] >= 0) hashes[row] = hashOf(bytes, starts[row], ends[row])
    }
    const handles = new Int32Array(count).fill(NONE)
    for (let row = 0; row < count; row++) {
      if (starts[row] < 0) continue
      const hash = hashes[row]
      let place = hash & mask
      while (table[2 * place] !== hash && table[2 * place + 1] !== 0) place = (place + 1) & mask
      handles[row] = table[2 * place + 1] - 1
    }
    const own = this.#texts
    for (let row = 0; row < count; row++) {
      if (starts[row] < 0) continue
      const handle = handles[row]
      if (handle === NONE) return undefined
      const begin = own.starts[handle]
      if (areSame(own.bytes, begin, own.starts[handle + 1], bytes, starts[row], ends[row])) continue
      // Another id with the same hash comes before it.
      handles[row] = this.#find(bytes, starts[row], ends[row], hashes[row])
      if (handles[row] === NONE) return undefined
    }
    return handles
  }

  #find(bytes: Uint8Array, begin: number, end: number, hash: number): number {
    const own = this.#texts
    const table = this.#table
    for (let place = hash & this.#mask; table[2 * place + 1] !== 0; place = (place + 1) & this.#mask) {
      if (table[2 * place] !== hash) continue
      const handle = table[2 * place + 1] - 1
      if (areSame(own.bytes, own.starts[handle], own.starts[handle + 1], bytes, begin, end)) return handle
    }
    return NONE
  }
}

// FNV-1a. Its low bits depend on few of the first bytes, so the bits are mixed at the end.
const FIRST_HASH = 0x811c9dc5 | 0
const FACTOR = 0x01000193

function hashOf(bytes: Uint8Array, begin: number, end: number): number {
  let hash = FIRST_HASH
  for (let at = begin; at < end; at++) hash = Math.imul(hash ^ bytes[at], FACTOR)
  return mixed(hash)
}

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return half ^ (half >>> 13)
}

function areSame(
  one: Uint8Array,
  oneBegin: number,
  oneEnd: number,
  other: Uint8Array,
  otherBegin: number,
  otherEnd: number,
): boolean {
  const length = oneEnd - oneBegin
  if (length !== otherEnd - otherBegin) return false
  for (let at = 0; at < length; at++) if (one[oneBegin + at] !== other[otherBegin + at]) return false
  return true
}
