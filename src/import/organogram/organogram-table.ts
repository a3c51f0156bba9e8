import { type Place, quote, quotedList, finished } from '../../internal.js'
import { csvFormatOf } from '../csv/csv-format.js'
import type { CsvData } from '../csv/csv-options.js'
import type { CsvTable } from '../csv/csv-table.js'
import { headerKey, headerKeys } from '../csv/header-keys.js'
import { scanCsv } from '../csv/csv-scanner.js'
import type { ImportIssues } from '../input/import-issues.js'
import { bytesOf, type Source } from '../input/source.js'
import type { OrganogramOptions } from './organogram-options.js'

/** The headers of each part, in the spellings that were published over the years. */
export interface TableParts<Part extends string> {
  readonly headers: { readonly [Name in Part]: readonly string[] }
  readonly required: readonly Part[]
  /** The path of places in the file, to tell two files apart. */
  readonly path?: readonly string[]
}

/** One of the two tables of an organogram. */
export class OrganogramTable<Part extends string> {
  readonly #table: CsvTable
  readonly #headers: readonly string[]
  readonly #keys: readonly string[]
  readonly #columns: ReadonlyMap<string, number>
  readonly #path: readonly string[] | undefined

  constructor(table: CsvTable, parts: TableParts<Part>, issues: ImportIssues) {
    this.#table = table
    this.#headers = table.row(0)
    this.#path = parts.path
    this.#keys = headerKeys(this.#headers, table.lineOf(0), issues)
    const keys = this.#headers.map(headerKey)
    const spellingsOf = new Map(Object.entries<readonly string[]>(parts.headers))
    const columns = new Map<string, number>()
    for (const [part, spellings] of spellingsOf) {
      const column = keys.findIndex((key) => spellings.some((spelling) => headerKey(spelling) === key))
      if (column !== -1) columns.set(part, column)
    }
    this.#columns = columns
    for (const part of parts.required) {
      if (!columns.has(part)) this.#addMissing(spellingsOf.get(part)?.[0] ?? part, issues)
    }
  }

  has(part: Part): boolean {
    return this.#columns.has(part)
  }

  /** The rows below the header line. */
  *rows(): Generator<number> {
    for (let row = 1; row < this.#table.height; row++) yield row
  }

  /** A cell as exact text; blank if there is no such column. */
  cell(row: number, part: Part): string {
    const column = this.#columns.get(part)
    return column === undefined ? '' : this.#table.cell(row, column)
  }

  /** Whether a row is blank, except for one part. */
  isBlank(row: number, but?: Part): boolean {
    const except = but === undefined ? undefined : this.#columns.get(but)
    return this.#table.row(row).every((cell, column) => column === except || cell.trim() === '')
  }

  /** A whole row by its headers. */
  data(row: number): CsvData {
    // From entries: every key becomes an own property, __proto__ too.
    return Object.fromEntries(this.#keys.map((key, column) => [key, this.#table.cell(row, column)]))
  }

  place(row: number, part?: Part): Place {
    const column = part === undefined ? undefined : this.#columns.get(part)
    return {
      ...(this.#path !== undefined && { path: this.#path }),
      line: this.#table.lineOf(row),
      ...(column !== undefined && { field: this.#headers[column] }),
    }
  }

  #addMissing(header: string, issues: ImportIssues): void {
    issues.add('MISSING_COLUMN', {
      place: { ...(this.#path !== undefined && { path: this.#path }), line: this.#table.lineOf(0) },
      witness: [header],
      message: `The table has no column ${quote(header)}`,
      suggestion: `The columns are ${quotedList(this.#headers)}; this may be the other of the two files.`,
    })
  }
}

/** The name of the parser of organograms, for the errors of callers. */
export const PARSER = 'parseOrganogram'

/** Reads one of the two tables; `undefined`, with an issue, for a text without a table. */
export function readOrganogramTable<Part extends string>(
  source: Source,
  parts: TableParts<Part>,
  options: OrganogramOptions,
  issues: ImportIssues,
): OrganogramTable<Part> | undefined {
  const bytes = bytesOf(PARSER, source, options.encoding, issues)
  if (bytes === undefined) return undefined
  const table = finished(scanCsv(bytes, csvFormatOf(bytes, options.delimiter), issues))
  if (table !== undefined) return new OrganogramTable(table, parts, issues)
  if (!issues.hasErrors) {
    issues.add('MISSING_COLUMN', {
      place: { line: 1 },
      message: 'The table is empty: it has no header line',
      suggestion: 'Begin the table with the published header line.',
    })
  }
  return undefined
}
