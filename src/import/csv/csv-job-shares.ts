import { ByteTexts, sameBytes } from '../../internal.js'
import { type ImportIssues, reportFurtherHolders } from '../input/import-issues.js'
import type { CsvColumns } from './csv-columns.js'
import { OF_HOLDER } from './csv-holders.js'
import { CSV_PARTS } from './csv-options.js'
import type { CsvRows } from './csv-rows.js'
import type { CsvTable } from './csv-table.js'

/** The rows that repeat an id, each with the headers of the columns about the role in which it differs from the first. */
export function jobSharesIn(
  rows: CsvRows,
  { of, dotted, otherManagers, headers }: CsvColumns,
): ReadonlyMap<number, readonly string[]> {
  const { ids } = rows
  const repeats = [...ids.repeats()]
  const shares = new Map(repeats.map((row) => [row, [] as string[]]))
  if (repeats.length === 0) return shares
  const parts = CSV_PARTS.flatMap((part) => (OF_HOLDER.has(part) ? [] : (of(part) ?? [])))
  const managers = [...dotted, ...otherManagers].map(({ column }) => column)
  for (const column of new Set([...parts, ...managers])) {
    const { bytes, starts, ends } = ByteTexts.plain(rows.at(column))
    for (const [row, differing] of shares) {
      const first = ids.rowOf(ids.handles[row])
      const isSame =
        starts[row] < 0 || starts[first] < 0
          ? starts[row] < 0 && starts[first] < 0
          : sameBytes(bytes, starts[first], ends[first], bytes, starts[row], ends[row])
      if (!isSame) differing.push(headers[column])
    }
  }
  return shares
}

/** Reports the rows of further holders, and the columns of data in which they differ from the first rows. */
export function reportJobShares(
  shares: ReadonlyMap<number, readonly string[]>,
  table: CsvTable,
  rows: CsvRows,
  { headers }: CsvColumns,
  data: readonly number[],
  issues: ImportIssues,
): void {
  const { ids } = rows
  const further = [...shares].filter(([, differing]) => differing.length === 0).map(([row]) => row)
  if (further.length === 0) return
  const differs = (column: number): boolean =>
    further.some((row) => {
      const first = ids.rowOf(ids.handles[row])
      return table.cell(rows.rows[row], column) !== table.cell(rows.rows[first], column)
    })
  const differing = data.filter(differs).map((column) => headers[column])
  const roles = further.map((row) => rows.idOf(row))
  reportFurtherHolders(roles, further.length, rows.place(further[0], 'id'), issues, differing)
}
