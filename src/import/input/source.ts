import {
  counted,
  encodeUtf8,
  finished,
  invalidArgument,
  lostAt,
  type OrgError,
  quote,
  type Signal,
  type Steps,
  textAt,
} from '../../internal.js'
import { type Encoding, utf8Of } from './decode.js'
import type { ImportIssues } from './import-issues.js'
import { LinePlaces } from './line-places.js'

/** An input that is available as a whole. */
export type Source = string | Uint8Array

/** An input that arrives in pieces, all of them text or all of them bytes: a Node stream, a web stream, any async iterable. */
export type StreamSource = AsyncIterable<Source> | WebStream

/** The part of a web stream that is used. The type `ReadableStream` itself would need the DOM library or Node's types. */
export interface WebStream {
  readonly locked: boolean
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Source | undefined }>
    cancel(): Promise<void>
  }
}

/** The most bytes that ranges of 32-bit integers can address. */
const MOST_BYTES = 0x7fff_ffff

/**
 * The bytes of a source as valid UTF-8 without a byte order mark. They may be those of the source itself, so do not change
 * them. `undefined`, with an issue, if the source cannot be decoded or exceeds a limit.
 */
export function bytesOf(
  parser: string,
  source: Source,
  encoding: Encoding | undefined,
  issues: ImportIssues,
): Uint8Array | undefined {
  return finished(bytesIn(parser, source, encoding, issues))
}

/** The same in steps. */
export function* bytesIn(
  parser: string,
  source: Source,
  encoding: Encoding | undefined,
  issues: ImportIssues,
): Steps<Uint8Array | undefined> {
  const received: unknown = source
  if (typeof received !== 'string' && !isBytes(received)) throw notASource(parser, received)
  if (source.length > Math.min(issues.limits.bytes, MOST_BYTES)) {
    issues.exceeded('bytes')
    return undefined
  }
  const isText = typeof source === 'string'
  const bytes = isText
    ? new TextEncoder().encode(withoutMark(source))
    : yield* utf8Of(source, encoding, issues)
  const hasHalves = bytes !== undefined && findDamage(bytes, isText ? source : '', issues)
  // Half a surrogate pair is kept, so that ids that differ in it stay different.
  return hasHalves && isText ? encodeUtf8(withoutMark(source)) : bytes
}

/** The text of a source, without a byte order mark; `undefined`, with an issue, in the same cases as {@link bytesOf}. */
export function textOf(
  parser: string,
  source: Source,
  encoding: Encoding | undefined,
  issues: ImportIssues,
): string | undefined {
  const bytes = bytesOf(parser, source, encoding, issues)
  if (typeof source === 'string') return bytes && withoutMark(source)
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

// A surrogate without its other half. Encoders write U+FFFD for it, as decoders do for bytes that they cannot decode.
const LONE_SURROGATE = /\p{Surrogate}/u
const LONE_SURROGATES = /\p{Surrogate}/gu

/**
 * Reports damage in a text: half a surrogate pair is an error, characters that were lost earlier are a warning. Returns
 * whether there is half a surrogate pair.
 */
function findDamage(bytes: Uint8Array, text: string, issues: ImportIssues): boolean {
  addDecodedTwice(bytes, issues)
  const lost = lostAt(bytes, 0)
  if (lost === -1) return false
  const unmarked = withoutMark(text)
  const half = unmarked.search(LONE_SURROGATE)
  if (half !== -1) {
    const place = new LinePlaces(unmarked).at(half)
    const unit = `\\u${unmarked.charCodeAt(half).toString(16)}`
    issues.add('INVALID_ENCODING', {
      place,
      witness: [unit],
      message: `Line ${String(place.line)} has half of a character, ${unit}, which no encoding can represent`,
      suggestion: 'Read the file again, as a whole or as bytes: it was cut within a character.',
    })
  }
  let count = -(text.match(LONE_SURROGATES)?.length ?? 0)
  for (let at = lost; at !== -1; at = lostAt(bytes, at + 3)) count++
  if (count === 0) return half !== -1
  issues.add('INVALID_ENCODING', {
    severity: 'warning',
    place:
      half === -1 ? new LinePlaces(bytes).at(lost) : new LinePlaces(unmarked).at(unmarked.indexOf('\uFFFD')),
    witness: [`${String(count)} × U+FFFD`],
    message: `The text has ${counted(count, 'replacement character')} (U+FFFD): that many characters were lost before it was passed here`,
    suggestion: 'Export the file again, or decode it in its own encoding.',
  })
  return half !== -1
}

/** `Ã` and the start of the character after it: `Ã¼` is `ü` in UTF-8, decoded as windows-1252 and encoded again. */
const TWICE = [0xc3, 0x83, 0xc2] as const

/** Warns of text that was decoded in a wrong encoding before it was encoded again. */
function addDecodedTwice(bytes: Uint8Array, issues: ImportIssues): void {
  const first = twiceAt(bytes, 0)
  if (first === -1) return
  let count = 0
  for (let at = first; at !== -1; at = twiceAt(bytes, at + TWICE.length)) count++
  const example = textAt(bytes, first, first + 4)
  issues.add('INVALID_ENCODING', {
    severity: 'warning',
    place: new LinePlaces(bytes).at(first),
    witness: [example],
    message: `The text has ${counted(count, 'pair')} of letters such as ${quote(example)}: it is probably UTF-8 that was decoded as windows-1252`,
    suggestion: "Decode the original file as UTF-8: leave encoding out, or pass encoding: 'utf-8'.",
  })
}

function twiceAt(bytes: Uint8Array, from: number): number {
  const [first, second, third] = TWICE
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (bytes[at + 1] === second && bytes[at + 2] === third) return at
  }
  return -1
}

