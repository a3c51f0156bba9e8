import { type ColumnType, ORG_TABLES, type OrgTable, pastOf } from './tables.js'

/** How a database writes types. */
export interface TypeNames {
  readonly id: string
  readonly text: string
  readonly int: string
  readonly number: string
  /** After the columns of a table. */
  readonly suffix: string
  /** The statements that make the partitions of a table. */
  readonly partitions?: (table: string) => readonly string[]
}

/** The statements that make the tables of version 1. */
export function firstTables(types: TypeNames): readonly string[] {
  const { id, text, int, suffix, partitions = () => [] } = types
  return [
    `CREATE TABLE rolegraph_tenant (tenant ${id} NOT NULL PRIMARY KEY, rev ${int} NOT NULL, at ${int} NOT NULL, epoch ${int} NOT NULL)${suffix}`,
    `CREATE TABLE rolegraph_change (tenant ${id} NOT NULL, rev ${int} NOT NULL, at ${int} NOT NULL, actor ${text} NOT NULL, reason ${text}, kind ${text} NOT NULL, lists_people ${int} NOT NULL, changes ${text} NOT NULL, PRIMARY KEY (tenant, rev))${suffix}`,
    'CREATE INDEX rolegraph_change_at ON rolegraph_change (tenant, at)',
    ...['rolegraph_tenant', 'rolegraph_change'].flatMap(partitions),
    ...ORG_TABLES.flatMap((table) => tableStatements(table, types)),
  ]
}

function tableStatements(table: OrgTable, types: TypeNames): string[] {
  const { name, key, columns, index, constraints = [] } = table
  const { int, suffix, partitions = () => [] } = types
  const isKey = (column: string): boolean => key.includes(column)
  const typeOf = (column: string, type: ColumnType): string =>
    type === 'text' && (isKey(column) || column === index) ? types.id : types[type]
  const listed = columns.map(([column, type]) => {
    const isNeeded = isKey(column) || column === 'pos' || column === index
    const isOptional = column === 'manager' && table.isPlaced
    return `${column} ${typeOf(column, type)}${isNeeded && !isOptional ? ' NOT NULL' : ''}`
  })
  const tenant = `tenant ${types.id} NOT NULL`
  return [
    `CREATE TABLE ${name} (${[tenant, `from_rev ${int} NOT NULL`, ...listed, `PRIMARY KEY (tenant, ${key.join(', ')})`, ...constraints].join(', ')})${suffix}`,
    ...(index === undefined ? [] : [`CREATE INDEX ${name}_${index} ON ${name} (tenant, ${index})`]),
    `CREATE TABLE ${pastOf(table)} (${[tenant, `from_rev ${int} NOT NULL`, `to_rev ${int} NOT NULL`, ...listed].join(', ')}, PRIMARY KEY (tenant, ${key.join(', ')}, from_rev), CHECK (from_rev < to_rev))${suffix}`,
    ...[name, pastOf(table)].flatMap(partitions),
  ]
}
