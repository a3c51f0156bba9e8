import { invalidArgument } from '../../internal.js'
import type { SqlRow, StoreDriver } from '../driver.js'
import { hasMethods } from './has-methods.js'

interface PgliteQuery {
  query(sql: string, parameters?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>
}

/** A database of `@electric-sql/pglite`. */
export interface PgliteDatabase extends PgliteQuery {
  transaction<Result>(work: (transaction: PgliteQuery) => Promise<Result>): Promise<Result>
  listen(channel: string, heard: (message: string) => void): Promise<() => Promise<void>>
}

/**
 * Returns the driver for PGlite, PostgreSQL inside the process, which the caller opens and closes.
 *
 * A folder of PGlite belongs to one process at a time: PGlite itself does not notice a second one, and what one of them writes is lost.
 * Where several processes need the data, use PostgreSQL or SQLite.
 *
 * Complexity: O(1).
 *
 * @param database The database.
 * @returns The driver, for `openStore`.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but such a database.
 * @example
 * ```ts
 * import { PGlite } from '@electric-sql/pglite'
 * import { openStore, pgliteDriver } from 'rolegraph/store'
 *
 * const database = new PGlite()
 * const store = openStore(pgliteDriver(database))
 * console.log(await store.migrate()) // => { from: 0, to: 3 }
 * await database.close()
 * ```
 * @see {@link sqliteDriver}, {@link postgresDriver}.
 */
export function pgliteDriver(database: PgliteDatabase): StoreDriver {
  if (!hasMethods(database, ['query', 'transaction', 'listen']))
    throw invalidArgument('pgliteDriver', 'database', database, 'a database of @electric-sql/pglite')
  return {
    dialect: 'postgres',
    query: (sql, parameters) => rowsOf(database, sql, parameters),
    // There is one connection, so that a transaction sees one state and waits for nobody.
    transaction: (_mode, work) =>
      database.transaction((transaction) => work((sql, parameters) => rowsOf(transaction, sql, parameters))),
    listen: (channel, heard) => database.listen(channel, heard),
  }
}

async function rowsOf(
  database: PgliteQuery,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<readonly SqlRow[]> {
  const { rows } = await database.query(sql, [...parameters])
  // Rows are objects by column.
  return rows as readonly SqlRow[]
}
