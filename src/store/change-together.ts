import { isOrgError, quote } from '../internal.js'
import {
  changedOrg,
  commitChanges,
  type PreparedChanges,
  prepareChanges,
  refuseConflict,
  requireChanged,
  unlessRefused,
} from './commit-changes.js'
import { areMoves, commitMoves } from './commit-moves.js'
import type { SqlQuery } from './driver.js'
import type { OrgTable } from './sql/tables.js'
import { storeFailure } from './store-failure.js'
import type { CachedOrg, ChangedOrg, ChangeRequest, PresentOrg, TenantStore } from './tenant-store.js'

/** What became of changes. */
type Outcome = PromiseSettledResult<ChangedOrg>

/**
 * Makes changes in one transaction, so that they wait for the disk once. Returns `undefined` where it was rolled back because the database
 * refused one of them: then they are made one by one.
 */
export async function changeTogether(
  store: TenantStore,
  tenant: string,
  requests: readonly ChangeRequest[],
): Promise<readonly Outcome[] | undefined> {
  const known = store.changeable(tenant)
  const atOnce = known && (await changeAllAtOnce(store, tenant, known, requests))
  return atOnce ?? changeAllUnderLock(store, tenant, known, requests)
}

/**
 * Changes the org that was loaded last, by one statement. Returns `undefined` where it did nothing, or where a transaction has to look at
 * what is there.
 */
async function changeAllAtOnce(
  store: TenantStore,
  tenant: string,
  known: CachedOrg,
  requests: readonly ChangeRequest[],
): Promise<readonly Outcome[] | undefined> {
  const { commitAll } = store.dialect
  const canFollow = requests.every(areMoves)
  if (commitAll === undefined || (known.isContended && !canFollow)) return undefined
  const made: (PreparedChanges | PromiseRejectedResult)[] = []
  let present: PresentOrg = known
  for (const request of requests) {
    const { expectedRev } = request.order
    if (expectedRev !== undefined && expectedRev !== present.state.rev) return undefined
    try {
      const prepared = await prepareChanges(tenant, present, request, noPositions)
      made.push(prepared)
      present = {
        org: prepared.result.org,
        state: { ...present.state, rev: present.state.rev + 1 },
      }
    } catch (reason) {
      if (!isOrgError(reason)) return undefined
      made.push({ status: 'rejected', reason })
    }
  }
  const list = made.flatMap((each) => ('next' in each ? [each.next] : []))
  // What was refused may be possible by now.
  if (list.length === 0) return undefined
  const query: SqlQuery = (sql, parameters) => store.query(tenant, sql, parameters)
  const rows = known.isContended ? [] : await unlessRefused(commitAll(query, tenant, list))
  if (rows.length === 0) return canFollow ? moveAll(store, query, tenant, known, made) : undefined
  // Once the first of them has the lock, nobody else can make the next revision.
  if (rows.length !== list.length)
    throw storeFailure('rows', `the tenant ${quote(tenant)} was changed by a part of its changes`)
  store.remember(tenant, { org: present.org, state: store.found(tenant, rows.slice(-1)) })
  let next = 0
  return made.map((each) =>
    'next' in each ? { status: 'fulfilled', value: changedOrg(store, each, rows[next++]) } : each,
  )
}

/** Makes moves after what others have changed. Returns `undefined` where some of them have to be checked against what is there. */
async function moveAll(
  store: TenantStore,
  query: SqlQuery,
  tenant: string,
  known: CachedOrg,
  made: readonly (PreparedChanges | PromiseRejectedResult)[],
): Promise<readonly Outcome[] | undefined> {
  const list = made.flatMap((each) => ('next' in each ? [each] : []))
  const moved = list.length === made.length ? await commitMoves(store, query, tenant, known, list) : undefined
  if (moved === undefined) return undefined
  const [{ org, state }] = moved.slice(-1)
  store.remember(tenant, { org, state }, state.rev !== known.state.rev + list.length)
  return moved.map((value) => ({ status: 'fulfilled', value }))
}

/** Positions of roles that the list before this one may have made are not in the tables yet. */
function noPositions(_table: OrgTable, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length > 0) throw new TypeError('Positions are looked up in a transaction.')
  return Promise.resolve(new Map())
}

/** Takes the lock, and makes all changes in the transaction that has it. */
async function changeAllUnderLock(
  store: TenantStore,
  tenant: string,
  known: CachedOrg | undefined,
  requests: readonly ChangeRequest[],
): Promise<readonly Outcome[] | undefined> {
  const results: Outcome[] = []
  let present: PresentOrg | undefined
  let isContended = false
  let isCommitting = false
  try {
    await store.transaction('write', tenant, async (query) => {
      const { rev } = await store.hold(query, tenant)
      isContended = known?.isContended === false && known.state.rev !== rev
      present = await store.present(query, tenant)
      for (const request of requests) {
        try {
          await refuseConflict(query, tenant, request.order.expectedRev, present.state.rev)
          const value = requireChanged(tenant, await commitChanges(store, query, tenant, present, request))
          present = value
          results.push({ status: 'fulfilled', value })
        } catch (reason) {
          // What the library refuses has not reached the database.
          if (!isOrgError(reason) || isOrgError(reason, 'STORE_FAILED')) throw reason
          results.push({ status: 'rejected', reason })
        }
      }
      isCommitting = true
    })
  } catch (error) {
    if (isOrgError(error, 'UNKNOWN_TENANT') || isRefusal(error, isCommitting)) return undefined
    throw error
  }
  if (present !== undefined) {
    const { state, org }: PresentOrg = present
    store.remember(tenant, { state, org }, isContended)
  }
  return results
}

/** Whether a transaction was rolled back because of what is in it, and not because the database is of no use now. */
function isRefusal(error: unknown, isCommitting: boolean): boolean {
  if (!isOrgError(error, 'STORE_FAILED')) return false
  const { reason } = error.details
  // What is not known may have happened after the commit.
  return reason === 'rows' || reason === 'serialization' || (reason === 'other' && !isCommitting)
}
