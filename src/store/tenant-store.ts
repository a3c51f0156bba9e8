import {
  type Change,
  type ChangeEffect,
  isOrgError,
  type Org,
  OrgError,
  quote,
  wholeTextHash,
} from '../internal.js'
import { changeOrg } from '../internal-change.js'
import type { SqlQuery, SqlRow, StoreDriver, TransactionMode } from './driver.js'
import { readRows } from './org-rows.js'
import { readPresent } from './read-joined.js'
import type { Dialect } from './sql/dialect.js'
import { storeError, storeFailure, withoutTransactions } from './store-failure.js'
import { changesOfRow } from './revisions.js'
import { Turns } from './turns.js'

/** The revision of a tenant. The epoch differs where revisions were written anew: a tenant that was deleted and made again, or an erasure. */
export interface TenantState {
  readonly rev: number
  readonly at: number
  readonly epoch: number
}

/** The org of the present revision. */
export interface PresentOrg {
  readonly state: TenantState
  readonly org: Org
}

/** Who changes a tenant, why, and what they have seen. */
export interface ChangeOrder {
  readonly actor: string
  readonly reason: string | null
  readonly expectedRev: number | undefined
}

/** A change of a tenant that somebody asks for. */
export interface ChangeRequest {
  readonly changes: readonly Change[]
  readonly order: ChangeOrder
}

/** An org after changes, with its new revision. */
export interface ChangedOrg extends PresentOrg {
  readonly changes: readonly Change[]
  readonly effects: readonly ChangeEffect[]
  /** Whether somebody listens for messages about changes. */
  readonly isHeard: boolean
}

export interface CachedOrg extends PresentOrg {
  /** Whether others were changing the tenant when the org was remembered. */
  readonly isContended: boolean
}

/** More changes than this are not applied one after the other: the org is read again. */
const MOST_APPLIED = 200

/** How often something is tried that others can get ahead of. */
export const MOST_TRIES = 20

/** What all functions of a store share: the database, and the orgs that were loaded last. */
export class TenantStore {
  readonly driver: StoreDriver
  readonly dialect: Dialect
  readonly #hasRowSecurity: boolean
  readonly #cacheSize: number
  readonly #cache = new Map<string, CachedOrg>()
  /** What is told next about tenants, and when it has been. */
  #messages: Set<string> | undefined
  #told: Promise<unknown> = Promise.resolve()
  /**
   * The changes of each tenant that wait for one under way in this store. The lock of the database makes them wait between processes;
   * callers of one store would each hold a connection of its pool meanwhile.
   */
  readonly turns = new Turns<ChangeRequest, ChangedOrg>()

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

