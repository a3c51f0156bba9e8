import { ORG_TABLES, type OrgTable, ROLES } from './tables.js'

/**
 * What a connection plans once, for functions and for the checks of foreign keys, it keeps until the server has analysed the tables again. A
 * plan that reads a whole table is a good one while the table is nearly empty, and takes minutes for a tenant that is created then. So
 * there is none of these until the end of a transaction that writes.
 */
export const BY_INDEX = "set_config('enable_seqscan', 'off', true)"

/**
 * The statements that make indexes partial, with a condition that all rows meet that are looked up by them. Every key begins with the tenant,
 * so that any index of a table finds a role by its tenant alone; while there are few roles, that seems as good as the key. A partial index is
 * left out where a statement does not name the column, which implies the condition.
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
