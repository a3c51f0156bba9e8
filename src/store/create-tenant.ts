import { invalidArgument, type Org, OrgError, quote, stateOf } from '../internal.js'
import type { SqlRow } from './driver.js'
import { type StoredOrg, storedOrg } from './load-tenant.js'
import { rowsOfOrg } from './rows-of-org.js'
import { TENANT_TABLES } from './sql/tables.js'
import type { ChangeOrder, TenantState, TenantStore } from './tenant-store.js'

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
  const first = {
    tenant,
    epoch: newEpoch(),
    rows,
    entry: { actor, reason, listsPeople: people !== undefined },
  }
  const isInTransaction = store.driver.transaction !== undefined
  const made = await store.transaction(isInTransaction ? 'write' : 'read', tenant, (query) =>
    store.dialect.create(query, { ...first, isInTransaction }),
  )
  const state = newTenant(store, tenant, made)
  store.remember(tenant, { state, org })
  return storedOrg(org, state)
}

/** The state of a tenant whose row was made. Throws `TENANT_EXISTS` where there is none, since there was one before. */
export function newTenant(store: TenantStore, tenant: string, rows: readonly SqlRow[]): TenantState {
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
