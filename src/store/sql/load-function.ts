import { BODY_NAMES, endsOf, literalNames, smallLoadStatement } from './load-statement.js'
import { GAP, ROLES } from './tables.js'

/** Calls the function, with the rows that a statement for the whole org has. For an org that is not small its only row is without a head. */
export function loadSmall(tenant: string): string {
  return `SELECT * FROM rolegraph_load(${tenant})`
}

/** About how many roles a small org has at most. A function keeps its rows until the last one. */
const FEW_ROLES = 4096

/**
 * The function that loads a small org. For a statement of its own a server makes a plan each time, which takes longer than to run it; the plan
 * of a function is made once per connection. It is one plan for all tenants, which must find the rows of each by an index, however few rows
 * there were when it was made.
 */
export function loadFunction(): string {
  const columns = ['head', ...BODY_NAMES, 'rest']
  return `CREATE OR REPLACE FUNCTION rolegraph_load(in_tenant text)
RETURNS TABLE (${columns.map((name) => `${name} text`).join(', ')})
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $rolegraph$
#variable_conflict use_column
BEGIN
  IF (SELECT high - low FROM (${endsOf(ROLES, 'in_tenant')}) AS ends) > ${String(FEW_ROLES * GAP)} THEN
    RETURN QUERY SELECT ${columns.map(() => 'NULL::text').join(', ')};
    RETURN;
  END IF;
  RETURN QUERY ${smallLoadStatement(literalNames('in_tenant'))};
END
$rolegraph$`
}
