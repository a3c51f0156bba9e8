import { Readable } from 'node:stream'
import { type Org, roleOf, rolesOf, transitiveReportsOf } from 'rolegraph'
import { parseCsv, safeParseCsv, type Source, type StreamSource } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

const TEXT = 'id,manager,title\r\n1,,Zürich €😀\r\n2,1,"a\r\nb"\r\n'

/** The pieces of a source, each of one unit or byte, so that every character and line end is cut somewhere. */
const singles = (source: Source): Source[] =>
  Array.from({ length: source.length }, (_, at) => source.slice(at, at + 1))

async function* generated(pieces: readonly Source[]): AsyncGenerator<Source> {
  for (const piece of pieces) {
    await Promise.resolve()
    yield piece
  }
}

function webStream(pieces: readonly Source[]): ReadableStream<Source> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
}

/** A web stream as some browsers give it: it has a reader and cannot be iterated. */
function onlyReadable(pieces: readonly Source[]): StreamSource {
  const stream = webStream(pieces)
  return { getReader: () => stream.getReader(), locked: false } as StreamSource
}

const bytes = new TextEncoder().encode(TEXT)

const streams: [what: string, stream: () => StreamSource][] = [
  ['a Node stream of bytes', () => Readable.from(singles(bytes).map((piece) => Buffer.from(piece)))],
  ['a Node stream of text', () => Readable.from(singles(TEXT))],
  ['a web stream of bytes', () => webStream(singles(bytes))],
  ['a web stream of text', () => webStream(singles(TEXT))],
  ['a web stream without iteration', () => onlyReadable(singles(bytes))],
  ['a generator of bytes', () => generated(singles(bytes))],
  ['a generator of text, pairs cut in two', () => generated(singles(TEXT))],
  ['empty pieces before text', () => generated(['', new Uint8Array(0), TEXT])],
  ['empty pieces before bytes', () => generated(['', bytes, ''])],
  ['one piece', () => generated([bytes])],
]

describe('a source in pieces', () => {
  it.each(streams)('reads %s', async (_what, stream) => {
    const org = await parseCsv(stream())
    expect(rolesOf(org)).toEqual(['1', '2'])
    expect(roleOf(org, '1').title).toBe('Zürich €😀')
    expect(roleOf(org, '2').title).toBe('a\r\nb')
    expect(await safeParseCsv(stream())).toMatchObject({ ok: true, issues: [] })
  })

  it.each<[what: string, source: Source | StreamSource]>([
    ['a source', TEXT],
    ['a stream', generated([TEXT])],
  ])('reads %s if the caller declares it', async (_what, source) => {
    const org: Org = await parseCsv(source)
    expect(transitiveReportsOf(org, '1')).toEqual(['2'])
  })

  it('copies each piece, since its owner may reuse it', async () => {
    async function* reused(): AsyncGenerator<Uint8Array> {
      const buffer = new Uint8Array(4)
      for (let at = 0; at < bytes.length; at += 4) {
        await Promise.resolve()
        const piece = bytes.subarray(at, at + 4)
        buffer.set(piece)
        yield buffer.subarray(0, piece.length)
      }
    }
    expect(roleOf(await parseCsv(reused()), '1').title).toBe('Zürich €😀')
  })

  it('reads an empty stream as an empty table', async () => {
    const result = await safeParseCsv(generated([]))
    expect(result.issues).toMatchObject([{ code: 'MISSING_COLUMN', place: { line: 1 } }])
  })

  it('rejects with all issues', async () => {
    const error: unknown = await parseCsv(generated(['id,manager\n1,2\n'])).catch((caught: unknown) => caught)
    expect(
      thrownBy(() => {
        throw error
      }).code,
    ).toBe('INVALID_ORG')
  })

  it('stops at the limit, and closes the stream', async () => {
    let pieces = 0
    let closed = false
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) {
          await Promise.resolve()
          pieces++
          yield 'id,manager\n'
        }
      } finally {
        closed = true
      }
    }
    const result = await safeParseCsv(endless(), { limits: { bytes: 100 } })
    expect(result.issues).toMatchObject([{ code: 'LIMIT_EXCEEDED', witness: ['bytes', '100'] }])
    expect([pieces, closed]).toEqual([10, true])
  })

  it('cancels a web stream at the limit', async () => {
    let reason: unknown = 'not cancelled'
    const stream = new ReadableStream<string>({
      pull: (controller) => {
        controller.enqueue('id,manager\n')
      },
      cancel: (given) => {
        reason = given
      },
    })
    await safeParseCsv(stream, { limits: { bytes: 100 } })
    expect(reason).toBeUndefined()
  })

  it('passes on errors of the stream', async () => {
    const broken = new Error('the disk is gone')
    async function* failing(): AsyncGenerator<string> {
      await Promise.resolve()
      yield 'id,manager\n'
      throw broken
    }
    await expect(safeParseCsv(failing())).rejects.toBe(broken)
    const web = new ReadableStream<string>({
      pull: (controller) => {
        controller.error(broken)
      },
    })
    await expect(safeParseCsv(web)).rejects.toBe(broken)
  })

  it.each<[what: string, stream: () => StreamSource]>([
    ['text and bytes', () => generated(['id', bytes])],
    ['bytes and text', () => generated([bytes, 'id'])],
    ['a number', () => generated([7 as never])],
    ['nothing', () => generated([undefined as never])],
    [
      'a stream that is read elsewhere',
      () => {
        const stream = webStream([bytes])
        stream.getReader()
        return stream
      },
    ],
  ])('refuses %s', async (_what, stream) => {
    const error: unknown = await safeParseCsv(stream()).catch((caught: unknown) => caught)
    expect(
      thrownBy(() => {
        throw error
      }),
    ).toMatchObject({ code: 'INVALID_ARGUMENT', details: { argument: 'source' } })
  })

  it('refuses wrong options of a stream by a rejection', async () => {
    const call = safeParseCsv(generated([TEXT]), { limits: { bytes: -1 } })
    await expect(call).rejects.toMatchObject({ code: 'INVALID_OPTION' })
  })
})
