/** A value that a statement takes or returns. `bigint` only comes back, from counts. */
export type SqlValue = string | number | bigint | null | readonly string[]

/** A row that a statement returns, by the names of its columns. */
export type SqlRow = Readonly<Record<string, unknown>>

/** Runs one statement with parameters `$1`, `$2`, …, and returns its rows. */
export type SqlQuery = (sql: string, parameters?: readonly SqlValue[]) => Promise<readonly SqlRow[]>

/** The advisory lock of PostgreSQL that those who listen share. */
export const LISTENING = 7165143022

/** A transaction that reads sees one state of the database; one that writes sees what was committed before each statement. */
export type TransactionMode = 'read' | 'write'

/**
 * What a store needs of a database. Make one with {@link sqliteDriver}, {@link postgresDriver} or {@link pgliteDriver}; one for another
 * client of the same databases is a few lines.
 */
export interface StoreDriver {
  /** Which SQL the database understands. */
  readonly dialect: 'sqlite' | 'postgres'
  readonly query: SqlQuery
  /**
   * Runs a statement of PostgreSQL that may begin with settings and ends with `COPY … TO STDOUT`. Hands over its bytes as they arrive, in pieces
   * that begin and end anywhere, and are valid during the call only. Resolves to `false`, without having run it, where the connection
   * cannot: a load then reads rows. Absent where no connection can.
   */
  readonly copy?: (sql: string, take: (piece: Uint8Array) => void) => Promise<boolean>
  /**
   * Runs the work in one transaction: committed when it resolves, rolled back when it rejects. Absent where each statement is a transaction
   * of its own, as behind a router that sends statements to servers, or over HTTP. Then a tenant is read and changed by single statements,
   * only on PostgreSQL; `migrate`, `restore`, `erasePerson` and `delete` reject.
   */
  readonly transaction?: <Result>(
    mode: TransactionMode,
    work: (query: SqlQuery) => Promise<Result>,
  ) => Promise<Result>
  /**
   * Whether `listen` shares the advisory lock 7165143022 of PostgreSQL while it listens. Then a change sends a message only
   * if somebody has the lock.
   */
  readonly showsListeners?: boolean
  /**
   * Calls `heard` with each message on the channel, until the returned function is called; `lost` when no more can arrive. Absent where
   * the database sends none: then a watch polls.
   */
  readonly listen?: (
    channel: string,
    heard: (message: string) => void,
    lost: (error: unknown) => void,
  ) => Promise<() => Promise<void>>
}
