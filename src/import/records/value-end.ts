// The bytes around the values of a JSON text.
export const QUOTE = 0x22
export const COMMA = 0x2c
export const COLON = 0x3a
export const OPEN_BRACKET = 0x5b
export const CLOSE_BRACKET = 0x5d
export const OPEN_BRACE = 0x7b
export const CLOSE_BRACE = 0x7d

const MINUS = 0x2d
const DOT = 0x2e
const ZERO = 0x30
const NINE = 0x39
const BACKSLASH = 0x5c
const LETTER_U = 0x75

const [TRUE, FALSE, NULL] = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word))
/** What may follow a backslash, besides `u` and four digits. */
const ESCAPED = new TextEncoder().encode('"\\/bfnrt')
/** A double holds every integer of this many digits. */
const MOST_DIGITS = 15

/** The offset after a string without escapes, a plain number or null; -1 for anything else. */
export function valueEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === QUOTE) {
    const end = textEnd(bytes, at + 1)
    return end === -1 ? -1 : end + 1
  }
  return isNull(bytes, at) ? wordEnd(bytes, at, NULL) : numberEnd(bytes, at)
}

/** Whether a value begins like null. */
export function isNull(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === NULL[0]
}

/** The offset after any string, a plain number, true, false or null; -1 for anything else, JSON or not. */
export function scalarEnd(bytes: Uint8Array, at: number): number {
  const first = bytes[at]
  if (first === QUOTE) return escapedTextEnd(bytes, at + 1)
  if (first === NULL[0]) return wordEnd(bytes, at, NULL)
  if (first === TRUE[0]) return wordEnd(bytes, at, TRUE)
  return first === FALSE[0] ? wordEnd(bytes, at, FALSE) : numberEnd(bytes, at)
}

/** The end of a string without escapes; -1 if it has one, or is not closed. */
export function textEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) return at
    if (byte === BACKSLASH || byte < 0x20) return -1
  }
  return -1
}

export function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++
  return at
}

/** The offset after a string whose escapes are all valid; -1 for any other. */
function escapedTextEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) return at + 1
    if (byte < 0x20) return -1
    if (byte !== BACKSLASH) continue
    at++
    if (bytes[at] === LETTER_U) {
      for (const end = at + 4; at < end; at++) if (!isHexDigit(bytes[at + 1])) return -1
    } else if (!ESCAPED.includes(bytes[at])) return -1
  }
  return -1
}

function wordEnd(bytes: Uint8Array, at: number, word: Uint8Array): number {
  for (let index = 1; index < word.length; index++) if (bytes[at + index] !== word[index]) return -1
  return at + word.length
}

/** The offset after a plain number; -1 if it has an exponent, or more digits than a double surely holds. */
function numberEnd(bytes: Uint8Array, at: number): number {
  const first = bytes[at] === MINUS ? at + 1 : at
  let end = digitsEnd(bytes, first)
  // JSON has no leading zeros.
  if (end === first || end - first > MOST_DIGITS || (bytes[first] === ZERO && end > first + 1)) return -1
  if (bytes[end] === DOT) {
    const decimals = end + 1
    end = digitsEnd(bytes, decimals)
    // More digits than a double needs are left to the general reader.
    const digits = end - first - (bytes[first] === ZERO ? 2 : 1)
    if (end === decimals || digits > MOST_DIGITS + 2) return -1
  }
  return end
}

function digitsEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] >= ZERO && bytes[at] <= NINE) at++
  return at
}

function isHexDigit(byte: number): boolean {
  const letter = byte | 0x20
  return (byte >= ZERO && byte <= NINE) || (letter >= 0x61 && letter <= 0x66)
}
