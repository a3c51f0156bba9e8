import {
  type Change,
  type ChangeEffect,
  changeOrg,
  counted,
  describeChange,
  invalidArgument,
  isOrgError,
  OrgError,
  quote,
  stateOf,
} from '../internal.js'
import type { SqlQuery } from './driver.js'
import { type StoredOrg, storedOrg } from './load-tenant.js'
import { deltaOf } from './org-delta.js'
import { readPositions } from './org-rows.js'
import { readRevisions } from './revisions.js'
import { storeFailure } from './store-failure.js'
import {
  type ChangedOrg,
  type ChangeOrder,
  type ChangeRequest,
  MOST_TRIES,
  type PresentOrg,
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

/**
 * Makes changes in one transaction, so that they wait for the disk once. Returns `undefined` where it was rolled back because the database
 * refused one of them: then they are made one by one.
 */
async function changeTogether(
  store: TenantStore,
  tenant: string,
  requests: readonly ChangeRequest[],
): Promise<readonly PromiseSettledResult<ChangedOrg>[] | undefined> {
  const known = store.changeable(tenant)
  const results: PromiseSettledResult<ChangedOrg>[] = []
  let present: PresentOrg | undefined
  let isContended = false
  let isCommitting = false
  try {
    await store.transaction('write', tenant, async (query) => {
      const { rev } = await store.hold(query, tenant)
      isContended = known !== undefined && known.state.rev !== rev
      present = await store.present(query, tenant)
      for (const { changes, order } of requests) {
        try {
          await refuseConflict(query, tenant, order.expectedRev, present.state.rev)
          const value = requireChanged(
            tenant,
            await commitChanges(store, query, tenant, present, changes, order),
          )
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

async function changeAlone(
  store: TenantStore,
  tenant: string,
  { changes, order }: ChangeRequest,
): Promise<ChangedOrg> {
  const known = store.changeable(tenant)
  const atOnce = known && (await changeAtOnce(store, tenant, known, changes, order))
  if (atOnce !== undefined) {
    // The next in turn begins with this org.
    store.remember(tenant, atOnce)
    return atOnce
  }
  const hasLocks = store.driver.transaction !== undefined
  const changed = await (hasLocks ? changeUnderLock : changeByTries)(store, tenant, changes, order)
  store.remember(tenant, changed, hasLocks && known !== undefined)
  return changed
}

/**
 * Changes the org that was loaded last, by one statement that does nothing where the tenant has another revision by now. Returns
 * `undefined` where the changes have to be checked against what is there under the lock.
 */
async function changeAtOnce(
  store: TenantStore,
  tenant: string,
  known: PresentOrg,
  changes: readonly Change[],
  order: ChangeOrder,
): Promise<ChangedOrg | undefined> {
  const { expectedRev } = order
  if (expectedRev !== undefined && expectedRev !== known.state.rev) return undefined
  try {
    return await commitChanges(
      store,
      (sql, parameters) => store.query(tenant, sql, parameters),
      tenant,
      known,
      changes,
      order,
    )
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
}

async function changeUnderLock(
  store: TenantStore,
  tenant: string,
  changes: readonly Change[],
  order: ChangeOrder,
): Promise<ChangedOrg> {
  return store.transaction('write', tenant, async (query) => {
    // Each statement after this one sees what was committed before the lock was ours.
    const { rev } = await store.hold(query, tenant)
    return requireChanged(tenant, await changePresent(store, query, tenant, rev, changes, order))
  })
}

/** Throws where the revision was another one in spite of the lock. */
function requireChanged(tenant: string, changed: ChangedOrg | undefined): ChangedOrg {
  if (changed === undefined)
    throw storeFailure('rows', `the tenant ${quote(tenant)} was changed under a lock`)
  return changed
}

/** Without transactions there is no lock: the present org is loaded and changed until nobody else is faster. */
async function changeByTries(
  store: TenantStore,
  tenant: string,
  changes: readonly Change[],
  order: ChangeOrder,
): Promise<ChangedOrg> {
  return store.transaction('read', tenant, async (query) => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const { rev } = await store.stateOf(query, tenant)
      const changed = await changePresent(store, query, tenant, rev, changes, order)
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
  changes: readonly Change[],
  order: ChangeOrder,
): Promise<ChangedOrg | undefined> {
  await refuseConflict(query, tenant, order.expectedRev, rev)
  const present = await store.present(query, tenant)
  store.remember(tenant, present)
  if (present.state.rev !== rev && order.expectedRev !== undefined) return undefined
  return commitChanges(store, query, tenant, present, changes, order)
}

/** Applies changes to an org and writes what they did; returns `undefined` where the tenant has another revision. */
async function commitChanges(
  store: TenantStore,
  query: SqlQuery,
  tenant: string,
  { state, org }: PresentOrg,
  changes: readonly Change[],
  { actor, reason }: ChangeOrder,
): Promise<ChangedOrg | undefined> {
  const result = changeOrg(org, changes)
  const { dialect } = store
  const delta = await deltaOf(org, result, (table, ids) => readPositions(query, dialect, tenant, table, ids))
  const listsPeople = stateOf(result.org).people !== undefined
  const entry = { actor, reason, listsPeople, changes: jsonOf(result.changes) }
  const rows = await dialect.commit(query, { tenant, before: state, delta, entry })
  if (rows.length === 0) return undefined
  const { changes: applied, effects } = result
  const isHeard = store.driver.showsListeners !== true || Number(rows[0]['is_heard']) === 1
  return { state: store.found(tenant, rows), org: result.org, changes: applied, effects, isHeard }
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

/** The changes as JSON, which must be able to hold them. */
function jsonOf(changes: readonly Change[]): string {
  try {
    return JSON.stringify(changes)
  } catch {
    throw invalidArgument('change', 'changes', changes, 'changes that JSON can hold')
  }
}
