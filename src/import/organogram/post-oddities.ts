import { counted, type Place, quote, quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { areMostUnknown } from '../input/unknown-managers.js'
import type { juniorPosts } from './junior-posts.js'
import { isWithheld } from './published-value.js'
import type { SeniorPost, SeniorTable } from './senior-posts.js'

/** Reports posts that do not say which post they report to: each, or most of all posts as one. */
export function addWithoutReference(
  table: SeniorTable,
  posts: readonly SeniorPost[],
  managed: number,
  issues: ImportIssues,
): void {
  const areMost = areMostUnknown(posts.length, managed)
  for (const { id, rows } of areMost ? posts.slice(0, 1) : posts) {
    issues.add('INVALID_FIELD', {
      roles: areMost ? posts.slice(0, LISTED).map((post) => post.id) : [id],
      place: table.place(rows[0], 'reportsTo'),
      message: areMost
        ? `${String(posts.length)} of ${String(managed)} posts have no reference to the post that they report to`
        : `The post ${quote(id)} has no reference to the post that it reports to`,
      suggestion: "Add the reference of that post, or 'XX' for a top.",
    })
  }
}

/** The posts without the eliminated ones, and a note of these. */
export function withoutEliminated(
  posts: readonly SeniorPost[],
  former: readonly string[],
  issues: ImportIssues,
): readonly SeniorPost[] {
  if (former.length === 0) return posts
  issues.add('OPTION_APPLIED', {
    severity: 'info',
    roles: former.slice(0, LISTED),
    place: {},
    witness: ['leaveOutEliminated', ...former.slice(0, LISTED)],
    message: `leaveOutEliminated: ${counted(former.length, 'eliminated post')} left out: ${quotedList(former)}`,
    suggestion: 'Without the option they are roles with the status eliminated.',
  })
  return posts.filter(({ status }) => status !== 'eliminated')
}

/** Warns of eliminated posts that junior posts report to. */
export function addFormerWithJuniors(
  former: readonly string[],
  juniors: ReturnType<typeof juniorPosts>,
  issues: ImportIssues,
): void {
  for (const id of former) {
    const below = juniors.get(id)
    if (below === undefined) continue
    issues.add('FORMER_POST', {
      severity: 'warning',
      roles: [id],
      place: { path: ['junior'] },
      message: `${counted(below.length, 'row')} of junior posts report to ${quote(id)}, which is eliminated`,
      suggestion: 'Correct the senior post of these rows, or the name of the eliminated post.',
    })
  }
}

/** Reports the titles, units and grades that are read without the spaces around them. */
export function addTrimmed(table: SeniorTable, posts: readonly SeniorPost[], issues: ImportIssues): void {
  const places: Place[] = []
  let count = 0
  for (const { rows } of posts) {
    for (const part of ['title', 'unit', 'grade'] as const) {
      const cell = table.cell(rows[0], part)
      if (cell === cell.trim() || isWithheld(cell)) continue
      if (count++ < LISTED) places.push(table.place(rows[0], part))
    }
  }
  if (count === 0) return
  issues.add('TRIMMED_TEXT', {
    severity: 'info',
    place: places[0],
    witness: places,
    message: `The spaces around the text of ${counted(count, 'cell')} are removed (titles, units, grades)`,
    suggestion: 'Remove the spaces in the file; units that differ only in them are read as one.',
  })
}

/** Warns of blank names. The rules of publication require a name or a word; files of the first years leave N/D blank. */
export function addBlankNames(table: SeniorTable, posts: readonly SeniorPost[], issues: ImportIssues): void {
  const blank = posts.flatMap(({ rows }) => rows.filter((row) => table.cell(row, 'name').trim() === ''))
  if (blank.length === 0 || !table.has('name')) return
  issues.add('INVALID_FIELD', {
    severity: 'warning',
    place: table.place(blank[0], 'name'),
    witness: blank.slice(0, SHOWN).map((row) => table.place(row, 'name')),
    message: `${counted(blank.length, 'row')} without a name: read as not disclosed, not as vacant`,
    suggestion: "Write 'N/D' for a holder who is not disclosed, and 'Vacant' for nobody.",
  })
}

const LISTED = 100
const SHOWN = 8
