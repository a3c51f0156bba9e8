import { Pool } from 'pg'
import { rolesOf } from 'rolegraph'
import { openStore, postgresDriver, type Store } from 'rolegraph/store'
import { makeOrg } from 'rolegraph/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../../../scripts/postgres-server.js'

const BY = { actor: 'ada' }
let server: PostgresServer
beforeAll(async () => {
  // Nothing is analysed that a test does not analyse.
  server = await startPostgres({ autovacuum: 'off' })
})
afterAll(async () => {
  await server.stop()
})

/** A store on tables of its own, with one connection, which keeps its plans. */
async function withStore(
  name: string,
  partitions: number,
  work: (store: Store, pool: Pool) => Promise<void>,
): Promise<void> {
  const url = new URL(server.url)
  const owner = new Pool({ connectionString: server.url, max: 1 })
  await owner.query(`CREATE DATABASE ${name}`)
  await owner.end()
  url.pathname = name
  const pool = new Pool({ connectionString: url.href, max: 1 })
  const store = openStore(postgresDriver(pool))
  await store.migrate({ partitions })
  await work(store, pool)
  await pool.end()
}

/** How many rows and entries of indexes the server has read, of all tables. */
async function read(pool: Pool): Promise<number> {
  await pool.query('SELECT pg_stat_force_next_flush()')
  await pool.query('SELECT 1')
  const { rows } = await pool.query<{ read: string }>(
    `SELECT (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes) + (SELECT sum(seq_tup_read) FROM pg_stat_user_tables) AS read`,
  )
  return Number(rows[0].read)
}

/** Changes that write into and out of each table with roles. */
async function changeAll(store: Store, id: string, roles: readonly string[], number: number): Promise<void> {
  const tenant = store.tenant(id)
  const role = `new ${String(number)}`
  const spec = { reportsTo: roles[0], dottedTo: [roles[1]], progressesTo: [roles[2]], holders: ['x'] }
  await tenant.change([{ do: 'add-role', role, spec }], BY)
  await tenant.change(
    [
      { do: 'add-dotted-line', role, manager: roles[3] },
      { do: 'add-move', role, move: roles[4] },
      { do: 'update-role', role, set: { title: 'New', holders: [] } },
    ],
    BY,
  )
  await tenant.change([{ do: 'set-manager', role, manager: roles[roles.length - 1] }], BY)
  await tenant.change([{ do: 'remove-role', role }], BY)
}

// What a connection knew of the tables when it made its plans.
const states = [
  { state: 'never_analysed', analyseAt: undefined, partitions: 0 },
  { state: 'analysed_empty', analyseAt: 'empty', partitions: 0 },
  { state: 'analysed_small', analyseAt: 'small', partitions: 0 },
  { state: 'analysed_small_partitions', analyseAt: 'small', partitions: 4 },
] as const

describe.each(states)('a connection that began with few rows, $state', ({ state, analyseAt, partitions }) => {
  it('reads what it writes, and not all roles of a tenant or of all tenants', async () => {
    await withStore(state, partitions, async (store, pool) => {
      if (analyseAt === 'empty') await pool.query('ANALYZE')
      const small = makeOrg({ roles: 100, seed: 3 })
      const medium = makeOrg({ roles: 900, seed: 3 })
      const large = makeOrg({ roles: 5000, seed: 3 })
      /** Enough of everything that the connection has its plans. */
      const begin = async (name: string): Promise<void> => {
        for (let number = 0; number < 7; number++) {
          const id = `${name} ${String(number)}`
          await store.tenant(id).create(small, BY)
          await changeAll(store, id, rolesOf(small), number)
        }
        await store.tenant(`${name} 0`).delete()
      }
      await begin('first')
      if (analyseAt === 'small') await pool.query('ANALYZE')
      await begin('second')

      // The check of each manager reads one entry, those of the keys a few more.
      const [start, created] = [await read(pool), 10 * 900 + 5000]
      for (let number = 0; number < 10; number++)
        await store.tenant(`medium ${String(number)}`).create(medium, BY)
      await store.tenant('large').create(large, BY)
      const afterCreate = await read(pool)
      expect(afterCreate - start).toBeLessThan(3 * created)

      // A walk to the top, and the rows that were.
      await store.tenant('large').load()
      const beforeChange = await read(pool)
      for (let number = 0; number < 10; number++) await changeAll(store, 'large', rolesOf(large), number)
      const ofChange = ((await read(pool)) - beforeChange) / 40
      expect(ofChange).toBeLessThan(300)

      // Each role of a tenant that is deleted was somebody's manager or not.
      const beforeDelete = await read(pool)
      await store.tenant('medium 1').delete()
      await store.tenant('large').delete()
      expect((await read(pool)) - beforeDelete).toBeLessThan(10 * 5900)
    })
  })
})
