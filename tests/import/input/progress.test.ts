import { rolesOf } from 'rolegraph'
import {
  type ImportProgress,
  parseCsv,
  parseRecords,
  safeParseCsv,
  type StreamSource,
} from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

const ROWS = 100_000
const TABLE = new TextEncoder().encode(
  `id,manager,title,note\n${Array.from({ length: ROWS }, (_, row) => `${String(row)},${row === 0 ? '' : String((row - 1) >> 3)},Title ${String(row % 99)},note\n`).join('')}`,
)

async function* inPieces(bytes: Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve()
    yield bytes.subarray(at, at + size)
  }
}

/** A stream that never answers again after a first piece. */
class Stuck {
  readonly locked = false
  cancelled = 0
  #pieces = 0

  getReader(): ReturnType<Exclude<StreamSource, AsyncIterable<unknown>>['getReader']> {
    return {
      read: () =>
        this.#pieces++ === 0
          ? Promise.resolve({ done: false, value: TABLE.subarray(0, 100) })
          : new Promise<never>(() => undefined),
      cancel: () => {
        this.cancelled++
        return Promise.resolve()
      },
    }
  }
}

describe('progress', () => {
  it('of a stream: what has arrived, and then what is read of all', async () => {
    const seen: ImportProgress[] = []
    await parseCsv(inPieces(TABLE), { onProgress: (progress) => seen.push(progress) })
    const arriving = seen.filter(({ total }) => total === undefined)
    const reading = seen.filter(({ total }) => total === TABLE.length)
    expect(arriving.length + reading.length).toBe(seen.length)
    expect(arriving.at(-1)).toEqual({ bytes: TABLE.length, total: undefined })
    expect(reading.at(-1)).toEqual({ bytes: TABLE.length, total: TABLE.length })
    expect(reading.length).toBeGreaterThan(2)
    for (const list of [arriving, reading]) {
      expect(list.map(({ bytes }) => bytes)).toEqual(list.map(({ bytes }) => bytes).sort((a, b) => a - b))
    }
  })

  it('of a source that is there, in any format, ends with all of it', () => {
    const seen: ImportProgress[] = []
    parseCsv('id,manager\n1,\n', { onProgress: (progress) => seen.push(progress) })
    expect(seen.at(-1)).toEqual({ bytes: 14, total: 14 })
    parseRecords('[{"id":"1"}]', { manager: null, onProgress: (progress) => seen.push(progress) })
    expect(seen.at(-1)).toEqual({ bytes: 12, total: 12 })
  })

  it('may throw, which ends the parse', () => {
    const stop = (): never => {
      throw new RangeError('enough')
    }
    expect(() => parseCsv(TABLE, { onProgress: stop })).toThrow('enough')
  })
})

describe('a signal', () => {
  it('that is aborted before: its reason is thrown, or rejects', async () => {
    const signal = AbortSignal.abort(new Error('not today'))
    expect(() => parseCsv(TABLE, { signal })).toThrow('not today')
    await expect(safeParseCsv(inPieces(TABLE), { signal })).rejects.toThrow('not today')
  })

  it('that is aborted while a stream is stuck: rejects, and cancels the stream', async () => {
    const controller = new AbortController()
    const stream = new Stuck()
    const result = safeParseCsv(stream, { signal: controller.signal })
    setTimeout(() => {
      controller.abort(new Error('too slow'))
    }, 5)
    await expect(result).rejects.toThrow('too slow')
    expect(stream.cancelled).toBe(1)
  })

  it('that is aborted while the input is read: rejects', async () => {
    const controller = new AbortController()
    const result = safeParseCsv(inPieces(TABLE), {
      signal: controller.signal,
      onProgress: ({ total }) => {
        if (total !== undefined) controller.abort(new Error('seen enough'))
      },
    })
    await expect(result).rejects.toThrow('seen enough')
  })

  it('that is never aborted changes nothing', async () => {
    const { signal } = new AbortController()
    expect(rolesOf(await parseCsv(inPieces(TABLE), { signal }))).toHaveLength(ROWS)
  })
})

describe('what waits', () => {
  it('can run while a stream is read', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const start = Date.now()
    await parseCsv(inPieces(TABLE))
    const took = Date.now() - start
    clearInterval(timer)
    // Without pauses there would be none: only then is the time that a turn waited more than a few spans.
    if (took > 60) expect(turns).toBeGreaterThan(1)
  })
})

describe('wrong options', () => {
  const anything = safeParseCsv as (source: string, options: unknown) => unknown

  it.each([
    ['a progress that is no function', { onProgress: true }, 'onProgress'],
    ['a signal that is none', { signal: {} }, 'signal'],
    ['a signal that is null', { signal: null }, 'signal'],
  ])('refuse %s', (_what, options, option) => {
    expect(thrownBy(() => anything('id\n', options)).details).toMatchObject({ option })
  })
})
