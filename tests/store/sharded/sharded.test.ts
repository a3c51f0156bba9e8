import { Pool } from 'pg'
import {
  changeOrg,
  isOrgError,
  managementChainOf,
  managerOf,
  type Org,
  rolesOf,
  transitiveReportsOf,
} from 'rolegraph'
import { openStore, postgresDriver, shardedStore, type Store } from 'rolegraph/store'
import { makeChanges, makeOrg } from 'rolegraph/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../../../scripts/postgres-server.js'
import { CHART_WITH_EVERYTHING } from '../support/charts.js'
import { connectRouter, routerDriver } from '../support/router.js'

const BY = { actor: 'ada' }
const NODES = 3
const servers: PostgresServer[] = []
const pools: Pool[] = []
let nodes: Store[]

function poolOf({ url }: PostgresServer): Pool {
  const pool = new Pool({ connectionString: url, max: 8 })
  pool.on('error', () => undefined)
  pools.push(pool)
  return pool
}

beforeAll(async () => {
  // The nodes, and the router.
  for (let number = 0; number <= NODES; number++) servers.push(await startPostgres())
  const [router, ...own] = servers.map(poolOf)
  nodes = own.map((pool) => openStore(postgresDriver(pool)))
  for (const node of nodes) await node.migrate()
  await connectRouter(
    router,
    own,
    servers.slice(1).map(({ url }) => url),
  )
})
afterAll(async () => {
  for (const pool of pools) await pool.end()
  for (const server of servers) await server.stop()
})

/** A store without anything in its cache. */
const WAYS: readonly (readonly [name: string, open: () => Store])[] = [
  ['shardedStore', () => shardedStore(pools.slice(1).map((pool) => openStore(postgresDriver(pool))))],
  ['PL/Proxy', () => openStore(routerDriver(pools[0]))],
]

async function countsPerNode(): Promise<number[]> {
  return Promise.all(nodes.map(async (node) => (await node.tenants()).length))
}

