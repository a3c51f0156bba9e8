import { quote } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { JuniorPosts, OrganogramOptions } from './organogram-options.js'
import { type OrganogramTable, readOrganogramTable, type TableParts } from './organogram-table.js'
import { addNotANumber, publishedNumber } from './published-value.js'
import type { ReferenceFinder } from './reference-finder.js'

type JuniorPart = 'reportsTo' | 'title' | 'grade' | 'fte' | 'payMinimum' | 'payMaximum' | 'valid'

/** By the schema "UK Government Organogram - Junior Staff" of data.gov.uk. */
const JUNIOR_PARTS: TableParts<JuniorPart> = {
  path: ['junior'],
  required: ['reportsTo', 'title', 'fte'],
  headers: {
    reportsTo: ['Reporting Senior Post'],
    title: ['Generic Job Title'],
    grade: ['Grade'],
    fte: ['Number of Posts in FTE'],
    payMinimum: ['Payscale Minimum (£)'],
    payMaximum: ['Payscale Maximum (£)'],
    valid: ['Valid?'],
  },
}

/** The junior posts by the reference of their senior post. A row whose senior post is unknown is an issue. */
export function juniorPosts(
  options: OrganogramOptions,
  finder: ReferenceFinder,
  issues: ImportIssues,
): ReadonlyMap<string, readonly JuniorPosts[]> {
  const posts = new Map<string, JuniorPosts[]>()
  if (options.junior === undefined) return posts
  const table = readOrganogramTable(options.junior, JUNIOR_PARTS, options, issues)
  if (table === undefined || !table.has('reportsTo')) return posts
  for (const row of table.rows()) {
    if (table.isBlank(row, 'valid')) continue
    const id = seniorPostOf(table, row, finder, issues)
    if (id === undefined) continue
    const junior = juniorIn(table, row, issues)
    const others = posts.get(id)
    if (others === undefined) posts.set(id, [junior])
    else others.push(junior)
  }
  return posts
}

function seniorPostOf(
  table: OrganogramTable<JuniorPart>,
  row: number,
  finder: ReferenceFinder,
  issues: ImportIssues,
): string | undefined {
  const reference = table.cell(row, 'reportsTo')
  const found = finder.find(reference, () => table.place(row, 'reportsTo'))
  if (typeof found === 'object') return found.id
  // Already reported.
  if (found === 'refused') return undefined
  const place = table.place(row, 'reportsTo')
  issues.add('UNKNOWN_MANAGER', {
    place,
    witness: [reference],
    message: `The junior posts of line ${String(place.line)} report to ${quote(reference)}, ${finder.unknownText(reference)}`,
    suggestion: finder.adviceFor(reference),
  })
  return undefined
}

function juniorIn(table: OrganogramTable<JuniorPart>, row: number, issues: ImportIssues): JuniorPosts {
  const number = (part: JuniorPart): number | undefined => {
    const value = publishedNumber(table.cell(row, part))
    if (!Number.isNaN(value)) return value
    addNotANumber(table.cell(row, part), table.place(row, part), issues)
    return undefined
  }
  return {
    title: table.cell(row, 'title').trim(),
    grade: table.cell(row, 'grade').trim(),
    fte: number('fte'),
    payMinimum: number('payMinimum'),
    payMaximum: number('payMaximum'),
    row: table.data(row),
  }
}
