import { defineOrg, orgFromRecords, roleOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { NotPlain, plainCopy } from '../../src/define/plain-copy.js'

/** Whether a value and all that it holds is frozen, without recursion. */
function isDeepFrozen(value: unknown): boolean {
  const open = [value]
  for (const next of open) {
    if (typeof next !== 'object' || next === null) continue
    if (!Object.isFrozen(next)) return false
    for (const key of Reflect.ownKeys(next)) open.push(Reflect.get(next, key))
  }
  return true
}

class Money {
  readonly amount = 1
}

describe('plainCopy', () => {
  it.each([
    [undefined],
    [null],
    [true],
    [0],
    [-0],
    [Number.NaN],
    [10n],
    ['text'],
    [{}],
    [[]],
    [{ a: 1, b: [1, 'two', { c: null, d: undefined }], e: {} }],
    [[[[]]]],
  ])('is equal and frozen to the bottom: %o', (value) => {
    const copy = plainCopy(value)
    expect(copy).toStrictEqual(value)
    expect(isDeepFrozen(copy)).toBe(true)
  })

  it('is a new object at every level, and does not change the source', () => {
    const source = { list: [{ deep: { value: 1 } }] }
    const copy = plainCopy(source) as typeof source
    expect(copy).not.toBe(source)
    expect(copy.list).not.toBe(source.list)
    expect(copy.list[0].deep).not.toBe(source.list[0].deep)
    expect(Object.isFrozen(source) || Object.isFrozen(source.list)).toBe(false)
    source.list[0].deep.value = 2
    source.list.push({ deep: { value: 3 } })
    expect(copy).toStrictEqual({ list: [{ deep: { value: 1 } }] })
  })

  it.each<[unknown, string[], string, string]>([
    [(): void => undefined, [], 'a function', ''],
    [Symbol('s'), [], 'a symbol', ''],
    [new Date(0), [], 'a class instance', ''],
    [new Map(), [], 'a class instance', ''],
    [new Set(), [], 'a class instance', ''],
    [/x/, [], 'a class instance', ''],
    [new Error('x'), [], 'a class instance', ''],
    [new Uint8Array(1), [], 'a class instance', ''],
    [Object(1), [], 'a class instance', ''],
    [Object.create({ inherited: 1 }), [], 'a class instance', ''],
    [new Money(), [], 'a class instance', ''],
    [Promise.resolve(), [], 'a class instance', ''],
    [{ a: (): void => undefined }, ['a'], 'a function', ' at a'],
    [{ a: [0, { b: Symbol('s') }] }, ['a', '1', 'b'], 'a symbol', ' at a.1.b'],
    [{ a: { ok: 1 }, b: [[new Date(0)]] }, ['b', '0', '0'], 'a class instance', ' at b.0.0'],
    [
      { 'a b': { ['c\nd']: (): void => undefined } },
      ['a b', 'c\nd'],
      'a function',
      String.raw` at 'a b'.'c\nd'`,
    ],
    [{ '': (): void => undefined }, [''], 'a function', " at ''"],
  ])('refuses what is not plain, and says where: %o', (value, path, what, at) => {
    const copy = plainCopy(value)
    expect(copy).toBeInstanceOf(NotPlain)
    expect(copy).toMatchObject({ path, what, at })
  })

  it('refuses a cycle, and says where it closes', () => {
    const loop: { a: { list: unknown[] } } = { a: { list: [] } }
    loop.a.list.push(1, loop)
    expect(plainCopy(loop)).toMatchObject({ path: ['a', 'list', '1'], what: 'a cycle' })
    const self: unknown[] = []
    self.push(self)
    expect(plainCopy(self)).toMatchObject({ path: ['0'], what: 'a cycle' })
  })

  it('reports the first part in the order of the keys', () => {
    expect(plainCopy({ a: 1, b: new Date(0), c: Symbol('s') })).toMatchObject({ path: ['b'] })
  })

  it('takes plain objects without a prototype and from another realm', () => {
    const bare = Object.assign(Object.create(null) as object, { a: 1 })
    expect(plainCopy(bare)).toEqual({ a: 1 })
    // An object whose prototype is an Object.prototype of its own, as in an iframe.
    const realm = Object.create(null) as object
    expect(plainCopy(Object.assign(Object.create(realm) as object, { a: 1 }))).toEqual({ a: 1 })
  })

  it('keeps shared references shared, so that small data stay small', () => {
    const leaf = { value: 1 }
    const copy = plainCopy({ a: leaf, b: [leaf, leaf] }) as { a: unknown; b: unknown[] }
    expect(copy.a).toBe(copy.b[0])
    expect(copy.a).toBe(copy.b[1])
    // Each level holds the one below twice: 2^200 paths, 201 objects.
    let level: object = { bottom: true }
    for (let up = 0; up < 200; up++) level = { left: level, right: level }
    let depth = 0
    for (let at = plainCopy(level) as { left?: typeof at }; at.left !== undefined; at = at.left) depth++
    expect(depth).toBe(200)
  })

  it('distinguishes a shared reference from a cycle', () => {
    const shared = { x: [1] }
    expect(plainCopy([shared, [shared, { again: shared }]])).not.toBeInstanceOf(NotPlain)
  })

  it('copies 100,000 levels without recursion', () => {
    let nested: unknown[] = []
    for (let level = 0; level < 100_000; level++) nested = [nested]
    let depth = 0
    let at = plainCopy(nested) as readonly unknown[]
    for (; at.length > 0 && Object.isFrozen(at); at = at[0] as readonly unknown[]) depth++
    expect(depth).toBe(100_000)
  })

  it('names the place of a fault 100,000 levels down briefly', () => {
    let nested: object = { fault: Symbol('s') }
    for (let level = 0; level < 100_000; level++) nested = { n: nested }
    const copy = plainCopy(nested)
    expect(copy).toMatchObject({ what: 'a symbol', at: ' at n.n.n.n.n.n.n.n and 99993 levels below' })
  })

  it('keeps keys such as __proto__ and constructor as data', () => {
    const text =
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"a":{"__proto__":[1]}}'
    const copy = plainCopy(JSON.parse(text)) as Record<string, unknown>
    expect(JSON.stringify(copy)).toBe(text)
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
    expect(Object.hasOwn(copy, '__proto__')).toBe(true)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('ignores symbol keys and non-enumerable fields', () => {
    const source = Object.defineProperty({ a: 1, [Symbol('s')]: 2 }, 'hidden', {
      value: 3,
      enumerable: false,
    })
    expect(Reflect.ownKeys(plainCopy(source) as object)).toEqual(['a'])
  })

  it('reads a getter once, and keeps its value', () => {
    let reads = 0
    const source = {
      get a(): number {
        return ++reads
      },
    }
    const copy = plainCopy(source) as { readonly a: number }
    expect([copy.a, copy.a, reads]).toEqual([1, 1, 1])
  })
})

describe('the data of a role', () => {
  it('is a frozen copy, from defineOrg and from orgFromRecords', () => {
    const data = { tags: ['a'], nested: { list: [{ x: 1 }] } }
    const defined = defineOrg({ roles: { r: { data } } })
    const read = orgFromRecords([{ id: 'r', data }], { id: 'id', data: (row) => row.data })
    data.tags.push('b')
    data.nested.list[0].x = 2
    for (const copy of [roleOf(defined, 'r').data, roleOf(read, 'r').data]) {
      expect(copy).toStrictEqual({ tags: ['a'], nested: { list: [{ x: 1 }] } })
      expect(isDeepFrozen(copy)).toBe(true)
    }
  })
})
