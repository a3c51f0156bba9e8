import { invalidUtf8At, joinBytes, type Steps } from '../../internal.js'
import type { ImportIssues } from './import-issues.js'
import { linesBefore } from './line-places.js'

/** The encoding that a file can be declared to have. A byte order mark always wins. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1' | 'iso-8859-15'

export const ENCODINGS: readonly Encoding[] = Object.freeze([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
])

/**
 * Bytes in any encoding as valid UTF-8, without a byte order mark; not copied if they are that already. The encoding is
 * that of the mark, otherwise the declared one, otherwise UTF-8. `undefined`, with an issue at its place, for bytes that
 * are invalid in it: the result never has a replacement character that the input does not have.
 */
export function* utf8Of(
  bytes: Uint8Array,
  declared: Encoding | undefined,
  issues: ImportIssues,
): Steps<Uint8Array | undefined> {
  const mark = markedEncodingOf(bytes)
  if (mark === 'utf-32' || (mark === undefined && declared === undefined && looksLikeUtf16(bytes))) {
    addUnknownEncoding(mark ?? 'UTF-16 without a byte order mark', issues)
    return undefined
  }
  const encoding = mark ?? declared ?? 'utf-8'
  if (encoding === 'utf-8') {
    const wrong = yield* invalidIn(bytes)
    if (wrong === -1) return withoutMark(bytes)
    addInvalidByte(bytes, wrong, encoding, issues)
    return undefined
  }
  if (!encoding.startsWith('utf-16') && (yield* isUtf8BeyondAscii(bytes))) addUtf8Instead(encoding, issues)
  const utf8 = yield* transcoded(bytes, encoding)
  if (utf8 === undefined) addInvalidByte(bytes, firstInvalid(bytes, encoding), encoding, issues)
  return utf8 && withoutMark(utf8)
}

/** How many bytes are checked at once. */
const STEP = 1 << 22

/** Where UTF-8 is first invalid, or -1. */
function* invalidIn(bytes: Uint8Array): Steps<number> {
  for (let from = 0; from < bytes.length;) {
    let to = Math.min(bytes.length, from + STEP)
    // Not within a character, which has at most three more bytes.
    for (const least = to - 3; to > least && (bytes[to] & 0xc0) === 0x80;) to--
    const wrong = invalidUtf8At(bytes, from, to)
    if (wrong !== -1) return wrong
    from = to
    yield
  }
  return -1
}

/** Whether bytes are UTF-8 and not only ASCII, which a file in another encoding hardly ever is. */
function* isUtf8BeyondAscii(bytes: Uint8Array): Steps<boolean> {
  return bytes.some((byte) => byte >= 0x80) && (yield* invalidIn(bytes)) === -1
}

function addUtf8Instead(encoding: Encoding, issues: ImportIssues): void {
  issues.add('INVALID_ENCODING', {
    severity: 'warning',
    place: {},
    witness: ['encoding', encoding],
    message: `The bytes are declared as ${encoding}, but they are valid UTF-8: letters outside ASCII are probably misread`,
    suggestion: "Leave the option out, or pass encoding: 'utf-8'.",
  })
}

function withoutMark(utf8: Uint8Array): Uint8Array {
  return markedEncodingOf(utf8) === 'utf-8' ? utf8.subarray(3) : utf8
}

/** Bytes of another encoding as UTF-8; `undefined` if invalid. Converted in chunks, so that no string holds the whole text. */
function* transcoded(bytes: Uint8Array, encoding: Encoding): Steps<Uint8Array | undefined> {
  const decoder = decoderOf(encoding)
  const encoder = new TextEncoder()
  const isWindows1252 = encoding === 'windows-1252' || encoding === 'iso-8859-1'
  const pieces: Uint8Array[] = []
  try {
    for (let from = 0; from <= bytes.length; from += CHUNK) {
      const text = decoder.decode(bytes.subarray(from, from + CHUNK), {
        stream: from + CHUNK <= bytes.length,
      })
      // The decoder keeps half a surrogate pair at the end of a chunk.
      pieces.push(encoder.encode(isWindows1252 ? asWindows1252(text) : text))
      yield
    }
  } catch {
    return undefined
  }
  return joinBytes(pieces)
}

