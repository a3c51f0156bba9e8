import { invalidArgument, orgFromDocument } from '../internal.js'
import { historyOf, toHistoryDocument, withoutPeople } from '../internal-change.js'
import { newEpoch } from './create-tenant.js'
import { type StoredOrg, storedOrg } from './load-tenant.js'
import type { Revision } from './revisions.js'
import { timeText } from './revisions.js'
import { ORG_TABLES, pastOf } from './sql/tables.js'
import { wholeTenant, writeHistory } from './tenant-document.js'
import type { ChangeOrder, TenantStore } from './tenant-store.js'

/**
 * Erases a person from every revision of a tenant: all rows, of the past too, and the audit are written again with a pseudonym, as
 * `erasePeople` does it in a history. The erasure is a revision of its own.
 */
export async function erasePerson(
  store: TenantStore,
  tenant: string,
  person: unknown,
  { actor, reason }: Pick<ChangeOrder, 'actor' | 'reason'>,
): Promise<StoredOrg> {
  if (typeof person !== 'string') throw invalidArgument('erasePerson', 'person', person, 'the id of a person')
  const { org, state } = await store.transaction('write', tenant, async (query) => {
    const locked = await store.lock(query, tenant)
    const { org: start, revisions } = await wholeTenant(store, query, tenant, locked.rev - 1)
    // A history knows dates and no revisions: each revision has a day.
    const entries = revisions.slice(1).map(({ rev, changes }) => ({ on: dayOf(rev), changes }))
    const { erased, masked } = withoutPeople(historyOf(orgFromDocument(start), entries), person)
    const { effective = [], since: _since, ...document } = toHistoryDocument(erased)
    const byDay = new Map(effective.map(({ on, changes }) => [on, changes]))
    const clean = revisions.map((revision): Revision => ({
      ...revision,
      changes: byDay.get(dayOf(revision.rev)) ?? [],
      actor: masked(revision.actor),
      reason: revision.reason === undefined ? undefined : masked(revision.reason),
    }))
    const last: Revision = {
      rev: locked.rev,
      at: timeText(locked.at),
      actor,
      reason: reason ?? undefined,
      kind: 'erase',
      changes: [],
    }
    for (const table of ORG_TABLES)
      for (const name of [table.name, pastOf(table)])
        await query(`DELETE FROM ${name} WHERE tenant = $1`, [tenant])
    await query('DELETE FROM rolegraph_change WHERE tenant = $1', [tenant])
    // What others have in their caches is of another epoch, and is not moved on.
    const made = { ...locked, epoch: newEpoch() }
    const first = orgFromDocument({ ...document, rolegraph: 2 })
    return writeHistory(store, query, tenant, made, first, [...clean, last])
  })
  store.forget(tenant)
  store.remember(tenant, { state, org })
  await store.tell(tenant)
  return storedOrg(org, state)
}

const DAY = 86_400_000
/** The calendar begins here, long before any revision. */
const FIRST_DAY = Date.parse('0001-01-01')

function dayOf(rev: number): string {
  return new Date(FIRST_DAY + rev * DAY).toISOString().slice(0, 10)
}