  /**
   * A transaction for one tenant. What the database throws becomes an `OrgError`. Where the driver has no transactions, work that reads
   * sees its statements one by one, and work that writes is refused.
   */
  async transaction<Result>(
    mode: TransactionMode,
    tenant: string,
    work: (query: SqlQuery) => Promise<Result>,
  ): Promise<Result> {
    const { driver } = this
    try {
      if (driver.transaction === undefined) {
        if (mode === 'read') return await work(driver.query)
        throw withoutTransactions('restoring or deleting a tenant, or erasing a person,')
      }
      return await driver.transaction(mode, async (query) => {
        if (this.#hasRowSecurity) await query("SELECT set_config('rolegraph.tenant', $1, true)", [tenant])
        return work(query)
      })
    } catch (error) {
      throw storeError(error, this.driver.transaction === undefined)
    }
  }

  /** One statement for one tenant. */
  async query(tenant: string, sql: string, parameters: Parameters<SqlQuery>[1]): Promise<readonly SqlRow[]> {
    if (this.#hasRowSecurity) return this.transaction('read', tenant, (query) => query(sql, parameters))
    try {
      return await this.driver.query(sql, parameters)
    } catch (error) {
      throw storeError(error, this.driver.transaction === undefined)
    }
  }

  /** The present org of a tenant by single statements; `undefined` where that cannot be done. */
  async presentAlone(tenant: string): Promise<PresentOrg | undefined> {
    const query: SqlQuery = (sql, parameters) => this.query(tenant, sql, parameters)
    try {
      // A copy has no transaction that could set whose rows it may see.
      return await this.presentAtOnce(query, tenant, this.#hasRowSecurity ? undefined : this.driver.copy)
    } catch (error) {
      throw storeError(error, this.driver.transaction === undefined)
    }
  }

  /** The org that was loaded last, if a change of it can be one statement, without a transaction. */
  changeable(tenant: string): CachedOrg | undefined {
    return this.dialect.commitsAtOnce && !this.#hasRowSecurity ? this.#cache.get(tenant) : undefined
  }

  /** The present revision of a tenant. Throws `UNKNOWN_TENANT`. */
  async stateOf(query: SqlQuery, tenant: string): Promise<TenantState> {
    return this.found(
      tenant,
      await query('SELECT rev, at, epoch FROM rolegraph_tenant WHERE tenant = $1', [tenant]),
    )
  }

  /** The same by a statement of its own. */
  state(tenant: string): Promise<TenantState> {
    return this.stateOf((sql, parameters) => this.query(tenant, sql, parameters), tenant)
  }

  /** Takes the lock of a tenant: whoever else changes it waits until the transaction ends. */
  async hold(query: SqlQuery, tenant: string): Promise<TenantState> {
    const sql = `SELECT rev, at, epoch FROM rolegraph_tenant WHERE tenant = $1 ${this.dialect.forUpdate}`
    return this.found(tenant, await query(sql, [tenant]))
  }

  /**
   * Takes the lock of a tenant, and its next revision with it: whoever else changes the tenant waits until the transaction ends. Time
   * never goes back from one revision to the next, whatever the clock does.
   */
  async lock(query: SqlQuery, tenant: string): Promise<TenantState> {
    const { now, greatest, locked } = this.dialect
    const sql = `UPDATE rolegraph_tenant SET rev = rev + 1, at = ${greatest('at', now)} WHERE tenant = $1 RETURNING ${locked}`
    return this.found(tenant, await query(sql, [tenant]))
  }

  found(tenant: string, rows: readonly SqlRow[]): TenantState {
    const row = rows.at(0)
    if (row === undefined) throw unknownTenant(tenant)
    return { rev: Number(row['rev']), at: Number(row['at']), epoch: Number(row['epoch']) }
  }

  /**
   * The present org of a tenant: the one that was loaded last with the changes since then, or all of its rows. Several statements may be
   * needed, so that the query must be that of a transaction that reads one state, or has the lock.
   */
  async present(query: SqlQuery, tenant: string): Promise<PresentOrg> {
    return (await this.presentAtOnce(query, tenant)) ?? (await this.presentRows(query, tenant))
  }

  /** The same, row by row. */
  async presentRows(query: SqlQuery, tenant: string): Promise<PresentOrg> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const state = await this.stateOf(query, tenant)
      const listsPeople = await this.listsPeople(query, tenant, state.rev)
      const read = readRows(query, tenant, listsPeople)
      if (this.driver.transaction !== undefined) return { state, org: await read }
      // Without a transaction, the rows are of one moment only if the revision is still the same.
      await read.catch(() => undefined)
      if (isSame(state, await this.stateOf(query, tenant))) return { state, org: await read }
    }
    throw storeFailure('serialization', `the tenant ${quote(tenant)} is changed too often to read its rows`)
  }

  /** The same by statements that each see one state of the tenant; `undefined` where that cannot be done. */
  async presentAtOnce(
    query: SqlQuery,
    tenant: string,
    copy?: StoreDriver['copy'],
  ): Promise<PresentOrg | undefined> {
    const cached = this.#cache.get(tenant)
    const movedOn = cached && (await this.#movedOn(query, tenant, cached))
    if (movedOn !== undefined) return movedOn
    if (!this.dialect.joinsColumns) return undefined
    const joined = await readPresent(query, tenant, copy)
    if (joined === undefined) throw unknownTenant(tenant)
    const { row, org } = joined
    return org && { state: this.found(tenant, [row]), org }
  }

  /** Whether the org of a revision has a list of people. */
  async listsPeople(query: SqlQuery, tenant: string, rev: number): Promise<boolean> {
    const rows = await query('SELECT lists_people FROM rolegraph_change WHERE tenant = $1 AND rev = $2', [
      tenant,
      rev,
    ])
    return Number(rows.at(0)?.['lists_people']) === 1
  }

  async #movedOn(query: SqlQuery, tenant: string, cached: PresentOrg): Promise<PresentOrg | undefined> {
    const sql = `SELECT tenant.rev, tenant.at, tenant.epoch, change.changes
      FROM rolegraph_tenant AS tenant LEFT JOIN rolegraph_change AS change
      ON change.tenant = tenant.tenant AND change.rev > $2 AND change.rev <= tenant.rev
      WHERE tenant.tenant = $1 ORDER BY change.rev LIMIT ${String(MOST_APPLIED + 1)}`
    const rows = await query(sql, [tenant, cached.state.rev])
    const state = this.found(tenant, rows)
    const count = state.rev - cached.state.rev
    if (state.epoch !== cached.state.epoch || count < 0 || rows.length !== Math.max(1, count))
      return undefined
    if (count === 0) return { state, org: cached.org }
    try {
      return {
        state,
        org: rows.reduce<Org>((org, row) => changeOrg(org, changesOfRow(row)).org, cached.org),
      }
    } catch (error) {
      // The rows are what counts: they are read again.
      if (isOrgError(error, 'INVALID_CHANGES')) return undefined
      throw error
    }
  }

  /**
   * Tells those who watch a tenant that it has changed. Not within the transaction: PostgreSQL lets transactions with messages commit one
   * after the other, whatever their tenants. What comes up while messages are sent is sent together. Nobody waits for the disk: a
   * message that gets lost is made up for by the next look at the revision.
   */
  async tell(tenant: string): Promise<void> {
    const { channel } = this.dialect
    if (channel === '' || this.driver.listen === undefined) return
    if (this.#messages === undefined) {
      const messages = (this.#messages = new Set<string>())
      this.#told = this.#told.then(async () => {
        this.#messages = undefined
        const sql =
          "SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, message) FROM unnest($2::text[]) AS message"
        await this.driver.query(sql, [channel, [...messages]]).catch(() => undefined)
      })
    }
    this.#messages.add(messageAbout(tenant))
    await this.#told
  }

  /** Remembers the org of a revision. */
  remember(tenant: string, { state, org }: PresentOrg, isContended = false): void {
    if (this.#cacheSize === 0) return
    const known = this.#cache.get(tenant)?.state
    if (known?.epoch === state.epoch && known.rev > state.rev) return
    this.#cache.delete(tenant)
    this.#cache.set(tenant, { state, org, isContended })
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

function isSame(a: TenantState, b: TenantState): boolean {
  return a.rev === b.rev && a.epoch === b.epoch
}

export function unknownTenant(tenant: string): OrgError<'UNKNOWN_TENANT'> {
  const message = `The store has no tenant ${quote(tenant)}. Make it with store.tenant(${quote(tenant)}).create(org, { actor }).`
  return new OrgError('UNKNOWN_TENANT', message, { tenant })
}

/** What is sent about a tenant: a hash, since anybody may listen. */
export function messageAbout(tenant: string): string {
  return String(wholeTextHash(tenant))
}
