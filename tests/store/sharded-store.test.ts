import { openStore, shardedStore, sqliteDriver, type Store } from 'rolegraph/store'
import { describe, expect, it } from 'vitest'

/** A store of which only the place matters. */
function fakeStore(tenants: readonly string[] = []): Store {
  return {
    migrate: () => Promise.resolve({ from: 0, to: 5 }),
    tenant: (id) => ({ id: `${id} of ${tenants.join()}` }) as ReturnType<Store['tenant']>,
    tenants: () => Promise.resolve([...tenants]),
  }
}
const shards = (count: number): Store[] => Array.from({ length: count }, () => fakeStore())
const ids = Array.from({ length: 30_000 }, (_, number) => `tenant ${String(number)}`)

describe('shardedStore', () => {
  it('spreads tenants evenly', () => {
    for (const count of [2, 3, 5, 8]) {
      const { shardOf } = shardedStore(shards(count))
      const counts = new Array<number>(count).fill(0)
      for (const id of ids) counts[shardOf(id)]++
      for (const each of counts) expect(Math.abs((each * count) / ids.length - 1)).toBeLessThan(0.05)
    }
  })

  it('moves tenants only to a shard that is added', () => {
    const [three, four] = [shardedStore(shards(3)), shardedStore(shards(4))]
    let moved = 0
    for (const id of ids) {
      if (three.shardOf(id) === four.shardOf(id)) continue
      expect(four.shardOf(id)).toBe(3)
      moved++
    }
    expect(Math.abs((4 * moved) / ids.length - 1)).toBeLessThan(0.05)
  })

  it('finds a tenant where an earlier version put it', () => {
    const { shardOf } = shardedStore(shards(3))
    expect(['a', 'b', 'office', 'works', 'é', '𝒜'].map(shardOf)).toEqual([0, 1, 0, 0, 1, 2])
  })

  it('asks the store of a tenant, and all of them for their tenants', async () => {
    const [a, b] = [fakeStore(['a', '𝒜']), fakeStore(['b', '\uffff'])]
    const store = shardedStore([a, b], { shardOf: (id) => (id === 'b' ? 1 : 0) })
    expect(store.tenant('b').id).toBe('b of b,\uffff')
    expect(store.tenant('a').id).toBe('a of a,𝒜')
    expect(await store.tenants()).toEqual(['a', 'b', '\uffff', '𝒜'])
    expect(await store.migrate()).toEqual({ from: 0, to: 5 })
  })

  it('reports the shard that cannot be migrated, after the others', async () => {
    let done = 0
    const broken: Store = { ...fakeStore(), migrate: () => Promise.reject(new Error('down')) }
    const sound: Store = { ...fakeStore(), migrate: () => Promise.resolve({ from: 0, to: ++done }) }
    await expect(shardedStore([broken, sound, sound]).migrate()).rejects.toThrow('down')
    expect(done).toBe(2)
  })

  it('refuses what is not a list of stores, and a place without a store', () => {
    const store = openStore(
      sqliteDriver({ prepare: () => ({ all: () => [], run: () => undefined }), exec: () => 0 }),
    )
    for (const stores of [undefined, null, [], {}, [store, 7], 'ab'])
      expect(() => shardedStore(stores as never)).toThrow(
        expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
      )
    expect(() => shardedStore([store], { shardOf: 'a' as never })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
    for (const place of [1, -1, 0.5, NaN, '0', undefined])
      expect(() => shardedStore([store], { shardOf: () => place as never }).tenant('a')).toThrow(
        expect.objectContaining({ code: 'INVALID_OPTION' }),
      )
    expect(() => shardedStore([store]).tenant('')).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    )
  })
})
