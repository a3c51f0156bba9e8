import { type Issue, type Org, orgFromRecords, type Steps } from '../../internal.js'
import { Corrections } from '../input/corrections.js'
import { type ImportIssues, withUnitAdvice } from '../input/import-issues.js'
import { checkText, type ImportOptions } from '../input/import-options.js'
import { type ImportResult, parseOf, safeParseOf } from '../input/importer.js'
import { withPlaceWords } from '../input/line-places.js'
import type { Source, StreamSource } from '../input/source.js'
import { addAt, isObject, type JsonDocument, JsonObject, objectsIn } from '../json/json-object.js'
import { jsonText } from '../json/json-text.js'
import { readJson } from '../json/read-json.js'

/** How nested rows are read. */
export interface NestedOptions extends ImportOptions {
  /** The field that is the id of a row. Default: `id`. */
  readonly id?: string
  /** The field with the rows below. Default: `children`. */
  readonly children?: string
  /** A prefix for the names of units, which share a namespace with the ids of roles. Default: none. */
  readonly unitPrefix?: string
}

/** The fields of a row that no part of a role is read from. */
export type NestedData = Readonly<Record<string, unknown>>

/**
 * Reads an org from nested rows in JSON, `{ "id": "ceo", "title": "…", "children": [ … ] }`, or a list of them, as chart components and
 * their examples have them, and as `toNestedRows` writes them.
 *
 * The manager of a row is the row that it is in. The title is `title`, else `name`, else the id; `holders` is a list of names;
 * `unit`, `family`, `grade`, `fte`, `cost`, `vacant`, `status` and `data` are the attributes of that name. Where a row has no `data`,
 * the fields that no part is read from are its data. A chart of more than some 30 layers needs a larger `limits.depth`.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options `id`, `children`, `unitPrefix`; `mode: 'lenient'` makes an org of whatever can be read; `limits`.
 * @returns The org; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { managerOf } from 'rolegraph'
 * import { parseNested } from 'rolegraph/import'
 *
 * const org = parseNested('{ "id": "ceo", "children": [{ "id": "cfo", "name": "Head of Finance" }] }')
 * console.log(managerOf(org, 'cfo')) // => ceo
 * ```
 * @see {@link safeParseNested} returns issues instead of throwing.
 */
export function parseNested(source: Source, options?: NestedOptions): Org<string, string, NestedData>
export function parseNested(
  source: StreamSource,
  options?: NestedOptions,
): Promise<Org<string, string, NestedData>>
export function parseNested(
  source: Source | StreamSource,
  options?: NestedOptions,
): Org<string, string, NestedData> | Promise<Org<string, string, NestedData>> {
  return throwing(source, options)
}

/**
 * Reads an org from nested rows like {@link parseNested}, and returns issues instead of throwing.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options As for {@link parseNested}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { safeParseNested } from 'rolegraph/import'
 *
 * const { issues } = safeParseNested('[{ "id": "a", "children": [{ "name": "B" }] }]')
 * console.log(issues[0]?.message) // => Line 1, column 28: the row has no 'id'
 * ```
 */
export function safeParseNested(source: Source, options?: NestedOptions): ImportResult<NestedData>
export function safeParseNested(
  source: StreamSource,
  options?: NestedOptions,
): Promise<ImportResult<NestedData>>
export function safeParseNested(
  source: Source | StreamSource,
  options?: NestedOptions,
): ImportResult<NestedData> | Promise<ImportResult<NestedData>> {
  return safe(source, options)
}

interface Row {
  readonly id: string
  readonly manager: string | undefined
  readonly object: JsonObject
}

function* readNested(
  source: Source,
  options: NestedOptions,
  issues: ImportIssues,
): Steps<Org<string, string, NestedData> | undefined> {
  for (const name of ['id', 'children', 'unitPrefix'] as const) checkText(name, options[name])
  const text = yield* jsonText('parseNested', source, options.encoding, issues)
  const tree = text && (yield* readJson(text, issues))
  if (tree === undefined) return undefined
  const document: JsonDocument = { tree, issues, caseless: undefined }
  const { value } = tree
  if (!isObject(value) && !Array.isArray(value)) {
    addAt(document, 'INVALID_DOCUMENT', [], {
      message: 'expected a row or a list of rows',
      suggestion: 'Pass one object with its children, or a list of such objects.',
    })
    return undefined
  }
  const tops = Array.isArray(value)
    ? objectsIn(value as readonly unknown[], [], document)
    : [new JsonObject(value, [], document)]
  const rows = rowsIn(tops, options, issues)
  return rows && nestedOrg(rows, document, options)
}