describe.each(WAYS)('three nodes behind %s', (name, open) => {
  let store: Store
  beforeEach(async () => {
    for (const node of nodes) for (const id of await node.tenants()) await node.tenant(id).delete()
    store = open()
  })

  it.each(Object.entries(CHART_WITH_EVERYTHING))('give back an org with %s', async (_what, org) => {
    expect(await store.tenant('t').create(org, BY)).toMatchObject({ rev: 1 })
    expect((await open().tenant('t').load()).org).toEqual(org)
    await expect(store.tenant('t').create(org, BY)).rejects.toMatchObject({ code: 'TENANT_EXISTS' })
    await expect(store.tenant('u').load()).rejects.toMatchObject({ code: 'UNKNOWN_TENANT' })
  })

  it.each([1, 2, 3, 4])('write the rows of changes that were made at random (%i)', async (seed) => {
    const org = makeOrg({ roles: 30, dotted: 0.3, people: true, jobShares: 0.2, units: true, seed })
    const tenant = store.tenant('t')
    await tenant.create(org, BY)
    const orgs: Org[] = [org]
    for (let step = 0; step < 6; step++) {
      const last = orgs[orgs.length - 1]
      const changes = makeChanges(last, { count: 6, seed: 100 * seed + step })
      orgs.push(changeOrg(last, changes as []).org)
      // Every second change goes through a store that has nothing in memory.
      const done = await (step % 2 === 0 ? tenant : open().tenant('t')).change(changes, {
        actor: `a${String(step)}`,
      })
      expect(done.rev).toBe(step + 2)
    }
    for (const [index, expected] of orgs.entries())
      expect(
        (
          await open()
            .tenant('t')
            .load({ at: index + 1 })
        ).org,
      ).toEqual(expected)
    expect((await open().tenant('t').load()).org).toEqual(orgs.at(-1))
    expect((await tenant.history()).map(({ actor }) => actor)).toEqual([
      'ada',
      'a0',
      'a1',
      'a2',
      'a3',
      'a4',
      'a5',
    ])
    const now = orgs[orgs.length - 1]
    for (const id of rolesOf(now)) {
      expect(await tenant.managerOf(id)).toBe(managerOf(now, id))
      expect(await tenant.managementChainOf(id)).toEqual(managementChainOf(now, id))
      expect(await tenant.transitiveReportsOf(id)).toEqual(transitiveReportsOf(now, id))
    }
    expect((await tenant.export()).revisions).toHaveLength(7)
  })

  it('keep ids of any text apart', async () => {
    const ids = ["'", '"', '\\', '{}', 'NULL', '', '\0', '\u001d', '\ud800', 'é', '$1', '%s', ',', '\n']
    const org = makeOrg({ roles: 1, seed: 1 })
    const tenant = store.tenant('"; {,} \\ $1')
    await tenant.create(org, BY)
    const [top] = rolesOf(org)
    const { org: after } = await tenant.change(
      ids.map((role) => ({ do: 'add-role' as const, role, spec: { reportsTo: top } })),
      BY,
    )
    await tenant.change(
      ids.map((role) => ({ do: 'update-role' as const, role, set: { title: role } })),
      BY,
    )
    expect(rolesOf((await open().tenant('"; {,} \\ $1').load()).org)).toEqual(rolesOf(after))
    for (const id of ids) expect(await tenant.managerOf(id)).toBe(top)
  })

  it('make changes of many callers one after the other, and refuse what is late', async () => {
    await store.tenant('t').create(makeOrg({ roles: 2, seed: 1 }), BY)
    const all = Array.from({ length: 24 }, (_, number) =>
      // Four stores that know nothing of each other.
      (number < 12 ? store : open()).tenant('t').change([{ do: 'add-role', role: `r${String(number)}` }], BY),
    )
    const revisions = (await Promise.all(all)).map(({ rev }) => rev).sort((a, b) => a - b)
    expect(revisions).toEqual(Array.from({ length: 24 }, (_, number) => number + 2))
    expect(rolesOf((await open().tenant('t').load()).org)).toHaveLength(26)
    await expect(
      store.tenant('t').change([{ do: 'add-role', role: 'late' }], { actor: 'ada', expectedRev: 3 }),
    ).rejects.toMatchObject({ code: 'REVISION_CONFLICT', details: { expectedRev: 3, rev: 25 } })
    const refused = await store
      .tenant('t')
      .change([{ do: 'remove-role', role: 'nobody' }], BY)
      .catch((error: unknown) => error)
    expect(isOrgError(refused, 'INVALID_CHANGES')).toBe(true)
  })

  it('hold tenants on all nodes, and each on one', async () => {
    const org = makeOrg({ roles: 10, seed: 1 })
    for (let number = 0; number < 60; number++) await store.tenant(`tenant ${String(number)}`).create(org, BY)
    const counts = await countsPerNode()
    console.log(`${name}: 60 tenants on ${String(NODES)} nodes: ${counts.join(', ')}`)
    expect(counts.reduce((sum, count) => sum + count)).toBe(60)
    for (const count of counts) expect(count).toBeGreaterThanOrEqual(10)
  })

  /** Changes and loads tenants, some of which are on a server that is gone: these fail as `failure` says, within `within` ms. */
  async function tryWithout(
    lost: readonly string[],
    ids: readonly string[],
    store: Store,
    within: number,
  ): Promise<void> {
    const others = ids.filter((id) => !lost.includes(id))
    expect(lost.length).toBeGreaterThan(2)
    const failure = { code: 'STORE_FAILED', details: { reason: 'connection', retry: true } }
    const messages: string[] = []
    const failOf = async (work: () => Promise<unknown>): Promise<void> => {
      const start = performance.now()
      const error: unknown = await work().catch((error: unknown) => error)
      expect(error).toMatchObject(failure)
      const time = performance.now() - start
      expect(time).toBeLessThan(within)
      messages.push(`${name}, after ${time.toFixed(0)} ms: ${String(error)}`)
    }
    for (const id of lost.slice(0, 3)) {
      await failOf(() => store.tenant(id).change([{ do: 'add-role', role: 'new' }], BY))
      await failOf(() => store.tenant(id).load())
      await failOf(() => store.tenant(id).managerOf('r1'))
    }
    for (const id of others.slice(0, 4))
      expect((await store.tenant(id).change([{ do: 'add-role', role: 'new' }], BY)).rev).toBe(2)
    console.log([...new Set(messages)].slice(0, 3).join('\n'))
  }

  it('fail at once for the tenants of a server that is stopped, and go on for the others', async () => {
    const ids = await fortyTenants(store)
    const lost = await nodes[1].tenants()
    const start = await servers[2].halt()
    try {
      await tryWithout(lost, ids, store, 5000)
    } finally {
      await start()
    }
    for (const id of lost)
      expect((await store.tenant(id).change([{ do: 'add-role', role: 'newer' }], BY)).rev).toBe(2)
  })

  it('fail within the time-outs of the pool for those of one that does not answer', async () => {
    const limits = { query_timeout: 1000, connectionTimeoutMillis: 1000 }
    const own = servers.map(({ url }) => {
      const pool = new Pool({ connectionString: url, max: 8, ...limits })
      pool.on('error', () => undefined)
      return pool
    })
    const impatient =
      name === 'PL/Proxy'
        ? openStore(routerDriver(own[0]))
        : shardedStore(own.slice(1).map((pool) => openStore(postgresDriver(pool))))
    const ids = await fortyTenants(impatient)
    const lost = await nodes[1].tenants()
    const resume = servers[2].freeze()
    try {
      // A transaction is given up after two statements: the one that is not answered, and its end.
      await tryWithout(lost, ids, impatient, 5000)
    } finally {
      resume()
    }
    // A change whose answer nobody waited for can be made all the same.
    const { rev } = await impatient.tenant(lost[3]).change([{ do: 'add-role', role: 'newer' }], BY)
    expect(rev).toBe(2)
    for (const id of lost.slice(0, 3)) {
      await impatient.tenant(id).change([{ do: 'add-role', role: 'newer' }], BY)
      const history = await impatient.tenant(id).history()
      expect(history.map((revision) => revision.rev)).toEqual(history.map((_, index) => index + 1))
    }
    for (const pool of own) await pool.end()
  })
})

