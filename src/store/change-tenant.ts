import {
  type Change,
  type ChangeEffect,
  changeOrg,
  counted,
  describeChange,
  invalidArgument,
  type Org,
  OrgError,
  quote,
  stateOf,
} from '../internal.js'
import type { SqlQuery } from './driver.js'
import { type StoredOrg, storedOrg } from './load-tenant.js'
import { deltaOf } from './org-delta.js'
import { readPositions, writeDelta } from './org-rows.js'
import { readRevisions, writeAudit } from './revisions.js'
import { storeFailure } from './store-failure.js'
import type { TenantState, TenantStore } from './tenant-store.js'

/** Who changes a tenant, why, and what they have seen. */
export interface ChangeOrder {
  readonly actor: string
  readonly reason: string | null
  readonly expectedRev: number | undefined
}

/** What a change of a tenant returns. */
export interface StoredChange extends StoredOrg {
  /** The changes that were applied: frozen copies. */
  readonly changes: readonly Change[]
  /** What the changes did besides what they say. */
  readonly effects: readonly ChangeEffect[]
}

/** Changes the org of a tenant: all of the changes or none, after everyone who was there earlier. */
export async function changeTenant(
  store: TenantStore,
  tenant: string,
  changes: readonly Change[],
  order: ChangeOrder,
): Promise<StoredChange> {
  const { state, org, ...done } = await store.inTurn(tenant, async () => {
    const changed = await store.transaction('write', tenant, async (query) => {
      const locked = await store.lock(query, tenant)
      // Each statement from here on sees what was committed before the lock was ours.
      const before = { ...locked, rev: locked.rev - 1 }
      await refuseConflict(query, tenant, order.expectedRev, before.rev)
      return { state: locked, ...(await writeChanges(store, query, tenant, before, changes, order)) }
    })
    // The next in turn begins with this org.
    store.remember(tenant, changed.state, changed.org)
    return changed
  })
  await store.tell(tenant)
  return Object.freeze({ ...storedOrg(org, state), ...done })
}

async function writeChanges(
  store: TenantStore,
  query: SqlQuery,
  tenant: string,
  before: TenantState,
  changes: readonly Change[],
  { actor, reason }: ChangeOrder,
): Promise<Pick<StoredChange, 'org' | 'changes' | 'effects'>> {
  const org = await store.orgAt(query, tenant, before)
  store.remember(tenant, before, org)
  const result = changeOrg(org, changes)
  const rev = before.rev + 1
  const listsPeople = stateOf(result.org).people !== undefined
  await writeResult(store, query, { tenant, rev }, org, result)
  await writeAudit(query, {
    tenant,
    rev,
    at: before.at,
    actor,
    reason,
    kind: 'change',
    listsPeople,
    changes: requireJson(result.changes),
  })
  return { org: result.org, changes: result.changes, effects: result.effects }
}

/** Writes the rows of an org after changes. */
export async function writeResult(
  { dialect }: Pick<TenantStore, 'dialect'>,
  query: SqlQuery,
  origin: { readonly tenant: string; readonly rev: number },
  before: Org,
  result: Parameters<typeof deltaOf>[1],
): Promise<void> {
  const { tenant } = origin
  const delta = await deltaOf(before, result, (table, ids) =>
    readPositions(query, dialect, tenant, table, ids),
  )
  await writeDelta(query, dialect, origin, delta)
  await refuseCycles(query, tenant, delta.moved, dialect.list, dialect.isIn)
}

/**
 * Looks for each role that has another manager among those above it, in the rows. The changes have been checked against the org, so that
 * this finds only what somebody else has written into the tables.
 */
async function refuseCycles(
  query: SqlQuery,
  tenant: string,
  moved: readonly string[],
  list: TenantStore['dialect']['list'],
  isIn: TenantStore['dialect']['isIn'],
): Promise<void> {
  if (moved.length === 0) return
  // UNION leaves out what was there before, so that the walk ends in a cycle too.
  const sql = `WITH RECURSIVE up (moved, id) AS (
    SELECT id, manager FROM rolegraph_role WHERE tenant = $1 AND ${isIn('id', '$2')}
    UNION
    SELECT up.moved, role.manager FROM up JOIN rolegraph_role AS role ON role.tenant = $1 AND role.id = up.id
    WHERE role.manager IS NOT NULL
  ) SELECT moved FROM up WHERE id = moved LIMIT 1`
  const rows = await query(sql, [tenant, list(moved)])
  if (rows.length > 0) throw storeFailure('rows', `the role ${quote(rows[0]['moved'])} is above itself`)
}

/** Throws `REVISION_CONFLICT` where somebody else has changed the tenant, and says what. */
async function refuseConflict(
  query: SqlQuery,
  tenant: string,
  expectedRev: number | undefined,
  rev: number,
): Promise<void> {
  if (expectedRev === undefined || expectedRev === rev) return
  const since =
    expectedRev < rev ? await readRevisions(query, tenant, Math.max(expectedRev, rev - 3), rev) : []
  const words = since.map(({ actor, changes }) => {
    const first = changes.slice(0, 2).map(describeChange).join(', ')
    return `${quote(actor)}: ${changes.length > 2 ? `${first} and ${counted(changes.length - 2, 'more change')}` : first}`
  })
  const what = words.length === 0 ? '' : ` Since then, ${words.join('; ')}.`
  const message = `The tenant ${quote(tenant)} is at revision ${String(rev)}, not at ${String(expectedRev)}.${what} Load it again and merge: history({ after: ${String(expectedRev)} }) lists the changes.`
  throw new OrgError('REVISION_CONFLICT', message, { tenant, expectedRev, rev })
}

/** The changes, which JSON must be able to hold. */
function requireJson(changes: readonly Change[]): readonly Change[] {
  try {
    JSON.stringify(changes)
    return changes
  } catch {
    throw invalidArgument('change', 'changes', changes, 'changes that JSON can hold')
  }
}
