import { type Org, orgFromRecords, quote, quotedList } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../input/importer.js'
import { limitsOf } from '../input/limits.js'
import type { Source, StreamSource } from '../input/source.js'
import { withUnitAdvice } from '../input/unit-advice.js'
import { checkOrganogramOptions } from './check-organogram-options.js'
import { juniorPosts } from './junior-posts.js'
import type { OrganogramData, OrganogramOptions } from './organogram-options.js'
import { readOrganogramTable } from './organogram-table.js'
import { isWithheld } from './published-value.js'
import { ReferenceFinder } from './reference-finder.js'
import { costOf, type SeniorFigures, seniorFigures } from './senior-figures.js'
import { SENIOR_PARTS, type SeniorPart, type SeniorTable } from './senior-parts.js'
import { isTop, type SeniorPost, seniorPosts } from './senior-posts.js'

const safe = /* @__PURE__ */ safeParseOf(readOrganogram)
const throwing = /* @__PURE__ */ parseOf(safe)

/**
 * Reads the organogram of a UK government body, as published on data.gov.uk: a table of senior posts, and beside it
 * one of junior posts in bulk.
 *
 * Each post is a role. `Vacant` is a vacant role, `N/D` one whose holder is not known, several rows of one reference
 * that differ in the holder alone are one role with several holders (a job share), and who reports to `XX` is a top.
 * Posts that are `Eliminated` are kept, with the status `eliminated` and without FTE and cost. Someone with the
 * reference `0` is paid and not in post, and becomes a role of their own (`0#1`). Each of these is told in an issue
 * that is no error, unless the table says it plainly. `data` has the status, the grade, the pay band and the whole rows.
 *
 * Junior posts are no roles: the file gives full-time equivalents of a kind of post, and the senior post that they
 * report to "directly or indirectly", which is no reporting line. They are in `data.juniors` and `data.juniorFte`
 * of that senior post, and {@link rollUp} adds them up.
 *
 * References are exact text. Two options read more, and each says what it did: `matchLeadingZeros`, `ignoreCase`. Where
 * one would make several posts fit, the reference is refused.
 *
 * Complexity: O(characters).
 *
 * @param senior The table of senior posts: text, bytes, or a stream of either.
 * @param options `junior`: the table of junior posts; `cost`; what to match; `mode: 'lenient'`; `limits`.
 * @returns The org; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. What a stream throws
 * comes out unchanged.
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
 * console.log(roleOf(org, '11').holders) // => [ 'N/D', 'N/D' ]
 * console.log(roleOf(org, '12').vacant) // => true
 * const posts = rollUp(org, (role) => (role.fte ?? 0) + (role.data?.juniorFte ?? 0))
 * console.log(posts.of('11'), posts.total) // => 4.5 6.5
 * ```
 * @see {@link safeParseOrganogram} gives issues in place of an error.
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
 * Reads an organogram like {@link parseOrganogram}, and gives issues in place of an error.
 *
 * In strict mode, the default, one error and there is no org. In lenient mode the org has what can be read: a row
 * without a reference is left out, of several posts with one reference the first is kept, a reference that fits no
 * post leaves a role without a manager. Every issue says where and what was left out; the places of the junior file
 * have the path `junior`.
 *
 * Complexity: O(characters).
 *
 * @param senior The table of senior posts: text, bytes, or a stream of either.
 * @param options As for {@link parseOrganogram}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. What a stream throws
 * comes out unchanged.
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
 * // => FORMER_POST The post '12' is eliminated: it was in the last organogram and is gone
 * //    OPTION_APPLIED matchLeadingZeros: one reference fits a post only without leading zeros: '7 → 007'
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
  options: OrganogramOptions = {},
  issues: ImportIssues,
): Org<string, string, OrganogramData> | undefined {
  checkOrganogramOptions(options)
  const table = readOrganogramTable(senior, SENIOR_PARTS, options, issues)
  if (table?.has('reference') !== true) return undefined
  const all = seniorPosts(table, limitsOf(options.limits), issues)
  const posts = options.leaveOutEliminated === true ? withoutEliminated(all, issues) : all
  addBlankNames(table, posts, issues)
  const ids = posts.map(({ id }) => id)
  const finder = new ReferenceFinder(ids, options, issues)
  const juniors = juniorPosts(options, finder, issues)
  const records = posts.map((post) => ({ post, figures: seniorFigures(table, post, issues) }))
  const org = orgFromRecords(records, {
    id: ({ post }: SeniorRecord) => post.id,
    manager: ({ post }: SeniorRecord) => managerOf(table, post, finder, issues),
    title: ({ post }: SeniorRecord) => textOf(table, post, 'title'),
    unit: ({ post }: SeniorRecord) => unitOf(textOf(table, post, 'unit'), options),
    holders: ({ post }: SeniorRecord) => post.holders,
    // What a post had that is gone is in its row, and in no sum.
    fte: ({ post, figures }: SeniorRecord) => (post.status === 'eliminated' ? undefined : figures.fte),
    cost: ({ post, figures }: SeniorRecord) =>
      post.status === 'eliminated' ? undefined : costOf(figures, options.cost),
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
  finder.addWhatWasApplied()
  issues.takeFrom(org, withUnitAdvice)
  return org
}

interface SeniorRecord {
  readonly post: SeniorPost
  readonly figures: SeniorFigures
}

/** The parts whose columns the fields of a record come from. */
const PARTS_OF_FIELDS: ReadonlyMap<string, SeniorPart> = new Map<string, SeniorPart>([
  ['id', 'reference'],
  ['manager', 'reportsTo'],
  ['title', 'title'],
  ['unit', 'unit'],
  ['holders', 'name'],
  ['fte', 'fte'],
])

