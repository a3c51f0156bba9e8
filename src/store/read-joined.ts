import { decodeUtf8, encodeUtf8, type Org } from '../internal.js'
import { AssignmentColumns } from './assignment-columns.js'
import { CopiedRows } from './copied-rows.js'
import type { SqlQuery, SqlRow, StoreDriver } from './driver.js'
import { orgOfPieces } from './joined-columns.js'
import { JoinedPieces, type PieceHead } from './joined-pieces.js'
import { RoleColumns } from './role-columns.js'
import { loadSmall } from './sql/load-function.js'
import {
  BODY_NAMES,
  JOIN_PARAMETERS,
  JOIN_VALUES,
  JOINED_ROLES,
  literal,
  literalNames,
  loadStatement,
} from './sql/load-statement.js'

/** What {@link readJoined} found. */
export interface JoinedTenant {
  /** The row of the tenant. */
  readonly row: SqlRow
  /** `undefined` where a text has escapes, or the rows are not those of a sound org: then they are read row by row. */
  readonly org: Org | undefined
}

/**
 * Reads a tenant and its org in one statement, so that they are of one moment without a transaction: bytes go into the columns of the
 * org without an object per row. Returns `undefined` where there is no such tenant.
 */
export async function readJoined(
  query: SqlQuery,
  tenant: string,
  rev: number | undefined,
): Promise<JoinedTenant | undefined> {
  const names = rev === undefined ? JOIN_PARAMETERS : { ...JOIN_PARAMETERS, rev: '$4' }
  const parameters = [tenant, ...JOIN_VALUES, ...(rev === undefined ? [] : [rev])]
  return foundIn(await query(loadStatement(names), parameters)).end()
}

/**
 * The same for the present org: by a function where the org is small, since a server keeps its plan, and by a COPY where the connection has
 * one, since bytes need not become strings on their way.
 */
export async function readPresent(
  query: SqlQuery,
  tenant: string,
  copy: StoreDriver['copy'],
): Promise<JoinedTenant | undefined> {
  // A COPY has no parameters.
  const name = literal(tenant)
  const small =
    (await copied(copy, `COPY (${loadSmall(name)}) TO STDOUT (FORMAT binary)`)) ??
    foundIn(await query(loadSmall('$1'), [tenant]))
  if (small.isWhole) return small.end()
  // Compiling the statement takes longer than it saves, and workers would return its pieces in any order.
  const settings = 'SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0'
  const sql = loadStatement(literalNames(name))
  const large = await copied(copy, `${settings}; COPY (${sql}) TO STDOUT (FORMAT binary)`)
  return large === undefined ? readJoined(query, tenant, undefined) : large.end()
}

/** What a COPY returns; `undefined` where the connection does not copy. */
async function copied(copy: StoreDriver['copy'], sql: string): Promise<FoundTenant | undefined> {
  const found = new FoundTenant()
  const rows = new CopiedRows(([head, ...columns]) => {
    const rest = columns.pop()
    found.add(head && decodeUtf8(head), columns, rest)
  })
  const isCopied = await copy?.(sql, (piece) => {
    rows.add(piece)
  })
  if (isCopied !== true) return undefined
  rows.end()
  return found
}

function foundIn(rows: readonly SqlRow[]): FoundTenant {
  const found = new FoundTenant()
  for (const row of rows) {
    const body = BODY_NAMES.map((name) => bytesIn(row, name))
    found.add(storedText(row, 'head'), body, bytesIn(row, 'rest'))
  }
  return found
}

/** Collects the rows of a load. */
class FoundTenant {
  #row: SqlRow | undefined
  readonly #rows = {
    roles: new RoleColumns(),
    rareRoles: new JoinedPieces(),
    assignments: new AssignmentColumns(),
    rareAssignments: new JoinedPieces(),
  }

  /** Whether the rows are those of the whole org: a function does not return a large one. */
  isWhole = true

  add(
    head: string | undefined,
    body: readonly (Uint8Array | undefined)[],
    rest: Uint8Array | undefined,
  ): void {
    if (head === undefined) {
      this.isWhole = false
      return
    }
    // The statement makes the row of the tenant, with an empty name of a table, and heads of pieces.
    const found = JSON.parse(head) as PieceHead & SqlRow
    if (found.table === '') {
      this.#row = found
      return
    }
    const { roles, rareRoles, assignments, rareAssignments } = this.#rows
    const isOfRoles = found.table === JOINED_ROLES.table.name
    // The columns that the table does not have are missing, and all of them where there are no rows.
    const columns = body.filter((column) => column !== undefined)
    if (isOfRoles) roles.add(found, columns)
    else assignments.add(found, columns)
    if (rest === undefined) return
    if (isOfRoles) rareRoles.add(found, rest)
    else rareAssignments.add(found, rest)
  }

  end(): JoinedTenant | undefined {
    const row = this.#row
    return row && { row, org: orgOfPieces(row, this.#rows) }
  }
}

function bytesIn(row: SqlRow, name: string): Uint8Array | undefined {
  const text = storedText(row, name)
  return text === undefined ? undefined : encodeUtf8(text)
}

function storedText(row: SqlRow, name: string): string | undefined {
  const value = row[name]
  return typeof value === 'string' ? value : undefined
}
