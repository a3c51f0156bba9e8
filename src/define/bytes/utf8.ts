/**
 * Where UTF-8 is first invalid in a range, or -1: the byte that breaks a character, or the end of the range where it cuts
 * one. O(bytes), a word of four bytes at a time where they are ASCII.
 */
export function invalidUtf8At(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to) {
    const lead = bytes[at]
    if (lead < 0x80) {
      at++
      // Nothing but ASCII in the next eight bytes, as nearly everywhere.
      while (
        at + 8 <= to &&
        (bytes[at] |
          bytes[at + 1] |
          bytes[at + 2] |
          bytes[at + 3] |
          bytes[at + 4] |
          bytes[at + 5] |
          bytes[at + 6] |
          bytes[at + 7]) <
          0x80
      )
        at += 8
      continue
    }
    const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    if (length === 0) return at
    const second = bytes[at + 1]
    // Overlong forms, surrogates and what is beyond Unicode are told by the second byte.
    const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    for (let next = 1; next < length; next++) {
      if (at + next >= to) return to
      const byte = next === 1 ? second : bytes[at + next]
      if (next === 1 ? byte < least || byte > most : (byte & 0xc0) !== 0x80) return at + next
    }
    at += length
  }
  return -1
}
