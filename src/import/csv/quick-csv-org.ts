import type { ByteColumn, Org } from '../../internal.js'
import { isQuickNumber, QUICK_PARTS, quickOrg } from '../input/quick-org.js'
import type { CsvColumns } from './csv-columns.js'
import { columnsLeft } from './csv-data.js'
import type { CsvData, CsvOptions, CsvPart } from './csv-options.js'
import { firstRow, isBlank } from './csv-rows.js'
import type { CsvTable } from './csv-table.js'

/**
 * The org of a well-formed table whose managers are named by id, read by its bytes. `undefined` for any other table, which
 * is then read cell by cell.
 */
export function quickCsvOrg(
  table: CsvTable,
  columns: CsvColumns,
  options: CsvOptions,
  idLength: number,
): Org<string, string, CsvData> | undefined {
  const left = columnsLeft(columns, 'id')
  if (!isQuick(columns, options) || left.some((column) => isBlank(columns.headers[column]))) return undefined
  const bytes = table.bytesFrom(firstRow(table, columns))
  const holderColumn = columns.of('holder') ?? columns.of('name')
  const holder = holderColumn === undefined ? undefined : bytes.column(holderColumn)
  if (holder === undefined && holderColumn !== undefined) return undefined
  const data = new Map<string, ByteColumn>()
  for (const column of left) {
    const cells = bytes.column(column, true)
    if (cells === undefined) return undefined
    data.set(columns.keys[column], cells)
  }
  // A blank cell of a holder column means that the role is vacant; of a column of names it means nothing.
  const vacant = columns.of('holder') === undefined ? undefined : holder && blanksOf(holder)
  return quickOrg(
    (part) => {
      const column = columns.of(part)
      return column === undefined ? 'none' : (bytes.column(column) ?? 'unusual')
    },
    idLength,
    { holder, vacant, data },
  )
}

/** Whether the cells are the values, with managers by id, under these columns and options. */
function isQuick(columns: CsvColumns, options: CsvOptions): boolean {
  const { match, tops, vacant, excelText, unitPrefix, decimal } = options
  if (tops !== undefined || vacant !== undefined || excelText === true || columns.dotted.length > 0)
    return false
  const has = (part: CsvPart): boolean => columns.of(part) !== undefined
  if (!has('manager') && (has('managerFirstName') || has('managerLastName'))) return false
  // If every manager is found by id, managers are named by id; unless the ids are names or addresses.
  if ((match ?? columns.match ?? 'id') !== 'id') return false
  if ([columns.of('email'), columns.of('name')].includes(columns.of('id'))) return false
  if (columns.otherManagers.length > 0) return false
  if (unitPrefix !== undefined && has('unit')) return false
  if (decimal === ',' && QUICK_PARTS.some((part) => isQuickNumber(part) && has(part))) return false
  return has('holder') || has('name') || !(has('firstName') || has('lastName'))
}

function blanksOf({ starts }: ByteColumn): Uint8Array {
  return Uint8Array.from(starts, (start) => (start < 0 ? 1 : 0))
}
