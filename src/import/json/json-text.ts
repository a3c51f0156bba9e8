import { type LinePlace, LinePlaces } from '../input/line-places.js'
import { stringEnd, valueEnd } from './json-bytes.js'

/** A text in JSON, as bytes in UTF-8, which are scanned, and as a string, which values are made of. */
export class JsonText {
  readonly bytes: Uint8Array
  readonly #text: string
  readonly #places: LinePlaces
  readonly #hasHalves: boolean

  /** @param bytes Those of the text, if they are available. */
  constructor(text: string, bytes?: Uint8Array) {
    this.#text = text
    this.#hasHalves = bytes === undefined && /\p{Surrogate}/u.test(text)
    this.bytes = bytes ?? (this.#hasHalves ? bytesWithHalves(text) : new TextEncoder().encode(text))
    this.#places = new LinePlaces(this.bytes)
  }

  at(offset: number): LinePlace {
    return this.#places.at(offset)
  }

  /** The characters of a range. */
  slice(start: number, end: number): string {
    if (this.#text.length === this.bytes.length) return this.#text.slice(start, end)
    const range = this.bytes.subarray(start, end)
    return this.#hasHalves ? textWithHalves(range) : decoded(range)
  }

  /** The value of the string that begins there. */
  stringAt(start: number): string {
    const source = this.slice(start, stringEnd(this.bytes, start))
    return source.includes('\\') ? (JSON.parse(source) as string) : source.slice(1, -1)
  }

  /** The value that begins there. */
  valueAt(start: number): unknown {
    return JSON.parse(this.slice(start, valueEnd(this.bytes, start)))
  }

  characterAt(offset: number): string {
    const [character] = this.slice(offset, offset + 4)
    return character
  }

  /** The value of the text without some ranges, which are in order. */
  valueWithout(ranges: readonly { readonly from: number; readonly to: number }[]): unknown {
    if (ranges.length === 0) return JSON.parse(this.#text)
    let rest = ''
    let at = 0
    for (const { from, to } of ranges) {
      rest += this.slice(at, from)
      at = to
    }
    return JSON.parse(rest + this.slice(at, this.bytes.length))
  }
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

// UTF-8 cannot represent half a character, which a string can have: an encoder writes U+FFFD. These three bytes instead are
// what the half would have (WTF-8), so that nothing of the text is lost.
const HALF_OR_LOST = /[\p{Surrogate}\uFFFD]/gu
const LEAD_OF_HALF = 0xed
const LEAD_OF_LOST = 0xef

function bytesWithHalves(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  for (const [unit] of text.matchAll(HALF_OR_LOST)) {
    do at = bytes.indexOf(LEAD_OF_LOST, at)
    while (bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd)
    const code = unit.charCodeAt(0)
    if (code < 0xe000) bytes.set([LEAD_OF_HALF, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)], at)
    at += 3
  }
  return bytes
}

function textWithHalves(bytes: Uint8Array): string {
  let text = ''
  let from = 0
  for (let at = bytes.indexOf(LEAD_OF_HALF); at !== -1; at = bytes.indexOf(LEAD_OF_HALF, at + 1)) {
    // A whole character that begins with this byte goes on below.
    if (bytes[at + 1] < 0xa0) continue
    text += decoded(bytes.subarray(from, at))
    text += String.fromCharCode(0xd000 | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f))
    from = at + 3
  }
  return text + decoded(bytes.subarray(from))
}
