import type { SqlQuery, SqlRow } from './driver.js'
import { writeDelta } from './org-rows.js'
import { writeAudit } from './revisions.js'
import type { Dialect, NextRevision } from './sql/dialect.js'

/** Makes the next revision of a tenant by one statement after the other, in a transaction that has the lock. */
export async function commitByStatements(
  query: SqlQuery,
  dialect: Dialect,
  { tenant, before, delta, entry }: NextRevision,
): Promise<readonly SqlRow[]> {
  const { now, greatest } = dialect
  const rows = await query(
    `UPDATE rolegraph_tenant SET rev = rev + 1, at = ${greatest('at', now)} WHERE tenant = $1 AND rev = $2 AND epoch = $3 RETURNING rev, at, epoch`,
    [tenant, before.rev, before.epoch],
  )
  if (rows.length === 0) return rows
  const rev = before.rev + 1
  await writeDelta(query, dialect, { tenant, rev }, delta)
  await writeAudit(query, { ...entry, tenant, rev, at: Number(rows[0]['at']), kind: 'change' })
  return rows
}
