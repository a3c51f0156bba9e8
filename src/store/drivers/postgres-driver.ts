import { invalidArgument, ownValue } from '../../internal.js'
import { LISTENING, type SqlQuery, type SqlRow, type StoreDriver, type TransactionMode } from '../driver.js'
import { CopyOut } from './copy-out.js'
import { hasMethods } from './has-methods.js'

/** What is used of a client of `pg`. */
export interface PostgresClient {
  query(sql: string, parameters?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>
  query(copy: CopyOut): unknown
  on(event: 'error' | 'end', listener: (error: unknown) => void): unknown
  on(event: 'notification', listener: (message: { readonly payload?: string | undefined }) => void): unknown
  removeListener(event: 'error' | 'end', listener: (error: unknown) => void): unknown
  removeListener(
    event: 'notification',
    listener: (message: { readonly payload?: string | undefined }) => void,
  ): unknown
  release(destroy?: boolean): void
}

/** A `Pool` of `pg`. */
export interface PostgresPool {
  query(sql: string, parameters?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>
  connect(): Promise<PostgresClient>
}

/** A write waits for the lock of its tenant and sees what was committed then: no other level does, whatever the default of the user is. */
const BEGIN: Readonly<Record<TransactionMode, string>> = {
  read: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  write: 'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE',
}

/**
 * Returns the driver for PostgreSQL 15 and later by a `Pool` of `pg`, which the caller makes and ends.
 *
 * A change of an org is one transaction on one connection of the pool. A watch keeps a connection of its own. Give the pool a listener
 * for `'error'`, as `pg` recommends.
 *
 * Complexity: O(1).
 *
 * @param pool The pool.
 * @returns The driver, for `openStore`.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a pool.
 * @example
 * ```ts
 * import { Pool } from 'pg'
 * import { openStore, postgresDriver } from 'rolegraph/store'
 *
 * const pool = new Pool({ connectionString: 'postgres://localhost/office' })
 * const store = openStore(postgresDriver(pool))
 * console.log(store.tenant('office').id) // => office
 * await pool.end()
 * ```
 * @see {@link sqliteDriver}, {@link pgliteDriver}.
 */
export function postgresDriver(pool: PostgresPool): StoreDriver {
  if (!hasMethods(pool, ['query', 'connect']))
    throw invalidArgument('postgresDriver', 'pool', pool, 'a Pool of pg')
  return {
    dialect: 'postgres',
    showsListeners: true,
    query: (sql, parameters = []) => rowsOf(pool.query(sql, [...parameters])),
    copy: (sql, take) =>
      withClient(pool, async (client, lose) => {
        if (!copies(client)) return false
        const copy = new CopyOut(sql, take)
        client.query(copy)
        // A server may go on with what nobody waits for.
        await copy.done.catch((error: unknown) => {
          lose()
          throw error
        })
        return true
      }),
    transaction: (mode, work) =>
      withClient(pool, async (client, lose) => {
        try {
          await client.query(BEGIN[mode])
          const result = await work(queryOf(client))
          await client.query('COMMIT')
          return result
        } catch (error) {
          await client.query('ROLLBACK').catch(lose)
          throw error
        }
      }),
    async listen(channel, heard, lost) {
      const client = await pool.connect()
      const onMessage = ({ payload }: { readonly payload?: string | undefined }): void => {
        heard(payload ?? '')
      }
      let isOpen = true
      const close = (destroy: boolean): void => {
        if (!isOpen) return
        isOpen = false
        client.removeListener('notification', onMessage)
        client.release(destroy)
      }
      const onEnd = (error: unknown): void => {
        if (!isOpen) return
        close(true)
        lost(error)
      }
      client.on('notification', onMessage)
      // They stay: an error that nobody hears ends the process.
      client.on('error', onEnd)
      client.on('end', onEnd)
      try {
        // Who changes an org tries the lock, to see whether somebody listens.
        await client.query(`SELECT pg_advisory_lock_shared(${String(LISTENING)})`)
        await client.query(`LISTEN ${channel}`)
      } catch (error) {
        close(true)
        throw error
      }
      return async () => {
        if (!isOpen) return
        const isClean = await client.query(`UNLISTEN ${channel}`).then(
          () => true,
          () => false,
        )
        // With its listeners the client is of no use to others.
        close(!isClean || isOpen)
      }
    },
  }
}

/** Runs work with a client of its own, which goes back to the pool unless the work or the connection says that it is lost. */
async function withClient<Result>(
  pool: PostgresPool,
  work: (client: PostgresClient, lose: () => void) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let isLost = false
  const lose = (): void => {
    isLost = true
  }
  // An error between two statements has no other listener, and would end the process.
  client.on('error', lose)
  try {
    return await work(client, lose)
  } finally {
    client.removeListener('error', lose)
    client.release(isLost)
  }
}

/** Whether a client hands over the bytes of a COPY: those of `pg` in JavaScript do, unless they send statements ahead of answers. */
function copies(client: PostgresClient): boolean {
  return hasMethods(ownValue(client, 'connection'), ['query']) && ownValue(client, 'pipeline') !== true
}

function queryOf(client: PostgresClient): SqlQuery {
  return (sql, parameters = []) => rowsOf(client.query(sql, [...parameters]))
}

async function rowsOf(result: Promise<{ readonly rows: readonly unknown[] }>): Promise<readonly SqlRow[]> {
  const { rows } = await result
  // Rows are objects by column, unless the caller has changed the client.
  return rows as readonly SqlRow[]
}