async function fortyTenants(store: Store): Promise<string[]> {
  const org = makeOrg({ roles: 10, seed: 1 })
  const ids = Array.from({ length: 40 }, (_, number) => `tenant ${String(number)}`)
  for (const id of ids) await store.tenant(id).create(org, BY)
  return ids
}

describe('throughput', () => {
  it('is printed for one, two and three nodes', async () => {
    const org = makeOrg({ roles: 100, seed: 1 })
    const rate = async (shards: readonly Store[]): Promise<number> => {
      const store = shardedStore(shards)
      const tenants = Array.from({ length: 24 }, (_, number) =>
        store.tenant(`load ${String(number)} of ${String(shards.length)}`),
      )
      for (const tenant of tenants) await tenant.create(org, BY)
      const ids = rolesOf(org)
      const end = Date.now() + 1000 * Number(process.env['ROLEGRAPH_TEST_SECONDS'] ?? 3)
      let count = 0
      const start = performance.now()
      await Promise.all(
        tenants.map(async (tenant, seed) => {
          for (let number = 0; Date.now() < end; number++) {
            const role = ids[1 + ((7 * number + seed) % (ids.length - 1))]
            await tenant.change([{ do: 'update-role', role, set: { title: `Title ${String(number)}` } }], BY)
            count++
          }
        }),
      )
      return (1000 * count) / (performance.now() - start)
    }
    // In turns, so that what else runs on the machine is in all of them.
    const rates = [1, 2, 3].map((): number[] => [])
    for (let round = 0; round < 3; round++)
      for (const [index, list] of rates.entries()) {
        for (const node of nodes) for (const id of await node.tenants()) await node.tenant(id).delete()
        list.push(await rate(nodes.slice(0, index + 1)))
      }
    const medians = rates.map((list) => [...list].sort((a, b) => a - b)[1])
    console.log(
      `changes per second on one, two and three nodes: ${medians.map((each) => each.toFixed(0)).join(', ')}`,
    )
    for (const each of medians) expect(each).toBeGreaterThan(0)
  })
})
