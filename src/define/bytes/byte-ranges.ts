import { hashWith, mixedHash } from '../../kernel/fnv-hash.js'

/** A hash of a range; the seed is the hash of what comes before it. */
export function hashOf(bytes: Uint8Array, begin: number, end: number, seed: number): number {
  let hash = seed
  for (let at = begin; at < end; at++) hash = hashWith(hash, bytes[at])
  return mixedHash(hash)
}

/** Whether two ranges have the same bytes. */
export function sameBytes(
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

/** Pieces of bytes, one after the other. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
