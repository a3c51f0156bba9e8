import { graphKeyOf, isOrgError } from 'rolegraph'
import { describe, expect, it } from 'vitest'

describe('graphKeyOf', () => {
  it.each([
    ['analyst', 'analyst'],
    ['7', '7'],
    ['007', '007'],
    [' ', ' '],
    ['a~', 'a~'],
    ['', '~'],
    ['~', '~~'],
    ['~constructor', '~~constructor'],
    ['__proto__', '~__proto__'],
    ['constructor', '~constructor'],
    ['toString', '~toString'],
    ['hasOwnProperty', '~hasOwnProperty'],
    ['Constructor', 'Constructor'],
    ['prototype', 'prototype'],
  ])('of %j is %j', (id, key) => {
    expect(graphKeyOf(id)).toBe(key)
  })

  it('is never a property of every object, and differs for every id', () => {
    const names = Object.getOwnPropertyNames(Object.prototype)
    const ids = ['', '~', '~~', 'a', ...names, ...names.map((name) => `~${name}`)]
    const keys = ids.map(graphKeyOf)
    expect(keys.filter((key) => key in {})).toEqual([])
    expect(keys.map((key) => (key.startsWith('~') ? key.slice(1) : key))).toEqual(ids)
    expect(new Set(keys).size).toBe(ids.length)
  })

  it.each([undefined, null, 7, {}])('refuses %j', (id) => {
    let caught: unknown
    try {
      Reflect.apply(graphKeyOf, undefined, [id])
    } catch (error) {
      caught = error
    }
    expect(isOrgError(caught, 'INVALID_ARGUMENT')).toBe(true)
  })
})
