import { directReportsOf, isRole, type Org, quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { CsvColumns } from './csv-columns.js'
import { firstRow } from './csv-rows.js'
import type { CsvTable } from './csv-table.js'

const LISTED = 100
/** In a narrower table a top may have nothing but an id. */
const FEWEST_COLUMNS = 3

/** Warns of ids that a spreadsheet has turned into rounded numbers: twelve digits become `1E+11`. */
export function addRoundedIds(table: CsvTable, columns: CsvColumns, issues: ImportIssues): void {
  const idColumn = columns.of('id')
  if (idColumn === undefined) return
  const rows = table.rowsWithExponent(idColumn, firstRow(table, columns))
  if (rows.length === 0) return
  const ids = rows.slice(0, LISTED).map((row) => table.cell(row, idColumn))
  issues.add('ROUNDED_ID', {
    severity: 'warning',
    roles: ids,
    place: { line: table.lineOf(rows[0]), field: columns.headers[idColumn] },
    witness: ids,
    message: `${String(rows.length)} of the ids are numbers that a spreadsheet has rounded: ${quotedList(ids, undefined, rows.length)}`,
    suggestion: 'Format the column as text, or as a number without decimals, and export the file again.',
  })
}

/** Warns of rows with nothing but an id that nobody reports to, such as the group and total rows of a report. */
export function addIdOnlyRows(table: CsvTable, columns: CsvColumns, org: Org, issues: ImportIssues): void {
  const idColumn = columns.of('id')
  if (idColumn === undefined || table.width < FEWEST_COLUMNS) return
  const rows = table.rowsWithOnly(idColumn, columns.of('manager'), firstRow(table, columns)).filter((row) => {
    const id = table.cell(row, idColumn)
    return isRole(org, id) && directReportsOf(org, id, { lines: 'all' }).length === 0
  })
  if (rows.length === 0) return
  const ids = rows.slice(0, LISTED).map((row) => table.cell(row, idColumn))
  const what = rows.length === 1 ? 'row has' : 'rows have'
  issues.add('ID_ONLY_ROW', {
    severity: 'warning',
    roles: ids,
    place: { line: table.lineOf(rows[0]) },
    witness: rows.slice(0, LISTED).map((row) => ({ line: table.lineOf(row) })),
    message: `${String(rows.length)} ${what} only an id, and nobody reports to it: ${quotedList(ids, undefined, rows.length)}`,
    suggestion: 'Remove the row if it is a group, a total or a comment; each is read as a role.',
  })
}
