import { Pool } from 'pg'
import { openStore, postgresDriver } from 'rolegraph/store'
import { makeOrg } from 'rolegraph/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../../../scripts/postgres-server.js'

let server: PostgresServer
let pool: Pool
beforeAll(async () => {
  server = await startPostgres()
  // One connection, whose plans are from when the tables were empty.
  pool = new Pool({ connectionString: server.url, max: 1 })
})
afterAll(async () => {
  await pool.end()
  await server.stop()
})

/** How many entries of its indexes the server has read to find roles. */
async function entriesRead(): Promise<number> {
  await pool.query('SELECT pg_stat_force_next_flush()')
  await pool.query('SELECT 1')
  const { rows } = await pool.query<{ read: string }>(
    "SELECT sum(idx_tup_read) AS read FROM pg_stat_user_indexes WHERE relname = 'rolegraph_role'",
  )
  return Number(rows[0].read)
}

it('a large org is checked role by role, and not each role against all others', async () => {
  const store = openStore(postgresDriver(pool))
  await store.migrate()
  await store.tenant('small').create(makeOrg({ roles: 100, seed: 3 }), { actor: 'start' })
  const before = await entriesRead()
  await store.tenant('large').create(makeOrg({ roles: 5000, seed: 3 }), { actor: 'start' })
  // The check of each manager reads one entry; a wrong plan reads three million.
  expect((await entriesRead()) - before).toBeLessThan(50_000)
})
