import { addToList, quote, quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { areMostUnknown } from '../input/unknown-managers.js'
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
  const unknown: number[] = []
  let count = 0
  for (const row of table.rows()) {
    if (table.isBlank(row, 'valid')) continue
    count++
    const found = finder.find(table.cell(row, 'reportsTo'), () => table.place(row, 'reportsTo'))
    if (found === 'unknown') unknown.push(row)
    // What is refused is reported already.
    if (typeof found === 'string') continue
    const { id } = found
    const junior = juniorIn(table, row, issues)
    addToList(posts, id, junior)
  }
  addUnknown(table, unknown, count, finder, issues)
  return posts
}

/** Reports rows whose senior post is not known: each, or most of all rows as one. */
function addUnknown(
  table: OrganogramTable<JuniorPart>,
  rows: readonly number[],
  count: number,
  finder: ReferenceFinder,
  issues: ImportIssues,
): void {
  const areMost = areMostUnknown(rows.length, count)
  for (const row of areMost ? rows.slice(0, 1) : rows) {
    const reference = table.cell(row, 'reportsTo')
    const place = table.place(row, 'reportsTo')
    const cells = areMost ? rows.slice(0, LISTED).map((each) => table.cell(each, 'reportsTo')) : [reference]
    const witness = [...new Set(cells)]
    issues.add('UNKNOWN_MANAGER', {
      place,
      witness,
      message: areMost
        ? `${String(rows.length)} of ${String(count)} rows of junior posts report to no senior post of this organogram: ${quotedList(witness)}`
        : `The junior posts of line ${String(place.line)} report to ${quote(reference)}, ${finder.unknownText(reference)}`,
      suggestion: finder.adviceFor(reference),
    })
  }
}

const LISTED = 100

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
