import { decodeUtf8, encodeUtf8, type Org } from '../internal.js'
import { CopiedRows } from './copied-rows.js'
import type { SqlQuery, SqlRow, StoreDriver } from './driver.js'
import { orgOfPieces } from './joined-columns.js'
import { JoinedPieces, type PieceHead } from './joined-pieces.js'
import { RoleColumns } from './role-columns.js'
import {
  JOIN_PARAMETERS,
  JOIN_VALUES,
  JOINED_ROLES,
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
  const found = new FoundTenant()
  for (const { head, body, rest } of await query(loadStatement(names), parameters))
    found.add(String(head), textOrNull(body), textOrNull(rest))
  return found.end()
}

/** The same for the present org, by a COPY: bytes need not become strings on their way. */
export async function copyJoined(
  copy: NonNullable<StoreDriver['copy']>,
  tenant: string,
): Promise<JoinedTenant | 'not copied' | undefined> {
  // A COPY has no parameters.
  const sql = loadStatement(literalNames(tenant))
  const found = new FoundTenant()
  const rows = new CopiedRows(([head, body, rest]) => {
    found.add(head === undefined ? '' : decodeUtf8(head), body ?? null, rest ?? null)
  })
  // Compiling the statement takes longer than it saves, and workers would return its pieces in any order.
  const isCopied = await copy(
    `SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0; COPY (${sql}) TO STDOUT (FORMAT binary)`,
    (piece) => {
      rows.add(piece)
    },
  )
  if (!isCopied) return 'not copied'
  rows.end()
  return found.end()
}

/** Collects the rows of a load. */
class FoundTenant {
  #row: SqlRow | undefined
  readonly #roles = new RoleColumns()
  readonly #pieces = new JoinedPieces()

  add(head: string, body: string | Uint8Array | null, rest: string | Uint8Array | null): void {
    // The statement makes the row of the tenant, with an empty name of a table, and heads of pieces.
    const found = JSON.parse(head) as PieceHead & SqlRow
    if (found.table === '') this.#row = found
    else if (found.table === JOINED_ROLES.table.name) {
      if (body !== null) this.#roles.add(found, typeof body === 'string' ? encodeUtf8(body) : body)
      this.#pieces.add(found, null, rest)
    } else this.#pieces.add(found, body, rest)
  }

  end(): JoinedTenant | undefined {
    const row = this.#row
    return row && { row, org: orgOfPieces(row, this.#roles, this.#pieces) }
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
