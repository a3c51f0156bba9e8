import { type Place, quote } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { CsvColumns } from './csv-columns.js'
import { CSV_PARTS, type CsvPart } from './csv-options.js'
import type { CsvTable } from './csv-table.js'

/** Reads the cell of one column in a row of the table. */
export type CellReader = (row: number) => string

/** The rows of a table that are roles, with their ids. */
export class CsvRows {
  /** The rows that are roles, in the order of the table. */
  readonly rows: readonly number[]
  /** The id of each row of the table. */
  readonly ids: readonly string[]
  readonly #table: CsvTable
  readonly #columns: CsvColumns
  readonly #reader: (column: number) => CellReader

  constructor(
    table: CsvTable,
    columns: CsvColumns,
    idColumn: number,
    reader: (column: number) => CellReader,
    issues: ImportIssues,
  ) {
    this.#table = table
    this.#columns = columns
    this.#reader = reader
    const rows: number[] = []
    const ids: string[] = ['']
    const readId = reader(idColumn)
    for (let row = firstRow(table, columns); row < table.height; row++) {
      const id = readId(row)
      ids[row] = id
      if (isBlank(id)) this.#addMissingId(row, issues)
      else if (id.length > issues.limits.idLength)
        issues.exceeded('idLength', this.place(row, 'id'), [quote(id)])
      else rows.push(row)
    }
    this.rows = rows
    this.ids = ids
  }

  /** A reader of a part; `undefined` if no column has it. */
  reader(part: CsvPart): CellReader | undefined {
    const column = this.#columns.of(part)
    return column === undefined ? undefined : this.#reader(column)
  }

  readerOf(column: number): CellReader {
    return this.#reader(column)
  }

  /** The place of a row in the file, with the column of a part. */
  place(row: number, part?: CsvPart): Place {
    const column = part === undefined ? undefined : this.#columns.of(part)
    return this.placeOf(row, column)
  }

  placeOf(row: number, column: number | undefined): Place {
    const line = this.#table.lineOf(row)
    return column === undefined ? { line } : { line, field: this.#columns.headers[column] }
  }

  /** The place of a record of the org, with the column of a field. */
  placeOfRecord(record: number, field: string | undefined): Place {
    const { of, dotted } = this.#columns
    const holder = of('holder') ?? of('name') ?? of('firstName')
    const isHolder = field === 'holders' || field === 'vacant'
    const part = CSV_PARTS.find((name) => name === field)
    const manager = part === 'manager' ? (of('manager') ?? of('managerLastName')) : undefined
    const column = isHolder
      ? holder
      : part === 'dotted'
        ? dotted.at(0)?.column
        : (manager ?? (part && of(part)))
    return this.placeOf(this.rows[record], column)
  }

  #addMissingId(row: number, issues: ImportIssues): void {
    // Spreadsheets write rows of delimiters only after a table: they are blank lines.
    if (this.#table.row(row).every(isBlank)) return
    const place = this.place(row, 'id')
    issues.add('MISSING_ID', {
      place,
      witness: this.#table
        .row(row)
        .filter((cell) => !isBlank(cell))
        .slice(0, SHOWN),
      message: `Line ${String(place.line)} has no id`,
      suggestion: 'Give the row a unique id, or remove it.',
    })
  }
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

export function isBlank(cell: string): boolean {
  // Nearly every cell begins with a letter or a digit, and needs no trim.
  return cell === '' || (!(cell.charCodeAt(0) > 0x20 && cell.charCodeAt(0) < 0x7f) && cell.trim() === '')
}
