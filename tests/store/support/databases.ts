import { createRequire } from 'node:module'
import { PGlite } from '@electric-sql/pglite'
import { Pool } from 'pg'
import {
  type MigrateOptions,
  pgliteDriver,
  postgresDriver,
  type SqliteDatabase,
  sqliteDriver,
  type StoreDriver,
} from 'rolegraph/store'

/** A database for tests: empty, and theirs alone. */
export interface TestDatabase {
  readonly driver: StoreDriver
  /** A second connection to the same database, as another process would have; absent where there cannot be one. */
  readonly another?: (() => StoreDriver) | undefined
  /** How its tables are made. */
  readonly layout?: MigrateOptions | undefined
  readonly close: () => Promise<void>
}

/** How to open databases of one kind. */
export interface DatabaseKind {
  readonly name: string
  readonly open: () => Promise<TestDatabase>
}

/** The class of a database of SQLite, in Node itself or in a package. */
type SqliteClass = new (path: string) => SqliteDatabase & { close(): void }

function sqliteIn(module: string, key: string): SqliteClass | undefined {
  try {
    const loaded = createRequire(import.meta.url)(module) as Readonly<Record<string, unknown>> | SqliteClass
    // The class is the module itself in better-sqlite3.
    const Database = (typeof loaded === 'function' ? loaded : loaded[key]) as SqliteClass
    // A package may be there without its binary.
    new Database(':memory:').close()
    return Database
  } catch {
    return undefined
  }
}

function sqliteKind(name: string, Database: SqliteClass): DatabaseKind {
  return {
    name,
    open() {
      const database = new Database(':memory:')
      return Promise.resolve({
        driver: sqliteDriver(database),
        close: () => {
          database.close()
          return Promise.resolve()
        },
      })
    },
  }
}

const nodeSqlite = sqliteIn('node:sqlite', 'DatabaseSync')
const betterSqlite = sqliteIn(process.env['BETTER_SQLITE3'] ?? 'better-sqlite3', 'default')

const NODE_SQLITE = nodeSqlite && sqliteKind('node:sqlite', nodeSqlite)
const BETTER_SQLITE = betterSqlite && sqliteKind('better-sqlite3', betterSqlite)

let engine: PGlite | undefined
let schemas = 0

/** PGlite takes seconds to start: tests share one, each in a schema of its own. */
const PGLITE: DatabaseKind = {
  name: 'PGlite',
  async open() {
    engine ??= new PGlite()
    const schema = `test_${String(++schemas)}`
    await engine.exec(`CREATE SCHEMA ${schema}; SET search_path TO ${schema}`)
    return {
      driver: pgliteDriver(engine),
      close: async () => {
        await engine?.exec(`DROP SCHEMA ${schema} CASCADE; SET search_path TO public`)
      },
    }
  },
}

/** The server that `npm run test:store` starts. */
export const POSTGRES_URL = process.env['ROLEGRAPH_TEST_POSTGRES']

const postgresKind = (title: string, layout?: MigrateOptions): DatabaseKind => ({
  name: title,
  async open() {
    const name = `test_${String(process.pid)}_${String(++schemas)}`
    const admin = new Pool({ connectionString: POSTGRES_URL, max: 1 })
    await admin.query(`CREATE SCHEMA ${name}`)
    const pools: Pool[] = []
    const connect = (): StoreDriver => {
      const pool = new Pool({ connectionString: POSTGRES_URL, max: 8, options: `-c search_path=${name}` })
      pool.on('error', () => undefined)
      pools.push(pool)
      return postgresDriver(pool)
    }
    return {
      driver: connect(),
      another: connect,
      layout,
      close: async () => {
        for (const pool of pools) await pool.end()
        await admin.query(`DROP SCHEMA ${name} CASCADE`)
        await admin.end()
      },
    }
  },
})
const POSTGRES = postgresKind('PostgreSQL')
const PARTITIONED = postgresKind('PostgreSQL-partitioned', { partitions: 3 })

/** The embedded database of this Node: its own SQLite, or PGlite where it has none. */
const EMBEDDED: DatabaseKind = NODE_SQLITE ?? PGLITE

/** The databases that the tests run on: those that `npm run test:store` names, and the embedded one without it. */
export const KINDS: readonly DatabaseKind[] = process.env['ROLEGRAPH_TEST_DATABASES']
  ?.split(' ')
  .map((name) => {
    const kind = [NODE_SQLITE, BETTER_SQLITE, PGLITE, POSTGRES, PARTITIONED].find(
      (each) => each?.name === name,
    )
    if (kind === undefined) throw new Error(`${name} is not installed for this Node.`)
    return kind
  }) ?? [EMBEDDED]
