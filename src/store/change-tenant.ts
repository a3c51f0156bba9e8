import { type Change, type ChangeEffect, isOrgError, quote } from '../internal.js'
import { changeTogether } from './change-together.js'
import {
  changedOrg,
  commitChanges,
  findPositions,
  type PreparedChanges,
  prepareChanges,
  refuseConflict,
  requireChanged,
} from './commit-changes.js'
import { areMoves, commitMoves } from './commit-moves.js'
import type { SqlQuery } from './driver.js'
import { type StoredOrg, storedOrg } from './load-tenant.js'
import { storeFailure } from './store-failure.js'
import {
  type CachedOrg,
  type ChangedOrg,
  type ChangeRequest,
  MOST_TRIES,
  type TenantStore,
} from './tenant-store.js'

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
  request: ChangeRequest,
): Promise<StoredChange> {
  const { state, org, isHeard, ...done } = await store.turns.add(tenant, request, (requests) =>
    changeInTurn(store, tenant, requests),
  )
  if (isHeard) await store.tell(tenant)
  return Object.freeze({ ...storedOrg(org, state), ...done })
}

/** Makes the changes that waited for their turn: each is a revision of its own, and is refused on its own. */
async function changeInTurn(
  store: TenantStore,
  tenant: string,
  requests: readonly ChangeRequest[],
): Promise<readonly PromiseSettledResult<ChangedOrg>[]> {
  if (requests.length > 1 && store.driver.transaction !== undefined) {
    const together = await changeTogether(store, tenant, requests)
    if (together !== undefined) return together
  }
  const results: PromiseSettledResult<ChangedOrg>[] = []
  for (const request of requests)
    results.push(...(await Promise.allSettled([changeAlone(store, tenant, request)])))
  return results
}

async function changeAlone(store: TenantStore, tenant: string, request: ChangeRequest): Promise<ChangedOrg> {
  const known = store.changeable(tenant)
  const atOnce = known && (await changeAtOnce(store, tenant, known, request))
  if (known !== undefined && atOnce !== undefined) {
    // The next in turn begins with this org.
    store.remember(tenant, atOnce, atOnce.state.rev !== known.state.rev + 1)
    return atOnce
  }
  const hasLocks = store.driver.transaction !== undefined
  const changed = await (hasLocks ? changeUnderLock : changeByTries)(store, tenant, request)
  store.remember(tenant, changed, hasLocks && known?.isContended === false)
  return changed
}

/**
 * Changes the org that was loaded last, by one statement that does nothing where the tenant has another revision by now, unless the changes
 * are moves. Returns `undefined` where the changes have to be checked against what is there under the lock.
 */
async function changeAtOnce(
  store: TenantStore,
  tenant: string,
  known: CachedOrg,
  request: ChangeRequest,
): Promise<ChangedOrg | undefined> {
  const { expectedRev } = request.order
  if (expectedRev !== undefined && expectedRev !== known.state.rev) return undefined
  const canFollow = areMoves(request)
  // Where others are faster, a first try is of no use.
  if (known.isContended && !canFollow) return undefined
  const query: SqlQuery = (sql, parameters) => store.query(tenant, sql, parameters)
  let prepared: PreparedChanges
  try {
    prepared = await prepareChanges(tenant, known, request, findPositions(store, query, tenant))
    const row = known.isContended ? undefined : (await store.dialect.commit(query, prepared.next)).at(0)
    if (row !== undefined) return changedOrg(store, prepared, row)
  } catch (error) {
    // The default of a session can be a level at which others are in the way, or one that only reads: a transaction has its own.
    if (isOrgError(error, 'STORE_FAILED') && ['serialization', 'permission'].includes(error.details.reason))
      return undefined
    if (isOrgError(error, 'INVALID_CHANGES')) {
      const { rev, epoch } = await store.state(tenant)
      if (rev !== known.state.rev || epoch !== known.state.epoch) return undefined
    }
    throw error
  }
  return canFollow ? (await commitMoves(store, query, tenant, known, [prepared]))?.[0] : undefined
}

async function changeUnderLock(
  store: TenantStore,
  tenant: string,
  request: ChangeRequest,
): Promise<ChangedOrg> {
  return store.transaction('write', tenant, async (query) => {
    // Each statement after this one sees what was committed before the lock was ours.
    const { rev } = await store.hold(query, tenant)
    return requireChanged(tenant, await changePresent(store, query, tenant, rev, request))
  })
}

/** Without transactions there is no lock: the present org is loaded and changed until nobody else is faster. */
async function changeByTries(
  store: TenantStore,
  tenant: string,
  request: ChangeRequest,
): Promise<ChangedOrg> {
  return store.transaction('read', tenant, async (query) => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const { rev } = await store.stateOf(query, tenant)
      const changed = await changePresent(store, query, tenant, rev, request)
      if (changed !== undefined) return changed
    }
    throw storeFailure('serialization', `others changed the tenant ${quote(tenant)} each time`)
  })
}

/** Changes the present org, whose revision is known; returns `undefined` where it has another one by now. */
async function changePresent(
  store: TenantStore,
  query: SqlQuery,
  tenant: string,
  rev: number,
  request: ChangeRequest,
): Promise<ChangedOrg | undefined> {
  const { expectedRev } = request.order
  await refuseConflict(query, tenant, expectedRev, rev)
  const present = await store.present(query, tenant)
  store.remember(tenant, present)
  if (present.state.rev !== rev && expectedRev !== undefined) return undefined
  return commitChanges(store, query, tenant, present, request)
}
