import { quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'

/**
 * The letters and digits of a header in lower case, for the comparison of spellings. `#` is read as "number":
 * `Employee #`, `Employee Number` and `employee_number` have the same key.
 */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('#', 'number')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * A unique key for each column: its header, with the number of the column if it is blank or repeats an earlier one. A
 * repeated header is an issue.
 */
export function headerKeys(headers: readonly string[], line: number, issues: ImportIssues): string[] {
  const first = new Map<string, number>()
  const taken = new Set(headers)
  return headers.map((header, column) => {
    const before = first.get(header)
    if (before === undefined) first.set(header, column)
    else if (header !== '') {
      addDuplicateColumn(headers, [before, column], line, 'Two columns have the same header', issues)
    }
    if (before === undefined && header !== '') return header
    let key = `${header} (column ${String(column + 1)})`.trim()
    while (taken.has(key)) key += "'"
    taken.add(key)
    return key
  })
}

/** Reports columns that cannot be told apart. */
export function addDuplicateColumn(
  headers: readonly string[],
  columns: readonly number[],
  line: number,
  what: string,
  issues: ImportIssues,
): void {
  const alike = columns.map((column) => headers[column])
  const numbers = columns.map((column) => String(column + 1))
  issues.add('DUPLICATE_COLUMN', {
    place: { line, field: alike[0] },
    witness: alike,
    message: `${what}: ${quotedList([...new Set(alike)])}, columns ${numbers.join(' and ')}`,
    suggestion: 'Rename or remove one of them, or name the intended one with columns.',
  })
}
