import type { Pool } from 'pg'
import type { SqlRow, StoreDriver } from 'rolegraph/store'

/** How many parts PL/Proxy divides tenants into, which must be a power of two: each node has several. */
const PARTS = 16

/**
 * On each node: runs one statement and returns its rows as JSON. The statement is prepared, so that its parameters have the types that
 * they have without a router.
 */
const ASK = `CREATE FUNCTION rolegraph_ask(in_tenant text, in_sql text, in_values text[]) RETURNS SETOF text LANGUAGE plpgsql AS $ask$
BEGIN
  EXECUTE 'PREPARE rolegraph_asked AS SELECT row_to_json(answer)::text FROM (' || in_sql || ') AS answer';
  RETURN QUERY EXECUTE 'EXECUTE rolegraph_asked' || coalesce(
    (SELECT '(' || string_agg(quote_nullable(value), ', ' ORDER BY place) || ')'
     FROM unnest(in_values) WITH ORDINALITY AS given (value, place)), '');
  DEALLOCATE rolegraph_asked;
EXCEPTION WHEN OTHERS THEN
  IF EXISTS (SELECT FROM pg_prepared_statements WHERE name = 'rolegraph_asked') THEN DEALLOCATE rolegraph_asked; END IF;
  RAISE;
END
$ask$`

/** Makes the function on the nodes, and on the router the function that passes it on by a hash of the tenant. */
export async function connectRouter(
  router: Pool,
  nodes: readonly Pool[],
  urls: readonly string[],
): Promise<void> {
  for (const node of nodes) await node.query(ASK)
  const parts = Array.from({ length: PARTS }, (_, part) => {
    const { hostname, port, username, password, pathname } = new URL(urls[part % urls.length])
    const place = `host=${hostname} port=${port} dbname=${pathname.slice(1)} user=${username} password=${password}`
    return `p${String(part)} '${place}'`
  })
  await router.query('CREATE EXTENSION plproxy')
  await router.query(`CREATE SERVER rolegraph FOREIGN DATA WRAPPER plproxy OPTIONS (${parts.join(', ')})`)
  await router.query('CREATE USER MAPPING FOR CURRENT_USER SERVER rolegraph')
  await router.query(`CREATE FUNCTION rolegraph_ask(in_tenant text, in_sql text, in_values text[]) RETURNS SETOF text LANGUAGE plproxy AS $route$
    CLUSTER 'rolegraph'; RUN ON hashtext(in_tenant);
  $route$`)
}

/** The driver of a router. The first parameter of each statement of a store is the tenant, but for the list of all tenants. */
export function routerDriver(router: Pool): StoreDriver {
  return {
    dialect: 'postgres',
    async query(sql, parameters = []) {
      const { rows } = await router.query<{ answer: string }>('SELECT rolegraph_ask($1, $2, $3) AS answer', [
        parameters[0],
        sql,
        parameters.map(literalOf),
      ])
      return rows.map(({ answer }) => JSON.parse(answer) as SqlRow)
    },
  }
}

/** A parameter as text; a list as the text of an array. */
function literalOf(value: unknown): string | null {
  if (!Array.isArray(value))
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
      ? `${value}`
      : null
  const quoted = value.map((each) => `"${String(each).replaceAll(/["\\]/g, '\\$&')}"`)
  return `{${quoted.join(',')}}`
}
