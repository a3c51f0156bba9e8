import { type Issue, type Org, orgFromRecords, quote } from '../../internal.js'
import { Corrections } from '../input/corrections.js'
import { type ImportIssues, withUnitAdvice } from '../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../input/importer.js'
import type { Source, StreamSource } from '../input/source.js'
import { unknownManagerIn, withMergedUnknown } from '../input/unknown-managers.js'
import { juniorPosts } from './junior-posts.js'
import {
  checkOrganogramOptions,
  ORGANOGRAM_OPTIONS,
  type OrganogramData,
  type OrganogramOptions,
} from './organogram-options.js'
import { PARSER, readOrganogramTable } from './organogram-table.js'
import {
  addBlankNames,
  addFormerWithJuniors,
  addTrimmed,
  addWithoutReference,
  withoutEliminated,
} from './post-oddities.js'
import { isWithheld } from './published-value.js'
import { ReferenceFinder } from './reference-finder.js'
import { costOf, type SeniorFigures, seniorFigures } from './senior-figures.js'
import {
  isTop,
  SENIOR_PARTS,
  type SeniorPart,
  type SeniorPost,
  seniorPosts,
  type SeniorTable,
} from './senior-posts.js'

/**
 * Reads the organogram of a UK government body, as published on data.gov.uk: a table of senior posts, and optionally the
 * table of junior posts in bulk.
 *
 * Each senior post is a role. `Vacant` is a vacant role, `N/D` one whose holder is not disclosed; several rows with one
 * reference that differ in the holder only are one role with several holders (a job share); a post that reports to `XX`
 * is a top. `Eliminated` posts are kept, with the status `eliminated` and without FTE and cost. Someone with the reference
 * `0` is paid and not in post, and becomes a separate role (`0#1`). A note reports each job share, eliminated post and
 * person not in post. `data` has the status, the grade, the pay band and the whole rows.
 *
 * Junior posts are not roles: the file has full-time equivalents per kind of post, and the senior post that they report
 * to "directly or indirectly", which is not a reporting line. They are in `data.juniors` and `data.juniorFte` of that
 * senior post, and {@link rollUp} sums them.
 *
 * References are exact text. `matchLeadingZeros` and `ignoreCase` match more, and each reports what it changed. If several
 * posts fit under an option, the reference is refused.
 *
 * Complexity: O(characters).
 *
 * @param senior The table of senior posts: text, bytes, or a stream of either.
 * @param options `junior`: the table of junior posts; `cost`; how to match references; `mode: 'lenient'`; `limits`.
 * @returns The org; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { managerOf, roleOf, rollUp } from 'rolegraph'
 * import { parseOrganogram } from 'rolegraph/import'
 *
 * const senior = `Post Unique Reference,Name,Grade,Job Title,Reports to Senior Post,FTE
 * 10,Ada,SCS3,Director,XX,1
 * 11,N/D,SCS1,Deputy Director,10,0.5
 * 11,N/D,SCS1,Deputy Director,10,0.5
 * 12,Vacant,SCS1,Head of Office,10,1
 * `
 * const junior = `Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE
 * 11,HEO,Analyst,3.5
 * `
 * const org = parseOrganogram(senior, { junior })
 * console.log(managerOf(org, '11')) // => 10
 * console.log(roleOf(org, '11').holders) // => [ 'N/D (11, 1)', 'N/D (11, 2)' ]
 * console.log(roleOf(org, '12').vacant) // => true
 * const posts = rollUp(org, (role) => (role.fte ?? 0) + (role.data?.juniorFte ?? 0))
 * console.log(posts.of('11'), posts.total) // => 4.5 6.5
 * ```
 * @see {@link safeParseOrganogram} returns issues instead of throwing.
 */
