import { ORG_TABLES, type OrgTable, ROLES } from './tables.js'

/**
 * Lets a transaction that writes do without sequential scans. A connection keeps its plans for functions, and for the checks of foreign keys,
 * until the server has analysed the tables again. Reading a whole table is the best plan while it is nearly empty, and takes minutes once
 * a large tenant is created.
 */
export const BY_INDEX = "set_config('enable_seqscan', 'off', true)"

/**
 * Makes the indexes besides the keys partial, with a condition that holds for every row that is looked up by them. All keys and indexes begin with
 * the tenant, and while there are few roles the planner takes any of them for as good as the key. It leaves a partial index out where a
 * statement does not compare its column, and so does not imply the condition.
 */
export const PARTIAL_INDEXES: readonly string[] = [
  `DROP INDEX ${lookUps().map(indexOf).join(', ')}`,
  ...lookUps().map(
    (lookUp) =>
      `CREATE INDEX ${indexOf(lookUp)} ON ${lookUp[0].name} (tenant, ${lookUp[1]}) WHERE ${lookUp[1]} IS NOT NULL`,
  ),
]

type LookUp = readonly [table: OrgTable, column: string]

/** What rows are looked up by, besides their keys. */
function lookUps(): readonly LookUp[] {
  const own = ORG_TABLES.flatMap((table): LookUp[] =>
    table.index === undefined ? [] : [[table, table.index]],
  )
  return [...own, [ROLES, 'pos']]
}

function indexOf([{ name }, column]: LookUp): string {
  return `${name}_${column}`
}
