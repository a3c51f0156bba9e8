import {
  addToList,
  counted,
  directReportsOf,
  isRole,
  membersOf,
  type Org,
  quotedList,
  unitsOf,
} from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { CsvColumns } from './csv-columns.js'
import { type CsvRows, firstRow } from './csv-rows.js'
import { isTextFormula } from './cell-content.js'
import type { CsvTable } from './csv-table.js'

const LISTED = 100
/** In a narrower table a top may have nothing but an id. */
const FEWEST_COLUMNS = 3

/** Warns of ids that a program has spoilt: twelve digits become `1E+11`, and `7` becomes `7.0` next to missing numbers. */
export function addSpoiltIds(table: CsvTable, columns: CsvColumns, issues: ImportIssues): void {
  const idColumn = columns.of('id')
  if (idColumn === undefined) return
  const { bytes } = table
  const rounded: number[] = []
  const decimal: number[] = []
  for (let row = firstRow(table, columns); row < table.height; row++) {
    const end = table.endOf(row, idColumn)
    const last = bytes[end - 1] === QUOTE ? end - 1 : end
    if (bytes[last - 3] === PLUS && EXPONENT.test(table.cell(row, idColumn))) rounded.push(row)
    if (bytes[last - 2] === DOT && DECIMAL.test(table.cell(row, idColumn))) decimal.push(row)
  }
  const add = (
    code: 'ROUNDED_ID' | 'DECIMAL_ID',
    rows: readonly number[],
    what: string,
    advice: string,
  ): void => {
    if (rows.length === 0) return
    const ids = rows.slice(0, LISTED).map((row) => table.cell(row, idColumn))
    issues.add(code, {
      severity: 'warning',
      roles: ids,
      place: { line: table.lineOf(rows[0]), field: columns.headers[idColumn] },
      witness: ids,
      message: `${String(rows.length)} of the ids are ${what}: ${quotedList(ids, undefined, rows.length)}`,
      suggestion: advice,
    })
  }
  add(
    'ROUNDED_ID',
    rounded,
    'numbers that a spreadsheet has rounded',
    'Format the column as text, or as a number without decimals, and export the file again.',
  )
  add(
    'DECIMAL_ID',
    decimal,
    'whole numbers with a decimal, as written by programs that store numbers as fractions',
    'Export the column as text or as whole numbers; each is read as it is written.',
  )
}

/** Warns of units whose names differ only in case, spaces or Unicode form. */
export function addUnitSpellings(rows: CsvRows, org: Org, issues: ImportIssues): void {
  const spellings = new Map<string, string[]>()
  for (const unit of unitsOf(org)) {
    const key = unit.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
    addToList(spellings, key, unit)
  }
  for (const units of spellings.values()) {
    if (units.length === 1) continue
    const places = units.slice(0, LISTED).map((unit) => {
      const [member] = membersOf(org, unit)
      return rows.place(rows.ids.rowWith(member) ?? 0, 'unit')
    })
    issues.addLate('UNIT_SPELLINGS', 'warning', () => ({
      units: units.slice(0, LISTED),
      place: places[1],
      witness: places,
      message: `${String(units.length)} units differ only in case, spaces or Unicode form: ${quotedList(units)}`,
      suggestion: 'Write the name in one way if they are one unit; each spelling is read as a unit.',
    }))
  }
}

/** Warns of rows with nothing but an id that nobody reports to, such as the group and total rows of a report. */
export function addIdOnlyRows(table: CsvTable, columns: CsvColumns, org: Org, issues: ImportIssues): void {
  const idColumn = columns.of('id')
  if (idColumn === undefined || table.width < FEWEST_COLUMNS) return
  // A column that is mostly filled is looked at first.
  const first = columns.of('manager') ?? (idColumn === 0 ? 1 : 0)
  const rows: number[] = []
  for (let row = firstRow(table, columns); row < table.height; row++) {
    if (!table.isBlank(row, first) || !hasOnly(table, row, idColumn)) continue
    const id = table.cell(row, idColumn)
    if (isRole(org, id) && directReportsOf(org, id, { lines: 'all' }).length === 0) rows.push(row)
  }
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

/** Reports how many cells were read as the text in their formula. */
export function addTextFormulas(table: CsvTable, issues: ImportIssues): void {
  const examples: string[] = []
  let count = 0
  let first = 0
  for (let row = 1; row < table.height; row++) {
    for (let column = 0; column < table.width; column++) {
      if (!isTextFormula(table.bytes, table.beginOf(row, column), table.endOf(row, column))) continue
      if (count++ === 0) first = row
      if (examples.length < SHOWN) examples.push(table.cell(row, column))
    }
  }
  if (count === 0) return
  issues.add('OPTION_APPLIED', {
    severity: 'info',
    place: { line: table.lineOf(first) },
    witness: ['excelText', ...examples],
    message: `excelText: ${counted(count, 'cell')} read as the text in the formula: ${quotedList(examples)}`,
    suggestion: 'Format the column as text before you save it; then zeros are kept without formulas.',
  })
}

/** Whether all cells of a row but one are blank. */
function hasOnly(table: CsvTable, row: number, filled: number): boolean {
  for (let column = 0; column < table.width; column++) {
    if (table.isBlank(row, column) === (column === filled)) return false
  }
  return true
}

const SHOWN = 8
const QUOTE = 0x22
const PLUS = 0x2b
const DOT = 0x2e
const EXPONENT = /^\d(?:[.,]\d+)?[eE]\+\d\d$/
const DECIMAL = /^\d+\.0$/