export function parseOrganogram(
  senior: Source,
  options?: OrganogramOptions,
): Org<string, string, OrganogramData>
export function parseOrganogram(
  senior: StreamSource,
  options?: OrganogramOptions,
): Promise<Org<string, string, OrganogramData>>
export function parseOrganogram(
  senior: Source | StreamSource,
  options?: OrganogramOptions,
): Org<string, string, OrganogramData> | Promise<Org<string, string, OrganogramData>>
export function parseOrganogram(
  senior: Source | StreamSource,
  options?: OrganogramOptions,
): Org<string, string, OrganogramData> | Promise<Org<string, string, OrganogramData>> {
  return throwing(senior, options)
}

/**
 * Reads an organogram like {@link parseOrganogram}, and returns issues instead of throwing.
 *
 * In strict mode, the default, a single error means that there is no org. In lenient mode the org has whatever can be
 * read: a row without a reference is left out, of several posts with one reference the first is kept, a reference that
 * fits no post leaves a role without a manager. Every issue has its place, and what was left out; places in the junior
 * file have the path `junior`.
 *
 * Complexity: O(characters).
 *
 * @param senior The table of senior posts: text, bytes, or a stream of either.
 * @param options As for {@link parseOrganogram}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { safeParseOrganogram } from 'rolegraph/import'
 *
 * const senior = `Post Unique Reference,Name,Grade,Job Title,Reports to Senior Post
 * 007,Ada,SCS3,Director,XX
 * 12,Eliminated,SCS1,Deputy Director,7
 * `
 * console.log(safeParseOrganogram(senior).ok) // => false
 *
 * const { ok, issues } = safeParseOrganogram(senior, { matchLeadingZeros: true })
 * console.log(ok) // => true
 * for (const { code, message } of issues) console.log(code, message)
 * // => FORMER_POST The post '12' is eliminated: it was in the previous organogram and no longer exists
 * //    OPTION_APPLIED matchLeadingZeros: one reference matches a post only without leading zeros: '7 → 007'
 * ```
 */
export function safeParseOrganogram(senior: Source, options?: OrganogramOptions): ImportResult<OrganogramData>
export function safeParseOrganogram(
  senior: StreamSource,
  options?: OrganogramOptions,
): Promise<ImportResult<OrganogramData>>
export function safeParseOrganogram(
  senior: Source | StreamSource,
  options?: OrganogramOptions,
): ImportResult<OrganogramData> | Promise<ImportResult<OrganogramData>>
export function safeParseOrganogram(
  senior: Source | StreamSource,
  options?: OrganogramOptions,
): ImportResult<OrganogramData> | Promise<ImportResult<OrganogramData>> {
  return safe(senior, options)
}

