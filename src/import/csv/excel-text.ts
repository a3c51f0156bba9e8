import { quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { CellReader } from './csv-rows.js'
import type { CsvTable } from './csv-table.js'

/** A formula that is nothing but a text: `="007"`. */
const TEXT_FORMULA = /^="((?:[^"]|"")*)"$/

/** Reads `="007"` as `007`; any other formula stays the text that it is. */
export function withoutTextFormula(read: CellReader): CellReader {
  return (row) => {
    const cell = read(row)
    if (!cell.startsWith('="')) return cell
    return TEXT_FORMULA.exec(cell)?.[1].replaceAll('""', '"') ?? cell
  }
}

/** Says in how many cells that made a difference. */
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
    message: `excelText: ${String(count)} cells are read as the text in their formula: ${quotedList(examples)}`,
    suggestion: 'Format the column as text before it is saved, to write the zeros without formulas.',
  })
}

const SHOWN = 8
