import type { ByteCells } from '../../internal.js'
import { isObject } from '../json/json-object.js'
import { type FieldColumn, otherStart } from './record-columns.js'
import { idText } from './record-ids.js'
import type { IdEdges, PartReader } from './record-parts.js'

/** A field of dotted managers, and the name of its lines. */
interface EdgeField {
  readonly field: string
  readonly column: FieldColumn
  readonly as: string | undefined
}

/** Where a line is written: its field, and its index in the list; `undefined` for a single value. */
export interface LineItem {
  readonly field: string
  readonly item: number | undefined
}

/** A line with a value that a column of bytes cannot hold. */
export interface OddLine extends LineItem {
  readonly line: unknown
}

/** The edges of several fields, in row order; those of a row with a value that a column of bytes cannot hold are odd. */
export function namedEdges(
  fields: readonly EdgeField[],
  read: PartReader,
  valueAt: (start: number) => unknown,
): {
  readonly edges: IdEdges
  /** The name of each line. */
  readonly names: readonly (string | undefined)[]
  readonly itemOf: (edge: number) => LineItem
  readonly odd: ReadonlyMap<number, readonly OddLine[]>
} {
  const oddRows = new Set<number>()
  const all = fields.map(({ field, column, as }) => {
    const { from, to } = read.edges(column, (row) => oddRows.add(row), true)
    return { field, column, as, from, to }
  })
  const merged = all
    .flatMap(({ as, from, to }, number) =>
      Array.from(from, (row, edge) => ({
        row,
        as,
        number,
        edge,
        start: to.starts[edge],
        end: to.ends[edge],
      })),
    )
    .filter(({ row }) => !oddRows.has(row))
    .sort((a, b) => a.row - b.row)
  const to: ByteCells = {
    ...(all.at(0)?.to ?? NO_CELLS),
    starts: Int32Array.from(merged, ({ start }) => start),
    ends: Int32Array.from(merged, ({ end }) => end),
  }
  const odd = new Map<number, readonly OddLine[]>()
  for (const row of oddRows) {
    odd.set(
      row,
      fields.flatMap(({ field, column, as }) => {
        const value = rawValue(column, row, valueAt)
        const item = (index: number): number | undefined => (Array.isArray(value) ? index : undefined)
        return linesIn(value).map((line, index) => ({ field, item: item(index), line: named(line, as) }))
      }),
    )
  }
  return {
    edges: { from: Int32Array.from(merged, ({ row }) => row), to },
    names: merged.map(({ as }) => as),
    itemOf: (at) => {
      const { number, edge } = merged[at]
      const { field, column, from } = all[number]
      return { field, item: read.itemOf(column, from, edge) }
    },
    odd,
  }
}

/** The edges without those that are left out, and which ones remain. */
export function keptEdges(
  { from, to }: IdEdges,
  isLeftOut: (edge: number) => boolean,
): IdEdges & { readonly kept: readonly number[] } {
  const kept = Array.from(from.keys()).filter((edge) => !isLeftOut(edge))
  const pick = (ints: Int32Array): Int32Array => Int32Array.from(kept, (edge) => ints[edge])
  return { from: pick(from), to: { ...to, starts: pick(to.starts), ends: pick(to.ends) }, kept }
}

const NO_CELLS: ByteCells = { bytes: new Uint8Array(0), starts: new Int32Array(0), ends: new Int32Array(0) }

/** The value of a row; `undefined` for null or no value. */
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
