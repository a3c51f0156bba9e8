import {
  invalidArgument,
  type Org,
  type OrgDocument,
  orgFromDocument,
  ownValue,
  stateOf,
  toOrgDocument,
} from '../internal.js'
import { changeOrg } from '../internal-change.js'
import { insertTenant } from './commit-by-statements.js'
import { newEpoch, newTenant } from './create-tenant.js'
import type { SqlQuery } from './driver.js'
import { storedOrg, type StoredOrg } from './load-tenant.js'
import { deltaOf } from './org-delta.js'
import { readOrg, readPositions, writeDelta, writeRows } from './org-rows.js'
import { readRevisions, type Revision, type RevisionKind, timeText, writeAudit } from './revisions.js'
import { rowsOfOrg } from './rows-of-org.js'
import type { TenantState, TenantStore } from './tenant-store.js'

/** All that a store knows of a tenant, as plain data for JSON: the first org, and every revision. */
export interface TenantDocument {
  /** The version of the format. */
  readonly rolegraphTenant: 1
  readonly tenant: string
  /** The org of revision 1. */
  readonly org: OrgDocument
  readonly revisions: readonly Revision[]
}

/** Reads all of a tenant. */
export async function exportTenant(store: TenantStore, tenant: string): Promise<TenantDocument> {
  return store.transaction('read', tenant, async (query) => {
    const { rev } = await store.stateOf(query, tenant)
    return wholeTenant(store, query, tenant, rev)
  })
}

/** The first org of a tenant and its revisions up to one. */
export async function wholeTenant(
  store: TenantStore,
  query: SqlQuery,
  tenant: string,
  rev: number,
): Promise<TenantDocument> {
  const first = await readOrg(query, store.dialect, tenant, await store.listsPeople(query, tenant, 1), 1)
  return {
    rolegraphTenant: 1,
    tenant,
    org: toOrgDocument(first),
    revisions: await readRevisions(query, tenant, 0, rev),
  }
}

/** Makes a tenant of a document, with all revisions as they were. */
export async function restoreTenant(
  store: TenantStore,
  tenant: string,
  document: unknown,
): Promise<StoredOrg> {
  const { first, revisions } = readDocument(document)
  const { org, state } = await store.transaction('write', tenant, async (query) => {
    const made = newTenant(store, tenant, await insertTenant(query, store.dialect, tenant, newEpoch()))
    return writeHistory(store, query, tenant, made, first, revisions)
  })
  store.remember(tenant, { state, org })
  return storedOrg(org, state)
}

/** Writes the rows of every revision, one after the other, and the row of the tenant. */
export async function writeHistory(
  store: TenantStore,
  query: SqlQuery,
  tenant: string,
  state: TenantState,
  first: Org,
  revisions: readonly Revision[],
): Promise<{ readonly org: Org; readonly state: TenantState }> {
  let org = first
  let at = 0
  for (const { rev, at: time, actor, reason = null, kind, changes } of revisions) {
    at = Math.max(at, Date.parse(time))
    if (rev === 1) await writeRows(query, store.dialect, { tenant, rev }, rowsOfOrg(first))
    else {
      const result = changeOrg(org, changes)
      const delta = await deltaOf(org, result, (table, ids) =>
        readPositions(query, store.dialect, tenant, table, ids),
      )
      await writeDelta(query, store.dialect, { tenant, rev }, delta)
      org = result.org
    }
    const listsPeople = stateOf(org).people !== undefined
    await writeAudit(query, {
      tenant,
      rev,
      at,
      actor,
      reason,
      kind,
      listsPeople,
      changes: JSON.stringify(changes),
    })
  }
  const present = { rev: revisions.length, at, epoch: state.epoch }
  await query('UPDATE rolegraph_tenant SET rev = $2, at = $3, epoch = $4 WHERE tenant = $1', [
    tenant,
    present.rev,
    present.at,
    present.epoch,
  ])
  return { org, state: present }
}

const KINDS: readonly unknown[] = ['create', 'change', 'erase']

function readDocument(document: unknown): { readonly first: Org; readonly revisions: readonly Revision[] } {
  const list = ownValue(document, 'revisions')
  if (ownValue(document, 'rolegraphTenant') !== 1 || !Array.isArray(list) || list.length === 0)
    throw invalidArgument('restore', 'document', document, 'what export returned')
  // orgFromDocument checks what it is given.
  const first = orgFromDocument(ownValue(document, 'org') as OrgDocument)
  return { first, revisions: list.map(readRevision) }
}

function readRevision(value: unknown, index: number): Revision {
  const [rev, at, actor, reason, kind, changes] = ['rev', 'at', 'actor', 'reason', 'kind', 'changes'].map(
    (name) => ownValue(value, name),
  )
  const time = typeof at === 'string' ? Date.parse(at) : NaN
  const isRevision =
    rev === index + 1 &&
    Number.isFinite(time) &&
    typeof actor === 'string' &&
    (reason === undefined || typeof reason === 'string') &&
    KINDS.includes(kind) &&
    Array.isArray(changes)
  if (!isRevision)
    throw invalidArgument(
      'restore',
      `document.revisions[${String(index)}]`,
      value,
      'a revision with the next number',
    )
  return { rev, at: timeText(time), actor, reason, kind: kind as RevisionKind, changes }
}
