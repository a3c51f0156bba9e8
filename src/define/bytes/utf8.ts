import type { ByteColumn } from '../../model/org-columns.js'

/**
 * Where UTF-8 is first invalid in a range, or -1: the byte that breaks a character, or the end of the range if it cuts
 * one. O(bytes); ASCII is checked eight bytes at a time.
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
    // The second byte shows overlong forms, surrogates and codes beyond Unicode.
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

/** Whether each text is valid UTF-8 on its own: a character split between two texts is not. O(bytes). */
export function isUtf8({ bytes, starts, ends }: ByteColumn): boolean {
  return starts.every((start, row) => start < 0 || invalidUtf8At(bytes, start, ends[row]) === -1)
}

// A string can have half a surrogate pair, which UTF-8 cannot represent: an encoder writes U+FFFD for it. Here it becomes
// the three bytes that its code would have (WTF-8), so that different ids stay different.
const LOST = '\uFFFD'
const HALF = /\p{Surrogate}/u
const HALF_OR_LOST = /[\p{Surrogate}\uFFFD]/gu
const LEAD_OF_HALF = 0xed
const LEAD_OF_LOST = 0xef

/** A string as bytes, with half a surrogate pair as {@link decodeUtf8} reads it. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  if (!HALF.test(text)) return bytes
  let at = 0
  for (const [unit] of text.matchAll(HALF_OR_LOST)) {
    at = lostAt(bytes, at)
    const code = unit.charCodeAt(0)
    if (unit !== LOST) bytes.set([LEAD_OF_HALF, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)], at)
    at += 3
  }
  return bytes
}

/** Where the next U+FFFD is, or -1. */
export function lostAt(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(LEAD_OF_LOST, from)
  while (at !== -1 && (bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd))
    at = bytes.indexOf(LEAD_OF_LOST, at + 1)
  return at
}

/** Bytes as a string. */
export function decodeUtf8(bytes: Uint8Array): string {
  const text = DECODER.decode(bytes)
  // This takes no time if all characters are in Latin-1.
  return text.includes(LOST) ? decodeHalves(bytes) : text
}

const DECODER = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true })

function decodeHalves(bytes: Uint8Array): string {
  let text = ''
  let from = 0
  for (let at = bytes.indexOf(LEAD_OF_HALF); at !== -1; at = bytes.indexOf(LEAD_OF_HALF, at + 1)) {
    // Whole characters begin with this byte too.
    if (bytes[at + 1] < 0xa0) continue
    text += DECODER.decode(bytes.subarray(from, at))
    text += String.fromCharCode(0xd000 | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f))
    from = at + 3
  }
  return text + DECODER.decode(bytes.subarray(from))
}
