import type { ImportIssues } from './import-issues.js'

/** Encodings that a file can be declared to have; a byte order mark always wins. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1' | 'iso-8859-15'

/**
 * Bytes as text. A byte order mark decides; then the declared encoding; then UTF-8. Bytes that are not valid in
 * the encoding are an issue with their place, and `undefined` comes back: never a replacement character.
 */
export function decode(
  bytes: Uint8Array,
  declared: Encoding | undefined,
  issues: ImportIssues,
): string | undefined {
  const encoding = encodingOf(bytes) ?? declared ?? 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    const offset = firstInvalid(bytes, encoding)
    const line = lineOf(bytes, offset)
    const byte = bytes[offset]?.toString(16).padStart(2, '0') ?? 'the end'
    issues.add('INVALID_ENCODING', {
      place: { line },
      witness: [`byte ${String(offset)}: 0x${byte}`],
      message: `Line ${String(line)} is not valid ${encoding}: byte ${String(offset)} is 0x${byte}`,
      suggestion: "Save the file as UTF-8, or declare its encoding: { encoding: 'windows-1252' }.",
    })
    return undefined
  }
}

function encodingOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** The first byte that cannot be decoded: the longest prefix that streams without an error, by bisection. */
function firstInvalid(bytes: Uint8Array, encoding: Encoding): number {
  let valid = 0
  let invalid = bytes.length
  while (valid < invalid) {
    const middle = (valid + invalid) >>> 1
    if (decodes(bytes.subarray(0, middle + 1), encoding)) valid = middle + 1
    else invalid = middle
  }
  return valid
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line++
  return line
}
