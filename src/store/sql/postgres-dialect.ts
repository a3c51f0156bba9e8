import {
  COMMIT,
  COMMIT_ALL,
  COMMIT_REBASED,
  commitAllParameters,
  commitFunction,
  commitParameters,
} from './commit-function.js'
import { createByStatements } from '../commit-by-statements.js'
import { CREATE, createFunction, createParameters } from './create-function.js'
import type { Dialect } from './dialect.js'
import { BY_INDEX, PARTIAL_INDEXES } from './lasting-plans.js'
import { loadFunction } from './load-function.js'
import { type ColumnType, ROLES, TENANT_TABLES } from './tables.js'
import { insertedRows, objectsOf } from './json-rows.js'
import { rebaseFunction } from './rebase-function.js'
import { firstTables, type TypeNames } from './table-statements.js'

/** How many rows one statement writes. */
const BATCH = 5000
const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  int: 'bigint',
  number: 'double precision',
}

/** The milliseconds of now. */
const NOW = 'floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint'

/** The tenant that a session may see: none unless it says so. */
const SEEN = "nullif(current_setting('rolegraph.tenant', true), '')"

/** A partition that is named directly has no policies of its own, so that only its owner sees any rows. */
const CLOSE_PARTITIONS = `DO $rolegraph$
DECLARE part regclass;
BEGIN
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits
    WHERE inhparent IN (${TENANT_TABLES.map((table) => `'${table}'::regclass`).join(', ')})
  LOOP EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', part); END LOOP;
END
$rolegraph$`

/** Tables as they are, or with partitions by a hash of the tenant. */
function layoutOf(partitions: number): Pick<TypeNames, 'suffix' | 'partitions'> {
  if (partitions === 0) return { suffix: '' }
  return {
    suffix: ' PARTITION BY HASH (tenant)',
    partitions: (table) =>
      Array.from(
        { length: partitions },
        (_, number) =>
          `CREATE TABLE ${table}_p${String(number)} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${String(partitions)}, REMAINDER ${String(number)})`,
      ),
  }
}

/** PostgreSQL 15 and later. Ids are compared by their bytes, which needs no locale. */
export const POSTGRES: Dialect = {
  migrations: (partitions) => [
    firstTables({
      id: 'text COLLATE "C"',
      text: TYPES.text,
      int: TYPES.int,
      number: TYPES.number,
      ...layoutOf(partitions),
    }),
    [
      ...TENANT_TABLES.flatMap((table) => [
        `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
        `CREATE POLICY ${table}_of_tenant ON ${table} USING (tenant = ${SEEN}) WITH CHECK (tenant = ${SEEN})`,
      ]),
      CLOSE_PARTITIONS,
    ],
    [commitFunction(TYPES, NOW)],
    [createFunction(TYPES, NOW)],
    [
      // A load reads roles in their order, piece by piece, without a sort.
      `CREATE INDEX ${ROLES.name}_pos ON ${ROLES.name} (tenant, pos)`,
      // Since version 3 it has got faster.
      commitFunction(TYPES, NOW),
    ],
    [loadFunction()],
    [...PARTIAL_INDEXES, commitFunction(TYPES, NOW), createFunction(TYPES, NOW), loadFunction()],
    [rebaseFunction()],
  ],
  mostPartitions: 64,
  // A number that no other program is likely to use.
  lockMigrations: 'SELECT pg_advisory_xact_lock(7165143021)',
  findVersionTable:
    "SELECT to_regclass('rolegraph_schema') AS name WHERE to_regclass('rolegraph_schema') IS NOT NULL",
  now: NOW,
  greatest: (a, b) => `greatest(${a}, ${b})`,
  isIn: (expression, parameter) => `${expression} = ANY(${parameter}::text[])`,
  given: (parameter) => `unnest(${parameter}::text[]) AS given (id)`,
  async write(query, table, { tenant, rev }, rows) {
    const sql = insertedRows(table, TYPES, { tenant: '$1', rev: '$2::bigint', rows: '$3::json' })
    for (let first = 0; first < rows.length; first += BATCH) {
      await query(sql, [tenant, rev, JSON.stringify(objectsOf(table, rows.slice(first, first + BATCH)))])
    }
  },
  forUpdate: 'FOR UPDATE',
  locked: `rev, at, epoch, ${BY_INDEX}`,
  // A large org would be one large text in the memory of the server.
  create: (query, first) =>
    first.isInTransaction
      ? createByStatements(query, POSTGRES, first)
      : query(CREATE, createParameters(first)),
  commit: (query, next) => query(COMMIT, commitParameters(next)),
  commitAll: (query, tenant, list) => query(COMMIT_ALL, commitAllParameters(tenant, list)),
  commitRebased: (query, tenant, list, roles) => {
    const { rev, epoch } = list[0].before
    return query(COMMIT_REBASED, [...commitAllParameters(tenant, list), rev, epoch, roles])
  },
  commitsAtOnce: true,
  list: (texts) => texts,
  joinsColumns: true,
  channel: 'rolegraph_change',
}
