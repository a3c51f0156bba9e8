import { quote, type RecordFields } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { CsvOptions, CsvPart } from './csv-options.js'
import { type CsvRows, isBlank } from './csv-rows.js'
import { fullName } from './full-name.js'

type TextPart = 'title' | 'unit' | 'family'
type NumberPart = 'grade' | 'fte' | 'cost' | 'minYears'

/** How the attributes of a role are read from a row. */
type Attributes = Pick<RecordFields<number>, TextPart | NumberPart | 'holders' | 'vacant'>

/** The attributes that the columns of a table have. A blank cell says nothing, but for a holder. */
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

/** Who holds a role, and whether nobody does. */
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

/** Digits with a decimal sign; nothing else is a number, so that `1,200` is never taken for 1.2 or for 1200. */
function decimalNumber(cell: string, decimal: '.' | ',' = '.'): number | undefined {
  const form = decimal === '.' ? /^[+-]?\d+(?:\.\d+)?$/ : /^[+-]?\d+(?:,\d+)?$/
  const trimmed = cell.trim()
  if (!form.test(trimmed)) return undefined
  const value = Number(trimmed.replace(',', '.'))
  return Number.isFinite(value) ? value : undefined
}

function addNotANumber(rows: CsvRows, row: number, part: CsvPart, cell: string, issues: ImportIssues): void {
  issues.add('INVALID_FIELD', {
    roles: [rows.ids[row]],
    place: rows.place(row, part),
    witness: [cell.slice(0, 60)],
    message: `The ${part} of ${quote(rows.ids[row])} is ${quote(cell)}, which is no number`,
    suggestion: `Correct the cell, set decimal: ',', or leave the column as text: columns: { ${part}: null }.`,
  })
}
