import { samePlain } from '../../internal.js'
import { type ImportIssues, reportFurtherHolders } from '../input/import-issues.js'
import { isObject } from '../json/json-object.js'
import { rawValue } from './named-edges.js'
import type { RecordColumns } from './record-columns.js'
import type { RecordIds, RecordsDocument } from './record-ids.js'
import type { RecordRows } from './record-rows.js'
import { type DottedField, type FieldNames, OF_HOLDER } from './records-options.js'

/** The rows that repeat an id, each with the fields of the role in which it differs from the first. */
export function jobSharesIn(
  columns: RecordColumns,
  names: FieldNames,
  dotted: readonly DottedField[],
  { ids, records }: RecordIds,
  { tree }: RecordsDocument,
): ReadonlyMap<number, readonly string[]> {
  const shares = new Map(Array.from(ids.repeats(), (row) => [row, [] as string[]]))
  if (shares.size === 0) return shares
  const parts = [...names].flatMap(([part, { field }]) => (part === 'id' || OF_HOLDER.has(part) ? [] : field))
  for (const field of new Set([...parts, ...dotted.map((one) => one.field)])) {
    const column = columns.column(field)
    if (column === undefined) continue
    const valueOf = (row: number): unknown =>
      rawValue(column, records?.[row] ?? row, (start) => tree.valueAt(start))
    for (const [row, differing] of shares) {
      if (!samePlain(valueOf(row), valueOf(ids.rowOf(ids.handles[row])))) differing.push(field)
    }
  }
  return shares
}

/** Reports the rows of further holders, and the fields of data in which they differ from the first rows. */
export function reportJobShares(rows: RecordRows, issues: ImportIssues): void {
  const { ids, data } = rows.byteRows
  const further = [...(rows.jobShares ?? [])]
    .filter(([, differing]) => differing.length === 0)
    .map(([row]) => row)
  if (further.length === 0) return
  const fields = new Set<string>()
  for (const row of further) {
    const [one, other] = [row, ids.rowOf(ids.handles[row])].map((at) => membersOf(data?.(at)))
    for (const name of new Set([...one.keys(), ...other.keys()])) {
      if (!samePlain(one.get(name), other.get(name))) fields.add(name)
    }
  }
  const roles = further.map((row) => ids.set.text(ids.handles[row]))
  reportFurtherHolders(roles, further.length, rows.placeOf(further[0], 'id'), issues, [...fields])
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(isObject(value) ? Object.entries(value) : [])
}
