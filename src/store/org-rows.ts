import {
  type DocumentEntries,
  isOrgError,
  type Org,
  orgFromDocument,
  type PersonSpec,
  quote,
  type RoleSpec,
  type UnitSpec,
} from '../internal.js'
import type { SqlQuery, SqlRow } from './driver.js'
import type { OrgDelta } from './org-delta.js'
import { readJoined } from './read-joined.js'
import type { Row } from './rows-of-specs.js'
import type { Dialect, RowOrigin } from './sql/dialect.js'
import { keptRows, rolesAboveThemselves } from './sql/delta-statements.js'
import { sourceOf } from './sql/load-statement.js'
import {
  ASSIGNMENTS,
  LINES,
  MOVES,
  ORG_TABLES,
  type OrgTable,
  PEOPLE,
  ROLES,
  SERVICES,
  UNITS,
} from './sql/tables.js'
import { specOfPerson, specOfRole, specOfService, specOfUnit, textIn } from './specs-of-rows.js'
import { storeFailure } from './store-failure.js'
import { stored, unstored } from './stored-text.js'

/** Writes all rows of an org that is new. */
export async function writeRows(
  query: SqlQuery,
  dialect: Dialect,
  origin: RowOrigin,
  rows: ReadonlyMap<OrgTable, readonly Row[]>,
): Promise<void> {
  for (const [table, list] of rows) if (list.length > 0) await dialect.write(query, table, origin, list)
}

/**
 * Writes what changes did: the rows that were go to the past, with the revision that ended them. Then looks for each role that has
 * another manager among those above it.
 */
export async function writeDelta(
  query: SqlQuery,
  dialect: Dialect,
  origin: RowOrigin,
  { tables, moved }: OrgDelta,
): Promise<void> {
  const { tenant, rev } = origin
  for (const [table, { changed, removed, rows }] of tables) {
    if (changed.length > 0)
      await query(keptRows(table, { tenant: '$1', rev: '$2', isChanged: dialect.isIn(table.entity, '$3') }), [
        tenant,
        rev,
        dialect.list(changed),
      ])
    if (removed.length > 0)
      await query(`DELETE FROM ${table.name} WHERE tenant = $1 AND ${dialect.isIn(table.entity, '$2')}`, [
        tenant,
        dialect.list(removed),
      ])
    if (rows.length > 0) await dialect.write(query, table, origin, rows)
  }
  if (moved.length === 0) return
  const found = await query(rolesAboveThemselves('$1', dialect.isIn('id', '$2')), [
    tenant,
    dialect.list(moved),
  ])
  if (found.length > 0) throw storeFailure('rows', `the role ${quote(found[0]['moved'])} is above itself`)
}

/** The positions of entities, by their ids. */
export async function readPositions(
  query: SqlQuery,
  dialect: Dialect,
  tenant: string,
  table: OrgTable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  // One by one: for a list, a server that takes the tenant for a small one reads all of its rows.
  const sql = `SELECT given.id, (SELECT pos FROM ${table.name} AS placed WHERE placed.tenant = $1 AND placed.id = given.id) AS pos FROM ${dialect.given('$2')}`
  const rows = await query(sql, [tenant, dialect.list(ids.map(stored))])
  const placed = rows.filter((row) => row['pos'] !== null)
  return new Map(placed.map((row) => [textIn(row, 'id') ?? '', Number(row['pos'])]))
}

/** The org of a revision, from its rows; of the present one without a revision. */
export async function readOrg(
  query: SqlQuery,
  dialect: Dialect,
  tenant: string,
  listsPeople: boolean,
  rev?: number,
): Promise<Org> {
  const joined = dialect.joinsColumns ? await readJoined(query, tenant, rev) : undefined
  return joined?.org ?? readRows(query, tenant, listsPeople, rev)
}

/** The same, row by row. */
export async function readRows(
  query: SqlQuery,
  tenant: string,
  listsPeople: boolean,
  rev?: number,
): Promise<Org> {
  const rows = new Map<OrgTable, readonly SqlRow[]>()
  const names = { tenant: '$1', rev: rev === undefined ? undefined : '$2' }
  for (const table of ORG_TABLES)
    rows.set(table, await query(sourceOf(table, names, true), rev === undefined ? [tenant] : [tenant, rev]))
  try {
    return orgOfRows(rows, listsPeople)
  } catch (error) {
    if (isOrgError(error, 'INVALID_ORG')) throw storeFailure('rows', error.message, error)
    throw error
  }
}

function orgOfRows(rows: ReadonlyMap<OrgTable, readonly SqlRow[]>, listsPeople: boolean): Org {
  const [lines, moves, assignments] = [LINES, MOVES, ASSIGNMENTS].map((table) =>
    byRole(rows.get(table) ?? []),
  )
  const roles = (rows.get(ROLES) ?? []).map((row) => specOfRole(row, lines, moves, assignments))
  return orgFromDocument({
    rolegraph: 2,
    roles: entries<RoleSpec>(roles),
    units: entries<UnitSpec>((rows.get(UNITS) ?? []).map(specOfUnit)),
    ...(listsPeople && { people: entries<PersonSpec>((rows.get(PEOPLE) ?? []).map(specOfPerson)) }),
    services: (rows.get(SERVICES) ?? []).map(specOfService),
  })
}

/** A list where the type also has an index by id, as in a document. */
function entries<Spec>(list: readonly (Spec & { readonly id: string })[]): DocumentEntries<Spec> {
  return list as DocumentEntries<Spec>
}

function byRole(rows: readonly SqlRow[]): ReadonlyMap<string, readonly SqlRow[]> {
  const lists = new Map<string, SqlRow[]>()
  for (const row of rows) {
    const role = unstored(String(row['role']))
    const list = lists.get(role)
    if (list === undefined) lists.set(role, [row])
    else list.push(row)
  }
  return lists
}
