/**
 * How fast the store is compared with SQL by hand, on a PostgreSQL server that it starts on loopback: `npx tsx bench/store.ts [roles]`. Works
 * that are compared run in turns in one process; the figures are medians, and ratios of medians. Processor time is that of the server and
 * of this process, which says more than the time where others share the machine. docs/scale.md has what it printed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Pool } from 'pg'
import { type Org, orgFromRecords, rolesOf } from 'rolegraph'
import { openStore, postgresDriver, type SqliteDatabase, sqliteDriver } from 'rolegraph/store'
import { makeOrg } from 'rolegraph/testing'
import { median } from '../scripts/median.js'
import { eight, measureMoves, movesOf } from './store-moves.js'
import { measureImports } from './store-imports.js'
import { measureQuestions } from './store-questions.js'
import { inTurns, print, timed } from './store-turns.js'
import { startPostgres } from '../scripts/postgres-server.js'

const BY = { actor: 'bench' }
const count = Number(process.argv[2] ?? 100_000)
const sizes = [1000, 10_000, 30_000].filter((size) => size < count).concat(count)
const server = await startPostgres()
// Connections stay, so that their processor time is seen whole.
const pool = new Pool({ connectionString: server.url, max: 9, idleTimeoutMillis: 0 })
const store = openStore(postgresDriver(pool))

function sayLoad(): void {
  const load = loadavg().map((each) => each.toFixed(1))
  console.log(
    `Node ${process.version}, ${server.version}, ${String(cpus().length)} cores, load ${load.join(' ')}`,
  )
}

/** The bytes of tables, with their indexes. */
async function bytesOf(where: string): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    `SELECT sum(pg_total_relation_size(oid)) AS bytes FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND ${where}`,
  )
  return Number(rows[0].bytes)
}
const PRESENT = "relname LIKE 'rolegraph%' AND relname NOT LIKE '%was' AND relname <> 'rolegraph_change'"
const HISTORY = "relname LIKE 'rolegraph%was' OR relname = 'rolegraph_change'"

sayLoad()
await store.migrate()
const empty = await bytesOf(PRESENT)
const orgs = new Map<number, Org>()
console.log('Create, once each')
for (const size of sizes) {
  const org = makeOrg({ roles: size, span: 9, seed: 3 })
  orgs.set(size, org)
  const time = await timed(() => store.tenant(String(size)).create(org, BY))
  print(`create with ${String(size)} roles`, `${time.toFixed(0)} ms`)
}
const rows = sizes.reduce((sum, size) => sum + size, 0)
const withoutPeople = await bytesOf(PRESENT)
print('bytes per role, with indexes', ((withoutPeople - empty) / rows).toFixed(0))
const people = Math.min(30_000, count)
await store.tenant('people').create(makeOrg({ roles: people, people: true, seed: 3 }), BY)
print('the same with a person in each', (((await bytesOf(PRESENT)) - withoutPeople) / people).toFixed(0))
await pool.query('ANALYZE')

