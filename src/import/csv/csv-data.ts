import type { CsvColumns } from './csv-columns.js'
import type { CsvData, CsvMatch, CsvPart } from './csv-options.js'
import { type CsvRows, isBlank } from './csv-rows.js'
import type { CsvTable } from './csv-table.js'

/** The parts whose cells the role has as they are. */
const KEPT: readonly CsvPart[] = ['id', 'title', 'unit', 'family', 'grade', 'fte', 'cost', 'minYears']

/** Returns a reader of the cells that no part of a role is read from, so that nothing in the table is lost. */
export function csvData(
  table: CsvTable,
  rows: CsvRows,
  columns: CsvColumns,
  match: CsvMatch,
): (row: number) => CsvData | undefined {
  const left = columnsLeft(columns, match)
    .map((column) => ({ column, key: columns.keys[column], read: rows.readerOf(column) }))
    .filter(({ column, read }) => !isEmpty(columns.headers[column], table, read))
  if (left.length === 0) return () => undefined
  // Every key is an own property of the template, so that an assignment to __proto__ sets no prototype.
  const template: Record<string, string> = Object.fromEntries(left.map(({ key }) => [key, '']))
  return (row) => {
    const data = { ...template }
    for (const { key, read } of left) data[key] = read(row)
    return data
  }
}

/** The columns that no part of a role is read from. */
export function columnsLeft({ of, dotted, headers }: CsvColumns, match: CsvMatch): readonly number[] {
  const held = new Set<number | undefined>(KEPT.map((part) => of(part)))
  held.add(of('holder') ?? of('name'))
  // For an e-mail address or a name the role has the id of the manager, not the cell.
  if (match === 'id')
    for (const column of [of('manager'), ...dotted.map(({ column }) => column)]) held.add(column)
  return Array.from(headers.keys()).filter((column) => !held.has(column))
}

/** Whether a column has neither a header nor a cell. Spreadsheets leave such columns at the right. */
function isEmpty(header: string, table: CsvTable, read: (row: number) => string): boolean {
  if (!isBlank(header)) return false
  for (let row = 1; row < table.height; row++) if (!isBlank(read(row))) return false
  return true
}
