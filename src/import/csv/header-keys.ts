import { quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'

/**
 * Each header as a key that no other column has: the header itself; a blank one, and one that stands there before,
 * with the number of its column. The latter is an issue.
 */
export function headerKeys(headers: readonly string[], line: number, issues: ImportIssues): string[] {
  const first = new Map<string, number>()
  const taken = new Set(headers)
  return headers.map((header, column) => {
    const before = first.get(header)
    if (before === undefined) first.set(header, column)
    else if (header !== '') {
      addDuplicateColumn(headers, [before, column], line, 'Two columns have one header', issues)
    }
    if (before === undefined && header !== '') return header
    let key = `${header} (column ${String(column + 1)})`.trim()
    while (taken.has(key)) key += "'"
    taken.add(key)
    return key
  })
}

/** Columns that cannot be told apart. */
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
    suggestion: 'Rename one of them, or leave one out; or say which one is meant, with columns.',
  })
}
