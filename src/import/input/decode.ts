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
 * Bytes as text, including a byte order mark. The encoding is that of the mark, else the declared one, else UTF-8.
 * `undefined`, with an issue at its place, for bytes that are not valid in it: the text never has a replacement character
 * that the bytes do not have.
 */
export function decode(
  bytes: Uint8Array,
  declared: Encoding | undefined,
  issues: ImportIssues,
): string | undefined {
  const mark = markedEncodingOf(bytes)
  if (mark === 'utf-32' || (mark === undefined && declared === undefined && looksLikeUtf16(bytes))) {
    addUnknownEncoding(mark ?? 'UTF-16 without a byte order mark', issues)
    return undefined
  }
  const encoding = mark ?? declared ?? 'utf-8'
  try {
    const text = decoderOf(encoding).decode(bytes)
    return encoding === 'windows-1252' || encoding === 'iso-8859-1' ? asWindows1252(text) : text
  } catch {
    addInvalidByte(bytes, encoding, issues)
    return undefined
  }
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

/** Whether each of the first letters has a NUL next to it, as Latin text has in UTF-16. As UTF-8 that is valid, and nonsense. */
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
    message: `The input looks like ${what}, which is read only if it is declared`,
    suggestion: "Save the file as UTF-8, or declare its encoding: { encoding: 'utf-16le' }.",
  })
}

function addInvalidByte(bytes: Uint8Array, encoding: Encoding, issues: ImportIssues): void {
  const wrong = firstInvalid(bytes, encoding)
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

/** Where the invalid character begins: at the byte, or before it where the byte ends an unfinished character. */
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

/** The first byte that cannot be decoded: one pass finds its chunk, bisection finds the byte. */
function firstInvalid(bytes: Uint8Array, encoding: Encoding): number {
  const decoder = decoderOf(encoding)
  let from = 0
  try {
    for (; from < bytes.length; from += CHUNK)
      decoder.decode(bytes.subarray(from, from + CHUNK), { stream: true })
    return bytes.length
  } catch {
    // The character may begin in the chunk before; none is longer than four bytes.
    const start = characterStart(bytes, Math.max(0, from - 4), encoding)
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

/** The first place at or after `from` where a character can begin. */
function characterStart(bytes: Uint8Array, from: number, encoding: Encoding): number {
  if (encoding === 'utf-8') {
    let start = from
    while (start > 0 && start < bytes.length && (bytes[start] & 0xc0) === 0x80) start++
    return start
  }
  const high = bytes[from + (encoding === 'utf-16le' ? 1 : 0)]
  // The second half of a surrogate pair.
  return from > 0 && (high & 0xfc) === 0xdc ? from + 2 : from
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    decoderOf(encoding).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
