import {
  changeOrg,
  FIRST_HASH,
  hashWith,
  isOrgError,
  mixedHash,
  type Org,
  OrgError,
  quote,
} from '../internal.js'
import type { SqlQuery, SqlRow, StoreDriver, TransactionMode } from './driver.js'
import { readOrg } from './org-rows.js'
import type { Dialect } from './sql/dialect.js'
import { storeError } from './store-failure.js'
import { changesOfRow, EVERY_COLUMN } from './revisions.js'

/** The revision of a tenant. The epoch differs where revisions were written anew: a tenant that was deleted and made again, or an erasure. */
export interface TenantState {
  readonly rev: number
  readonly at: number
  readonly epoch: number
}

interface CachedOrg extends TenantState {
  readonly org: Org
}

/** More changes than this are not applied one after the other: the org is read again. */
const MOST_APPLIED = 200

/** What all functions of a store share: the database, and the orgs that were loaded last. */
export class TenantStore {
  readonly driver: StoreDriver
  readonly dialect: Dialect
  readonly #hasRowSecurity: boolean
  readonly #cacheSize: number
  readonly #cache = new Map<string, CachedOrg>()
  /** The last change of each tenant that has one under way in this store. */
  readonly #turns = new Map<string, Promise<unknown>>()

  constructor(
    driver: StoreDriver,
    dialect: Dialect,
    options: { readonly rowSecurity: boolean; readonly cache: number },
  ) {
    this.driver = driver
    this.dialect = dialect
    this.#hasRowSecurity = options.rowSecurity
    this.#cacheSize = options.cache
  }

  /** A transaction for one tenant. What the database throws becomes an `OrgError`. */
  async transaction<Result>(
    mode: TransactionMode,
    tenant: string,
    work: (query: SqlQuery) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await this.driver.transaction(mode, async (query) => {
        if (this.#hasRowSecurity) await query("SELECT set_config('rolegraph.tenant', $1, true)", [tenant])
        return work(query)
      })
    } catch (error) {
      throw storeError(error)
    }
  }

  /**
   * Runs work after all earlier work on the same tenant. The lock of the database does so between processes; callers of one store would
   * each hold a connection of its pool while they wait for it.
   */
  async inTurn<Result>(tenant: string, work: () => Promise<Result>): Promise<Result> {
    const result = (this.#turns.get(tenant) ?? Promise.resolve()).then(work)
    const turn = result.catch(() => undefined)
    this.#turns.set(tenant, turn)
    try {
      return await result
    } finally {
      if (this.#turns.get(tenant) === turn) this.#turns.delete(tenant)
    }
  }

  /** One statement for one tenant. */
  async query(tenant: string, sql: string, parameters: Parameters<SqlQuery>[1]): Promise<readonly SqlRow[]> {
    if (this.#hasRowSecurity) return this.transaction('read', tenant, (query) => query(sql, parameters))
    try {
      return await this.driver.query(sql, parameters)
    } catch (error) {
      throw storeError(error)
    }
  }

  /** The present revision of a tenant. Throws `UNKNOWN_TENANT`. */
  async stateOf(query: SqlQuery, tenant: string): Promise<TenantState> {
    return this.found(
      tenant,
      await query('SELECT rev, at, epoch FROM rolegraph_tenant WHERE tenant = $1', [tenant]),
    )
  }

  /**
   * Takes the lock of a tenant, and its next revision with it: whoever else changes the tenant waits until the transaction ends. Time
   * never goes back from one revision to the next, whatever the clock does.
   */
  async lock(query: SqlQuery, tenant: string): Promise<TenantState> {
    const { now, greatest } = this.dialect
    const sql = `UPDATE rolegraph_tenant SET rev = rev + 1, at = ${greatest('at', now)} WHERE tenant = $1 RETURNING rev, at, epoch`
    return this.found(tenant, await query(sql, [tenant]))
  }

  found(tenant: string, rows: readonly SqlRow[]): TenantState {
    const row = rows.at(0)
    if (row === undefined) throw unknownTenant(tenant)
    return { rev: Number(row['rev']), at: Number(row['at']), epoch: Number(row['epoch']) }
  }

  /** The org of the present revision: the one that was loaded last, with the changes since then. */
  async orgAt(query: SqlQuery, tenant: string, state: TenantState): Promise<Org> {
    const cached = this.#cache.get(tenant)
    if (cached?.epoch === state.epoch && cached.rev <= state.rev) {
      const moved = await this.#movedOn(query, tenant, cached, state.rev)
      if (moved !== undefined) return moved
    }
    return readOrg(query, this.dialect, tenant, await this.listsPeople(query, tenant, state.rev))
  }

  /** Whether the org of a revision has a list of people. */
  async listsPeople(query: SqlQuery, tenant: string, rev: number): Promise<boolean> {
    const rows = await query('SELECT lists_people FROM rolegraph_change WHERE tenant = $1 AND rev = $2', [
      tenant,
      rev,
    ])
    return Number(rows.at(0)?.['lists_people']) === 1
  }

  async #movedOn(query: SqlQuery, tenant: string, cached: CachedOrg, rev: number): Promise<Org | undefined> {
    const count = rev - cached.rev
    if (count === 0) return cached.org
    if (count > MOST_APPLIED) return undefined
    const sql = `SELECT ${EVERY_COLUMN} FROM rolegraph_change WHERE tenant = $1 AND rev > $2 AND rev <= $3 ORDER BY rev`
    const rows = await query(sql, [tenant, cached.rev, rev])
    if (rows.length !== count) return undefined
    try {
      return rows.reduce<Org>((org, row) => changeOrg(org, changesOfRow(row)).org, cached.org)
    } catch (error) {
      // The rows are what counts: they are read again.
      if (isOrgError(error, 'INVALID_CHANGES')) return undefined
      throw error
    }
  }

  /**
   * Tells those who watch a tenant that it has changed. Not within the transaction: PostgreSQL lets transactions with messages commit one
   * after the other, whatever their tenants. A message that gets lost is made up for by the next look at the revision.
   */
  async tell(tenant: string): Promise<void> {
    const { channel } = this.dialect
    if (channel === '' || this.driver.listen === undefined) return
    const sent = this.driver.query('SELECT pg_notify($1, $2)', [channel, messageAbout(tenant)])
    await sent.catch(() => undefined)
  }

  /** Remembers the org of a revision. */
  remember(tenant: string, state: TenantState, org: Org): void {
    if (this.#cacheSize === 0) return
    const known = this.#cache.get(tenant)
    if (known?.epoch === state.epoch && known.rev > state.rev) return
    this.#cache.delete(tenant)
    this.#cache.set(tenant, { ...state, org })
    // A Map has its oldest entry first.
    for (const oldest of this.#cache.keys()) {
      if (this.#cache.size <= this.#cacheSize) break
      this.#cache.delete(oldest)
    }
  }

  forget(tenant: string): void {
    this.#cache.delete(tenant)
  }
}

export function unknownTenant(tenant: string): OrgError<'UNKNOWN_TENANT'> {
  const message = `The store has no tenant ${quote(tenant)}. Make it with store.tenant(${quote(tenant)}).create(org, { actor }).`
  return new OrgError('UNKNOWN_TENANT', message, { tenant })
}

/** What is sent about a tenant: a hash, since anybody may listen. */
export function messageAbout(tenant: string): string {
  let hash = FIRST_HASH
  for (let at = 0; at < tenant.length; at++) hash = hashWith(hash, tenant.charCodeAt(at))
  return String(mixedHash(hash))
}
