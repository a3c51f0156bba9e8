import { BY_INDEX } from './lasting-plans.js'

/** More revisions than this are not looked through: the org is read again. */
const MOST_REVISIONS = 200

/** Changes of one role that leave the managers and the rows of all other roles as they are. */
const OWN_CHANGES = ['set-manager', 'add-role', 'update-role']

/**
 * The function that finds the revision on which moves of roles can be based, whatever others have changed since the one that the moves
 * were checked against. It takes the lock of the tenant, so that this is still the present revision for the rest of the transaction. It
 * returns no row where somebody else has changed one of the roles, or something that the moves may depend on. A server that expected the usual
 * 1,000 rows of a function would compile the statement first, which takes longer than to run it.
 *
 * Moves of different roles can be made in any order, but for a cycle, which `rolegraph_commit` looks for in the rows. `since` has the
 * changes of others, a list for each revision, as JSON.
 */
export function rebaseFunction(): string {
  return `CREATE OR REPLACE FUNCTION rolegraph_rebase(in_tenant text, in_rev bigint, in_epoch bigint, in_roles text[])
RETURNS TABLE (rev bigint, since text) LANGUAGE plpgsql ROWS 1 SET plan_cache_mode = force_generic_plan AS $rolegraph$
#variable_conflict use_column
DECLARE
  present bigint;
  others text;
BEGIN
  PERFORM ${BY_INDEX};
  SELECT t.rev INTO present FROM rolegraph_tenant AS t WHERE tenant = in_tenant AND t.epoch = in_epoch FOR UPDATE;
  IF NOT FOUND OR present < in_rev OR present > in_rev + ${String(MOST_REVISIONS)} THEN RETURN; END IF;
  SELECT '[' || string_agg(changes, ',' ORDER BY made.rev) || ']' INTO others
  FROM rolegraph_change AS made WHERE tenant = in_tenant AND made.rev > in_rev AND made.rev <= present;
  -- A text cannot hold every string of JSON: one with an escape of a code unit may be any role.
  IF strpos(others, chr(92) || 'u') > 0 THEN RETURN; END IF;
  PERFORM FROM json_array_elements(others::json) AS list CROSS JOIN LATERAL json_array_elements(list) AS change
  WHERE change ->> 'do' NOT IN (${OWN_CHANGES.map((kind) => `'${kind}'`).join(', ')}) OR change ->> 'role' = ANY(in_roles);
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT present, others;
END
$rolegraph$`
}
