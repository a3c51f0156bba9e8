import { createRequire } from 'node:module'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { type Change, defineOrg } from 'rolegraph'
import { openStore, postgresDriver, type SqliteDatabase, sqliteDriver } from 'rolegraph/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../../../scripts/postgres-server.js'

const BY = { actor: 'ada' }
const org = defineOrg({ roles: { ceo: {}, lead: { reportsTo: 'ceo' } } })
const add = (role: string): Change[] => [{ do: 'add-role', role }]

describe('a server that fails', () => {
  let server: PostgresServer
  const pools: Pool[] = []
  const connect = (options = '', connectionString = server.url): Pool => {
    const pool = new Pool({ connectionString, max: 3, options })
    // The server may end the connections of a pool that has ended before they are closed.
    pool.on('error', () => undefined)
    pools.push(pool)
    return pool
  }
  beforeAll(async () => {
    server = await startPostgres()
    const store = openStore(postgresDriver(connect()))
    await store.migrate()
    await store.tenant('t').create(org, BY)
  })
  afterAll(async () => {
    for (const pool of pools) await pool.end()
    await server.stop()
  })

  it('says that it was gone, and answers when it is back', async () => {
    const pool = connect()
    const tenant = openStore(postgresDriver(pool)).tenant('t')
    const { rev } = await tenant.load()
    const slow = pool.query('SELECT pg_sleep(60)')
    const gone = expect(slow).rejects.toThrow()
    const changing = tenant.change(add('a'), BY).catch((error: unknown) => error)
    await server.crash()
    await gone
    const outcome = await changing
    if (outcome instanceof Error)
      expect(outcome).toMatchObject({ code: 'STORE_FAILED', details: { reason: 'connection', retry: true } })
    expect((await tenant.load()).rev).toBeGreaterThanOrEqual(rev)
    expect((await tenant.change(add('b'), BY)).rev).toBeGreaterThan(rev)
  })

  it('follows a watch over a lost connection', async () => {
    const tenant = openStore(postgresDriver(connect())).tenant('t')
    const errors: unknown[] = []
    const watch = await tenant.watch({ interval: 50, onError: (error) => errors.push(error) })
    await server.crash()
    await expect.poll(() => errors.length, { timeout: 10_000 }).toBeGreaterThan(0)
    const { rev } = await openStore(postgresDriver(connect())).tenant('t').change(add('c'), BY)
    await expect.poll(() => watch.current.rev, { timeout: 10_000 }).toBe(rev)
    await watch.stop()
  })

  it('hears of a change before it would ask', async () => {
    const watch = await openStore(postgresDriver(connect())).tenant('t').watch({ interval: 3_600_000 })
    const { rev } = await openStore(postgresDriver(connect())).tenant('t').change(add('heard'), BY)
    await expect.poll(() => watch.current.rev, { timeout: 10_000 }).toBe(rev)
    await watch.stop()
  })

  it('gives up after the time-out of the user', async () => {
    const blocker = await connect().connect()
    await blocker.query("BEGIN; UPDATE rolegraph_tenant SET rev = rev WHERE tenant = 't'")
    const patient = openStore(postgresDriver(connect('-c lock_timeout=100ms'))).tenant('t')
    await expect(patient.change(add('d'), BY)).rejects.toMatchObject({
      code: 'STORE_FAILED',
      details: { reason: 'timeout', retry: true },
    })
    // Reads wait for nobody.
    expect((await patient.load()).org).toBeDefined()
    await blocker.query('ROLLBACK')
    blocker.release()
    await patient.change(add('d'), BY)
  })

  it('leaves connections to other tenants while callers wait for one', async () => {
    const store = openStore(postgresDriver(connect()))
    await store.tenant('free').create(org, BY)
    const blocker = await connect().connect()
    await blocker.query("BEGIN; UPDATE rolegraph_tenant SET rev = rev WHERE tenant = 't'")
    // More callers than the pool has connections; the second one is refused, which holds up nobody.
    const waiting = ['w1', 'ceo', 'w2', 'w3', 'w4'].map((role) =>
      store
        .tenant('t')
        .change(add(role), BY)
        .then(
          ({ rev }) => rev,
          () => 'refused',
        ),
    )
    expect((await store.tenant('free').change(add('w'), BY)).rev).toBe(2)
    await blocker.query('ROLLBACK')
    blocker.release()
    const [first, ...rest] = await Promise.all(waiting)
    const from = Number(first)
    expect(rest).toEqual(['refused', from + 1, from + 2, from + 3])
  })

  it.each(['serializable', 'repeatable read'])(
    'works whatever isolation is the default: %s',
    async (level) => {
      const pool = connect(`-c default_transaction_isolation=${level.replace(' ', '\\ ')}`)
      const [one, other] = [
        openStore(postgresDriver(pool)).tenant('t'),
        openStore(postgresDriver(pool)).tenant('t'),
      ]
      const name = level.slice(0, 4)
      const all = Array.from({ length: 20 }, (_, number) =>
        [one, other][number % 2].change(add(`${name}${String(number)}`), BY),
      )
      const revisions = (await Promise.all(all)).map(({ rev }) => rev)
      expect(new Set(revisions).size).toBe(20)
    },
  )

  it('says that a user may not do what was asked', async () => {
    const owner = connect()
    await owner.query(
      "CREATE ROLE reader LOGIN PASSWORD 'only-for-tests'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
    )
    const url = new URL(server.url)
    url.username = 'reader'
    url.password = 'only-for-tests'
    const tenant = openStore(postgresDriver(connect('', url.href)), { rowSecurity: true }).tenant('t')
    expect((await tenant.load()).org).toBeDefined()
    await expect(tenant.change(add('e'), BY)).rejects.toMatchObject({
      code: 'STORE_FAILED',
      details: { reason: 'permission', retry: false },
    })
  })
})

describe('a file of SQLite that fails', () => {
  const { DatabaseSync } = createRequire(import.meta.url)('node:sqlite') as {
    readonly DatabaseSync: new (path: string) => SqliteDatabase & { close(): void }
  }
  const folder = mkdtempSync(join(tmpdir(), 'rolegraph-failing-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('says that there is no room, and keeps what was there', async () => {
    const database = new DatabaseSync(join(folder, 'full.db'))
    const store = openStore(sqliteDriver(database))
    await store.migrate()
    await store.tenant('t').create(org, BY)
    database.exec('PRAGMA max_page_count = 1')
    const many = Array.from({ length: 20_000 }, (_, number): Change => ({
      do: 'add-role',
      role: `role ${String(number)}`,
    }))
    await expect(store.tenant('t').change(many, BY)).rejects.toMatchObject({
      code: 'STORE_FAILED',
      details: { reason: 'full', retry: false },
    })
    expect((await openStore(sqliteDriver(database)).tenant('t').load()).org).toEqual(org)
    database.exec('PRAGMA max_page_count = 1000000')
    expect((await store.tenant('t').change(many.slice(0, 10), BY)).rev).toBe(2)
    database.close()
  })
})
