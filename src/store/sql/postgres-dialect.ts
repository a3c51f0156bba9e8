import { type Dialect, overwrites } from './dialect.js'
import { type ColumnType, SAME_PLACE, TENANT_TABLES } from './tables.js'
import { firstTables } from './table-statements.js'

/** How many rows one statement writes. */
const BATCH = 5000
const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  int: 'bigint',
  number: 'double precision',
}

/** The tenant that a session may see: none unless it says so. */
const SEEN = "nullif(current_setting('rolegraph.tenant', true), '')"

/** PostgreSQL 15 and later. Ids are compared by their bytes, which needs no locale. */
export const POSTGRES: Dialect = {
  migrations: [
    firstTables({
      id: 'text COLLATE "C"',
      text: TYPES.text,
      int: TYPES.int,
      number: TYPES.number,
      suffix: '',
    }),
    TENANT_TABLES.flatMap((table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `CREATE POLICY ${table}_of_tenant ON ${table} USING (tenant = ${SEEN}) WITH CHECK (tenant = ${SEEN})`,
    ]),
  ],
  // A number that no other program is likely to use.
  lockMigrations: 'SELECT pg_advisory_xact_lock(7165143021)',
  findVersionTable:
    "SELECT to_regclass('rolegraph_schema') AS name WHERE to_regclass('rolegraph_schema') IS NOT NULL",
  now: 'floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint',
  greatest: (a, b) => `greatest(${a}, ${b})`,
  isIn: (expression, parameter) => `${expression} = ANY(${parameter}::text[])`,
  async write(query, table, { tenant, rev }, rows) {
    const names = table.columns.map(([column]) => column)
    const typed = table.columns.map(([column, type]) => `${column} ${TYPES[type]}`)
    const over = table.isPlaced ? ` ${overwrites(table, SAME_PLACE)}` : ''
    const sql = `INSERT INTO ${table.name} (tenant, from_rev, ${names.join(', ')}) SELECT $1, $2::bigint, r.* FROM json_to_recordset($3::json) AS r(${typed.join(', ')})${over}`
    for (let first = 0; first < rows.length; first += BATCH) {
      const objects = rows
        .slice(first, first + BATCH)
        .map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])))
      await query(sql, [tenant, rev, JSON.stringify(objects)])
    }
  },
  list: (texts) => texts,
  channel: 'rolegraph_change',
}
