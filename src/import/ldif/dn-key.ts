import { encodeUtf8, invalidUtf8At, longer, textAt } from '../../internal.js'

const SPACE = 0x20
const QUOTE = 0x22
const HASH = 0x23
const PLUS = 0x2b
const COMMA = 0x2c
const SEMICOLON = 0x3b
const LESS = 0x3c
const EQUALS = 0x3d
const GREATER = 0x3e
const BACKSLASH = 0x5c

// What is between the parts of a key. A value that has such a byte gets ESCAPE before it.
const AFTER_TYPE = 0
const BETWEEN_VALUES = 1
const BETWEEN_RDNS = 2
const ESCAPE = 3
const ESCAPED = 0x10

/** Other names of attribute types that have a short one, in lower case. */
const SHORT_TYPES: ReadonlyMap<string, string> = new Map([
  ...(['2.5.4.3', 'commonname'] as const).map((name) => [name, 'cn'] as const),
  ...(['2.5.4.4', 'surname'] as const).map((name) => [name, 'sn'] as const),
  ...(['2.5.4.6', 'countryname'] as const).map((name) => [name, 'c'] as const),
  ...(['2.5.4.7', 'localityname'] as const).map((name) => [name, 'l'] as const),
  ...(['2.5.4.8', 'stateorprovincename'] as const).map((name) => [name, 'st'] as const),
  ...(['2.5.4.9', 'streetaddress'] as const).map((name) => [name, 'street'] as const),
  ...(['2.5.4.10', 'organizationname'] as const).map((name) => [name, 'o'] as const),
  ...(['2.5.4.11', 'organizationalunitname'] as const).map((name) => [name, 'ou'] as const),
  ...(['0.9.2342.19200300.100.1.1', 'userid'] as const).map((name) => [name, 'uid'] as const),
  ...(['0.9.2342.19200300.100.1.25', 'domaincomponent'] as const).map((name) => [name, 'dc'] as const),
])
const LONGEST_SHORT = 3

/** The tags of strings in BER: OCTET STRING, UTF8String, PrintableString and IA5String. */
const STRING_TAGS: readonly number[] = [0x04, 0x0c, 0x13, 0x16]

/**
 * Writes distinguished names in the form in which they are compared (RFC 4514, with the caseIgnoreMatch of RFC 4517 for
 * every value): without regard to case, to Unicode form, to blanks around types and values and to how many are between words,
 * to how a character is escaped, to the order of the parts of an RDN, and to the `<GUID=…>;<SID=…>;` that Active Directory
 * writes before a name on request. The quotes and semicolons of LDAPv2 are read too.
 */
export class DnKey {
  bytes: Uint8Array = new Uint8Array(512)
  length = 0
  /** Where the value begins that is being written. */
  #start = 0
  #hasBlank = false
  /** How many bytes of it are beyond ASCII. */
  #beyondAscii = 0

  /** Writes the key of a text; returns whether the text is a distinguished name. O(bytes). */
  write(source: Uint8Array, begin: number, end: number): boolean {
    this.length = 0
    let at = afterBlanks(source, afterExtended(source, begin, end), end)
    while (at < end) {
      const start = this.length
      let starts: number[] | undefined
      for (;;) {
        const equals = indexIn(source, EQUALS, at, end)
        if (equals === -1 || !this.#writeType(source, at, equals)) return false
        this.#put(AFTER_TYPE)
        at = this.#writeValue(source, afterBlanks(source, equals + 1, end), end)
        if (at === end || source[at] !== PLUS) break
        this.#put(BETWEEN_VALUES)
        if (starts === undefined) starts = [start]
        starts.push(this.length)
        at++
      }
      if (at === -1) return false
      if (starts !== undefined) this.#sort(starts)
      if (at === end) return true
      this.#put(BETWEEN_RDNS)
      at = afterBlanks(source, at + 1, end)
      // A comma at the end is followed by no RDN.
      if (at === end) return false
    }
    return true
  }

  #put(byte: number): void {
    if (this.length === this.bytes.length) {
      this.bytes = longer(this.bytes, 2 * this.length)
    }
    this.bytes[this.length++] = byte
  }

