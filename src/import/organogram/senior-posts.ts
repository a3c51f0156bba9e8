import { addToList, type Place, quote, quotedList } from '../../internal.js'
import { headerKey } from '../csv/header-keys.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { PostStatus } from './organogram-options.js'
import type { OrganogramTable, TableParts } from './organogram-table.js'
import { heldBy } from './published-value.js'

export type SeniorPart =
  | 'reference'
  | 'name'
  | 'grade'
  | 'title'
  | 'unit'
  | 'reportsTo'
  | 'fte'
  | 'payFloor'
  | 'payCeiling'
  | 'valid'

export type SeniorTable = OrganogramTable<SeniorPart>

/** By the schema "UK Government Organogram - Senior Staff" of data.gov.uk; some files of 2011 say Grade alone. */
export const SENIOR_PARTS: TableParts<SeniorPart> = {
  required: ['reference', 'name', 'title', 'reportsTo'],
  headers: {
    reference: ['Post Unique Reference'],
    name: ['Name'],
    grade: ['Grade (or equivalent)', 'Grade'],
    title: ['Job Title'],
    unit: ['Unit'],
    reportsTo: ['Reports to Senior Post'],
    fte: ['FTE'],
    payFloor: ['Actual Pay Floor (£)'],
    payCeiling: ['Actual Pay Ceiling (£)'],
    valid: ['Valid?'],
  },
}

/** The reference of people who are paid and hold no post. */
const NOT_IN_POST = '0'

/** A senior post: one row, or one for each holder of a job share. */
export interface SeniorPost {
  readonly id: string
  readonly rows: readonly number[]
  readonly status: PostStatus
  /** `undefined` if not disclosed. */
  readonly holders: readonly string[] | undefined
}

/** The posts of the table, in the order of their first rows. People who are not in post get ids such as `0#1`. */
export function seniorPosts(
  table: SeniorTable,
  issues: ImportIssues,
  areEliminatedLeftOut: boolean,
): SeniorPost[] {
  const rowsOf = new Map<string, number[]>()
  const withoutPost: string[] = []
  const references = new Set(Array.from(table.rows(), (row) => table.cell(row, 'reference')))
  let number = 0
  for (const row of table.rows()) {
    const reference = table.cell(row, 'reference')
    if (!isPost(table, row, reference, issues)) continue
    const notInPost = reference.trim() === NOT_IN_POST
    let id = reference
    // In case a post has such a reference.
    while (notInPost && (id === reference || references.has(id))) id = `${NOT_IN_POST}#${String(++number)}`
    if (notInPost) {
      withoutPost.push(id)
      addNotInPost(id, table.place(row, 'reference'), issues)
    }
    addToList(rowsOf, id, row)
  }
  const notInPost = new Set(withoutPost)
  return Array.from(rowsOf, ([id, rows]) => {
    const sharing = oneJob(table, id, rows, issues)
    const held = heldBy(
      id,
      sharing.map((row) => table.cell(row, 'name')),
    )
    if (notInPost.has(id)) return { id, rows: sharing, status: 'not-in-post', holders: held.holders }
    if (held.status === 'eliminated')
      addFormerPost(id, table.place(rows[0], 'name'), areEliminatedLeftOut, issues)
    return { id, rows: sharing, ...held }
  })
}

/** Whether a row is a post. Blank rows are not; a row without a reference is an issue. */
function isPost(table: SeniorTable, row: number, reference: string, issues: ImportIssues): boolean {
  const place = table.place(row, 'reference')
  if (reference.trim() === '') {
    // The published sheets have a formula in the last column, in blank rows too.
    if (!table.isBlank(row, 'valid')) {
      issues.add('MISSING_ID', {
        place,
        witness: [table.cell(row, 'title')],
        message: `Line ${String(place.line)} has no post unique reference`,
        suggestion: "Give the post its reference; someone who is paid but not in post has '0'.",
      })
    }
    return false
  }
  if (reference.length > issues.limits.idLength) {
    issues.exceeded('idLength', place, [quote(reference)])
    return false
  }
  if (isTop(reference)) {
    issues.add('INVALID_FIELD', {
      roles: [reference],
      place,
      witness: [reference],
      message: `A post has the reference ${quote(reference)}, which means "reports to no post of the table"`,
      suggestion: 'Give the post another reference.',
    })
  }
  return true
}

/** Whether the reference of a manager means that there is none in the table. */
export function isTop(reference: string): boolean {
  return reference.trim().toUpperCase() === 'XX'
}

function addNotInPost(id: string, place: Place, issues: ImportIssues): void {
  issues.add('NOT_IN_POST', {
    severity: 'info',
    roles: [id],
    place,
    witness: [NOT_IN_POST],
    message: `Line ${String(place.line)} is someone who is paid but not in post: read as the role ${quote(id)}`,
    suggestion: 'Nothing to do: the status of such a role is not-in-post.',
  })
}

function addFormerPost(id: string, place: Place, isLeftOut: boolean, issues: ImportIssues): void {
  issues.add('FORMER_POST', {
    severity: 'info',
    roles: [id],
    place,
    message: `The post ${quote(id)} is eliminated: it was in the previous organogram and no longer exists`,
    suggestion: isLeftOut
      ? 'It is left out; without leaveOutEliminated it is a role with the status eliminated.'
      : 'It is a role with the status eliminated; leaveOutEliminated: true leaves it out.',
  })
}

/** The columns about the holder, by the keys of their headers: the rows of a job share may differ in these only. */
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
 * The rows with one reference that are one post: all of them if they differ in the holder only. Otherwise several posts
 * have one reference: that is an issue, and the first row is the post.
 */
function oneJob(
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
      message: `${String(rows.length)} rows have the reference ${quote(id)}, but they are not a job share: they differ in ${quotedList(different)}`,
      suggestion: 'Give each post a unique reference; the rows of a job share may differ only in the holder.',
    })
    return [rows[0]]
  }
  issues.add('JOB_SHARE', {
    severity: 'info',
    roles: [id],
    place,
    witness,
    message: `The post ${quote(id)} has ${String(rows.length)} rows that differ in the holder only: a job share`,
    suggestion: 'Nothing to do: the role has several holders, and the sum of their pay and FTE.',
  })
  return rows
}

/** The headers of the columns about the post in which a row differs from the first. */
function differences(table: SeniorTable, rows: readonly number[]): string[] {
  const [first, ...others] = rows.map((row) => Object.entries(table.data(row)))
  return first
    .filter(([header, cell], column) => {
      return !OF_THE_HOLDER.has(headerKey(header)) && others.some((other) => other[column][1] !== cell)
    })
    .map(([header]) => header)
}
