import { counted, quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { CellReader } from './csv-rows.js'
import type { CsvTable } from './csv-table.js'

/** A formula that is only a text: `="007"`. */
const TEXT_FORMULA = /^="((?:[^"]|"")*)"$/

/** Reads `="007"` as `007`; any other formula is read as it is written. */
export function withoutTextFormula(read: CellReader): CellReader {
  return (row) => {
    const cell = read(row)
    if (!cell.startsWith('="')) return cell
    return TEXT_FORMULA.exec(cell)?.[1].replaceAll('""', '"') ?? cell
  }
}

/** Reports how many cells are read as the text in their formula. */
export function addTextFormulas(table: CsvTable, issues: ImportIssues): void {
  const examples: string[] = []
  let count = 0
  let first = 0
  for (let row = 1; row < table.height; row++) {
    for (const cell of table.row(row)) {
      if (!TEXT_FORMULA.test(cell)) continue
      if (count++ === 0) first = row
      if (examples.length < SHOWN) examples.push(cell)
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

const SHOWN = 8
