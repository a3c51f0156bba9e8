import { isOrgError, oneLine, OrgError, type StoreFailure } from '../internal.js'

/** Codes of SQLSTATE, whole or by their class, and what they mean for a caller. */
const SQL_STATES: readonly (readonly [code: string, reason: StoreFailure])[] = [
  ['40', 'serialization'],
  ['55P03', 'timeout'],
  ['57014', 'timeout'],
  ['25P03', 'timeout'],
  ['57P', 'connection'],
  ['08', 'connection'],
  ['53100', 'full'],
  ['53200', 'full'],
  ['53300', 'busy'],
  ['42501', 'permission'],
  ['28', 'permission'],
  ['42P01', 'schema'],
  ['42703', 'schema'],
  ['42883', 'schema'],
  ['3F', 'schema'],
  ['23', 'rows'],
]
/** Primary result codes of SQLite. */
const SQLITE_CODES: ReadonlyMap<number, StoreFailure> = new Map([
  [3, 'permission'],
  [5, 'busy'],
  [6, 'busy'],
  [8, 'permission'],
  [13, 'full'],
  [14, 'connection'],
  [19, 'rows'],
])
/** The same by the names that better-sqlite3 gives them. */
const SQLITE_NAMES: readonly (readonly [name: string, reason: StoreFailure])[] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'permission'],
  ['SQLITE_PERM', 'permission'],
  ['SQLITE_CANTOPEN', 'connection'],
  ['SQLITE_CONSTRAINT', 'rows'],
]
const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
])

/** Lost connections without a code of their own: the errors of `pg` itself, and those of PL/Proxy, which all have the same one. */
const LOST = new RegExp(
  [
    'connection (terminated|ended|timeout)',
    'timeout exceeded when trying to connect',
    'client was closed',
    // The client or the router no longer waits, whatever the server does.
    'query (read )?timeout',
    'connect timeout to',
    'closed the connection unexpectedly',
    'connection to server .*failed',
  ].join('|'),
  'i',
)

const ADVICE: Readonly<Record<StoreFailure, string>> = {
  connection:
    'Whether a change was committed is not known: its revision is in the history if it was. Try again when the server answers.',
  busy: 'Try again.',
  timeout: 'Nothing was changed. Try again.',
  serialization: 'Nothing was changed. Try again.',
  full: 'Nothing was changed. Make room on its disk.',
  permission: 'Grant the user of the database what docs/store.md lists.',
  schema: 'Call store.migrate() once before anything else, with a user who may create tables.',
  rows: 'The rows in the database are not those that the store wrote. Change orgs by the store only.',
  other: 'The cause is what the database says.',
}
const PASSING: ReadonlySet<StoreFailure> = new Set(['connection', 'busy', 'timeout', 'serialization'])

/**
 * The error for what a database threw; an `OrgError` as it is. Where a router stands between, its time-out does not stop the server behind
 * it: what that server does is not known, as after a lost connection.
 */
export function storeError(error: unknown, isRouted = false): OrgError {
  if (isOrgError(error)) return error
  const reason = reasonOf(error)
  return storeFailure(isRouted && reason === 'timeout' ? 'connection' : reason, textOf(error), error)
}

/** What an error says: where several addresses were tried, only the errors within it do. */
function textOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(textOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}

/** The error for a database that did not do what it was asked. */
export function storeFailure(reason: StoreFailure, what: string, cause?: unknown): OrgError<'STORE_FAILED'> {
  // Messages of databases have lines and tabs.
  const line = oneLine(what.trim().replaceAll(/[\n\t ]+/g, ' '))
  const message = `The database failed (${reason}): ${line.replace(/\.?$/, '.')} ${ADVICE[reason]}`
  return new OrgError('STORE_FAILED', message, { reason, retry: PASSING.has(reason) }, { cause })
}

/** The error for what needs a transaction, where the driver has none. */
export function withoutTransactions(what: string): OrgError<'STORE_FAILED'> {
  const message = `The driver of this store has no transactions: ${what} needs one. Use a store on the server itself.`
  return new OrgError('STORE_FAILED', message, { reason: 'other', retry: false })
}

/** Whether SQLite found the database locked by another connection. */
export function isBusy(error: unknown): boolean {
  return reasonOf(error) === 'busy'
}

function reasonOf(error: unknown): StoreFailure {
  if (typeof error !== 'object' || error === null) return 'other'
  const code: unknown = Reflect.get(error, 'code')
  const number: unknown = Reflect.get(error, 'errcode')
  // node:sqlite gives a number, extended in its higher bits.
  if (typeof number === 'number') return missingTable(error) ?? SQLITE_CODES.get(number & 0xff) ?? 'other'
  if (typeof code === 'string') {
    if (CONNECTION_CODES.has(code)) return 'connection'
    const known = [...SQLITE_NAMES, ...SQL_STATES].find(([start]) => code.startsWith(start))
    if (known !== undefined) return known[1]
  }
  return missingTable(error) ?? (error instanceof Error && LOST.test(error.message) ? 'connection' : 'other')
}

/** SQLite has one code for all errors in a statement. */
function missingTable(error: object): StoreFailure | undefined {
  return error instanceof Error && /^no such (table|column)/.test(error.message) ? 'schema' : undefined
}