/** The rows in the order of the text; `undefined` for more than the limit. */
function rowsIn(
  tops: readonly JsonObject[],
  { id: field = 'id', children = 'children' }: NestedOptions,
  issues: ImportIssues,
): readonly Row[] | undefined {
  const rows: Row[] = []
  const open = tops.map((object) => ({ object, manager: undefined as string | undefined })).reverse()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { object, manager } = next
    const id = idOf(object, field)
    if (id !== undefined && rows.push({ id, manager, object }) > issues.limits.rows) {
      issues.exceeded('rows')
      return undefined
    }
    // Rows below one without an id report to the row above it.
    const below = object.objects(children)
    for (let index = below.length - 1; index >= 0; index--)
      open.push({ object: below[index], manager: id ?? manager })
  }
  return rows
}

/** The id of a row: a text, or a whole number as its digits. */
function idOf(object: JsonObject, field: string): string | undefined {
  const given = Object.hasOwn(object.value, field) ? (Reflect.get(object.value, field) as unknown) : undefined
  const id = Number.isSafeInteger(given) ? String(given) : given
  if (typeof id !== 'string') {
    if (given !== undefined && given !== null) object.refuse(field, given, 'a string or a whole number')
    else {
      addAt(object.document, 'MISSING_ID', object.path, {
        message: `the row has no '${field}'`,
        suggestion: "Give each row an id, or name the field that has it: id: '…'.",
      })
    }
    return undefined
  }
  return object.isWithinLimit(field, id) ? id : undefined
}

const ATTRIBUTES = ['family', 'grade', 'fte', 'cost', 'vacant', 'status', 'holders'] as const

function nestedOrg(
  rows: readonly Row[],
  document: JsonDocument,
  { id = 'id', children = 'children', unitPrefix = '', corrections: given }: NestedOptions,
): Org<string, string, NestedData> {
  const corrections = new Corrections(given, document.issues)
  const field = (name: string) => (row: Row) => row.object.field(name)
  const titleOf = ({ object }: Row): unknown => object.field('title') ?? object.field('name')
  const unitOf = ({ object }: Row): unknown => {
    const unit = object.field('unit')
    return typeof unit === 'string' ? unitPrefix + unit : unit
  }
  // Making the org checks whatever the readers return.
  const readers: object = {
    manager: ({ manager }: Row) => manager,
    title: titleOf,
    unit: unitOf,
    ...Object.fromEntries(ATTRIBUTES.map((name) => [name, field(name)])),
  }
  const read = new Set([id, children, 'title', 'unit', ...ATTRIBUTES])
  const dataOf = ({ object }: Row): unknown => {
    if (object.has('data')) return Reflect.get(object.value, 'data') as unknown
    const hasTitle = object.field('title') !== undefined
    const rest = Object.entries(object.value).filter(
      ([name]) => !read.has(name) && (hasTitle || name !== 'name'),
    )
    return rest.length === 0 ? undefined : Object.fromEntries(rest)
  }
  const org: Org = orgFromRecords(rows, {
    id: ({ id: own }: Row) => own,
    ...readers,
    ...corrections.over(readers, (row) => row.id),
    data: dataOf,
    onIssue: 'collect',
    placeOf: (record, part) => {
      const { object } = rows[record]
      const path = part === undefined || part === 'manager' ? object.path : object.pathOf(part)
      return { path, ...document.tree.placeAt(path, 'value') }
    },
  })
  corrections.report()
  document.issues.takeFrom(org, (issue: Issue) => withPlaceWords(withUnitAdvice(withRowAdvice(issue))))
  // Data are parsed JSON: an object, or whatever the row has as its data.
  return org as Org<string, string, NestedData>
}

/** The issue; where two rows have one id, without the option for job shares, which are lists of holders here. */
function withRowAdvice(issue: Issue): Issue {
  if (issue.code !== 'DUPLICATE_ID' || issue.units.length > 0) return issue
  return {
    ...issue,
    suggestion: 'Give each role a different id; for a job share, write one row with several holders.',
  }
}

const safe = /* @__PURE__ */ safeParseOf({
  parser: 'parseNested',
  options: ['id', 'children', 'unitPrefix'],
  read: readNested,
})
const throwing = /* @__PURE__ */ parseOf(safe)