function isBytes(value: unknown): value is Uint8Array {
  // By its tag: bytes from another realm are not an instance of this one's class.
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]'
}

/** The bytes of a source, or the UTF-16 units of a text. */
export function sizeOf(source: unknown): number {
  return typeof source === 'string' || isBytes(source) ? source.length : 0
}

export function isStream(source: Source | StreamSource): source is StreamSource {
  const received: unknown = source
  if (typeof received !== 'object' || received === null || isBytes(received)) return false
  return Symbol.asyncIterator in received || 'getReader' in received
}

/** Reads a stream to its end, or until more than `most` has been read. Reports to `watch` how much has arrived. */
export async function drained(
  stream: StreamSource,
  parser: string,
  most: number,
  watch: Watch,
): Promise<Source> {
  const texts: string[] = []
  let gathered: Uint8Array = new Uint8Array(0)
  let length = 0
  watch.signal?.throwIfAborted()
  const pieces = piecesOf(stream, parser)
  const aborted = abortOf(watch.signal)
  try {
    for (;;) {
      const next = await (aborted === undefined
        ? pieces.next()
        : Promise.race([pieces.next(), aborted.promise]))
      watch.signal?.throwIfAborted()
      if (next === ABORTED || next.done === true) break
      const received: unknown = next.value
      const isText = typeof received === 'string'
      if (!isText && !isBytes(received)) throw notASource(parser, received)
      if (received.length === 0) continue
      // Text turned into bytes would lose a character that is split between two pieces.
      if (length > 0 && isText !== texts.length > 0)
        throw notASource(parser, received, 'chunks of one kind: all strings, or all Uint8Arrays')
      if (isText) texts.push(received)
      else gathered = appended(gathered, length, received)
      length += received.length
      watch.onProgress?.({ bytes: length, total: undefined })
      if (length > most) break
    }
  } finally {
    aborted?.forget()
    // A stream that is at its end ignores it; one that is stuck would never answer.
    pieces.cancel()
  }
  return texts.length > 0 ? texts.join('') : gathered.subarray(0, length)
}

/** How far an importer has come: how many bytes, or UTF-16 units of a text, have arrived, and then have been read. */
export interface ImportProgress {
  readonly bytes: number
  /** How many there are; `undefined` while a stream is still arriving. */
  readonly total: number | undefined
}

/** The options by which a caller follows and aborts the reading of an input. */
export interface Watch {
  readonly onProgress?: (progress: ImportProgress) => void
  readonly signal?: Signal
}

const ABORTED = Symbol('aborted')

/** A promise that the signal settles, so that a stuck stream can be abandoned; `undefined` if the signal has no events. */
function abortOf(
  signal: Signal | undefined,
): { readonly promise: Promise<typeof ABORTED>; readonly forget: () => void } | undefined {
  if (signal?.addEventListener === undefined) return undefined
  let listener = (): void => undefined
  const promise = new Promise<typeof ABORTED>((resolve) => {
    listener = () => {
      resolve(ABORTED)
    }
  })
  signal.addEventListener('abort', listener)
  return { promise, forget: () => signal.removeEventListener?.('abort', listener) }
}

/** Appends a copy of a piece to the first `length` bytes: its sender may reuse it. */
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

/** The pieces of a stream, one after the other. */
interface Pieces {
  next(): Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>
  cancel(): void
}

function piecesOf(stream: StreamSource, parser: string): Pieces {
  // Web streams are read through their reader: in some browsers they are not async iterable.
  if (!('getReader' in stream)) {
    const iterator = stream[Symbol.asyncIterator]()
    return {
      next: () => iterator.next(),
      cancel: () => {
        ignoring(iterator.return?.())
      },
    }
  }
  if (stream.locked) throw notASource(parser, stream, 'a stream that nothing else reads')
  const reader = stream.getReader()
  return {
    next: async () => {
      const next = await reader.read()
      return next.done || next.value !== undefined ? next : { value: '' }
    },
    cancel: () => {
      ignoring(reader.cancel())
    },
  }
}

/** Ignores how the cancelling of a stream ends. */
function ignoring(promise: Promise<unknown> | undefined): void {
  promise?.catch(() => undefined)
}

function notASource(
  parser: string,
  received: unknown,
  allowed = 'a string, a Uint8Array, or a stream of either',
): OrgError<'INVALID_ARGUMENT'> {
  return invalidArgument(parser, 'source', received, allowed)
}
