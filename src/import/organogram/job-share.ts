import { quote, quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { headerKey } from '../csv/header-key.js'
import type { SeniorTable } from './senior-parts.js'

/** What may differ between the rows of those who share a job, by the keys of the headers; all else is said of the post. */
const OF_THE_HOLDER: ReadonlySet<string> = new Set([
  'name',
  'fte',
  'actualpayfloor',
  'actualpayceiling',
  'totalpay',
  'contactphone',
  'contactemail',
  'notes',
  'valid',
])

/**
 * The rows of one reference that are one post: all of them, if they differ in nothing but the holder. Otherwise
 * several posts have one reference: an issue, and the first row is the post.
 */
export function oneJob(
  table: SeniorTable,
  id: string,
  rows: readonly number[],
  issues: ImportIssues,
): readonly number[] {
  if (rows.length === 1) return rows
  const different = differences(table, rows)
  const witness = rows.map((row) => table.place(row, 'reference'))
  const place = table.place(rows[1], 'reference')
  if (different.length > 0) {
    issues.add('DUPLICATE_ID', {
      roles: [id],
      place,
      witness,
      message: `Posts of ${String(rows.length)} rows have the reference ${quote(id)}, and no job share differs in ${quotedList(different)}`,
      suggestion: 'Give each post a reference of its own, or make the rows of a job share alike.',
    })
    return [rows[0]]
  }
  issues.add('JOB_SHARE', {
    severity: 'info',
    roles: [id],
    place,
    witness,
    message: `The post ${quote(id)} stands in ${String(rows.length)} rows that differ in the holder alone: a job share`,
    suggestion: 'Nothing is to be done; the role has several holders, and their pay and FTE are added up.',
  })
  return rows
}

/** The headers under which a row says something else than the first. */
function differences(table: SeniorTable, rows: readonly number[]): string[] {
  const [first, ...others] = rows.map((row) => Object.entries(table.data(row)))
  return first
    .filter(([header, cell], column) => {
      return !OF_THE_HOLDER.has(headerKey(header)) && others.some((other) => other[column][1] !== cell)
    })
    .map(([header]) => header)
}
