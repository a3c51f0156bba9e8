import { invalidArgument } from '../../internal.js'
import type { SqlRow, SqlValue, StoreDriver } from '../driver.js'
import { isBusy } from '../store-failure.js'
import { hasMethods } from './has-methods.js'

/** What is used of a statement of `node:sqlite` and better-sqlite3. */
interface SqliteStatement {
  /** Whether it returns rows; better-sqlite3 says so, and refuses to read the rows of one that returns none. */
  readonly reader?: boolean
  all(...parameters: (string | number | bigint | null)[]): readonly unknown[]
  run(...parameters: (string | number | bigint | null)[]): unknown
}

/** A database of `node:sqlite` (`DatabaseSync`) or of better-sqlite3. */
export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement
  exec(sql: string): unknown
}

/** How long a transaction waits for another process, in milliseconds. */
const PATIENCE = 10_000
/** How many statements are kept prepared. */
const KEPT = 200

/**
 * Returns the driver for a database of `node:sqlite` or better-sqlite3, which the caller opens and closes.
 *
 * The database has one connection, so that calls wait for each other. Several processes may use one file: a transaction that finds it
 * locked waits up to ten seconds, without blocking the process. Open files with `PRAGMA journal_mode = WAL`, so that
 * readers and the writer do not wait for each other.
 *
 * Complexity: O(1).
 *
 * @param database The database.
 * @returns The driver, for `openStore`.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but such a database.
 * @example
 * ```ts
 * import { openStore, type SqliteDatabase, sqliteDriver } from 'rolegraph/store'
 *
 * // In short: import { DatabaseSync } from 'node:sqlite'. Node 20 does not have it.
 * type Sqlite = { readonly DatabaseSync: new (path: string) => SqliteDatabase }
 * const sqlite = process.getBuiltinModule('node:sqlite') as Sqlite | undefined
 * if (sqlite !== undefined) {
 *   const store = openStore(sqliteDriver(new sqlite.DatabaseSync(':memory:')))
 *   await store.migrate()
 * }
 * ```
 * @see {@link pgliteDriver}, {@link postgresDriver}.
 */
export function sqliteDriver(database: SqliteDatabase): StoreDriver {
  if (!hasMethods(database, ['prepare', 'exec']))
    throw invalidArgument(
      'sqliteDriver',
      'database',
      database,
      'a DatabaseSync of node:sqlite, or a database of better-sqlite3',
    )
  const connection = connectionOf(database)
  return {
    dialect: 'sqlite',
    query: (sql, parameters) => connection.alone(() => patiently(() => connection.run(sql, parameters))),
    transaction: (mode, work) =>
      connection.alone(async () => {
        await patiently(() => {
          begin(connection, mode)
        })
        try {
          const result = await work((sql, parameters) => promised(() => connection.run(sql, parameters)))
          // What was written is committed as soon as no reader is in the way.
          await patiently(() => connection.run('COMMIT'))
          return result
        } catch (error) {
          rollBack(connection)
          throw error
        }
      }),
  }
}

/** One connection: its prepared statements, and who waits for it. */
class Connection {
  readonly #database: SqliteDatabase
  readonly #statements = new Map<
    string,
    { readonly statement: SqliteStatement; readonly order: readonly number[] }
  >()
  #last: Promise<unknown> = Promise.resolve()

  constructor(database: SqliteDatabase) {
    this.#database = database
  }

  /** Runs work when all earlier work is done. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work, work)
    this.#last = result.catch(() => undefined)
    return result
  }

  run(sql: string, parameters: readonly SqlValue[] = []): readonly SqlRow[] {
    const { statement, order } = this.#prepared(sql)
    const values = order.map((index) => bound(parameters[index]))
    if (statement.reader === false) {
      statement.run(...values)
      return []
    }
    // Both clients return rows as objects by column.
    return statement.all(...values) as readonly SqlRow[]
  }

  #prepared(sql: string): { readonly statement: SqliteStatement; readonly order: readonly number[] } {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const order: number[] = []
    // The clients bind by position: $2 may come first, or twice.
    const text = sql.replaceAll(/\$(\d+)/g, (_, number: string) => {
      order.push(Number(number) - 1)
      return '?'
    })
    const prepared = { statement: this.#database.prepare(text), order }
    if (this.#statements.size >= KEPT) this.#statements.clear()
    this.#statements.set(sql, prepared)
    return prepared
  }
}

/** Drivers of one database wait for each other. */
const CONNECTIONS = new WeakMap<SqliteDatabase, Connection>()

function connectionOf(database: SqliteDatabase): Connection {
  let connection = CONNECTIONS.get(database)
  if (connection === undefined) CONNECTIONS.set(database, (connection = new Connection(database)))
  return connection
}

function begin(connection: Connection, mode: 'read' | 'write'): void {
  connection.run(mode === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN')
  if (mode === 'write') return
  try {
    // The first read decides which state the transaction sees.
    connection.run('SELECT count(*) FROM sqlite_master')
  } catch (error) {
    rollBack(connection)
    throw error
  }
}

function rollBack(connection: Connection): void {
  try {
    connection.run('ROLLBACK')
  } catch {
    // SQLite has rolled back itself, after an error such as a full disk.
  }
}

/** Tries again, with pauses, while another connection has the database locked. */
async function patiently<Result>(work: () => Result): Promise<Result> {
  const until = Date.now() + PATIENCE
  for (let pause = 1; ; pause = Math.min(2 * pause, 25)) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error
    }
    // Those who wait do not all try at the same time.
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())))
  }
}

/** What a call throws is a rejection, as from any other database. */
function promised<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work())
  })
}

function bound(value: SqlValue | undefined): string | number | bigint | null {
  // A list is read by json_each.
  if (Array.isArray(value)) return JSON.stringify(value)
  return typeof value === 'object' || value === undefined ? null : value
}
