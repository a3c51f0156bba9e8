import type { ByteColumn } from '../../model/org-columns.js'
import { joinBytes } from './byte-ranges.js'

/** The texts of a column in UTF-8, one after the other, and where each ends; `-1` for a row without a text. */
export interface PackedTexts {
  readonly bytes: Uint8Array
  readonly ends: Int32Array
}

/** How many texts are encoded at once. */
const ROWS = 4096
const MOST_BYTES = 0x7fffffff

/** Packs the texts of `count` rows; `undefined` if one has half a surrogate pair, or if they are too long in all. */
export function packTexts(column: readonly (string | undefined)[], count: number): PackedTexts | undefined {
  const ends = new Int32Array(count).fill(-1)
  const pieces: Uint8Array[] = []
  const encoder = new TextEncoder()
  let total = 0
  for (let first = 0; first < count; first += ROWS) {
    const texts = column.slice(first, Math.min(first + ROWS, count))
    // An absent text adds nothing.
    const text = texts.join('')
    const bytes = encoder.encode(text)
    const isAscii = bytes.length === text.length
    if (!isAscii && /[\ud800-\udfff]/.test(text) && texts.some(isCut)) return undefined
    if (total + bytes.length > MOST_BYTES) return undefined
    let at = total
    for (let row = 0; row < texts.length; row++) {
      const one = texts[row]
      if (one === undefined) continue
      at += isAscii ? one.length : bytesOf(one)
      ends[first + row] = at
    }
    pieces.push(bytes)
    total += bytes.length
  }
  return { bytes: joinBytes(pieces), ends }
}

function isCut(text: string | undefined): boolean {
  return text !== undefined && /\p{Surrogate}/u.test(text)
}

/** The number of bytes of a text in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // Each half of a surrogate pair counts as two of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3
  }
  return bytes
}

/** The same as ranges of bytes; `undefined` if the ends are out of order or the last is not the end of the bytes. */
export function byteColumnOf({ bytes, ends }: PackedTexts): ByteColumn | undefined {
  const starts = new Int32Array(ends.length).fill(-1)
  let at = 0
  for (let row = 0; row < ends.length; row++) {
    if (ends[row] === -1) continue
    if (ends[row] < at) return undefined
    starts[row] = at
    at = ends[row]
  }
  return at === bytes.length ? { bytes, starts, ends } : undefined
}
