import { OrgError } from '../../internal.js'
import { decode, type Encoding, encodingOption } from './decode.js'
import type { ImportIssues } from './import-issues.js'
import { type Limits, limitsOf } from './limits.js'
import { linesBefore } from './line-ends.js'

/** An input that is at hand as a whole. */
export type Source = string | Uint8Array

/** An input that arrives in pieces, all of them text or all of them bytes: a Node stream, a web stream, any async iterable. */
export type StreamSource = AsyncIterable<Source> | ReadableStream<Source>

/** What every importer can be told. */
export interface ImportOptions {
  /** `'strict'` (the default): one error and there is no org. `'lenient'`: what can be read makes an org. */
  readonly mode?: 'strict' | 'lenient'
  /** The encoding of bytes without a byte order mark. Default: UTF-8, and anything else is an issue. */
  readonly encoding?: Encoding
  /** How much is read at most. */
  readonly limits?: Partial<Limits>
}

/** The names of the options that every importer has. */
export const IMPORT_OPTIONS: readonly (keyof ImportOptions)[] = Object.freeze(['mode', 'encoding', 'limits'])

/** The text of a source within the limits, or `undefined` with an issue. One byte order mark is left out. */
export function textOf(source: Source, options: ImportOptions, issues: ImportIssues): string | undefined {
  const limits = limitsOf(options.limits)
  const encoding = encodingOption(options.encoding)
  const received: unknown = source
  if (typeof received !== 'string' && !isBytes(received)) throw notASource(received)
  if (source.length > limits.bytes) {
    issues.exceeded('bytes')
    return undefined
  }
  const marked = typeof source === 'string' ? source : decode(source, encoding, issues)
  const text = marked?.startsWith('\uFEFF') === true ? marked.slice(1) : marked
  if (text !== undefined) findDamage(text, issues)
  return text
}

// A surrogate without its other half, and the character that stands where an earlier program lost one.
const LONE_SURROGATE = /\p{Surrogate}/u
const LOST = '\uFFFD'

/** What is damaged in a text: half characters are errors, characters that were lost before are a warning. */
function findDamage(text: string, issues: ImportIssues): void {
  const half = text.search(LONE_SURROGATE)
  if (half !== -1) {
    const unit = `\\u${text.charCodeAt(half).toString(16)}`
    issues.add('INVALID_ENCODING', {
      place: placeIn(text, half),
      witness: [unit],
      message: `Line ${String(placeIn(text, half).line)} has half a character, ${unit}, that nothing can write`,
      suggestion: 'Read the file anew, as a whole or as bytes: it was cut within a character.',
    })
  }
  const lost = text.indexOf(LOST)
  if (lost === -1) return
  const count = text.split(LOST).length - 1
  issues.add('INVALID_ENCODING', {
    severity: 'warning',
    place: placeIn(text, lost),
    witness: [`${String(count)} × U+FFFD`],
    message: `The text has ${String(count)} replacement characters (U+FFFD): that many were lost before it came here`,
    suggestion: 'Get the file from where it was first written, or decode it in its own encoding.',
  })
}

function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at)
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
  return { line: linesBefore(before) + 1, column: at - lineStart + 1 }
}

function isBytes(value: unknown): value is Uint8Array {
  // By its tag, since the bytes of another realm are no instance of this one's class.
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]'
}

export function isStream(source: Source | StreamSource): source is StreamSource {
  const received: unknown = source
  if (typeof received !== 'object' || received === null || isBytes(received)) return false
  return Symbol.asyncIterator in received || 'getReader' in received
}

/** Reads a stream to its end or to the limit; what then comes back is longer than the limit. */
export async function drained(stream: StreamSource, options: ImportOptions): Promise<Source> {
  const { bytes: most } = limitsOf(options.limits)
  const texts: string[] = []
  let gathered: Uint8Array = new Uint8Array(0)
  let length = 0
  for await (const piece of piecesOf(stream)) {
    const received: unknown = piece
    const isText = typeof received === 'string'
    if (!isText && !isBytes(received)) throw notASource(received)
    if (received.length === 0) continue
    // Text as bytes and back would lose a character that is cut between two pieces.
    if (length > 0 && isText !== texts.length > 0) throw notASource('a mixture of both')
    if (isText) texts.push(received)
    else gathered = appended(gathered, length, received)
    length += received.length
    if (length > most) break
  }
  return texts.length > 0 ? texts.join('') : gathered.subarray(0, length)
}

/** Bytes with a piece behind the first `length` of them. The piece is copied: its owner may use it again. */
function appended(bytes: Uint8Array, length: number, piece: Uint8Array): Uint8Array {
  const needed = length + piece.length
  let room: Uint8Array = bytes
  if (needed > bytes.length) {
    room = new Uint8Array(Math.max(needed, bytes.length * 2))
    room.set(bytes.subarray(0, length))
  }
  room.set(piece, length)
  return room
}

async function* piecesOf(stream: StreamSource): AsyncGenerator<Source> {
  // Web streams by their reader, since some browsers give them without async iteration.
  if (!('getReader' in stream)) {
    yield* stream
    return
  }
  if (stream.locked) throw notASource('a stream that is read elsewhere')
  const reader: ReadableStreamDefaultReader<Source> = stream.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}

function notASource(received: unknown): OrgError<'INVALID_ARGUMENT'> {
  const message = 'An importer reads a string, a Uint8Array, or a stream of either.'
  return new OrgError('INVALID_ARGUMENT', message, { argument: 'source', received })
}
