import { type Place, quote } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { Limits } from '../input/limits.js'
import { heldBy } from './held-by.js'
import { oneJob } from './job-share.js'
import type { PostStatus } from './organogram-options.js'
import type { SeniorTable } from './senior-parts.js'

/** The reference of people who are paid and hold no post. */
const NOT_IN_POST = '0'

/** A senior post: one row, or one for each who shares it. */
export interface SeniorPost {
  readonly id: string
  readonly rows: readonly number[]
  readonly status: PostStatus
  /** `undefined` where nobody says. */
  readonly holders: readonly string[] | undefined
}

/** The posts of the table, in the order of their first rows. Whoever is not in post gets an id of their own: `0#1`. */
export function seniorPosts(table: SeniorTable, limits: Limits, issues: ImportIssues): SeniorPost[] {
  const rowsOf = new Map<string, number[]>()
  const withoutPost: string[] = []
  const references = new Set(Array.from(table.rows(), (row) => table.cell(row, 'reference')))
  let number = 0
  for (const row of table.rows()) {
    const reference = table.cell(row, 'reference')
    if (!isPost(table, row, reference, limits, issues)) continue
    const notInPost = reference.trim() === NOT_IN_POST
    let id = reference
    // An id that no post has, in case one is written like it.
    while (notInPost && (id === reference || references.has(id))) id = `${NOT_IN_POST}#${String(++number)}`
    if (notInPost) {
      withoutPost.push(id)
      addNotInPost(id, table.place(row, 'reference'), issues)
    }
    const rows = rowsOf.get(id)
    if (rows === undefined) rowsOf.set(id, [row])
    else rows.push(row)
  }
  const notInPost = new Set(withoutPost)
  return Array.from(rowsOf, ([id, rows]) => {
    const sharing = oneJob(table, id, rows, issues)
    const held = heldBy(sharing.map((row) => table.cell(row, 'name')))
    if (notInPost.has(id)) return { id, rows: sharing, status: 'not-in-post', holders: held.holders }
    if (held.status === 'eliminated') addFormerPost(id, table.place(rows[0], 'name'), issues)
    return { id, rows: sharing, ...held }
  })
}

/** Whether a row is one of a post; rows that say nothing are none, and a row without a reference is an issue. */
function isPost(
  table: SeniorTable,
  row: number,
  reference: string,
  limits: Limits,
  issues: ImportIssues,
): boolean {
  const place = table.place(row, 'reference')
  if (reference.trim() === '') {
    // The published sheets compute the last column for rows that nobody has filled in.
    if (!table.isBlank(row, 'valid')) {
      issues.add('MISSING_ID', {
        place,
        witness: [table.cell(row, 'title')],
        message: `Line ${String(place.line)} has no post unique reference`,
        suggestion: "Give the post its reference; who is paid and not in post has '0'.",
      })
    }
    return false
  }
  if (reference.length > limits.idLength) {
    issues.exceeded('idLength', place, [quote(reference)])
    return false
  }
  if (isTop(reference)) {
    issues.add('INVALID_FIELD', {
      roles: [reference],
      place,
      witness: [reference],
      message: `A post has the reference ${quote(reference)}, which means that a post reports to none of the table`,
      suggestion: 'Give the post another reference.',
    })
  }
  return true
}

/** Whether the reference of a manager says that there is none in the table. */
export function isTop(reference: string): boolean {
  return reference.trim().toUpperCase() === 'XX'
}

function addNotInPost(id: string, place: Place, issues: ImportIssues): void {
  issues.add('NOT_IN_POST', {
    severity: 'info',
    roles: [id],
    place,
    witness: [NOT_IN_POST],
    message: `Line ${String(place.line)} is someone who is paid and not in post: read as the role ${quote(id)}`,
    suggestion: 'Nothing is to be done; the status of such a role is not-in-post.',
  })
}

function addFormerPost(id: string, place: Place, issues: ImportIssues): void {
  issues.add('FORMER_POST', {
    severity: 'info',
    roles: [id],
    place,
    message: `The post ${quote(id)} is eliminated: it was in the last organogram and is gone`,
    suggestion: 'It is kept as a role with the status eliminated; leaveOutEliminated: true leaves it out.',
  })
}