function readOrganogram(
  senior: Source,
  options: OrganogramOptions,
  issues: ImportIssues,
): Org<string, string, OrganogramData> | undefined {
  checkOrganogramOptions(options)
  const table = readOrganogramTable(senior, SENIOR_PARTS, options, issues)
  if (table?.has('reference') !== true) return undefined
  const leavesOut = options.leaveOutEliminated === true
  const all = seniorPosts(table, issues, leavesOut)
  const former = all.filter(({ status }) => status === 'eliminated').map(({ id }) => id)
  const posts = leavesOut ? withoutEliminated(all, former, issues) : all
  addBlankNames(table, posts, issues)
  addTrimmed(table, posts, issues)
  const ids = posts.map(({ id }) => id)
  const finder = new ReferenceFinder(ids, leavesOut ? former : [], options, issues)
  const juniors = juniorPosts(options, finder, issues)
  if (!leavesOut) addFormerWithJuniors(former, juniors, issues)
  const records = posts.map((post) => ({ post, figures: seniorFigures(table, post, issues) }))
  const corrections = new Corrections(options.corrections, issues)
  const withoutReference: SeniorPost[] = []
  let managed = 0
  const fields = {
    manager: ({ post }: SeniorRecord) => {
      const reference = table.cell(post.rows[0], 'reportsTo')
      if (isTop(reference)) return undefined
      managed++
      if (reference.trim() !== '') return managerOf(table, post, reference, finder)
      withoutReference.push(post)
      return undefined
    },
    title: ({ post }: SeniorRecord) => textOf(table, post, 'title'),
    unit: ({ post }: SeniorRecord) => unitOf(textOf(table, post, 'unit'), options),
    holders: ({ post }: SeniorRecord) => post.holders,
    // The figures of an eliminated post are in its row, and in no sum.
    fte: ({ post, figures }: SeniorRecord) => (post.status === 'eliminated' ? undefined : figures.fte),
    cost: ({ post, figures }: SeniorRecord) =>
      post.status === 'eliminated' ? undefined : costOf(figures, options.cost),
  }
  const org = orgFromRecords(records, {
    id: ({ post }: SeniorRecord) => post.id,
    ...fields,
    ...corrections.over(fields, ({ post }) => post.id),
    data: ({ post, figures }: SeniorRecord): OrganogramData => {
      const below = juniors.get(post.id) ?? []
      return {
        status: post.status,
        grade: table.cell(post.rows[0], 'grade').trim(),
        payFloor: figures.payFloor,
        payCeiling: figures.payCeiling,
        juniors: below,
        juniorFte: below.reduce((sum, { fte = 0 }) => sum + fte, 0),
        rows: post.rows.map((row) => table.data(row)),
      }
    },
    onIssue: 'collect',
    placeOf: (record, field) => table.place(posts[record].rows[0], PARTS_OF_FIELDS.get(field ?? '')),
  })
  addWithoutReference(table, withoutReference, managed, issues)
  corrections.report()
  finder.reportApplied()
  issues.takeFrom(org, withUnitAdvice, (found) => {
    const advised = found.map((issue) => withReferenceAdvice(issue, finder))
    const first = advised.find((issue) => unknownManagerIn(issue) !== undefined)
    return first === undefined ? advised : withMergedUnknown(advised, managed, first.suggestion, issues)
  })
  return org
}

interface SeniorRecord {
  readonly post: SeniorPost
  readonly figures: SeniorFigures
}

/** The part of the table that each field of a record is read from. */
const PARTS_OF_FIELDS: ReadonlyMap<string, SeniorPart> = new Map<string, SeniorPart>([
  ['id', 'reference'],
  ['manager', 'reportsTo'],
  ['title', 'title'],
  ['unit', 'unit'],
  ['holders', 'name'],
  ['fte', 'fte'],
])

/** The id of the manager. An unknown reference is returned as it is: making the org reports it. */
function managerOf(
  table: SeniorTable,
  post: SeniorPost,
  reference: string,
  finder: ReferenceFinder,
): string | undefined {
  const found = finder.find(reference, () => table.place(post.rows[0], 'reportsTo'))
  if (typeof found === 'object') return found.id
  return found === 'unknown' ? reference : undefined
}

function textOf(table: SeniorTable, post: SeniorPost, part: 'title' | 'unit'): string | undefined {
  const cell = table.cell(post.rows[0], part)
  return isWithheld(cell) ? undefined : cell.trim()
}

function unitOf(name: string | undefined, { unitPrefix = '' }: OrganogramOptions): string | undefined {
  return name === undefined ? undefined : unitPrefix + name
}

/** The issue with what can be done about an unknown reference. */
function withReferenceAdvice(issue: Issue, finder: ReferenceFinder): Issue {
  const cell = unknownManagerIn(issue)?.cell
  if (cell === undefined) return issue
  const suggestion = finder.adviceFor(cell)
  if (!finder.isLeftOut(cell)) return { ...issue, suggestion }
  const message = `The role ${quote(issue.roles[0])} reports to ${quote(cell)}, which is eliminated and left out`
  return { ...issue, message, suggestion }
}

const safe = /* @__PURE__ */ safeParseOf({
  parser: PARSER,
  options: ORGANOGRAM_OPTIONS,
  read: readOrganogram,
})
const throwing = /* @__PURE__ */ parseOf(safe)
