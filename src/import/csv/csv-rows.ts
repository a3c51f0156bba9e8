import {
  type ByteCells,
  type ByteColumn,
  cellText,
  type Place,
  quote,
  type RowIds,
  rowIdSteps,
  type Steps,
} from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { CsvColumns } from './csv-columns.js'
import { CSV_PARTS, type CsvPart } from './csv-options.js'
import type { CsvTable } from './csv-table.js'
import { firstAndLast } from './first-and-last.js'

/** The rows of a table that are roles, with the columns that parts of roles are read from. Blank cells have no range. */
export class CsvRows {
  /** For each row here, its row in the table. */
  readonly rows: Int32Array
  readonly ids: RowIds
  readonly #table: CsvTable
  readonly #columns: CsvColumns
  readonly #cells: ReadonlyMap<number, ByteCells>

  #firstAndLast: ByteColumn | undefined

  private constructor(
    table: CsvTable,
    columns: CsvColumns,
    rows: Int32Array,
    cells: ReadonlyMap<number, ByteCells>,
    ids: RowIds,
  ) {
    this.#table = table
    this.#columns = columns
    this.rows = rows
    this.#cells = cells
    this.ids = ids
  }

  /** Reads the columns. A row without an id, or with one that is too long, is an issue and left out. */
  static *of(
    table: CsvTable,
    columns: CsvColumns,
    idColumn: number,
    excelText: boolean,
    issues: ImportIssues,
  ): Steps<CsvRows> {
    const from = firstRow(table, columns)
    const { dotted, otherManagers, of } = columns
    const parts = CSV_PARTS.flatMap((part) => of(part) ?? [])
    const others = [...dotted, ...otherManagers].map(({ column }) => column)
    const cells = yield* table.columns([...parts, ...others], from, excelText)
    const id = cells.get(idColumn)
    const kept = new Int32Array(table.height - from)
    let count = 0
    for (let index = 0; id !== undefined && index < kept.length; index++) {
      if (id.starts[index] >= 0 && !isLong(id, index, issues.limits.idLength)) kept[count++] = index
      else {
        const place = { line: table.lineOf(from + index), field: columns.headers[idColumn] }
        if (id.starts[index] < 0) addMissingId(table, from + index, place, issues)
        else issues.exceeded('idLength', place, [quote(cellText(id, index))])
      }
    }
    yield
    const some = count === kept.length ? cells : new Map<number, ByteCells>()
    for (const [column, { starts, ends, ...rest }] of cells) {
      if (some === cells) break
      const select = (numbers: Int32Array): Int32Array =>
        kept.subarray(0, count).map((index) => numbers[index])
      some.set(column, { ...rest, starts: select(starts), ends: select(ends) })
      yield
    }
    for (let index = 0; index < count; index++) kept[index] += from
    const ids = yield* rowIdSteps(some.get(idColumn) ?? NO_CELLS)
    return new CsvRows(table, columns, kept.subarray(0, count), some, ids)
  }

  /** The cells of a part; `undefined` if no column has it. */
  cells(part: CsvPart): ByteCells | undefined {
    const column = this.#columns.of(part)
    return column === undefined ? undefined : this.at(column)
  }

  /** The cells of a column that has a part. */
  at(column: number): ByteCells {
    const cells = this.#cells.get(column)
    if (cells === undefined) throw new Error(`The column ${String(column)} has no part`)
    return cells
  }

  /** `First Last`, from the columns of first and last names. */
  get firstAndLast(): ByteColumn | undefined {
    return (this.#firstAndLast ??= firstAndLast(this.cells('firstName'), this.cells('lastName'), ' '))
  }

  /** The id of a row. */
  idOf(row: number): string {
    return this.ids.set.text(this.ids.handles[row])
  }

  /** The place of a row in the file, with the column of a part. */
  place(row: number, part?: CsvPart): Place {
    const column = part === undefined ? undefined : this.#columns.of(part)
    return this.placeOf(row, column)
  }

  placeOf(row: number, column: number | undefined): Place {
    const line = this.#table.lineOf(this.rows[row])
    return column === undefined ? { line } : { line, field: this.#columns.headers[column] }
  }

  /** The place of a field by its name in records. */
  placeOfField(row: number, field: string | undefined): Place {
    const { of, dotted } = this.#columns
    if (field === 'holders' || field === 'vacant')
      return this.placeOf(row, of('holder') ?? of('name') ?? of('firstName'))
    if (field === 'name') return this.placeOf(row, of('holder') ?? of('name') ?? of('firstName'))
    if (field === 'dotted') return this.placeOf(row, dotted.at(0)?.column)
    const part = CSV_PARTS.find((name) => name === field)
    if (part === 'manager') return this.placeOf(row, of('manager') ?? of('managerLastName'))
    return this.place(row, part)
  }
}

/** Whether an id has more UTF-16 units than are allowed. */
function isLong(cells: ByteCells, row: number, most: number): boolean {
  const end = cells.ends[row]
  return (end < 0 ? ~end : end) - cells.starts[row] > most && cellText(cells, row).length > most
}

function addMissingId(table: CsvTable, row: number, place: Place, issues: ImportIssues): void {
  const filled = Array.from({ length: table.width }, (_, column) => column).filter(
    (column) => !table.isBlank(row, column),
  )
  // Spreadsheets write rows of delimiters only after a table: they are blank lines.
  if (filled.length === 0) return
  issues.addLate('MISSING_ID', 'error', () => ({
    place,
    witness: filled.slice(0, SHOWN).map((column) => table.cell(row, column)),
    message: `Line ${String(place.line)} has no id`,
    suggestion: 'Give the row a unique id, or remove it.',
  }))
}

const NO_CELLS: ByteCells = { bytes: new Uint8Array(0), starts: new Int32Array(0), ends: new Int32Array(0) }

const SHOWN = 8

/** The first row that is neither the header line nor a row of labels that repeats it. */
export function firstRow(table: CsvTable, { product, headers }: CsvColumns): number {
  const { labelled } = product
  if (labelled === undefined || table.height < 2) return 1
  const isLabel = labelled.every((header) => {
    const column = headers.indexOf(header)
    return column !== -1 && table.cell(1, column).trim().toUpperCase() === header
  })
  return isLabel ? 2 : 1
}
