import { OrgError } from '../../index.js'
import { decode, type Encoding } from './decode.js'
import { ImportIssues } from './import-issues.js'
import { type Limits, limitsOf } from './limits.js'

/** An input that is at hand as a whole. */
export type Source = string | Uint8Array

/** An input that arrives in pieces: a Node stream, a web stream, any async iterable of bytes or text. */
export type StreamSource = AsyncIterable<Source> | ReadableStream<Source>

/** What every importer can be told. */
export interface ImportOptions {
  /** `'strict'` (the default): one error and there is no org. `'lenient'`: what can be read makes an org. */
  readonly mode?: 'strict' | 'lenient'
  /** The encoding of bytes without a byte order mark. Default: UTF-8, and anything else is an issue. */
  readonly encoding?: Encoding
  readonly limits?: Partial<Limits>
}

/** The text of a source within the limits, or `undefined` with an issue. */
export function textOf(source: Source, options: ImportOptions, issues: ImportIssues): string | undefined {
  const limits = limitsOf(options.limits)
  const received: unknown = source
  if (typeof received !== 'string' && !(received instanceof Uint8Array)) {
    throw new OrgError('INVALID_ARGUMENT', 'An importer reads a string, a Uint8Array or a stream of them.', {
      argument: 'source',
      received,
    })
  }
  if (source.length > limits.bytes) {
    issues.exceeded('bytes', source.length)
    return undefined
  }
  const text = typeof source === 'string' ? source : decode(source, options.encoding, issues)
  return text?.startsWith('\uFEFF') === true ? text.slice(1) : text
}

/** Reads a stream to its end or to the limit; what then comes back is longer than the limit by one byte. */
export async function drained(stream: StreamSource, options: ImportOptions): Promise<Source> {
  const { bytes: most } = limitsOf(options.limits)
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of piecesOf(stream)) {
    const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
    pieces.push(bytes)
    length += bytes.length
    if (length > most) break
  }
  const whole = new Uint8Array(Math.min(length, most + 1))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece.subarray(0, whole.length - at), at)
    at += Math.min(piece.length, whole.length - at)
  }
  return whole
}

async function* piecesOf(stream: StreamSource): AsyncGenerator<Source> {
  if (Symbol.asyncIterator in stream) {
    yield* stream
    return
  }
  // Some browsers give web streams without async iteration.
  const reader: ReadableStreamDefaultReader<Source> = stream.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}

export function isStream(source: Source | StreamSource): source is StreamSource {
  return typeof source === 'object' && !(source instanceof Uint8Array)
}
