import type { SqlQuery, SqlRow } from './driver.js'
import { writeDelta, writeRows } from './org-rows.js'
import { writeAudit } from './revisions.js'
import type { Dialect, FirstRevision, NextRevision } from './sql/dialect.js'

/** Makes the row of a tenant and returns it; returns no row where there is such a tenant. */
export function insertTenant(
  query: SqlQuery,
  { now, locked }: Dialect,
  tenant: string,
  epoch: number,
): Promise<readonly SqlRow[]> {
  const sql = `INSERT INTO rolegraph_tenant (tenant, rev, at, epoch) VALUES ($1, 1, ${now}, $2) ON CONFLICT (tenant) DO NOTHING RETURNING ${locked}`
  return query(sql, [tenant, epoch])
}

/** Makes a tenant by one statement after the other, in a transaction. */
export async function createByStatements(
  query: SqlQuery,
  dialect: Dialect,
  { tenant, epoch, rows, entry }: FirstRevision,
): Promise<readonly SqlRow[]> {
  const made = await insertTenant(query, dialect, tenant, epoch)
  if (made.length === 0) return made
  await writeRows(query, dialect, { tenant, rev: 1 }, rows)
  const at = Number(made[0]['at'])
  await writeAudit(query, { ...entry, tenant, rev: 1, at, kind: 'create', changes: '[]' })
  return made
}

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
