import { describe, expect, it } from 'vitest'
import { dataText } from '../../src/kernel/data-text.js'

describe('dataText', () => {
  it.each<[unknown]>([
    [null],
    [true],
    [0],
    [-0],
    [1.5e-9],
    [NaN],
    ['a "b"\\ \n\ud800'],
    [[]],
    [{}],
    [[1, [2, [], {}], undefined, -Infinity]],
    [[1, , 3]],
    [{ b: 1, a: { 'x"': ['y', null] }, none: undefined, list: [{ c: false }, { d: '' }] }],
    [{ none: undefined }],
  ])('is what JSON.stringify writes: %j', (value) => {
    expect(dataText(value)).toBe(JSON.stringify(value))
  })

  it('writes a bigint as its digits, at any depth', () => {
    expect(dataText(12345678901234567890n)).toBe('12345678901234567890')
    expect(dataText({ x: [10n, -1n] })).toBe('{"x":[10,-1]}')
  })

  it('writes what is nested deeper than 100 levels as …', () => {
    const nested = (levels: number): unknown => {
      let value: unknown = 1
      for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value }
      return value
    }
    expect(dataText(nested(100))).toBe(JSON.stringify(nested(100)))
    const text = dataText(nested(20_000))
    expect(text).toBe(`${'{"a":['.repeat(50)}…${']}'.repeat(50)}`)
  })

  it('ends for a value that shares its parts at each level', () => {
    let value: unknown = 1
    for (let level = 0; level < 60; level++) value = [value, value]
    expect(dataText(value)).toContain('…')
  })
})
