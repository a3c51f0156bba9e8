import type { ByteCells } from '../../internal.js'
import { isObject } from '../json/json-object.js'
import { type FieldColumn, otherStart } from './record-columns.js'
import { idText } from './record-ids.js'
import type { IdEdges, PartReader } from './record-parts.js'

/** A field of dotted managers, and the name of its lines. */
interface EdgeField {
  readonly column: FieldColumn
  readonly as: string | undefined
}

/** The edges of several fields, in the order of their rows; those of a row with a value that bytes cannot tell are odd. */
export function namedEdges(
  fields: readonly EdgeField[],
  read: PartReader,
  valueAt: (start: number) => unknown,
): {
  readonly edges: IdEdges
  /** The name of each line. */
  readonly names: readonly (string | undefined)[]
  readonly odd: ReadonlyMap<number, readonly unknown[]>
} {
  const oddRows = new Set<number>()
  const all = fields.map(({ column, as }) => {
    const { from, to } = read.edges(column, (row) => oddRows.add(row), true)
    return { as, from, to }
  })
  const merged = all
    .flatMap(({ as, from, to }) =>
      Array.from(from, (row, edge) => ({ row, as, start: to.starts[edge], end: to.ends[edge] })),
    )
    .filter(({ row }) => !oddRows.has(row))
    .sort((a, b) => a.row - b.row)
  const to: ByteCells = {
    ...(all.at(0)?.to ?? NO_CELLS),
    starts: Int32Array.from(merged, ({ start }) => start),
    ends: Int32Array.from(merged, ({ end }) => end),
  }
  const odd = new Map<number, readonly unknown[]>()
  for (const row of oddRows) {
    odd.set(
      row,
      fields.flatMap(({ column, as }) =>
        linesIn(rawValue(column, row, valueAt)).map((line) => named(line, as)),
      ),
    )
  }
  return {
    edges: { from: Int32Array.from(merged, ({ row }) => row), to },
    names: merged.map(({ as }) => as),
    odd,
  }
}

const NO_CELLS: ByteCells = { bytes: new Uint8Array(0), starts: new Int32Array(0), ends: new Int32Array(0) }

/** The value of a row; `undefined` for null and where it has none. */
export function rawValue({ starts }: FieldColumn, row: number, valueAt: (start: number) => unknown): unknown {
  const start = starts[row]
  if (start === -1) return undefined
  // The text of a string begins after its quote.
  return valueAt(start < 0 ? otherStart(start) : start - 1)
}

function linesIn(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** A line with the name of its field, unless it has one of its own. */
function named(line: unknown, as: string | undefined): unknown {
  const id = idText(line)
  if (as === undefined) return id
  if (typeof id === 'string') return { to: id, as }
  return isObject(id) && !Object.hasOwn(id, 'as') ? { ...id, as } : id
}
