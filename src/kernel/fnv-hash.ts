/** What a hash by FNV-1a begins with. */
export const FIRST_HASH = 0x811c9dc5 | 0
const FACTOR = 0x01000193

/** The hash with one more byte, or unit of a text. */
export function hashWith(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FACTOR)
}

/** The hash at the end: its low bits depend on few of the first units, so the bits are mixed. */
export function mixedHash(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return half ^ (half >>> 13)
}
