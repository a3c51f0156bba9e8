import type { SqlQuery, StoreDriver } from './driver.js'
import type { Dialect } from './sql/dialect.js'
import { storeError, storeFailure, withoutTransactions } from './store-failure.js'

/** What `migrate` did. */
export interface Migration {
  /** The version of the tables before; 0 where there were none. */
  readonly from: number
  readonly to: number
}

/**
 * Brings the tables to a version, one version after the other, each in a transaction of its own: a migration that is interrupted leaves a
 * version that is whole, and the next one goes on from there.
 */
export async function migrateTables(
  driver: StoreDriver,
  dialect: Dialect,
  migrations: ReturnType<Dialect['migrations']>,
  to: number,
): Promise<Migration> {
  let first: number | undefined
  for (;;) {
    const { from, at } = await oneVersion(driver, dialect, migrations, to)
    first ??= from
    if (at >= to) return { from: first, to: at }
  }
}

async function oneVersion(
  driver: StoreDriver,
  dialect: Dialect,
  migrations: ReturnType<Dialect['migrations']>,
  to: number,
): Promise<{ readonly from: number; readonly at: number }> {
  if (driver.transaction === undefined) throw withoutTransactions('a migration')
  try {
    return await driver.transaction('write', async (query) => {
      if (dialect.lockMigrations !== undefined) await query(dialect.lockMigrations)
      const from = await versionIn(query, dialect)
      if (from > migrations.length)
        throw storeFailure(
          'schema',
          `its tables are of version ${String(from)}, of a later version of rolegraph than this one`,
        )
      if (from >= to) return { from, at: from }
      for (const statement of migrations[from]) await query(statement)
      await query('UPDATE rolegraph_schema SET version = $1', [from + 1])
      return { from, at: from + 1 }
    })
  } catch (error) {
    throw storeError(error)
  }
}

async function versionIn(query: SqlQuery, dialect: Dialect): Promise<number> {
  const found = await query(dialect.findVersionTable)
  if (found.length === 0) {
    await query('CREATE TABLE rolegraph_schema (version INTEGER NOT NULL)')
    await query('INSERT INTO rolegraph_schema (version) VALUES (0)')
    return 0
  }
  const rows = await query('SELECT version FROM rolegraph_schema')
  return Number(rows.at(0)?.['version'] ?? 0)
}
