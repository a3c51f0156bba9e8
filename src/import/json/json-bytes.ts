// The bytes that JSON is made of.
export const QUOTE = 0x22
export const COMMA = 0x2c
export const COLON = 0x3a
export const OPEN_BRACKET = 0x5b
export const BACKSLASH = 0x5c
export const CLOSE_BRACKET = 0x5d
export const OPEN_BRACE = 0x7b
export const CLOSE_BRACE = 0x7d

const SPACE = 0x20
const PLUS = 0x2b
export const MINUS = 0x2d
const DOT = 0x2e
export const ZERO = 0x30
const NINE = 0x39
const LETTER_E = 0x65
const LETTER_U = 0x75

/** What may follow a backslash, besides `u` and four digits. */
const ESCAPED: ReadonlySet<number> = new Set(new TextEncoder().encode('"\\/bfnrt'))

/** The offset of the next byte that is not white space. */
export function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from
  // Most bytes are above all blanks.
  while (bytes[at] <= SPACE && isBlank(bytes[at])) at++
  return at
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09
}

/** The offset after `true`, `false` or `null`; -1 for anything else. */
export function wordEnd(bytes: Uint8Array, at: number): number {
  const first = bytes[at]
  const word = first === TRUE[0] ? TRUE : first === NULL[0] ? NULL : first === FALSE[0] ? FALSE : undefined
  if (word === undefined) return -1
  for (let index = 1; index < word.length; index++) if (bytes[at + index] !== word[index]) return -1
  return at + word.length
}

const [TRUE, FALSE, NULL] = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word))

/** 1 for each byte that may appear unescaped in a string. */
const PLAIN = /* @__PURE__ */ new Uint8Array(256).fill(1, SPACE)
PLAIN[QUOTE] = 0
PLAIN[BACKSLASH] = 0

/** The offset of the next byte that is not a plain part of a string: a quote, a backslash or a control character. */
export function plainEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (PLAIN[bytes[at]] === 1) at++
  return at
}

/** The offset after the longest number that begins here; -1 if there is none. */
export function numberEnd(bytes: Uint8Array, at: number): number {
  const first = bytes[at] === MINUS ? at + 1 : at
  // JSON has no leading zeros.
  let end = bytes[first] === ZERO ? first + 1 : digitsEnd(bytes, first)
  if (end === first) return -1
  if (bytes[end] === DOT) {
    const decimals = digitsEnd(bytes, end + 1)
    if (decimals === end + 1) return end
    end = decimals
  }
  if (!isExponent(bytes[end])) return end
  const digits = bytes[end + 1] === PLUS || bytes[end + 1] === MINUS ? end + 2 : end + 1
  const exponent = digitsEnd(bytes, digits)
  return exponent === digits ? end : exponent
}

/** Whether a number in these bytes may be more than a double holds: it is long, or has an exponent. */
export function mayBeInexact(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > MOST_SAFE) return true
  if (end - start > 3) for (let at = start; at < end; at++) if (isExponent(bytes[at])) return true
  return false
}

/** A double holds every number of this many characters, unless it has an exponent. */
const MOST_SAFE = 15

function isExponent(byte: number): boolean {
  return (byte | 0x20) === LETTER_E
}

export function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE
}

function digitsEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (isDigit(bytes[at])) at++
  return at
}

/** The offset after the escape that begins with this backslash; -1 if JSON does not have it. */
export function escapeEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] !== LETTER_U) return ESCAPED.has(bytes[at + 1]) ? at + 2 : -1
  for (let digit = at + 2; digit < at + 6; digit++) if (!isHexDigit(bytes[digit])) return -1
  return at + 6
}

function isHexDigit(byte: number): boolean {
  const letter = byte | 0x20
  return isDigit(byte) || (letter >= 0x61 && letter <= 0x66)
}

/** The offset after a string of sound JSON. */
export function stringEnd(bytes: Uint8Array, start: number): number {
  let at = start + 1
  while (bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1
  return at + 1
}

/** The offset after a value of sound JSON. */
export function valueEnd(bytes: Uint8Array, start: number): number {
  let at = start
  let depth = 0
  do {
    const byte = bytes[at]
    if (byte === QUOTE) {
      at = stringEnd(bytes, at)
      continue
    }
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth--
    else if (depth === 0) return scalarEnd(bytes, at)
    at++
  } while (depth > 0)
  return at
}

function scalarEnd(bytes: Uint8Array, at: number): number {
  const word = wordEnd(bytes, at)
  return word === -1 ? numberEnd(bytes, at) : word
}

/** Where the first escape of a string begins; -1 if it has none. */
export function escapeStart(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at] === BACKSLASH) return at
  return -1
}

/** What a letter after a backslash stands for, if not for itself. */
const CONTROLS: ReadonlyMap<number, number> = new Map(
  Array.from('bfnrt', (letter, index) => [letter.charCodeAt(0), '\b\f\n\r\t'.charCodeAt(index)]),
)

/** Writes the text of a range with escapes, as `Unescape` of the core does. */
export function unescapeJson(
  bytes: Uint8Array,
  begin: number,
  end: number,
  target: Uint8Array,
  at: number,
): number {
  let to = at
  for (let from = begin; from < end;) {
    const byte = bytes[from++]
    if (byte !== BACKSLASH) {
      target[to++] = byte
      continue
    }
    const letter = bytes[from++]
    if (letter !== LETTER_U) {
      target[to++] = CONTROLS.get(letter) ?? letter
      continue
    }
    let code = hexAt(bytes, from)
    from += 4
    if (isHigh(code) && from + 6 <= end && bytes[from] === BACKSLASH && bytes[from + 1] === LETTER_U) {
      const low = hexAt(bytes, from + 2)
      if (isLow(low)) {
        code = 0x1_0000 + ((code & 0x3ff) << 10) + (low & 0x3ff)
        from += 6
      }
    }
    to = putCharacter(target, to, code)
  }
  return to
}

function hexAt(bytes: Uint8Array, at: number): number {
  return parseInt(String.fromCharCode(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]), 16)
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}

/** Writes a character in UTF-8, and half a surrogate pair as the core encodes it. */
function putCharacter(target: Uint8Array, at: number, code: number): number {
  let to = at
  if (code < 0x80) {
    target[to++] = code
    return to
  }
  if (code < 0x800) {
    target[to++] = 0xc0 | (code >> 6)
  } else {
    if (code < 0x1_0000) target[to++] = 0xe0 | (code >> 12)
    else {
      target[to++] = 0xf0 | (code >> 18)
      target[to++] = 0x80 | ((code >> 12) & 0x3f)
    }
    target[to++] = 0x80 | ((code >> 6) & 0x3f)
  }
  target[to++] = 0x80 | (code & 0x3f)
  return to
}
