/**
 * How fast the store is next to SQL by hand, on a PostgreSQL server that it starts on loopback: `npx tsx bench/store.ts [roles]`. Everything that is
 * compared runs in turns in one process; the figures are medians, and ratios of medians.
 */
import { Pool, type PoolClient } from 'pg'
import { type Org, orgFromRecords, rolesOf } from 'rolegraph'
import { openStore, postgresDriver } from 'rolegraph/store'
import { makeOrg } from 'rolegraph/testing'
import { startPostgres } from '../scripts/postgres-server.js'

const count = Number(process.argv[2] ?? 100_000)
const server = await startPostgres()
const pool = new Pool({ connectionString: server.url, max: 9 })
const store = openStore(postgresDriver(pool))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]
}

/** The medians of several works, in turns. */
async function inTurns(
  rounds: number,
  works: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<Record<string, number>> {
  const times = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of Object.entries(works))
      times.set(name, [...(times.get(name) ?? []), await timed(work)])
  const medians = Object.fromEntries([...times].map(([name, list]) => [name, median(list)]))
  const [base] = Object.values(medians).slice(-1)
  for (const [name, time] of Object.entries(medians))
    console.log(
      `  ${name.padEnd(46)} ${time.toFixed(2).padStart(10)} ms   ${(time / base).toFixed(2)} × the last`,
    )
  return medians
}

async function within(work: (client: PoolClient) => Promise<void>, level: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`BEGIN ISOLATION LEVEL ${level}`)
    await work(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

const CHAIN = `WITH RECURSIVE up (id, manager) AS (
  SELECT id, manager FROM rolegraph_role WHERE tenant = 't' AND id = $1
  UNION ALL SELECT role.id, role.manager FROM up JOIN rolegraph_role AS role ON role.tenant = 't' AND role.id = up.manager
) SELECT id FROM up`

await store.migrate()
const org: Org = makeOrg({ roles: count, span: 9, seed: 3 })
const ids = rolesOf(org)
const one = (): string => ids[1 + Math.floor(Math.random() * (ids.length - 1))]
const tenant = store.tenant('t')

console.log(`Import of ${String(count)} roles`)
const imported = await timed(() => tenant.create(org, { actor: 'bench' }))
console.log(`  create                                         ${imported.toFixed(0).padStart(10)} ms`)
await pool.query('ANALYZE')

console.log('Load')
const withoutCache = openStore(postgresDriver(pool), { cache: 0 }).tenant('t')
await inTurns(5, {
  'load, nothing cached': () => withoutCache.load(),
  'load, cached: a look-up of the revision': () => tenant.load(),
  'row objects into orgFromRecords': async () => {
    const { rows } = await pool.query<{ id: string; manager: string | null; title: string | null }>(
      "SELECT id, manager, title FROM rolegraph_role WHERE tenant = 't' ORDER BY pos",
    )
    return orgFromRecords(rows, { id: 'id', manager: 'manager', title: 'title' })
  },
})

console.log('One chain')
await inTurns(300, {
  managementChainOf: () => tenant.managementChainOf(one()),
  'the same by hand': () => pool.query(CHAIN, [one()]),
})

/** What is usually written: look whether the new manager is below, then update. */
async function naiveMove(level: string): Promise<void> {
  const [role, manager] = [one(), one()]
  for (;;) {
    try {
      await within(async (client) => {
        const { rows } = await client.query<{ id: string }>(CHAIN, [manager])
        if (rows.some(({ id }) => id === role)) return
        await client.query("UPDATE rolegraph_role SET manager = $2 WHERE tenant = 'naive' AND id = $1", [
          role,
          manager,
        ])
      }, level)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== '40001') throw error
    }
  }
}
await pool.query(
  "INSERT INTO rolegraph_role SELECT 'naive', from_rev, id, pos, manager, title, family, unit, grade, fte, cost, min_years, vacant, status, more, data FROM rolegraph_role WHERE tenant = 't'",
)
await tenant.load()
const move = async (): Promise<void> => {
  const [role, manager] = [one(), one()]
  await tenant.change([{ do: 'set-manager', role, manager }], { actor: 'bench' }).catch(() => undefined)
}
console.log('One move, one caller')
await inTurns(100, {
  'change, with history and audit': move,
  'check and update, READ COMMITTED, neither': () => naiveMove('READ COMMITTED'),
})
const eight = (work: () => Promise<unknown>) => (): Promise<unknown> =>
  Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let times = 0; times < 5; times++) await work()
    }),
  )
console.log('Forty moves by eight callers at once')
await inTurns(7, {
  'change, with history and audit': eight(move),
  'check and update, SERIALIZABLE, neither': eight(() => naiveMove('SERIALIZABLE')),
  'check and update, READ COMMITTED, neither': eight(() => naiveMove('READ COMMITTED')),
})
console.log('Forty moves in eight tenants, one caller each')
const small = makeOrg({ roles: 1000, seed: 5 })
const smallIds = rolesOf(small)
const another = (): string => smallIds[1 + Math.floor(Math.random() * (smallIds.length - 1))]
const eightTenants = Array.from({ length: 8 }, (_, number) => store.tenant(`small ${String(number)}`))
for (const each of eightTenants) await each.create(small, { actor: 'bench' })
const spread = (tenants: typeof eightTenants) => (): Promise<unknown> =>
  Promise.all(
    Array.from({ length: 8 }, async (_, number) => {
      for (let times = 0; times < 5; times++)
        await tenants[number % tenants.length]
          .change([{ do: 'set-manager', role: another(), manager: another() }], { actor: 'bench' })
          .catch(() => undefined)
    }),
  )
await inTurns(9, { 'eight tenants': spread(eightTenants), 'one tenant': spread(eightTenants.slice(0, 1)) })

await pool.end()
await server.stop()
