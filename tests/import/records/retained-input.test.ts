import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { managerOf, type Org, roleOf } from 'rolegraph'
import { parseRecords, type RecordData } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

describe('an org of records', () => {
  it.each([
    ['a string', (text: string): string => text],
    ['bytes', (text: string): Uint8Array => new TextEncoder().encode(text)],
  ])('does not keep %s that it was read from', async (_, sourceOf) => {
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    const megabytes = 20
    const blanks = ' '.repeat(1000)
    const orgOf = (): Org<string, string, RecordData> => {
      const records = Array.from(
        { length: megabytes * 1000 },
        (_, n) =>
          `${blanks}{"id":${String(n)},"manager":${n === 0 ? 'null' : '0'},"title":"a\\nb","holders":["Ada"],"site":{"n":1}}`,
      )
      return parseRecords(sourceOf(`[${records.join(',')}]`))
    }
    const used = async (): Promise<number> => {
      // What a frame that is still open holds goes with the next turn.
      await new Promise((resolve) => setImmediate(resolve))
      // Twice: a collection that has begun takes what is made meanwhile for alive.
      collectGarbage()
      collectGarbage()
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      return (heapUsed + arrayBuffers) / 1e6
    }
    orgOf()
    const before = await used()
    const org = orgOf()
    expect((await used()) - before).toBeLessThan(megabytes / 2)
    expect(managerOf(org, '19999')).toBe('0')
    expect(roleOf(org, '7')).toMatchObject({ title: 'a\nb', holders: ['Ada'], data: { site: { n: 1 } } })
  })
})
