import { type ByteCells, type Place, quote, RowIds, textAt } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { Steps } from '../input/steps.js'
import type { CsvColumns } from './csv-columns.js'
import { CSV_PARTS, type CsvPart } from './csv-options.js'
import type { CsvTable } from './csv-table.js'

/** The rows of a table that are roles, with the columns that a part of a role is read from. Blank cells have no range. */
export class CsvRows {
  /** The row of the table of each row here. */
  readonly rows: Int32Array
  readonly ids: RowIds
  readonly #table: CsvTable
  readonly #columns: CsvColumns
  readonly #cells: ReadonlyMap<number, ByteCells>

  private constructor(
    table: CsvTable,
    columns: CsvColumns,
    rows: Int32Array,
    cells: ReadonlyMap<number, ByteCells>,
    idColumn: number,
  ) {
    this.#table = table
    this.#columns = columns
    this.rows = rows
    this.#cells = cells
    this.ids = new RowIds(this.at(idColumn))
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
    const kept: number[] = []
    for (let index = 0; id !== undefined && index < id.starts.length; index++) {
      const place = (): Place => ({ line: table.lineOf(from + index), field: columns.headers[idColumn] })
      if (id.starts[index] < 0) addMissingId(table, from + index, place(), issues)
      else if (isLong(id, index, issues.limits.idLength))
        issues.exceeded('idLength', place(), [quote(textAt(id.bytes, id.starts[index], id.ends[index]))])
      else kept.push(index)
    }
    yield
    const rows = Int32Array.from(kept, (index) => from + index)
    if (kept.length === table.height - from) return new CsvRows(table, columns, rows, cells, idColumn)
    const some = new Map<number, ByteCells>()
    for (const [column, { starts, ends, ...rest }] of cells) {
      some.set(column, {
        ...rest,
        starts: Int32Array.from(kept, (index) => starts[index]),
        ends: Int32Array.from(kept, (index) => ends[index]),
      })
      yield
    }
    return new CsvRows(table, columns, rows, some, idColumn)
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

  /** The place of a field as records call it. */
  placeOfField(row: number, field: string | undefined): Place {
    const { of, dotted } = this.#columns
    if (field === 'holders' || field === 'vacant')
      return this.placeOf(row, of('holder') ?? of('name') ?? of('firstName'))
    if (field === 'dotted') return this.placeOf(row, dotted.at(0)?.column)
    const part = CSV_PARTS.find((name) => name === field)
    if (part === 'manager') return this.placeOf(row, of('manager') ?? of('managerLastName'))
    return this.place(row, part)
  }
}

/** Whether an id has more UTF-16 units than are allowed. */
function isLong({ bytes, starts, ends }: ByteCells, row: number, most: number): boolean {
  const end = ends[row] < 0 ? ~ends[row] : ends[row]
  return end - starts[row] > most && textAt(bytes, starts[row], end).replaceAll('""', '"').length > most
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
