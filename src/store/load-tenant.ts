import { type Org, OrgError, quote } from '../internal.js'
import type { SqlQuery } from './driver.js'
import type { Moment } from './given-arguments.js'
import { readOrg } from './org-rows.js'
import { timeText } from './revisions.js'
import type { TenantState, TenantStore } from './tenant-store.js'

/** An org as it is in a store. */
export interface StoredOrg {
  readonly org: Org
  /** Its revision: what `change` takes as `expectedRev`. */
  readonly rev: number
  /** When the revision was made, in UTC. */
  readonly at: string
}

/** The present org of a tenant: the cached one where it is of the present revision. */
export async function loadPresent(store: TenantStore, tenant: string): Promise<StoredOrg> {
  const { org, state } =
    (await store.presentAlone(tenant)) ??
    (await store.transaction('read', tenant, (query) => store.presentRows(query, tenant)))
  store.remember(tenant, { state, org })
  return storedOrg(org, state)
}

/** The org of a moment. */
export async function loadMoment(store: TenantStore, tenant: string, moment: Moment): Promise<StoredOrg> {
  return store.transaction('read', tenant, async (query) => {
    const present = await store.stateOf(query, tenant)
    const state = await momentState(query, tenant, present, moment)
    if (state.rev === present.rev) return storedOrg((await store.present(query, tenant)).org, state)
    const listsPeople = await store.listsPeople(query, tenant, state.rev)
    return storedOrg(await readOrg(query, store.dialect, tenant, listsPeople, state.rev), state)
  })
}

/** The revision that held at a moment. Throws `UNKNOWN_REVISION` or `BEFORE_HISTORY`. */
async function momentState(
  query: SqlQuery,
  tenant: string,
  present: TenantState,
  moment: Moment,
): Promise<Pick<TenantState, 'rev' | 'at'>> {
  if ('rev' in moment) {
    const { rev } = requireRevision(tenant, moment.rev, present.rev)
    const [row] = await query('SELECT at FROM rolegraph_change WHERE tenant = $1 AND rev = $2', [tenant, rev])
    return { rev, at: Number(row['at']) }
  }
  const { until, text } = moment
  const sql =
    'SELECT rev, at FROM rolegraph_change WHERE tenant = $1 AND at <= $2 ORDER BY at DESC, rev DESC LIMIT 1'
  const [row] = await query(sql, [tenant, until])
  // Without a row there is none to destructure.
  if ((row as unknown) !== undefined) return { rev: Number(row['rev']), at: Number(row['at']) }
  const [first] = await query('SELECT at FROM rolegraph_change WHERE tenant = $1 ORDER BY rev LIMIT 1', [
    tenant,
  ])
  const since = timeText(Number(first['at']))
  const message = `The tenant ${quote(tenant)} begins ${since}; it has no org of ${text}.`
  throw new OrgError('BEFORE_HISTORY', message, { date: text, since })
}

/** Throws `UNKNOWN_REVISION` for one that the tenant does not have yet. */
function requireRevision(tenant: string, received: number, rev: number): { readonly rev: number } {
  if (received <= rev) return { rev: received }
  const message = `The tenant ${quote(tenant)} has the revisions 1 to ${String(rev)}, and no revision ${String(received)}.`
  throw new OrgError('UNKNOWN_REVISION', message, { tenant, received, rev })
}

export function storedOrg(org: Org, { rev, at }: Pick<TenantState, 'rev' | 'at'>): StoredOrg {
  return Object.freeze({ org, rev, at: timeText(at) })
}