const withoutCache = openStore(postgresDriver(pool), { cache: 0 })
// The first rounds of a process are slow, whatever they do.
for (let times = 0; times < 10; times++) await withoutCache.tenant(String(sizes[0])).load()
for (const size of sizes) {
  console.log(`Load of ${String(size)} roles`)
  const tenant = store.tenant(String(size))
  await tenant.load()
  await inTurns(pool, size > 50_000 ? 7 : 15, {
    'load, nothing cached': () => withoutCache.tenant(String(size)).load(),
    'row objects of three columns into orgFromRecords': async () => {
      const { rows } = await pool.query<{ id: string; manager: string | null; title: string | null }>(
        'SELECT id, manager, title FROM rolegraph_role WHERE tenant = $1 ORDER BY pos',
        [String(size)],
      )
      return orgFromRecords(rows, { id: 'id', manager: 'manager', title: 'title' })
    },
    'load, cached': () => tenant.load(),
  })
  const writer = openStore(postgresDriver(pool)).tenant(String(size))
  const times: number[] = []
  for (let round = 0; round < 15; round++) {
    const { org } = await writer.load()
    await movesOf(writer, org)()
    times.push(await timed(() => tenant.load()))
  }
  print('load, after one change by another process', `${median(times).toFixed(2)} ms`)
}
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const used = async (): Promise<number> => {
  // What the connections still hold is let go of between two collections.
  for (let times = 0; times < 3; times++) {
    collect()
    await pause(100)
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
const before = await used()
const loaded = await withoutCache.tenant(String(count)).load()
print(
  'bytes of memory per role of a loaded org',
  (((await used()) - before) / rolesOf(loaded.org).length).toFixed(0),
)

const big = store.tenant(String(count))
const org = orgs.get(count) ?? loaded.org
await measureQuestions(pool, big, org, String(count))
// In a small org callers get in each other's way more often.
for (const size of new Set([sizes[0], count])) {
  const tenant = store.tenant(String(size))
  await measureMoves(pool, tenant, (await tenant.load()).org, String(size))
}
console.log('Forty moves in eight tenants of 1,000 roles, one caller each')
const small = makeOrg({ roles: 1000, seed: 5 })
const moves: (() => Promise<void>)[] = []
for (let number = 0; number < 8; number++) {
  const tenant = store.tenant(`small ${String(number)}`)
  await tenant.create(small, BY)
  moves.push(movesOf(tenant, small))
}
await inTurns(pool, 11, {
  'eight tenants': eight((number) => moves[number]),
  'one tenant': eight(() => moves[0]),
})

console.log('History')
const history = await bytesOf(HISTORY)
const alone = store.tenant('alone')
const { org: hundred } = await alone.create(makeOrg({ roles: 100, seed: 5 }), BY)
for (let done = 0; done < 1000;) {
  const { rev } = await alone.load()
  await movesOf(alone, hundred)()
  if ((await alone.load()).rev > rev) done++
}
print('bytes per change of a manager', (((await bytesOf(HISTORY)) - history) / 1000).toFixed(0))

/** Copies of one tenant, in a schema of their own. */
async function copies(
  schema: string,
  number: number,
): Promise<{ move: () => Promise<void>; end: () => Promise<void> }> {
  await pool.query(`CREATE SCHEMA ${schema}`)
  const own = new Pool({ connectionString: server.url, max: 1, options: `-c search_path=${schema}` })
  const them = openStore(postgresDriver(own))
  await them.migrate()
  const first = makeOrg({ roles: 100, seed: 5 })
  await them.tenant('0').create(first, BY)
  const { rows } = await own.query<{ name: string; columns: string }>(
    "SELECT table_name AS name, string_agg(column_name, ', ') AS columns FROM information_schema.columns WHERE table_schema = $1 AND column_name <> 'tenant' AND table_name <> 'rolegraph_schema' GROUP BY table_name",
    [schema],
  )
  for (const { name, columns } of rows)
    await own.query(
      `INSERT INTO ${name} (tenant, ${columns}) SELECT copy::text, ${columns} FROM ${name}, generate_series(1, $1::int) AS copy WHERE tenant = '0'`,
      [number - 1],
    )
  await own.query('ANALYZE')
  const moves = Array.from({ length: Math.min(number, 15) }, (_, at) =>
    movesOf(them.tenant(String(at * Math.floor(number / 15))), first),
  )
  for (const each of moves) await each()
  let at = 0
  return { move: () => moves[at++ % moves.length](), end: () => own.end() }
}
console.log('One move in a tenant of 100 roles')
const [few, many] = [await copies('few', 1), await copies('many', 5000)]
await inTurns(pool, 200, { 'among 5,000 tenants': many.move, 'in the only tenant': few.move })
await few.end()
await many.end()

await measureImports(pool, store, count)

const sqlite = process.getBuiltinModule('node:sqlite') as
  { readonly DatabaseSync: new (path: string) => SqliteDatabase & { close(): void } } | undefined
if (sqlite !== undefined) {
  console.log('SQLite in a file, one process')
  const folder = mkdtempSync(join(tmpdir(), 'rolegraph-bench-'))
  const database = new sqlite.DatabaseSync(join(folder, 'bench.db'))
  database.exec('PRAGMA journal_mode = WAL')
  const embedded = openStore(sqliteDriver(database))
  await embedded.migrate()
  const moves: (() => Promise<void>)[] = []
  for (let number = 0; number < 8; number++) {
    const tenant = embedded.tenant(String(number))
    await tenant.create(small, BY)
    moves.push(movesOf(tenant, small))
  }
  const round = eight((number) => moves[number])
  await round()
  const longer = await timed(async () => {
    for (let times = 0; times < 20; times++) await round()
  })
  print('moves per second, by one caller in each of 8 tenants', ((20 * 40 * 1000) / longer).toFixed(0))
  database.close()
  rmSync(folder, { recursive: true, force: true })
} else console.log('This Node has no SQLite.')

sayLoad()
await pool.end()
await server.stop()
