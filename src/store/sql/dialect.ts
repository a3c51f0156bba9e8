import type { SqlQuery, SqlRow, SqlValue } from '../driver.js'
import type { OrgDelta } from '../org-delta.js'
import type { AuditRow } from '../revisions.js'
import type { Cell, OrgTable } from './tables.js'

/** The first two columns of every row of an org. */
export interface RowOrigin {
  readonly tenant: string
  readonly rev: number
}

/** What makes the next revision of a tenant. */
export interface NextRevision {
  readonly tenant: string
  readonly before: { readonly rev: number; readonly epoch: number }
  readonly delta: OrgDelta
  readonly entry: Pick<AuditRow, 'actor' | 'reason' | 'listsPeople' | 'changes'>
}

/** What makes the first revision of a tenant. */
export interface FirstRevision {
  readonly tenant: string
  readonly epoch: number
  readonly rows: ReadonlyMap<OrgTable, readonly (readonly Cell[])[]>
  readonly entry: Pick<AuditRow, 'actor' | 'reason' | 'listsPeople'>
  /** Whether several statements are one transaction. */
  readonly isInTransaction: boolean
}

/** What the databases say differently. */
export interface Dialect {
  /**
   * Statements that bring the tables of one version to the next, by the version that they begin with. The first ones make tables with as
   * many partitions; 0 for tables without any.
   */
  readonly migrations: (partitions: number) => readonly (readonly string[])[]
  /** The most partitions that a table can have; 0 where tables have none. */
  readonly mostPartitions: number
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
  /** What a statement selects from: the list of texts that is the parameter, as a table `given` with the column `id`. */
  readonly given: (parameter: string) => string
  /** Writes rows, as many as there are; those of a placed table over what is there. */
  readonly write: (
    query: SqlQuery,
    table: OrgTable,
    origin: RowOrigin,
    rows: readonly (readonly Cell[])[],
  ) => Promise<void>
  /** At the end of a statement that reads a row: takes its lock, where the transaction does not have it. */
  readonly forUpdate: string
  /** What the first statement of a transaction that writes returns of the row of the tenant. It may also set up the transaction. */
  readonly locked: string
  /**
   * Makes the next revision of a tenant: its rows, the rows that were, and the entry of the history. Returns the row of the tenant; none,
   * and does nothing, where the tenant is not at the revision that the delta begins with.
   */
  readonly commit: (query: SqlQuery, next: NextRevision) => Promise<readonly SqlRow[]>
  /** Whether that is one statement, which needs no transaction. */
  readonly commitsAtOnce: boolean
  /** Makes several revisions of a tenant, each after the one before it, in one statement. Returns a row for each that was made. */
  readonly commitAll?: (
    query: SqlQuery,
    tenant: string,
    list: readonly NextRevision[],
  ) => Promise<readonly SqlRow[]>
  /**
   * The same for moves of roles, also where others have changed the tenant since the revision that the list begins with, unless they have
   * changed one of the roles or more than one role at a time. Returns a row for each revision, and in the first one their changes.
   */
  readonly commitRebased?: (
    query: SqlQuery,
    tenant: string,
    list: readonly NextRevision[],
    roles: readonly string[],
  ) => Promise<readonly SqlRow[]>
  /** Makes a tenant with its first revision. Returns its row; none, and does nothing, where there is such a tenant. */
  readonly create: (query: SqlQuery, first: FirstRevision) => Promise<readonly SqlRow[]>
  /** A list of texts as a parameter. */
  readonly list: (texts: readonly string[]) => SqlValue
  /** Whether columns are read as one text each, which saves a server an object per row; a database in the process has rows at hand. */
  readonly joinsColumns: boolean
  /** Where messages about changes are sent. */
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
