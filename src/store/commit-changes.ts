import {
  type Change,
  counted,
  invalidArgument,
  isOrgError,
  OrgError,
  ownValue,
  quote,
  stateOf,
} from '../internal.js'
import { changeOrg, type ChangeResult, describeChange } from '../internal-change.js'
import type { SqlQuery, SqlRow } from './driver.js'
import { deltaOf, type FindPositions } from './org-delta.js'
import { readPositions } from './org-rows.js'
import { readRevisions } from './revisions.js'
import type { NextRevision } from './sql/dialect.js'
import { storeFailure } from './store-failure.js'
import type { ChangedOrg, ChangeRequest, PresentOrg, TenantStore } from './tenant-store.js'

/** What changes make of an org, and how that is written. */
export interface PreparedChanges {
  readonly result: ChangeResult
  readonly next: NextRevision
}

/** Applies changes to an org. Throws `INVALID_CHANGES`. */
export async function prepareChanges(
  tenant: string,
  { state, org }: PresentOrg,
  { changes, order: { actor, reason } }: ChangeRequest,
  find: FindPositions,
): Promise<PreparedChanges> {
  const result = changeOrg(org, changes)
  const delta = await deltaOf(org, result, find)
  const listsPeople = stateOf(result.org).people !== undefined
  const entry = { actor, reason, listsPeople, changes: jsonOf(result.changes) }
  return { result, next: { tenant, before: state, delta, entry } }
}

/** What a row that was returned says of changes. */
export function changedOrg(
  store: TenantStore,
  { result, next: { tenant } }: PreparedChanges,
  row: SqlRow,
): ChangedOrg {
  const { org, changes, effects } = result
  const isHeard = store.driver.showsListeners !== true || Number(row['is_heard']) === 1
  return { state: store.found(tenant, [row]), org, changes, effects, isHeard }
}

/** Applies changes to an org and writes what they did; returns `undefined` where the tenant has another revision. */
export async function commitChanges(
  store: TenantStore,
  query: SqlQuery,
  tenant: string,
  present: PresentOrg,
  request: ChangeRequest,
): Promise<ChangedOrg | undefined> {
  const prepared = await prepareChanges(tenant, present, request, findPositions(store, query, tenant))
  const row = (await store.dialect.commit(query, prepared.next)).at(0)
  return row && changedOrg(store, prepared, row)
}

/** Looks up positions in the tables. */
export function findPositions({ dialect }: TenantStore, query: SqlQuery, tenant: string): FindPositions {
  return (table, ids) => readPositions(query, dialect, tenant, table, ids)
}

/** The rows that a statement returned: none where the database refused it, and a transaction has to find out why. */
export async function unlessRefused(statement: Promise<readonly SqlRow[]>): Promise<readonly SqlRow[]> {
  try {
    return await statement
  } catch (error) {
    if (!isOrgError(error, 'STORE_FAILED')) throw error
    const { reason } = error.details
    // An error with a code is one of the server, which has undone the statement.
    const isUndone = reason === 'other' && typeof ownValue(error.cause, 'code') === 'string'
    if (isUndone || ['serialization', 'permission', 'rows'].includes(reason)) return []
    throw error
  }
}

/** Throws where the revision was another one in spite of the lock. */
export function requireChanged(tenant: string, changed: ChangedOrg | undefined): ChangedOrg {
  if (changed === undefined)
    throw storeFailure('rows', `the tenant ${quote(tenant)} was changed under a lock`)
  return changed
}

/** Throws `REVISION_CONFLICT` where somebody else has changed the tenant, and says what. */
export async function refuseConflict(
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

/** The changes as JSON, which must be able to hold them. */
function jsonOf(changes: readonly Change[]): string {
  try {
    return JSON.stringify(changes)
  } catch {
    throw invalidArgument('change', 'changes', changes, 'changes that JSON can hold')
  }
}
