import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { roleOf } from 'rolegraph'
import { parseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

describe('the strings of a table', () => {
  it('do not keep the text of a whole file in memory', async () => {
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    const megabytes = 20
    const titleOfOne = (): string => {
      const row = `,,A title of more than a dozen letters,${'x'.repeat(950)}\n`
      const rows = Array.from({ length: megabytes * 1000 }, (_, index) => String(index) + row)
      return roleOf(parseCsv(`id,manager,title,note\n${rows.join('')}`), '9999').title
    }
    const heapUsed = async (): Promise<number> => {
      // What a frame that is still open holds goes with the next turn.
      await new Promise((resolve) => setImmediate(resolve))
      // Twice: a collection that has begun takes what is made meanwhile for alive.
      collectGarbage()
      collectGarbage()
      return process.memoryUsage().heapUsed / 1e6
    }
    titleOfOne()
    const before = await heapUsed()
    const title = titleOfOne()
    expect((await heapUsed()) - before).toBeLessThan(megabytes / 2)
    expect(title).toBe('A title of more than a dozen letters')
  })
})