/** The id of the manager; a reference that is not found is handed on, so that the org says what it lacks. */
function managerOf(
  table: SeniorTable,
  post: SeniorPost,
  finder: ReferenceFinder,
  issues: ImportIssues,
): string | undefined {
  const [row] = post.rows
  const reference = table.cell(row, 'reportsTo')
  if (isTop(reference)) return undefined
  const place = table.place(row, 'reportsTo')
  if (reference.trim() === '') {
    issues.add('INVALID_FIELD', {
      roles: [post.id],
      place,
      message: `The post ${quote(post.id)} does not say to which post it reports`,
      suggestion: "Give the reference of that post, or 'XX' at the top.",
    })
    return undefined
  }
  const found = finder.find(reference, () => place)
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

function withoutEliminated(posts: readonly SeniorPost[], issues: ImportIssues): readonly SeniorPost[] {
  const former = posts.filter(({ status }) => status === 'eliminated').map(({ id }) => id)
  if (former.length === 0) return posts
  issues.add('OPTION_APPLIED', {
    severity: 'info',
    roles: former,
    place: {},
    witness: ['leaveOutEliminated', ...former],
    message: `leaveOutEliminated: ${String(former.length)} posts are gone and are left out: ${quotedList(former)}`,
    suggestion: 'Without the option they are roles with the status eliminated.',
  })
  return posts.filter(({ status }) => status !== 'eliminated')
}

/** The published rules want a name or a word; files of the first years leave it blank for N/D. */
function addBlankNames(table: SeniorTable, posts: readonly SeniorPost[], issues: ImportIssues): void {
  const blank = posts.flatMap(({ rows }) => rows.filter((row) => table.cell(row, 'name').trim() === ''))
  if (blank.length === 0 || !table.has('name')) return
  issues.add('INVALID_FIELD', {
    severity: 'warning',
    place: table.place(blank[0], 'name'),
    witness: blank.slice(0, SHOWN).map((row) => table.place(row, 'name')),
    message: `${String(blank.length)} rows have no name: they are read as not disclosed, and not as vacant`,
    suggestion: "Write 'N/D' for who is not disclosed, and 'Vacant' for nobody.",
  })
}

const SHOWN = 8
