import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'pg'
import { makeOrg } from 'rolegraph/testing'
import { openStore, postgresDriver, type SqliteDatabase, sqliteDriver, type Store } from 'rolegraph/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../../../scripts/postgres-server.js'
import { expectSoundTenant, Writers } from '../support/writers.js'

const SECONDS = Number(process.env['ROLEGRAPH_TEST_SECONDS'] ?? 5)
const org = makeOrg({ roles: 40, seed: 9 })
const tenants = Array.from({ length: 8 }, (_, number) => `t${String(number)}`)

/** A store of this process, whose cache is of no use. */
interface Opened {
  readonly store: Store
  readonly address: string
  readonly close: () => Promise<void>
}

async function withTenants(store: Store): Promise<void> {
  await store.migrate()
  for (const tenant of tenants) await store.tenant(tenant).create(org, { actor: 'start' })
}

/** Loads the tenants again and again while others change them: a cycle in any snapshot throws. */
async function loadUntil(store: Store, end: number): Promise<number> {
  let loads = 0
  while (Date.now() < end) {
    for (const tenant of tenants) await store.tenant(tenant).load()
    loads++
    await pause(100)
  }
  return loads
}

describe('eight processes', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  const openPostgres = async (schema: string): Promise<Opened> => {
    const pool = new Pool({ connectionString: server.url, max: 4, options: `-c search_path=${schema}` })
    pool.on('error', () => undefined)
    await pool.query(`CREATE SCHEMA ${schema}`)
    const store = openStore(postgresDriver(pool), { cache: 0 })
    await withTenants(store)
    return { store, address: `${server.url}#${schema}`, close: () => pool.end() }
  }
  const openSqlite = async (): Promise<Opened> => {
    const folder = mkdtempSync(join(tmpdir(), 'rolegraph-store-'))
    const { DatabaseSync } = createRequire(import.meta.url)('node:sqlite') as {
      readonly DatabaseSync: new (path: string) => SqliteDatabase & { close(): void }
    }
    const address = join(folder, 'store.db')
    const database = new DatabaseSync(address)
    database.exec('PRAGMA journal_mode = WAL')
    const store = openStore(sqliteDriver(database), { cache: 0 })
    await withTenants(store)
    return {
      store,
      address,
      close: () => {
        database.close()
        rmSync(folder, { recursive: true, force: true })
        return Promise.resolve()
      },
    }
  }

  it.each([
    ['one tenant on PostgreSQL', () => openPostgres('one'), 1],
    ['eight tenants on PostgreSQL', () => openPostgres('eight'), 8],
    ['one tenant on SQLite', openSqlite, 1],
    ['eight tenants on SQLite', openSqlite, 8],
  ])('change %s', async (name, open, count) => {
    const { store, address, close } = await open()
    const writers = new Writers(address)
    for (let number = 0; number < 8; number++)
      writers.start(tenants[number % count], `w${String(number)}`, SECONDS)
    expect(await loadUntil(store, Date.now() + 1000 * SECONDS)).toBeGreaterThan(0)
    await writers.ended()
    expect(writers.acknowledged.size).toBe(count)
    for (const [tenant, acknowledged] of writers.acknowledged)
      await expectSoundTenant(store, tenant, acknowledged)
    console.log(`${name}: ${String(writers.count)} changes by 8 processes in ${String(SECONDS)} s`)
    await close()
  })

  it('lose nothing that was acknowledged when they or the server are killed', async () => {
    const { store, address, close } = await openPostgres('killed')
    const writers = new Writers(address)
    const kills = SECONDS >= 60 ? 50 : 8
    let number = 0
    const start = (): void => {
      writers.start(tenants[number % 2], `w${String(number++)}`, 600)
    }
    for (let first = 0; first < 4; first++) start()
    for (let kill = 0; kill < kills; kill++) {
      const before = writers.count
      // Only writers who write can be killed while they do.
      for (let tries = 0; writers.count < before + 20 && tries < 600; tries++) await pause(20)
      if (kill % 4 === 3) await server.crash()
      else {
        writers.killOne()
        start()
      }
    }
    for (let last = writers.running; last > 0; last--) writers.killOne()
    await writers.ended()
    expect(writers.count).toBeGreaterThan(kills)
    for (const [tenant, acknowledged] of writers.acknowledged)
      await expectSoundTenant(store, tenant, acknowledged)
    await close()
  })
})
