import { type ByteColumn, type Org, orgFromColumns } from '../../index.js'
import { decimalColumn } from '../input/decimal-column.js'
import type { CsvColumns } from './csv-columns.js'
import type { CsvData, CsvOptions, CsvPart } from './csv-options.js'
import { firstRow } from './csv-rows.js'
import type { CsvTable } from './csv-table.js'
import type { TableBytes } from './table-bytes.js'

const NUMBERS: readonly CsvPart[] = ['grade', 'fte', 'cost', 'minYears']
const QUICK: readonly CsvPart[] = ['id', 'manager', 'title', 'family', 'unit', ...NUMBERS]
const OTHER: readonly CsvPart[] = ['name', 'email', 'firstName', 'lastName', 'holder']

/**
 * The org of a table in which nothing is the matter and every column is text or a number of a role: by its bytes, in
 * a third of the time. `undefined` for any other table, which is then read cell by cell.
 */
export function quickCsvOrg(
  table: CsvTable,
  columns: CsvColumns,
  options: CsvOptions,
  idLength: number,
): Org<string, string, CsvData> | undefined {
  if (!isQuick(columns, options)) return undefined
  const cells = new QuickCells(table, columns)
  const id = cells.texts('id')
  if (id === undefined || !areIds(id, idLength)) return undefined
  const read = {
    id,
    manager: cells.texts('manager'),
    title: cells.texts('title'),
    family: cells.texts('family'),
    unit: cells.texts('unit'),
    grade: cells.numbers('grade'),
    fte: cells.numbers('fte'),
    cost: cells.numbers('cost'),
    minYears: cells.numbers('minYears'),
  }
  if (cells.hasOthers) return undefined
  const org = orgFromColumns(read)
  // No column is left for data.
  return org as Org<string, string, CsvData> | undefined
}

/** Reads the columns of a table by their bytes. */
class QuickCells {
  /** Whether a cell cannot be read so. */
  hasOthers = false
  readonly #bytes: TableBytes
  readonly #columns: CsvColumns
  readonly #firstRow: number

  constructor(table: CsvTable, columns: CsvColumns) {
    this.#bytes = table.bytes
    this.#columns = columns
    this.#firstRow = firstRow(table, columns)
  }

  texts(part: CsvPart): ByteColumn | undefined {
    const column = this.#columns.of(part)
    if (column === undefined || this.hasOthers) return undefined
    return this.#whole(this.#bytes.column(column, this.#firstRow))
  }

  numbers(part: CsvPart): Float64Array | undefined {
    const column = this.texts(part)
    return column && this.#whole(decimalColumn(column))
  }

  #whole<Column>(column: Column | undefined): Column | undefined {
    if (column === undefined) this.hasOthers = true
    return column
  }
}

/** Whether the columns and options ask for nothing but ids, texts and numbers as they stand. */
function isQuick(columns: CsvColumns, options: CsvOptions): boolean {
  const { match, tops, excelText, unitPrefix, decimal } = options
  if (tops !== undefined || excelText === true) return false
  // Where every manager is found by id, managers are named by id: nothing tells otherwise without other names.
  if ((match ?? columns.match ?? 'id') !== 'id') return false
  if (unitPrefix !== undefined && columns.of('unit') !== undefined) return false
  if (decimal === ',' && NUMBERS.some((part) => columns.of(part) !== undefined)) return false
  const read = QUICK.map((part) => columns.of(part)).filter((column) => column !== undefined)
  const other = OTHER.some((part) => columns.of(part) !== undefined)
  return !other && columns.dotted.length === 0 && new Set(read).size === columns.headers.length
}

function areIds({ starts, ends }: ByteColumn, idLength: number): boolean {
  return starts.every((start, row) => start >= 0 && ends[row] - start <= idLength)
}
