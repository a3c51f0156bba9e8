import {
  givenOptions,
  hashWith,
  invalidArgument,
  invalidOption,
  mixedHash,
  ownValue,
  wholeTextHash,
} from '../internal.js'
import { tenantId } from './given-arguments.js'
import type { MigrateOptions, Store } from './open-store.js'

/** The options of {@link shardedStore}. */
export interface ShardOptions {
  /** Returns the place of the shard that has a tenant, from 0. Default: by a hash of the id of the tenant. */
  readonly shardOf?: (tenant: string) => number
}

/** Several stores as one. */
export interface ShardedStore extends Store {
  /** Returns the place of the store that has a tenant. */
  readonly shardOf: (tenant: string) => number
}

/**
 * Makes one store of several, each on a server of its own: a tenant lives on one of them, as a hash of its id says. While a server is down,
 * its tenants reject with `STORE_FAILED`, and the others go on. `tenants` and `migrate` need all servers.
 *
 * The hash is that of a list: add stores at its end. With one more store, one tenant in as many as there are stores then belongs to the new
 * one, and no other tenant belongs elsewhere; docs/scale.md shows how to move them.
 *
 * Complexity: O(shards) per call of `tenant`.
 *
 * @param stores The stores, in an order that stays.
 * @param options `shardOf`: where a tenant lives, if you keep a table of that.
 * @returns The store.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a list of stores, `INVALID_OPTION`, also where `shardOf` returns no place in the list.
 * @example
 * ```ts
 * import { PGlite } from '@electric-sql/pglite'
 * import { openStore, pgliteDriver, shardedStore } from 'rolegraph/store'
 *
 * const databases = [new PGlite(), new PGlite()]
 * const store = shardedStore(databases.map((database) => openStore(pgliteDriver(database))))
 * await store.migrate()
 * for (const id of ['office', 'works', 'shop']) await store.tenant(id).create(undefined, { actor: 'ada' })
 * console.log(await store.tenants()) // => [ 'office', 'shop', 'works' ]
 * for (const database of databases) await database.close()
 * ```
 * @see {@link openStore}.
 */
export function shardedStore(stores: readonly Store[], options?: ShardOptions): ShardedStore {
  if (!Array.isArray(stores) || stores.length === 0 || !stores.every(isStore))
    throw invalidArgument('shardedStore', 'stores', stores, 'a list of stores that openStore returned')
  const shards: readonly Store[] = Array.from(stores as readonly Store[])
  const chosen = givenOptions('shardedStore', options, ['shardOf']).get('shardOf')
  if (chosen !== undefined && typeof chosen !== 'function')
    throw invalidOption('shardOf', chosen, 'a function that returns the place of a store')
  const shardOf = (received: string): number => {
    const id = tenantId(received)
    if (chosen === undefined) return shardByHash(id, shards.length)
    const place: unknown = (chosen as (tenant: string) => unknown)(id)
    if (typeof place === 'number' && Object.hasOwn(shards, place)) return place
    throw invalidOption(
      'shardOf',
      place,
      `a function that returns a whole number from 0 to ${String(shards.length - 1)}`,
    )
  }
  return Object.freeze({
    shardOf,
    tenant: (id: string) => shards[shardOf(id)].tenant(id),
    async tenants() {
      const lists = await Promise.all(shards.map((shard) => shard.tenants()))
      return lists.flat().sort(byCharacters)
    },
    async migrate(given?: MigrateOptions) {
      // Each goes as far as it can before the first failure is reported.
      const all = await Promise.allSettled(shards.map((shard) => shard.migrate(given)))
      const failed = all.find((each) => each.status === 'rejected')
      if (failed !== undefined) throw failed.reason
      const done = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
      return {
        from: Math.min(...done.map(({ from }) => from)),
        to: Math.max(...done.map(({ to }) => to)),
      }
    },
  })
}

function isStore(value: unknown): boolean {
  return ['migrate', 'tenant', 'tenants'].every((name) => typeof ownValue(value, name) === 'function')
}

/** The shard with the greatest hash of the tenant and itself: one more shard takes tenants from all others and moves none between them. */
function shardByHash(tenant: string, count: number): number {
  const hash = wholeTextHash(tenant)
  let best = 0
  let greatest = -Infinity
  for (let shard = 0; shard < count; shard++) {
    const own = mixedHash(hashWith(hash, shard + 1))
    if (own > greatest) [best, greatest] = [shard, own]
  }
  return best
}

/** The order of databases: by code points, where strings compare by halves of surrogate pairs. */
function byCharacters(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [first, second] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (first === second) continue
    return rank(first) - rank(second)
  }
  return a.length - b.length
}

/** Surrogates come after all other units. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