function decoderOf(encoding: Encoding): InstanceType<typeof TextDecoder> {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
}

function markedEncodingOf(bytes: Uint8Array): Encoding | 'utf-32' | undefined {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'utf-32' : 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0 && second === 0 && third === 0xfe && fourth === 0xff ? 'utf-32' : undefined
}

/** Whether the first letters alternate with NUL, as Latin text does in UTF-16. As UTF-8 this is valid, but nonsense. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false
  const [first, second, third, fourth] = bytes
  return (first === 0 && third === 0 && second !== 0) || (second === 0 && fourth === 0 && first !== 0)
}

// The characters of windows-1252 from 0x80 to 0x9f. Some versions of Node decode these bytes as the control characters of
// ISO 8859-1, under either name; by the Encoding Standard both names mean windows-1252.
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function asWindows1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))
}

function addUnknownEncoding(what: string, issues: ImportIssues): void {
  issues.add('INVALID_ENCODING', {
    place: { line: 1 },
    witness: [what],
    message: `The input looks like ${what}, which is read only if declared`,
    suggestion: "Save the file as UTF-8, or declare its encoding: { encoding: 'utf-16le' }.",
  })
}

function addInvalidByte(bytes: Uint8Array, wrong: number, encoding: Encoding, issues: ImportIssues): void {
  const offset = brokenCharacter(bytes, wrong, encoding)
  const line = linesBefore(new TextDecoder(encoding).decode(bytes.subarray(0, offset))) + 1
  const byte = `0x${bytes[offset].toString(16).padStart(2, '0')}`
  const what = wrong === bytes.length ? 'the input ends within the character that begins with' : 'see'
  issues.add('INVALID_ENCODING', {
    place: { line },
    witness: [`byte ${String(offset)}`, byte],
    message: `Line ${String(line)} is not valid ${encoding}: ${what} byte ${String(offset)}, which is ${byte}`,
    suggestion: "Save the file as UTF-8, or declare its encoding: { encoding: 'windows-1252' }.",
  })
}

/** Where the invalid character begins: at the byte, or before it if the byte cuts off an unfinished character. */
function brokenCharacter(bytes: Uint8Array, wrong: number, encoding: Encoding): number {
  if (encoding !== 'utf-8') {
    const unit = wrong - (wrong % 2)
    const high = unit < 2 ? 0 : bytes[unit - 2 + (encoding === 'utf-16le' ? 1 : 0)]
    return (high & 0xfc) === 0xd8 ? unit - 2 : Math.min(unit, bytes.length - 1)
  }
  let lead = wrong - 1
  while (lead > 0 && lead > wrong - 4 && (bytes[lead] & 0xc0) === 0x80) lead--
  const length = lead < 0 ? 0 : utf8Length(bytes[lead])
  return lead + length > wrong ? lead : wrong
}

/** The length in bytes of the character that a byte begins. */
function utf8Length(lead: number): number {
  if (lead >= 0xf0) return 4
  if (lead >= 0xe0) return 3
  return lead >= 0xc0 ? 2 : 1
}

const CHUNK = 1 << 16

/** The first byte that is not UTF-16: one pass finds its chunk, bisection finds the byte. */
function firstInvalid(bytes: Uint8Array, encoding: Encoding): number {
  const decoder = decoderOf(encoding)
  let from = 0
  try {
    for (; from < bytes.length; from += CHUNK)
      decoder.decode(bytes.subarray(from, from + CHUNK), { stream: true })
    return bytes.length
  } catch {
    // A pair may begin in the chunk before, whose last unit is then its first half.
    const high = from === 0 ? 0 : bytes[from - 2 + (encoding === 'utf-16le' ? 1 : 0)]
    const start = (high & 0xfc) === 0xd8 ? from - 2 : from
    let valid = start
    let invalid = Math.min(from + CHUNK, bytes.length)
    while (valid < invalid) {
      const middle = (valid + invalid) >>> 1
      if (decodes(bytes.subarray(start, middle + 1), encoding)) valid = middle + 1
      else invalid = middle
    }
    return valid
  }
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    decoderOf(encoding).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
