/** Whether a range has nothing but white space, as `trim` removes it. */
export function isBlankAt(bytes: Uint8Array, begin: number, end: number): boolean {
  let at = begin
  while (at < end) {
    const length = spaceAt(bytes, at)
    if (length === 0) return false
    at += length
  }
  return true
}

/** A range without the white space at both ends. */
export function trimmedRange(
  bytes: Uint8Array,
  begin: number,
  end: number,
): readonly [begin: number, end: number] {
  let first = begin
  while (first < end) {
    const length = spaceAt(bytes, first)
    if (length === 0) break
    first += length
  }
  let past = end
  while (past > first) {
    const before = characterBefore(bytes, past)
    if (spaceAt(bytes, before) === 0) break
    past = before
  }
  return [first, past]
}

/** The length in bytes of the white space character at an offset; 0 for any other character. */
export function spaceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]
  if (first < 0x80) return first === 0x20 || (first >= 0x09 && first <= 0x0d) ? 1 : 0
  const second = bytes[at + 1]
  if (first === 0xc2) return second === 0xa0 ? 2 : 0
  const third = bytes[at + 2]
  if (first === 0xe1) return second === 0x9a && third === 0x80 ? 3 : 0
  if (first === 0xe2) {
    if (second === 0x80) return third <= 0x8a || (third >= 0xa8 && third <= 0xa9) || third === 0xaf ? 3 : 0
    return second === 0x81 && third === 0x9f ? 3 : 0
  }
  if (first === 0xe3) return second === 0x80 && third === 0x80 ? 3 : 0
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0
}

/** Where the character begins that ends at an offset. */
function characterBefore(bytes: Uint8Array, end: number): number {
  let at = end - 1
  while ((bytes[at] & 0xc0) === 0x80) at--
  return at
}
