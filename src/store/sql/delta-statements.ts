import { type OrgTable, pastOf } from './tables.js'

/** How the statements of a change name what they need: parameters, or variables of a function. */
export interface DeltaNames {
  readonly tenant: string
  readonly rev: string
  /** The condition: the row is one of those that changed. */
  readonly isChanged: string
}

/** Copies rows to the past, with the revision that ended them. */
export function keptRows(table: OrgTable, { tenant, rev, isChanged }: DeltaNames): string {
  const columns = table.columns.map(([name]) => name).join(', ')
  return `INSERT INTO ${pastOf(table)} (tenant, from_rev, to_rev, ${columns}) SELECT tenant, from_rev, ${rev}, ${columns} FROM ${table.name} WHERE tenant = ${tenant} AND ${isChanged}`
}

/**
 * Looks for roles among those above them, in the rows. The changes have been checked against the org, so that this finds only what
 * somebody else has written into the tables.
 */
export function rolesAboveThemselves(tenant: string, isMoved: string): string {
  // UNION leaves out what was there before, so that the walk ends in a cycle too. A join may be planned to read all roles of the tenant.
  return `WITH RECURSIVE up (moved, id) AS (
    SELECT id, manager FROM rolegraph_role WHERE tenant = ${tenant} AND ${isMoved}
    UNION
    SELECT up.moved, (SELECT role.manager FROM rolegraph_role AS role WHERE role.tenant = ${tenant} AND role.id = up.id)
    FROM up WHERE up.id IS NOT NULL
  ) SELECT moved FROM up WHERE id = moved LIMIT 1`
}
