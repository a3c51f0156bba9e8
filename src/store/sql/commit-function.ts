import { LISTENING } from '../driver.js'
import type { OrgDelta } from '../org-delta.js'
import type { NextRevision } from './dialect.js'
import { BY_INDEX } from './lasting-plans.js'
import { keptRows, rolesAboveThemselves } from './delta-statements.js'
import { insertedRows, objectsOf } from './json-rows.js'
import { type ColumnType, ORG_TABLES } from './tables.js'

/** What the function returns: the row of the tenant, and whether somebody listens for messages; no row where it did nothing. */
export const COMMIT =
  'SELECT rev, at, epoch, is_heard FROM rolegraph_commit($1, $2, $3, $4, $5, $6, $7, $8, $9)'

export function commitParameters({
  tenant,
  before,
  delta,
  entry,
}: NextRevision): (string | number | null | readonly string[])[] {
  const { actor, reason, listsPeople, changes } = entry
  const json = JSON.stringify(partsOf(delta))
  return [tenant, before.rev, before.epoch, actor, reason, Number(listsPeople), changes, json, delta.moved]
}

/** What is different in each table, by its name. */
function partsOf({ tables }: OrgDelta): object {
  const parts = [...tables].map(
    ([table, { changed, removed, rows }]) =>
      [table.name, { changed, removed, rows: objectsOf(table, rows) }] as const,
  )
  return Object.fromEntries(parts)
}

/** The statement that makes several revisions of a tenant, the first of which follows the one that is given. */
function committed(what: string, from: string, before: string): string {
  return `SELECT made.rev, made.at, made.epoch, made.is_heard${what}
  FROM ${from}json_to_recordset($2::json) AS next (rev bigint, epoch bigint, actor text, reason text, lists_people bigint, changes text, delta json, moved json)
  CROSS JOIN LATERAL rolegraph_commit($1, ${before}, next.epoch, next.actor, next.reason, next.lists_people, next.changes, next.delta,
    ARRAY(SELECT json_array_elements_text(next.moved))) AS made`
}

/**
 * Makes several revisions of a tenant, each after the one before it: the function does nothing for a revision that does not follow the
 * present one, so that those before the first failure are made.
 */
export const COMMIT_ALL = committed('', '', 'next.rev')

/** The same after what others have changed since a revision, which `since` has; nothing where the changes cannot follow it. */
export const COMMIT_REBASED = committed(
  ', base.since',
  'rolegraph_rebase($1, $3, $4, $5) AS base CROSS JOIN ',
  'base.rev + next.rev - $3',
)

export function commitAllParameters(tenant: string, list: readonly NextRevision[]): [string, string] {
  const rows = list.map(({ before: { rev, epoch }, delta, entry }) => {
    const { actor, reason, listsPeople, changes } = entry
    const { moved } = delta
    return {
      rev,
      epoch,
      actor,
      reason,
      lists_people: Number(listsPeople),
      changes,
      delta: partsOf(delta),
      moved,
    }
  })
  return [tenant, JSON.stringify(rows)]
}

/**
 * The function that makes the next revision of a tenant, in one call. The first statement on rows takes the lock of the tenant, and the
 * others see what was committed before, as each statement of a function does at READ COMMITTED.
 *
 * Rows are looked up one by one. For a list, the plan that a connection keeps may read all rows of the tenant, which takes less time only
 * while there are few.
 */
export function commitFunction(types: Readonly<Record<ColumnType, string>>, now: string): string {
  const tables = ORG_TABLES.map((table) => {
    const isChanged = `${table.entity} = entity`
    const names = { tenant: 'in_tenant', rev: 'new_rev' }
    return `
  part := in_delta -> '${table.name}';
  IF part IS NOT NULL THEN
    FOREACH entity IN ARRAY ARRAY(SELECT json_array_elements_text(part -> 'changed')) LOOP
      ${keptRows(table, { ...names, isChanged })};
    END LOOP;
    FOREACH entity IN ARRAY ARRAY(SELECT json_array_elements_text(part -> 'removed')) LOOP
      DELETE FROM ${table.name} WHERE tenant = in_tenant AND ${isChanged};
    END LOOP;
    ${insertedRows(table, types, { ...names, rows: "part -> 'rows'" })};
  END IF;`
  })
  return `CREATE OR REPLACE FUNCTION rolegraph_commit(
  in_tenant text, in_rev bigint, in_epoch bigint, in_actor text, in_reason text, in_lists_people bigint, in_changes text, in_delta json, in_moved text[]
) RETURNS TABLE (rev bigint, at bigint, epoch bigint, is_heard bigint) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $rolegraph$
#variable_conflict use_column
DECLARE
  part json;
  new_rev bigint := in_rev + 1;
  new_at bigint;
  entity text;
  free boolean;
BEGIN
  PERFORM ${BY_INDEX};
  UPDATE rolegraph_tenant AS t SET rev = new_rev, at = greatest(t.at, ${now})
  WHERE tenant = in_tenant AND t.rev = in_rev AND t.epoch = in_epoch RETURNING t.at INTO new_at;
  IF NOT FOUND THEN RETURN; END IF;${tables.join('')}
  FOREACH entity IN ARRAY in_moved LOOP
    PERFORM FROM (${rolesAboveThemselves('in_tenant', 'id = entity')}) AS found;
    IF FOUND THEN
      RAISE EXCEPTION 'the role % is above itself', quote_literal(entity) USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
  INSERT INTO rolegraph_change (tenant, rev, at, actor, reason, kind, lists_people, changes)
  VALUES (in_tenant, new_rev, new_at, in_actor, in_reason, 'change', in_lists_people, in_changes);
  -- Those who listen share a lock.
  free := pg_try_advisory_lock(${String(LISTENING)});
  IF free THEN PERFORM pg_advisory_unlock(${String(LISTENING)}); END IF;
  RETURN QUERY SELECT new_rev, new_at, in_epoch, CASE WHEN free THEN 0::bigint ELSE 1::bigint END;
END
$rolegraph$`
}
