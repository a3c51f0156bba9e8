import {
  type ByteCells,
  type ByteRows,
  ByteTexts,
  quote,
  textAt,
  inSlices,
  type Steps,
} from '../../internal.js'
import { decimalAt, isExactNumber } from '../input/exact-number.js'
import type { ImportIssueParts, ImportIssues } from '../input/import-issues.js'
import { WordSet } from '../input/word-set.js'
import type { CsvColumns } from './csv-columns.js'
import type { CsvData, CsvMatch, CsvOptions, CsvPart } from './csv-options.js'
import type { CsvRows } from './csv-rows.js'
import type { CsvTable } from './csv-table.js'

type NumberPart = 'grade' | 'fte' | 'cost' | 'minYears'
const NUMBERS: readonly NumberPart[] = ['grade', 'fte', 'cost', 'minYears']

/** The attributes of the roles of a table. A blank cell means nothing, except in a holder column. */
export function* csvAttributes(
  rows: CsvRows,
  options: CsvOptions,
  corrected: ByteRows['odd'],
  issues: ImportIssues,
): Steps<Partial<ByteRows>> {
  const numbers: { [Name in NumberPart]?: Float64Array } = {}
  for (const part of NUMBERS) {
    const cells = rows.cells(part)
    if (cells === undefined) continue
    numbers[part] = yield* numbersIn(rows, part, cells, options.decimal, corrected?.get(part), issues)
  }
  return {
    title: rows.cells('title'),
    unit: rows.cells('unit'),
    unitPrefix: options.unitPrefix,
    family: rows.cells('family'),
    ...numbers,
    ...holding(rows, options.vacant),
  }
}

/** The holders of the roles, and which of them are vacant. */
function holding(
  rows: CsvRows,
  vacantWords: readonly string[] | undefined,
): Pick<ByteRows, 'holders' | 'vacant'> {
  const holder = rows.cells('holder')
  const named = holder ?? rows.cells('name') ?? rows.firstAndLast
  if (named === undefined) return {}
  const names = ByteTexts.plain(named)
  const blankIsVacant = holder !== undefined
  if (!blankIsVacant && vacantWords === undefined) return { holders: names }
  const words = new WordSet(vacantWords ?? [])
  const { bytes, ends } = names
  const starts = names.starts.slice()
  const vacant = new Uint8Array(starts.length)
  for (let row = 0; row < starts.length; row++) {
    if (starts[row] < 0) vacant[row] = blankIsVacant ? 1 : 0
    else if (words.hasAt(bytes, starts[row], ends[row])) {
      vacant[row] = 1
      starts[row] = -1
    }
  }
  return { holders: { bytes, starts, ends }, vacant }
}

/** A column of numbers; an issue for a cell with anything else. */
function* numbersIn(
  rows: CsvRows,
  part: NumberPart,
  cells: ByteCells,
  decimal: '.' | ',' = '.',
  corrected: ReadonlyMap<number, unknown> | undefined,
  issues: ImportIssues,
): Steps<Float64Array> {
  const { bytes, starts, ends } = ByteTexts.plain(cells)
  const numbers = new Float64Array(starts.length).fill(NaN)
  yield* inSlices(starts.length, (first, past) => {
    for (let row = first; row < past; row++) {
      if (starts[row] < 0 || rows.ids.isRepeat(row) || corrected?.has(row) === true) continue
      const quick = decimal === '.' ? decimalAt(bytes, starts[row], ends[row]) : NaN
      numbers[row] = Number.isNaN(quick)
        ? decimalNumber(textAt(bytes, starts[row], ends[row]), decimal)
        : quick
      if (Number.isNaN(numbers[row])) {
        issues.addLate('INVALID_FIELD', 'error', () =>
          notANumber(rows, row, part, textAt(bytes, starts[row], ends[row])),
        )
      }
    }
  })
  return numbers
}

/** Digits with at most a sign and a decimal sign; `NaN` for any other cell. `1,200` may mean 1.2 or 1200. */
function decimalNumber(cell: string, decimal: '.' | ','): number {
  const form = decimal === '.' ? /^[+-]?\d+(?:\.\d+)?$/ : /^[+-]?\d+(?:,\d+)?$/
  const trimmed = cell.trim()
  if (!form.test(trimmed)) return NaN
  const plain = trimmed.replace(',', '.')
  return isExactNumber(plain) ? Number(plain) : NaN
}

function notANumber(rows: CsvRows, row: number, part: CsvPart, cell: string): ImportIssueParts {
  const role = rows.idOf(row)
  return {
    roles: [role],
    place: rows.place(row, part),
    witness: [cell.slice(0, 60)],
    message: `The ${part} of ${quote(role)} is ${quote(cell)}, which is not a number that can be read exactly`,
    suggestion: `Correct the cell, pass decimal: ',', or keep the column as text: columns: { ${part}: null }.`,
  }
}

/** The parts whose cells the role has as they are. */
const KEPT: readonly CsvPart[] = ['id', 'title', 'unit', 'family', 'grade', 'fte', 'cost', 'minYears']

/** The cells that no part of a role is read from, so that nothing in the table is lost. */
export function* csvData(
  table: CsvTable,
  rows: CsvRows,
  { of, dotted, headers, keys }: CsvColumns,
  match: CsvMatch,
  excelText: boolean,
): Steps<((row: number) => CsvData) | undefined> {
  const held = new Set<number | undefined>(KEPT.map((part) => of(part)))
  held.add(of('holder') ?? of('name'))
  // For an e-mail address or a name the role has the id of the manager, not the cell.
  if (match === 'id')
    for (const column of [of('manager'), ...dotted.map(({ column }) => column)]) held.add(column)
  const left = Array.from(headers.keys()).filter(
    (column) => !held.has(column) && !(headers[column].trim() === '' && table.isEmpty(column)),
  )
  if (left.length === 0) return undefined
  return yield* table.data(
    rows.rows,
    left,
    left.map((column) => keys[column]),
    excelText,
  )
}
