import { describe, expect, it } from 'vitest'
import { exportedBy } from '../../src/export/exported.js'
import type { Loss } from '../../src/export/loss.js'

const LOSS: Loss<'role', 'note', 'no-place'> = {
  kind: 'role',
  of: ['a'],
  field: 'note',
  why: 'no-place',
}

function writer(pieces: readonly string[]) {
  const calls = { count: 0 }
  const exported = exportedBy<typeof LOSS>(function* (lose) {
    calls.count++
    yield* pieces
    lose(LOSS)
  })
  return { calls, exported }
}

describe('exportedBy', () => {
  it('writes the text when it is read, once', () => {
    const { calls, exported } = writer(['a', 'b'])
    expect(calls.count).toBe(0)
    expect(exported.text).toBe('ab')
    expect(exported.text).toBe('ab')
    expect(exported.lost).toEqual([LOSS])
    expect(calls.count).toBe(1)
  })

  it('knows what is lost without the text', () => {
    const { calls, exported } = writer(['a'])
    expect(exported.lost).toEqual([LOSS])
    expect(exported.lost).toEqual([LOSS])
    expect(calls.count).toBe(1)
  })

  it('gives the text in chunks, again at each iteration', () => {
    const long = 'x'.repeat(50_000)
    const { exported } = writer([long, long, long, 'y'])
    expect(Array.from(exported, (chunk) => chunk.length)).toEqual([100_000, 50_001])
    expect([...exported].join('')).toBe(exported.text)
  })

  it('gives no chunk of an empty text', () => {
    expect([...writer([]).exported]).toEqual([])
    expect(writer([]).exported.text).toBe('')
  })

  it('shows the text and what is lost as own properties, frozen', () => {
    const { exported } = writer(['a'])
    expect(Object.entries(exported)).toEqual([
      ['text', 'a'],
      ['lost', [LOSS]],
    ])
    expect(Object.isFrozen(exported)).toBe(true)
    expect(Object.isFrozen(exported.lost)).toBe(true)
    expect(Object.isFrozen(exported.lost[0])).toBe(true)
  })

  it('is complete where an iteration ended early', () => {
    const { exported } = writer(['x'.repeat(70_000), 'y'])
    for (const chunk of exported) {
      expect(chunk).toHaveLength(70_000)
      break
    }
    expect(exported.lost).toEqual([LOSS])
  })
})
