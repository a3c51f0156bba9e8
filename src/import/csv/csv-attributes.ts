import {
  type ByteCells,
  type ByteRows,
  ByteTexts,
  hundredths,
  quote,
  ROLE_STATUSES,
  textAt,
  inSlices,
  type Steps,
} from '../../internal.js'
import { decimalAt, isExactNumber } from '../input/exact-number.js'
import type { ImportIssueParts, ImportIssues } from '../input/import-issues.js'
import { csvCodes, type OddCells } from './csv-codes.js'
import type { CsvColumns } from './csv-columns.js'
import { csvHolders } from './csv-holders.js'
import { type CsvData, type CsvMatch, type CsvOptions, type CsvPart, endsOfOptions } from './csv-options.js'
import type { CsvRows } from './csv-rows.js'
import { csvLists } from './csv-lists.js'
import type { CsvTable } from './csv-table.js'

type NumberPart = 'grade' | 'fte' | 'cost' | 'minYears'
const NUMBERS: readonly NumberPart[] = ['grade', 'fte', 'cost', 'minYears']

/** The attributes of the roles of a table. A blank cell means nothing, except in a column of holders or people. */
export function* csvAttributes(
  rows: CsvRows,
  options: CsvOptions,
  corrected: NonNullable<ByteRows['odd']>,
  jobShares: ByteRows['jobShares'],
  issues: ImportIssues,
): Steps<Partial<ByteRows>> {
  const numbers: { [Name in NumberPart]?: Float64Array } = {}
  const numbersOf = (part: NumberPart | 'share', cells: ByteCells): Steps<Float64Array> => {
    const isRead = (row: number): boolean =>
      corrected.get(part)?.has(row) !== true &&
      (!rows.ids.isRepeat(row) || (part === 'share' && jobShares?.get(row)?.length === 0))
    return numbersIn(rows, part, cells, options.decimal, isRead, issues)
  }
  for (const part of NUMBERS) {
    const cells = rows.cells(part)
    if (cells !== undefined) numbers[part] = yield* numbersOf(part, cells)
  }
  const odd: OddCells = new Map()
  const alsoIn = rows.cells('alsoIn')
  return {
    title: rows.cells('title'),
    unit: rows.cells('unit'),
    alsoIn: alsoIn && csvLists(alsoIn),
    unitPrefix: options.unitPrefix,
    family: rows.cells('family'),
    status: csvCodes(rows, 'status', ROLE_STATUSES, odd),
    managerAs: rows.cells('managerAs'),
    ...numbers,
    ...(yield* csvHolders(
      rows,
      options.vacant,
      (cells) => numbersOf('share', cells),
      endsOfOptions(options),
      odd,
    )),
    odd: odd.size === 0 ? corrected : new Map([...corrected, ...odd]),
  }
}

/** A column of numbers; any other cell is an issue. */
function* numbersIn(
  rows: CsvRows,
  part: NumberPart | 'share',
  cells: ByteCells,
  decimal: '.' | ',' = '.',
  isRead: (row: number) => boolean,
  issues: ImportIssues,
): Steps<Float64Array> {
  const { bytes, starts, ends } = ByteTexts.plain(cells)
  const numbers = new Float64Array(starts.length).fill(NaN)
  yield* inSlices(starts.length, (first, past) => {
    for (let row = first; row < past; row++) {
      if (starts[row] < 0 || !isRead(row)) continue
      const quick = decimal === '.' ? decimalAt(bytes, starts[row], ends[row]) : NaN
      numbers[row] = Number.isNaN(quick)
        ? numberIn(textAt(bytes, starts[row], ends[row]), decimal, part === 'share')
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

/** A number, or a share that is a percentage. */
function numberIn(cell: string, decimal: '.' | ',', isShare: boolean): number {
  const trimmed = cell.trim()
  if (!isShare || !trimmed.endsWith('%')) return decimalNumber(trimmed, decimal)
  return hundredths(decimalNumber(trimmed.slice(0, -1).trim(), decimal))
}

/** Digits with at most a sign and a decimal sign; `NaN` for any other cell. `1,200` may mean 1.2 or 1200. */
function decimalNumber(cell: string, decimal: '.' | ','): number {
  const form = decimal === '.' ? /^[+-]?\d+(?:\.\d+)?$/ : /^[+-]?\d+(?:,\d+)?$/
  if (!form.test(cell)) return NaN
  const plain = cell.replace(',', '.')
  return isExactNumber(plain) ? Number(plain) : NaN
}

function notANumber(rows: CsvRows, row: number, part: CsvPart, cell: string): ImportIssueParts {
  const role = rows.idOf(row)
  return {
    roles: [role],
    place: rows.place(row, part),
    witness: [cell.slice(0, 60)],
    message: `The ${part} of ${quote(role)} is ${quote(cell)}, which cannot be read as an exact number`,
    suggestion: `Correct the cell, pass decimal: ',', or keep the column as text: columns: { ${part}: null }.`,
  }
}

/** The parts that the role, or the person, keeps as the cells have them. */
const KEPT: readonly CsvPart[] = [
  ...(['id', 'title', 'unit', 'alsoIn', 'status', 'family', 'managerAs'] as const),
  ...(['grade', 'fte', 'cost', 'minYears', 'person', 'share', 'kind', 'from', 'to'] as const),
]

/** The columns that are kept as data, since no part of a role keeps their cells. */
export function dataColumns(
  table: CsvTable,
  { of, dotted, headers }: CsvColumns,
  match: CsvMatch,
): readonly number[] {
  const held = new Set<number | undefined>(KEPT.map((part) => of(part)))
  held.add(of('holder') ?? of('name'))
  if (of('person') !== undefined) held.add(of('email'))
  // If managers are named by e-mail address or name, the role has the id of the manager, not the cell.
  if (match === 'id')
    for (const column of [of('manager'), ...dotted.map(({ column }) => column)]) held.add(column)
  return Array.from(headers.keys()).filter(
    (column) => !held.has(column) && !(headers[column].trim() === '' && table.isEmpty(column)),
  )
}

/** The cells of columns that no part of a role is read from, so that nothing in the table is lost. */
export function* csvData(
  table: CsvTable,
  rows: CsvRows,
  { keys }: CsvColumns,
  columns: readonly number[],
  excelText: boolean,
): Steps<((row: number) => CsvData) | undefined> {
  if (columns.length === 0) return undefined
  return yield* table.data(
    rows.rows,
    columns,
    columns.map((column) => keys[column]),
    excelText,
  )
}