  #putText(text: string): void {
    for (const byte of encodeUtf8(text)) this.#put(byte)
  }

  #writeType(source: Uint8Array, begin: number, end: number): boolean {
    let from = afterBlanks(source, begin, end)
    let to = end
    while (to > from && source[to - 1] === SPACE) to--
    // OID.2.5.4.3, as LDAPv2 wrote it.
    if (to - from > 4 && textAt(source, from, from + 4).toLowerCase() === 'oid.') from += 4
    if (from === to) return false
    const start = this.length
    for (let at = from; at < to; at++) {
      const byte = lower(source[at])
      const isLetter = byte >= 0x61 && byte <= 0x7a
      const isOther = (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e
      if (!isLetter && !isOther) return false
      this.#put(byte)
    }
    if (to - from <= LONGEST_SHORT) return true
    const short = SHORT_TYPES.get(textAt(this.bytes, start, this.length))
    if (short === undefined) return true
    this.length = start
    this.#putText(short)
    return true
  }

  /** Writes a value; returns where it ends: at a separator or the end, or -1 where it is invalid. */
  #writeValue(source: Uint8Array, begin: number, end: number): number {
    this.#start = this.length
    this.#hasBlank = false
    this.#beyondAscii = 0
    if (begin < end && source[begin] === HASH) return this.#writeHex(source, begin + 1, end)
    const isQuoted = begin < end && source[begin] === QUOTE
    let at = isQuoted ? begin + 1 : begin
    for (; at < end; at++) {
      const byte = source[at]
      if (byte === BACKSLASH) {
        if (++at === end) return -1
        const high = hexDigit(source[at])
        const low = at + 1 < end && high >= 0 ? hexDigit(source[at + 1]) : -1
        if (low >= 0) at++
        this.#putPart(low >= 0 ? 16 * high + low : source[at])
      } else if (isQuoted ? byte === QUOTE : byte === COMMA || byte === PLUS || byte === SEMICOLON) break
      else this.#putPart(byte)
    }
    if (isQuoted) {
      if (at === end) return -1
      at = afterBlanks(source, at + 1, end)
      if (at < end && source[at] !== COMMA && source[at] !== PLUS && source[at] !== SEMICOLON) return -1
    }
    if (this.#beyondAscii > 0) this.#fold()
    return at
  }

  /** Writes a byte of a value: blanks at its ends are left out, and one is left of several. */
  #putPart(byte: number): void {
    // Most bytes are such.
    if (byte > SPACE && byte < 0x80 && !this.#hasBlank && this.length < this.bytes.length) {
      this.bytes[this.length++] = lower(byte)
      return
    }
    if (byte === SPACE) {
      this.#hasBlank = this.length > this.#start
      return
    }
    if (this.#hasBlank) {
      this.#put(SPACE)
      this.#hasBlank = false
    }
    if (byte >= 0x80) this.#beyondAscii++
    else if (byte <= ESCAPE) {
      this.#put(ESCAPE)
      this.#put(byte + ESCAPED)
      return
    }
    this.#put(lower(byte))
  }

  /** A value as the bytes of its BER in hexadecimal digits: where these are a string, its characters. */
  #writeHex(source: Uint8Array, begin: number, end: number): number {
    let at = begin
    const value: number[] = []
    for (; at + 1 < end; at += 2) {
      const high = hexDigit(source[at])
      const low = hexDigit(source[at + 1])
      if (high < 0 || low < 0) break
      value.push(16 * high + low)
    }
    at = afterBlanks(source, at, end)
    if (at < end && source[at] !== COMMA && source[at] !== PLUS && source[at] !== SEMICOLON) return -1
    const [tag, length] = value
    if (STRING_TAGS.includes(tag) && length < 0x80 && length === value.length - 2) {
      for (const byte of value.slice(2)) this.#putPart(byte)
      if (this.#beyondAscii > 0) this.#fold()
    } else this.#putOther(value)
    return at
  }

  /** A value that is not text. */
  #putOther(value: Iterable<number>): void {
    this.#put(ESCAPE)
    this.#put(HASH)
    for (const byte of value) this.#putText(byte.toString(16).padStart(2, '0'))
  }

  /** Folds the case and the Unicode form of the value that was written. */
  #fold(): void {
    const value = this.bytes.slice(this.#start, this.length)
    this.length = this.#start
    if (invalidUtf8At(value, 0, value.length) !== -1) {
      this.#putOther(value)
      return
    }
    const text = textAt(value, 0, value.length).normalize('NFKC').toLowerCase().normalize('NFKC')
    // Both forms of the small sigma are one letter. Blanks of other kinds have become plain ones.
    this.#putText(text.replaceAll('ς', 'σ').replace(/ +/g, ' ').replace(/^ | $/g, ''))
  }

  /** Puts the parts of an RDN in order. */
  #sort(starts: readonly number[]): void {
    const parts = starts.map((start, index) =>
      this.bytes.slice(start, (starts[index + 1] ?? this.length + 1) - 1),
    )
    parts.sort(compareBytes)
    this.length = starts[0]
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.#put(BETWEEN_VALUES)
      for (const byte of part) this.#put(byte)
    }
  }
}

/** More of a name than this is not read for its first value. */
const LONGEST = 4096

/** The first value in a distinguished name as it is meant: `Roe, Ann` of `CN=Roe\, Ann,DC=ex`; the text itself if it is none. */
export function firstDnValue(dn: string): string {
  const value = /^(?:<[^>]*>;)*\s*[\w.-]+\s*=\s*((?:\\.|[^\\,+;])*)/su.exec(dn.slice(0, LONGEST))?.[1]
  if (value === undefined || value.startsWith('#') || value.startsWith('"')) return dn
  const bytes: number[] = []
  // Escaped bytes may be parts of one character.
  for (const match of value.trimEnd().matchAll(/\\([0-9a-f]{2})|\\?(.)/gisu)) {
    const [hex, character = ''] = [match.at(1), match.at(2)]
    if (hex !== undefined) bytes.push(parseInt(hex, 16))
    else for (const byte of encodeUtf8(character)) bytes.push(byte)
  }
  return textAt(Uint8Array.from(bytes), 0, bytes.length)
}

/** Where a name begins after the `<GUID=…>;` and `<SID=…>;` of Active Directory. */
function afterExtended(source: Uint8Array, begin: number, end: number): number {
  let at = begin
  while (at < end && source[at] === LESS) {
    const close = indexIn(source, GREATER, at, end)
    if (close === -1) return at
    at = close + 1
    if (at < end && source[at] === SEMICOLON) at++
  }
  return at
}

/** Where a byte is first in a range, or -1. Unlike `indexOf` it does not read on behind the range. */
function indexIn(source: Uint8Array, byte: number, begin: number, end: number): number {
  for (let at = begin; at < end; at++) if (source[at] === byte) return at
  return -1
}

function afterBlanks(source: Uint8Array, begin: number, end: number): number {
  let at = begin
  while (at < end && source[at] === SPACE) at++
  return at
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return a[at] - b[at]
  return a.length - b.length
}
