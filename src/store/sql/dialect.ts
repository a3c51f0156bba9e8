import type { SqlQuery, SqlValue } from '../driver.js'
import type { Cell, OrgTable } from './tables.js'

/** The first two columns of every row of an org. */
export interface RowOrigin {
  readonly tenant: string
  readonly rev: number
}

/** What the databases say differently. */
export interface Dialect {
  /** Statements that bring the tables of one version to the next, by the version that they begin with. */
  readonly migrations: readonly (readonly string[])[]
  /** Makes migrations of other processes wait until the transaction ends; absent where a transaction does so itself. */
  readonly lockMigrations: string | undefined
  /** Whether the table with the version exists: one row if so. */
  readonly findVersionTable: string
  /** The milliseconds of now, as an expression. */
  readonly now: string
  /** The greater of two expressions. */
  readonly greatest: (a: string, b: string) => string
  /** A condition: the expression is in the list of texts that is the parameter. */
  readonly isIn: (expression: string, parameter: string) => string
  /** Writes rows, as many as there are; those of a placed table over what is there. */
  readonly write: (
    query: SqlQuery,
    table: OrgTable,
    origin: RowOrigin,
    rows: readonly (readonly Cell[])[],
  ) => Promise<void>
  /** A list of texts as a parameter. */
  readonly list: (texts: readonly string[]) => SqlValue
  /** Ends a compound select: whether the database needs parentheses is its own matter. */
  readonly channel: string
}

/** The columns of an upsert, which keep their place if the row says so. */
export function overwrites({ name, columns, key }: OrgTable, samePlace: number): string {
  const set = columns
    .map(([column]) => column)
    .filter((column) => !key.includes(column))
    .map((column) =>
      column === 'pos'
        ? `pos = CASE WHEN excluded.pos = ${String(samePlace)} THEN ${name}.pos ELSE excluded.pos END`
        : `${column} = excluded.${column}`,
    )
  return `ON CONFLICT (tenant, ${key.join(', ')}) DO UPDATE SET from_rev = excluded.from_rev, ${set.join(', ')}`
}
