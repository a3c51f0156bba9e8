import type { Pool, PoolClient } from 'pg'
import { isOrgError, type Org } from 'rolegraph'
import { openStore, postgresDriver, type Tenant } from 'rolegraph/store'
import { CHAIN } from './store-questions.js'
import { inTurns, oneOf, print } from './store-turns.js'

const BY = { actor: 'bench' }

/** A move of a random role to a random manager, which may be refused. */
export function movesOf(tenant: Tenant, org: Org): () => Promise<void> {
  const one = oneOf(org)
  return async () => {
    try {
      await tenant.change([{ do: 'set-manager', role: one(), manager: one() }], BY)
    } catch (error) {
      if (!isOrgError(error, 'INVALID_CHANGES')) throw error
    }
  }
}

/** Five works after each other of each of eight callers at once. */
export const eight = (workOf: (number: number) => () => Promise<unknown>) => (): Promise<unknown> =>
  Promise.all(
    Array.from({ length: 8 }, async (_, number) => {
      for (let times = 0; times < 5; times++) await workOf(number)()
    }),
  )

async function within(pool: Pool, work: (client: PoolClient) => Promise<void>, level: string): Promise<void> {
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

/** Moves beside what is usually written: look whether the new manager is below, then update, without history and audit. */
export async function measureMoves(pool: Pool, tenant: Tenant, org: Org, id: string): Promise<void> {
  const one = oneOf(org)
  let retries = 0
  const naiveMove = async (level: string): Promise<void> => {
    const [role, manager] = [one(), one()]
    for (;;) {
      try {
        await within(
          pool,
          async (client) => {
            const { rows } = await client.query<{ id: string }>(CHAIN, [manager, 'naive'])
            if (rows.some(({ id }) => id === role)) return
            await client.query("UPDATE rolegraph_role SET manager = $2 WHERE tenant = 'naive' AND id = $1", [
              role,
              manager,
            ])
          },
          level,
        )
        return
      } catch (error) {
        if ((error as { code?: string }).code !== '40001') throw error
        retries++
      }
    }
  }
  await pool.query("DELETE FROM rolegraph_role WHERE tenant = 'naive'")
  await pool.query(
    "INSERT INTO rolegraph_role SELECT 'naive', from_rev, id, pos, manager, title, family, unit, grade, fte, cost, min_years, vacant, status, more, data FROM rolegraph_role WHERE tenant = $1",
    [id],
  )
  await pool.query('ANALYZE')
  const move = movesOf(tenant, org)
  await move()
  console.log(`One move among ${id} roles, one caller`)
  await inTurns(pool, 100, {
    'change, with history and audit': move,
    'check and update, READ COMMITTED, neither': () => naiveMove('READ COMMITTED'),
    'check and update, SERIALIZABLE, neither': () => naiveMove('SERIALIZABLE'),
  })
  // Stores of their own know nothing of each other, as if each was in a process of its own.
  const apart = Array.from({ length: 8 }, () => movesOf(openStore(postgresDriver(pool)).tenant(id), org))
  for (const each of apart) await each()
  retries = 0
  console.log(`Forty moves among ${id} roles by eight callers at once`)
  const rounds = 15
  await inTurns(pool, rounds, {
    'change, with history and audit': eight(() => move),
    'the same, in eight stores': eight((number) => apart[number]),
    'check and update, SERIALIZABLE, neither': eight(() => () => naiveMove('SERIALIZABLE')),
    'check and update, READ COMMITTED, neither': eight(() => () => naiveMove('READ COMMITTED')),
  })
  print('retries of SERIALIZABLE, per 40 moves', (retries / rounds).toFixed(1))
}
