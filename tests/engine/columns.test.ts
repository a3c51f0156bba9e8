import { describe, expect, it } from 'vitest'
import { attributeColumns } from '../../src/engine/columns.js'

const LONG = 20_000

describe('attributeColumns', () => {
  it('holds whole numbers in four bytes', () => {
    const cost = Array.from({ length: LONG }, (_, role) => role * 1000 - 7)
    const made = attributeColumns([['cost', cost]]).cost
    expect(made).toBeInstanceOf(Int32Array)
    expect(Array.from(made ?? [])).toEqual(cost)
  })

  it.each([
    ['a fraction', 0.5],
    ['a large number', 2 ** 31],
    ['a very small number', -(2 ** 31) - 1],
    ['a negative zero', -0],
    ['nothing', undefined],
  ])('leaves a column with %s as it is', (_what, value) => {
    for (const at of [0, LONG - 1]) {
      const grade = Array.from({ length: LONG }, (_, role) => (role === at ? value : 1))
      expect(attributeColumns([['grade', grade]]).grade).toBe(grade)
    }
  })

  it('leaves texts and short columns as they are', () => {
    const title = new Array<string>(LONG).fill('7')
    const grade = [1, 2, 3]
    const made = attributeColumns([
      ['title', title],
      ['grade', grade],
    ])
    expect([made.title === title, made.grade === grade]).toEqual([true, true])
  })

  it('finds no column on a prototype', () => {
    expect(Reflect.get(attributeColumns([]), 'constructor')).toBe(undefined)
  })
})
