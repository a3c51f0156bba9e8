/**
 * A process that changes one tenant until it is ended: `writer.ts DATABASE TENANT ACTOR SECONDS`. It prints the number of each revision
 * that was acknowledged, one per line.
 */
import { writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'pg'
import { isOrgError, rolesOf, type Change } from 'rolegraph'
import {
  openStore,
  postgresDriver,
  type SqliteDatabase,
  sqliteDriver,
  type StoreDriver,
} from 'rolegraph/store'

const [database = '', tenantId = '', actor = '', seconds = '1'] = process.argv.slice(2)

function driverOf(address: string): StoreDriver {
  if (!address.startsWith('postgres:')) {
    const { DatabaseSync } = createRequire(import.meta.url)('node:sqlite') as {
      readonly DatabaseSync: new (path: string) => SqliteDatabase
    }
    return sqliteDriver(new DatabaseSync(address))
  }
  const [connectionString, schema = 'public'] = address.split('#')
  const pool = new Pool({ connectionString, max: 2, options: `-c search_path=${schema}` })
  pool.on('error', () => undefined)
  return postgresDriver(pool)
}

const tenant = openStore(driverOf(database)).tenant(tenantId)
const end = Date.now() + 1000 * Number(seconds)
for (let number = 0; Date.now() < end; number++) {
  try {
    const { org } = await tenant.load()
    const ids = rolesOf(org)
    const one = (): string => ids[Math.floor(Math.random() * ids.length)]
    // Every line may close a cycle with what the others do meanwhile.
    const change: Change =
      number % 5 === 0
        ? {
            do: 'add-role',
            role: `${actor}-${String(process.pid)}-${String(number)}`,
            spec: { reportsTo: one() },
            before: one(),
          }
        : { do: 'set-manager', role: one(), manager: one() }
    const { rev } = await tenant.change([change], { actor })
    writeSync(1, `${String(rev)}\n`)
  } catch (error) {
    if (isOrgError(error, 'INVALID_CHANGES')) continue
    if (!isOrgError(error, 'STORE_FAILED') || !error.details.retry) throw error
    await pause(50)
  }
}
process.exit(0)
