import {
  givenOptions,
  invalidArgument,
  invalidOption,
  ownValue,
  trueOrFalse,
  wholeNumber,
} from '../internal.js'
import type { StoreDriver } from './driver.js'
import { tenantId } from './given-arguments.js'
import { type Migration, migrateTables } from './migrate.js'
import { POSTGRES } from './sql/postgres-dialect.js'
import { SQLITE } from './sql/sqlite-dialect.js'
import { storeError } from './store-failure.js'
import { type Tenant, tenantOf } from './tenant.js'
import { TenantStore } from './tenant-store.js'

/** The options of {@link openStore}. */
export interface StoreOptions {
  /** How many orgs are kept in memory, those used last. Default: 16. */
  readonly cache?: number
  /**
   * Tells PostgreSQL in each transaction whose rows it may see. Needed by a user who does not own the tables, to whom the policies of row-level
   * security apply. Default: `false`.
   */
  readonly rowSecurity?: boolean
}

/** The options of `migrate`. */
export interface MigrateOptions {
  /** The version to stop at. Default: that of this library. */
  readonly to?: number
  /**
   * On PostgreSQL: makes each table with as many partitions, by a hash of the tenant. Tables that are there already stay as they are.
   * Default: 0, for tables without partitions.
   */
  readonly partitions?: number
}

/** Orgs in a database: one per tenant, with their history. */
export interface Store {
  /**
   * Makes the tables, or brings them to the version of this library. Safe to call at each start, and by several processes at once. Stops at an
   * earlier version with `to`.
   */
  readonly migrate: (options?: MigrateOptions) => Promise<Migration>
  /** Returns the functions of one tenant. It asks the database nothing: `create` makes a tenant. */
  readonly tenant: (id: string) => Tenant
  /** Returns the ids of all tenants, sorted by their characters. */
  readonly tenants: () => Promise<string[]>
}

/**
 * Opens a store: orgs in a database that you bring, one per tenant. Several people change an org at once, never into a cycle, and
 * every revision can be loaded again.
 *
 * A change is one transaction: it takes the lock of its tenant, checks the changes as `changeOrg` does, and writes the rows, the rows that
 * were, and an entry of the history. Other tenants do not wait. Reads never wait for writes on PostgreSQL, and on SQLite in WAL mode.
 *
 * Complexity: O(1). The functions of a tenant state their own.
 *
 * @param driver The database: {@link sqliteDriver}, {@link pgliteDriver}, {@link postgresDriver}, or a driver of your own.
 * @param options `cache`: how many orgs to keep in memory; `rowSecurity`: whether to set the tenant for row-level security.
 * @returns The store.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a driver, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { PGlite } from '@electric-sql/pglite'
 * import { defineOrg, managerOf } from 'rolegraph'
 * import { openStore, pgliteDriver } from 'rolegraph/store'
 *
 * const database = new PGlite()
 * const store = openStore(pgliteDriver(database))
 * await store.migrate()
 * const office = store.tenant('office')
 * const org = defineOrg({ roles: { ceo: {}, lead: { reportsTo: 'ceo' }, analyst: { reportsTo: 'ceo' } } })
 * await office.create(org, { actor: 'ada' })
 * await office.change([{ do: 'set-manager', role: 'analyst', manager: 'lead' }], { actor: 'ada', reason: 'A team' })
 * console.log(await office.managementChainOf('analyst')) // => [ 'lead', 'ceo' ]
 * const { org: before } = await office.load({ at: 1 })
 * console.log(managerOf(before, 'analyst')) // => ceo
 * await database.close()
 * ```
 * @see docs/store.md.
 */
export function openStore(driver: StoreDriver, options?: StoreOptions): Store {
  const dialect = dialectOf(driver)
  const given = givenOptions('openStore', options, ['cache', 'rowSecurity'])
  const store = new TenantStore(driver, dialect, {
    cache: wholeNumber('cache', given.get('cache'), 0, 16),
    rowSecurity: trueOrFalse('rowSecurity', given.get('rowSecurity'), false),
  })
  const latest = dialect.migrations(0).length
  return Object.freeze({
    async migrate(given?: MigrateOptions) {
      const values = givenOptions('migrate', given, ['to', 'partitions'])
      const to = wholeNumber('to', values.get('to'), 1, latest)
      const partitions = wholeNumber('partitions', values.get('partitions'), 0, 0)
      if (partitions > dialect.mostPartitions)
        throw invalidOption(
          'partitions',
          partitions,
          `at most ${String(dialect.mostPartitions)} on this database`,
        )
      return migrateTables(driver, dialect, dialect.migrations(partitions), Math.min(to, latest))
    },
    tenant: (id: string) => tenantOf(store, tenantId(id)),
    async tenants() {
      try {
        const rows = await driver.query('SELECT tenant FROM rolegraph_tenant ORDER BY tenant')
        return rows.map((row) => String(row['tenant']))
      } catch (error) {
        throw storeError(error)
      }
    },
  })
}

function dialectOf(driver: unknown): typeof SQLITE {
  const dialect = ownValue(driver, 'dialect')
  const transaction = ownValue(driver, 'transaction')
  const isDriver =
    typeof ownValue(driver, 'query') === 'function' &&
    (typeof transaction === 'function' || (transaction === undefined && dialect === 'postgres'))
  if (isDriver && dialect === 'sqlite') return SQLITE
  if (isDriver && dialect === 'postgres') return POSTGRES
  throw invalidArgument('openStore', 'driver', driver, 'a driver, such as sqliteDriver(database)')
}
