import { invalidArgument } from '../../internal.js'
import type { SqlRow, StoreDriver } from '../driver.js'
import { lockFolder } from './folder-lock.js'
import { hasMethods } from './has-methods.js'

interface PgliteQuery {
  query(sql: string, parameters?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>
}

/** A database of `@electric-sql/pglite`. */
export interface PgliteDatabase extends PgliteQuery {
  transaction<Result>(work: (transaction: PgliteQuery) => Promise<Result>): Promise<Result>
  listen(channel: string, heard: (message: string) => void): Promise<() => Promise<void>>
  /** The folder, if it is in one. */
  readonly dataDir?: string | undefined
  readonly closed?: boolean
}

/**
 * Returns the driver for PGlite, PostgreSQL inside the process, which the caller opens and closes.
 *
 * A folder of PGlite belongs to one process at a time: PGlite itself does not notice a second one, and what one of them writes is lost.
 * Therefore the driver makes a file next to the folder, which is there until the process ends, and refuses a folder that another process has.
 * Where several processes need the data, use PostgreSQL or SQLite.
 *
 * Complexity: O(1).
 *
 * @param database The database.
 * @returns The driver, for `openStore`.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but such a database; `STORE_FAILED` where another process has its folder.
 * @example
 * ```ts
 * import { PGlite } from '@electric-sql/pglite'
 * import { openStore, pgliteDriver } from 'rolegraph/store'
 *
 * const database = new PGlite()
 * const store = openStore(pgliteDriver(database))
 * console.log(await store.migrate()) // => { from: 0, to: 8 }
 * await database.close()
 * ```
 * @see {@link sqliteDriver}, {@link postgresDriver}.
 */
export function pgliteDriver(database: PgliteDatabase): StoreDriver {
  if (!hasMethods(database, ['query', 'transaction', 'listen']))
    throw invalidArgument('pgliteDriver', 'database', database, 'a database of @electric-sql/pglite')
  const folder = folderIn(database.dataDir)
  if (folder !== undefined) lockFolder(folder, database)
  return {
    dialect: 'postgres',
    query: (sql, parameters) => rowsOf(database, sql, parameters),
    // There is one connection, so that a transaction sees one state and waits for nobody.
    transaction: (_mode, work) =>
      database.transaction((transaction) => work((sql, parameters) => rowsOf(transaction, sql, parameters))),
    listen: (channel, heard) => database.listen(channel, heard),
  }
}

/** The path of a folder of files; `undefined` for what is in memory or in a browser. */
function folderIn(dataDir: unknown): string | undefined {
  if (typeof dataDir !== 'string' || dataDir === '') return undefined
  const scheme = /^([a-z-]+):\/\//.exec(dataDir)
  if (scheme === null) return dataDir
  return scheme[1] === 'file' ? dataDir.slice(scheme[0].length) : undefined
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
