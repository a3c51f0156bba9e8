import type { Org } from '../../index.js'
import { isQuickNumber, QUICK_PARTS, quickOrg } from '../input/quick-org.js'
import type { CsvColumns } from './csv-columns.js'
import type { CsvData, CsvOptions, CsvPart } from './csv-options.js'
import { firstRow } from './csv-rows.js'
import type { CsvTable } from './csv-table.js'

const OTHER: readonly CsvPart[] = ['name', 'email', 'firstName', 'lastName', 'holder']

/**
 * The org of a table in which nothing is the matter and every column is a text or a number of a role, by its bytes.
 * `undefined` for any other table, which is then read cell by cell.
 */
export function quickCsvOrg(
  table: CsvTable,
  columns: CsvColumns,
  options: CsvOptions,
  idLength: number,
): Org<string, string, CsvData> | undefined {
  if (!isQuick(columns, options)) return undefined
  const { bytes } = table
  const from = firstRow(table, columns)
  const org = quickOrg((part) => {
    const column = columns.of(part)
    return column === undefined ? 'none' : (bytes.column(column, from) ?? 'unusual')
  }, idLength)
  // No column is left for data.
  return org as Org<string, string, CsvData> | undefined
}

/** Whether the columns and options ask for nothing but ids, texts and numbers as they stand. */
function isQuick(columns: CsvColumns, options: CsvOptions): boolean {
  const { match, tops, excelText, unitPrefix, decimal } = options
  if (tops !== undefined || excelText === true) return false
  // Where every manager is found by id, managers are named by id: nothing tells otherwise without other names.
  if ((match ?? columns.match ?? 'id') !== 'id') return false
  const has = (part: CsvPart): boolean => columns.of(part) !== undefined
  if (unitPrefix !== undefined && has('unit')) return false
  if (decimal === ',' && QUICK_PARTS.some((part) => isQuickNumber(part) && has(part))) return false
  const read = QUICK_PARTS.filter(has).map((part) => columns.of(part))
  return !OTHER.some(has) && columns.dotted.length === 0 && new Set(read).size === columns.headers.length
}
