import { quote, type RecordFields } from '../../internal.js'
import { isExactNumber } from '../input/exact-number.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { CsvOptions, CsvPart } from './csv-options.js'
import { type CsvRows, isBlank } from './csv-rows.js'
import { fullName } from './role-finder.js'

type TextPart = 'title' | 'unit' | 'family'
type NumberPart = 'grade' | 'fte' | 'cost' | 'minYears'

/** The readers of the attributes of a role, by the row. */
type Attributes = Pick<RecordFields<number>, TextPart | NumberPart | 'holders' | 'vacant'>

/** The readers of the attributes that a table has. A blank cell means nothing, except in a holder column. */
export function csvAttributes(rows: CsvRows, options: CsvOptions, issues: ImportIssues): Attributes {
  const text = (part: TextPart, prefix = ''): Attributes => {
    const read = rows.reader(part)
    if (read === undefined) return {}
    return {
      [part]: (row: number) => {
        const cell = read(row)
        return isBlank(cell) ? undefined : prefix + cell
      },
    }
  }
  const number = (part: NumberPart): Attributes => {
    const read = rows.reader(part)
    if (read === undefined) return {}
    return {
      [part]: (row: number) => {
        const cell = read(row)
        if (isBlank(cell)) return undefined
        const value = decimalNumber(cell, options.decimal)
        if (value === undefined) addNotANumber(rows, row, part, cell, issues)
        return value
      },
    }
  }
  return {
    ...text('title'),
    ...text('unit', options.unitPrefix),
    ...text('family'),
    ...holding(rows, options.vacant ?? []),
    ...number('grade'),
    ...number('fte'),
    ...number('cost'),
    ...number('minYears'),
  }
}

/** The readers of the holders of a role, and of whether it is vacant. */
function holding(rows: CsvRows, vacantWords: readonly string[]): Pick<Attributes, 'holders' | 'vacant'> {
  const read = rows.reader('holder') ?? fullName(rows)
  if (read === undefined) return {}
  const blankIsVacant = rows.reader('holder') !== undefined
  const words = new Set(vacantWords.map((word) => word.trim().toUpperCase()))
  const isVacant = (cell: string): boolean =>
    isBlank(cell) ? blankIsVacant : words.size > 0 && words.has(cell.trim().toUpperCase())
  return {
    holders: (row: number) => {
      const cell = read(row)
      return isBlank(cell) || isVacant(cell) ? undefined : cell
    },
    ...((blankIsVacant || words.size > 0) && {
      vacant: (row: number) => (isVacant(read(row)) ? true : undefined),
    }),
  }
}

/** Digits with at most a sign and a decimal sign. `1,200` is no number, since it may mean 1.2 or 1200. */
function decimalNumber(cell: string, decimal: '.' | ',' = '.'): number | undefined {
  const form = decimal === '.' ? /^[+-]?\d+(?:\.\d+)?$/ : /^[+-]?\d+(?:,\d+)?$/
  const trimmed = cell.trim()
  if (!form.test(trimmed)) return undefined
  const plain = trimmed.replace(',', '.')
  return isExactNumber(plain) ? Number(plain) : undefined
}

function addNotANumber(rows: CsvRows, row: number, part: CsvPart, cell: string, issues: ImportIssues): void {
  issues.add('INVALID_FIELD', {
    roles: [rows.ids[row]],
    place: rows.place(row, part),
    witness: [cell.slice(0, 60)],
    message: `The ${part} of ${quote(rows.ids[row])} is ${quote(cell)}, which is not a number that can be read exactly`,
    suggestion: `Correct the cell, pass decimal: ',', or keep the column as text: columns: { ${part}: null }.`,
  })
}
