import { invalidArgument, type Org, OrgError, quote, stateOf } from '../internal.js'
import type { SqlQuery } from './driver.js'
import { type StoredOrg, storedOrg } from './load-tenant.js'
import { writeRows } from './org-rows.js'
import { writeAudit } from './revisions.js'
import { rowsOfOrg } from './rows-of-org.js'
import type { ChangeOrder } from './change-tenant.js'
import { TENANT_TABLES } from './sql/tables.js'
import type { TenantState, TenantStore } from './tenant-store.js'

/** Makes a tenant, with its first org as revision 1. */
export async function createTenant(
  store: TenantStore,
  tenant: string,
  org: Org,
  { actor, reason }: Pick<ChangeOrder, 'actor' | 'reason'>,
): Promise<StoredOrg> {
  const { issues, people } = stateOf(org)
  if (issues.some(({ severity }) => severity === 'error'))
    throw invalidArgument(
      'create',
      'org',
      org,
      'a sound org: issuesOf(org) lists what is wrong with this one',
    )
  const rows = rowsOfOrg(org)
  const state = await store.transaction('write', tenant, async (query) => {
    const made = await insertTenant(store, query, tenant)
    await writeRows(query, store.dialect, { tenant, rev: 1 }, rows)
    const { rev, at } = made
    await writeAudit(query, {
      tenant,
      rev,
      at,
      actor,
      reason,
      kind: 'create',
      listsPeople: people !== undefined,
      changes: '[]',
    })
    return made
  })
  store.remember(tenant, { state, org })
  return storedOrg(org, state)
}

/** The row of a new tenant. Throws `TENANT_EXISTS`. */
export async function insertTenant(
  store: TenantStore,
  query: SqlQuery,
  tenant: string,
): Promise<TenantState> {
  const sql = `INSERT INTO rolegraph_tenant (tenant, rev, at, epoch) VALUES ($1, 1, ${store.dialect.now}, $2) ON CONFLICT (tenant) DO NOTHING RETURNING rev, at, epoch`
  const rows = await query(sql, [tenant, newEpoch()])
  if (rows.length > 0) return store.found(tenant, rows)
  throw new OrgError('TENANT_EXISTS', `The store has the tenant ${quote(tenant)} already.`, { tenant })
}

/** A number that no other epoch of the tenant has. */
export function newEpoch(): number {
  return Math.floor(Math.random() * Number.MAX_SAFE_INTEGER)
}

/** Deletes everything of a tenant, its history too. */
export async function deleteTenant(store: TenantStore, tenant: string): Promise<void> {
  store.forget(tenant)
  await store.transaction('write', tenant, async (query) => {
    await store.lock(query, tenant)
    for (const table of [...TENANT_TABLES].reverse())
      await query(`DELETE FROM ${table} WHERE tenant = $1`, [tenant])
  })
}
