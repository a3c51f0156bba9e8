import { type Change, frozen } from '../internal.js'
import type { SqlQuery, SqlRow } from './driver.js'

/** What made a revision: the first org, changes, or the erasure of a person. */
export type RevisionKind = 'create' | 'change' | 'erase'

/** One entry of the history of a tenant. */
export interface Revision {
  /** The number of the revision, from 1, without gaps. */
  readonly rev: number
  /** When it was made, by the clock of the database, in UTC: `'2026-03-31T12:00:00.000Z'`. Never before that of an earlier revision. */
  readonly at: string
  readonly actor: string
  readonly reason: string | undefined
  readonly kind: RevisionKind
  /** The changes that were applied; none for the first org. */
  readonly changes: readonly Change[]
}

const EVERY_COLUMN = 'rev, at, actor, reason, kind, changes'

/** A row of the audit. */
export interface AuditRow {
  readonly tenant: string
  readonly rev: number
  readonly at: number
  readonly actor: string
  readonly reason: string | null
  readonly kind: RevisionKind
  readonly listsPeople: boolean
  /** The changes as JSON. */
  readonly changes: string
}

export async function writeAudit(query: SqlQuery, row: AuditRow): Promise<void> {
  const { tenant, rev, at, actor, reason, kind, listsPeople, changes } = row
  await query(
    'INSERT INTO rolegraph_change (tenant, rev, at, actor, reason, kind, lists_people, changes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tenant, rev, at, actor, reason, kind, Number(listsPeople), changes],
  )
}

/** The revisions after one, up to another, in order. */
export async function readRevisions(
  query: SqlQuery,
  tenant: string,
  after: number,
  upTo: number,
): Promise<readonly Revision[]> {
  const sql = `SELECT ${EVERY_COLUMN} FROM rolegraph_change WHERE tenant = $1 AND rev > $2 AND rev <= $3 ORDER BY rev`
  const rows = await query(sql, [tenant, after, upTo])
  return rows.map(revisionOf)
}

function revisionOf(row: SqlRow): Revision {
  const reason = row['reason']
  return Object.freeze({
    rev: Number(row['rev']),
    at: timeText(Number(row['at'])),
    actor: String(row['actor']),
    reason: typeof reason === 'string' ? reason : undefined,
    // The store writes nothing else.
    kind: String(row['kind']) as RevisionKind,
    changes: changesOfRow(row),
  })
}

/** The changes of a row, frozen. */
export function changesOfRow(row: SqlRow): readonly Change[] {
  // They were applied when they were written.
  return frozen(JSON.parse(String(row['changes'])) as readonly Change[])
}

/** A time as text. */
export function timeText(at: number): string {
  return new Date(at).toISOString()
}
