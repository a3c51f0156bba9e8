import { type Change, isOrgError, type Org, ownValue, quote } from '../internal.js'
import { changeOrg } from '../internal-change.js'
import { changedOrg, type PreparedChanges, unlessRefused } from './commit-changes.js'
import type { SqlQuery, SqlRow } from './driver.js'
import { storeFailure } from './store-failure.js'
import type { ChangedOrg, ChangeRequest, PresentOrg, TenantStore } from './tenant-store.js'

/** Whether changes only give roles other managers, and leave the order as it is, whatever others have changed. */
export function areMoves({ changes, order }: ChangeRequest): boolean {
  return (
    order.expectedRev === undefined &&
    changes.every(
      (change) => ownValue(change, 'do') === 'set-manager' && ownValue(change, 'before') === undefined,
    )
  )
}

/**
 * Makes moves by one statement, although others may have changed the tenant since the org that they were checked against: moves of
 * different roles can be made in any order, as long as they close no cycle. Returns `undefined`, and has done nothing, where they have to be
 * checked against what is there.
 */
export async function commitMoves(
  store: TenantStore,
  query: SqlQuery,
  tenant: string,
  known: PresentOrg,
  list: readonly PreparedChanges[],
): Promise<readonly ChangedOrg[] | undefined> {
  const { commitRebased } = store.dialect
  if (commitRebased === undefined) return undefined
  const changes = list.flatMap(({ result }) => result.changes)
  const roles = new Set(changes.flatMap((change) => ('role' in change ? [change.role] : [])))
  // The database compares them with the roles of others, which it has as JSON.
  if ([...roles].some((role) => JSON.stringify(role).includes('\\u'))) return undefined
  const rows = await unlessRefused(
    commitRebased(
      query,
      tenant,
      list.map(({ next }) => next),
      [...roles],
    ),
  )
  if (rows.length === 0) return undefined
  const orgs = orgsAfter(known.org, rows[0], list)
  if (orgs?.length === rows.length)
    return list.map((prepared, at) => ({ ...changedOrg(store, prepared, rows[at]), org: orgs[at] }))
  store.forget(tenant)
  throw storeFailure(
    'rows',
    `the changes of the tenant ${quote(tenant)} were made, and those before do not lead to its rows`,
  )
}

/** The org after the changes of others and each of the changes; `undefined` where they cannot be made one after the other. */
function orgsAfter(
  known: Org,
  { since }: SqlRow,
  list: readonly PreparedChanges[],
): readonly Org[] | undefined {
  // Nobody has changed anything.
  if (typeof since !== 'string') return list.map(({ result }) => result.org)
  // They were applied when they were written.
  let before = (JSON.parse(since) as readonly (readonly Change[])[]).flat()
  const orgs: Org[] = []
  try {
    for (const { result } of list) {
      orgs.push(changeOrg(orgs.at(-1) ?? known, [...before, ...result.changes]).org)
      before = []
    }
    return orgs
  } catch (error) {
    if (isOrgError(error, 'INVALID_CHANGES')) return undefined
    throw error
  }
}
