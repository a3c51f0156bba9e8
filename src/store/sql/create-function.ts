import type { FirstRevision } from './dialect.js'
import { BY_INDEX } from './lasting-plans.js'
import { insertedRows, objectsOf } from './json-rows.js'
import { type ColumnType, ORG_TABLES } from './tables.js'

/** Calls the function, which returns the row of the tenant; no row where there was one already. */
export const CREATE = 'SELECT rev, at, epoch FROM rolegraph_create($1, $2, $3, $4, $5, $6)'

export function createParameters({ tenant, epoch, rows, entry }: FirstRevision): (string | number | null)[] {
  const { actor, reason, listsPeople } = entry
  const parts = [...rows]
    .filter(([, list]) => list.length > 0)
    .map(([table, list]) => [table.name, objectsOf(table, list)] as const)
  const json = JSON.stringify(Object.fromEntries(parts))
  return [tenant, epoch, actor, reason, Number(listsPeople), json]
}

/** The function that makes a tenant with its first revision, in one call. */
export function createFunction(types: Readonly<Record<ColumnType, string>>, now: string): string {
  const tables = ORG_TABLES.map((table) => {
    const rows = `in_rows -> '${table.name}'`
    return `
  IF ${rows} IS NOT NULL THEN
    ${insertedRows(table, types, { tenant: 'in_tenant', rev: '1', rows })};
  END IF;`
  })
  return `CREATE OR REPLACE FUNCTION rolegraph_create(
  in_tenant text, in_epoch bigint, in_actor text, in_reason text, in_lists_people bigint, in_rows json
) RETURNS TABLE (rev bigint, at bigint, epoch bigint) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $rolegraph$
#variable_conflict use_column
DECLARE
  new_at bigint;
BEGIN
  PERFORM ${BY_INDEX};
  INSERT INTO rolegraph_tenant AS t (tenant, rev, at, epoch) VALUES (in_tenant, 1, ${now}, in_epoch)
  ON CONFLICT (tenant) DO NOTHING RETURNING t.at INTO new_at;
  IF NOT FOUND THEN RETURN; END IF;${tables.join('')}
  INSERT INTO rolegraph_change (tenant, rev, at, actor, reason, kind, lists_people, changes)
  VALUES (in_tenant, 1, new_at, in_actor, in_reason, 'create', in_lists_people, '[]');
  RETURN QUERY SELECT 1::bigint, new_at, in_epoch;
END
$rolegraph$`
}
