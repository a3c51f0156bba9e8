import type { ByteColumn, Org } from '../../internal.js'
import { isQuickNumber, QUICK_PARTS, quickOrg } from '../input/quick-org.js'
import type { CsvColumns } from './csv-columns.js'
import { columnsLeft } from './csv-data.js'
import type { CsvData, CsvOptions, CsvPart } from './csv-options.js'
import { firstRow, isBlank } from './csv-rows.js'
import type { CsvTable } from './csv-table.js'

/**
 * The org of a table in which nothing is the matter and managers are named by id, by its bytes. `undefined` for any
 * other table, which is then read cell by cell.
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
  // A blank cell of such a column says that nobody fills the role; of a column of names it says nothing.
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

/** Whether the columns and options ask for nothing but what stands in the cells, with managers by id. */
function isQuick(columns: CsvColumns, options: CsvOptions): boolean {
  const { match, tops, vacant, excelText, unitPrefix, decimal } = options
  if (tops !== undefined || vacant !== undefined || excelText === true || columns.dotted.length > 0)
    return false
  const has = (part: CsvPart): boolean => columns.of(part) !== undefined
  // Where every manager is found by id, managers are named by id; where ids are names or addresses, nothing tells.
  if ((match ?? columns.match ?? 'id') !== 'id') return false
  if ([columns.of('email'), columns.of('name')].includes(columns.of('id'))) return false
  if (unitPrefix !== undefined && has('unit')) return false
  if (decimal === ',' && QUICK_PARTS.some((part) => isQuickNumber(part) && has(part))) return false
  return has('holder') || has('name') || !(has('firstName') || has('lastName'))
}

function blanksOf({ starts }: ByteColumn): Uint8Array {
  return Uint8Array.from(starts, (start) => (start < 0 ? 1 : 0))
}
