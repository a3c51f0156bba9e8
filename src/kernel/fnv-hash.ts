/** The initial value of an FNV-1a hash. */
export const FIRST_HASH = 0x811c9dc5 | 0
const FACTOR = 0x01000193

/** The hash after one more byte or UTF-16 unit. */
export function hashWith(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FACTOR)
}

/** The final hash of a whole text. */
export function wholeTextHash(text: string): number {
  let hash = FIRST_HASH
  for (let at = 0; at < text.length; at++) hash = hashWith(hash, text.charCodeAt(at))
  return mixedHash(hash)
}

/** The final hash. Its bits are mixed, since the low ones depend on few of the first units. */
export function mixedHash(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return half ^ (half >>> 13)
}
