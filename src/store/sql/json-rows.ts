import { overwrites } from './dialect.js'
import { type ColumnType, type OrgTable, SAME_PLACE } from './tables.js'

/** Rows as objects by column, which the database reads as JSON. Columns without a value, as most are, are left out: it reads them as NULL. */
export function objectsOf({ columns }: OrgTable, rows: readonly (readonly unknown[])[]): object[] {
  return rows.map((row) => {
    const values: Record<string, unknown> = {}
    for (const [index, [name]] of columns.entries()) if (row[index] !== null) values[name] = row[index]
    return values
  })
}

/** Inserts rows from JSON; those of a placed table over what is there. */
export function insertedRows(
  table: OrgTable,
  types: Readonly<Record<ColumnType, string>>,
  names: { readonly tenant: string; readonly rev: string; readonly rows: string },
): string {
  const columns = table.columns.map(([name]) => name).join(', ')
  const typed = table.columns.map(([name, type]) => `${name} ${types[type]}`).join(', ')
  const over = table.isPlaced ? ` ${overwrites(table, SAME_PLACE)}` : ''
  return `INSERT INTO ${table.name} (tenant, from_rev, ${columns}) SELECT ${names.tenant}, ${names.rev}, given.* FROM json_to_recordset(${names.rows}) AS given(${typed})${over}`
}
