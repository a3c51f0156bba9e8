import type { Org } from '../../../internal.js'
import type { ImportIssues } from '../../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../../input/importer.js'
import type { Source, StreamSource } from '../../input/source.js'
import type { DirectoryOptions } from '../directory-options.js'
import { type DirectoryData, directoryOrg, type FieldPaths } from '../directory-org.js'
import { addIncompletePage, addTooFewUsers, directoryPages, type PageShape } from '../directory-pages.js'
import { graphUsers } from './graph-users.js'

/**
 * Reads an org from users of Microsoft Graph with their managers, as JSON: the answer to
 * `GET /users?$expand=manager`, a list of such pages, a list of users, or one user with the managers one inside the
 * other (`GET /users/{id}?$expand=manager($levels=max)`).
 *
 * The id of a role is the `id` of the user; its title is the `jobTitle`, or the `displayName` of who has none; its
 * holder is the `displayName`, its unit the `department`. `data` is the record without `manager`, `accountEnabled:
 * false` included: who has left is a role until you leave the record out. Null and `''` say nothing.
 *
 * A manager who stands only inside other users is a role too, after the listed ones, if the record says more than an
 * id; with an id alone the manager is unknown. Of several copies of one user the listed one holds, else the first; a
 * copy with another manager is a `SEVERAL_MANAGERS` issue, one with another attribute a warning. Nothing is ever
 * fetched: an `@odata.nextLink` on the last page, or an `@odata.count` above the number of users, is an
 * `INCOMPLETE_PAGE` issue. What a delta query gives beside users is never taken for one: an entry with `@removed`
 * and a `manager@delta` are `INVALID_DOCUMENT` issues; groups and devices are left out with a warning. A chain of
 * more than about 60 managers asks for a larger `limits.depth`.
 *
 * Departments become units, and share one namespace with users: `unitPrefix` keeps them apart.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options `mode: 'lenient'` makes an org of what can be read; `unitPrefix`; `encoding`; `limits`.
 * @returns The org; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. What a stream throws
 * comes out unchanged.
 * @example
 * ```ts
 * import { managementChainOf, roleOf } from 'rolegraph'
 * import { parseMicrosoftGraph } from 'rolegraph/import'
 *
 * const page = `{
 *   "value": [
 *     { "id": "a1", "displayName": "Adele", "jobTitle": "Analyst", "manager": { "id": "b2" } },
 *     { "id": "b2", "displayName": "Bianca", "jobTitle": "PMO Manager",
 *       "manager": { "id": "c3", "displayName": "Chris", "jobTitle": "PMO Director" } }
 *   ]
 * }`
 * const org = parseMicrosoftGraph(page)
 * console.log(managementChainOf(org, 'a1')) // => [ 'b2', 'c3' ]
 * console.log(roleOf(org, 'c3').title) // => PMO Director
 * ```
 * @see {@link safeParseMicrosoftGraph} gives issues in place of an error.
 */
export function parseMicrosoftGraph(
  source: Source,
  options?: DirectoryOptions,
): Org<string, string, DirectoryData>
export function parseMicrosoftGraph(
  source: StreamSource,
  options?: DirectoryOptions,
): Promise<Org<string, string, DirectoryData>>
export function parseMicrosoftGraph(
  source: Source | StreamSource,
  options?: DirectoryOptions,
): Org<string, string, DirectoryData> | Promise<Org<string, string, DirectoryData>> {
  return throwing(source, options)
}

/**
 * Reads an org from users of Microsoft Graph like {@link parseMicrosoftGraph}, and gives issues in place of an error.
 *
 * In strict mode, the default, one error and there is no org: a page that is missing is an error, since the chart
 * would lack people. In lenient mode the org has what can be read. A text that is no JSON or holds no users, and what
 * exceeds a limit, makes no org in either mode.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options As for {@link parseMicrosoftGraph}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. What a stream throws
 * comes out unchanged.
 * @example
 * ```ts
 * import { safeParseMicrosoftGraph } from 'rolegraph/import'
 *
 * const page = `{
 *   "@odata.nextLink": "https://graph.microsoft.com/v1.0/users?$skiptoken=X",
 *   "value": [{ "id": "a1", "displayName": "Adele" }]
 * }`
 * const result = safeParseMicrosoftGraph(page)
 * console.log(result.ok, result.issues[0]?.code) // => false INCOMPLETE_PAGE
 * console.log(safeParseMicrosoftGraph(page, { mode: 'lenient' }).ok) // => true
 * ```
 */
export function safeParseMicrosoftGraph(
  source: Source,
  options?: DirectoryOptions,
): ImportResult<DirectoryData>
export function safeParseMicrosoftGraph(
  source: StreamSource,
  options?: DirectoryOptions,
): Promise<ImportResult<DirectoryData>>
export function safeParseMicrosoftGraph(
  source: Source | StreamSource,
  options?: DirectoryOptions,
): ImportResult<DirectoryData> | Promise<ImportResult<DirectoryData>> {
  return safe(source, options)
}

const NEXT = '@odata.nextLink'
const COUNT = '@odata.count'

const SHAPE: PageShape = {
  parser: 'parseMicrosoftGraph',
  users: 'value',
  isEmptyPage: () => false,
  ignoresCase: false,
  request: 'GET /users?$expand=manager',
}

const FIELDS: FieldPaths = new Map([
  ['id', ['id']],
  ['manager', ['manager']],
  ['title', ['jobTitle']],
  ['unit', ['department']],
  ['holders', ['displayName']],
])

function readMicrosoftGraph(
  source: Source,
  options: DirectoryOptions = {},
  issues: ImportIssues,
): Org<string, string, DirectoryData> | undefined {
  const read = directoryPages(source, options, issues, SHAPE)
  if (read === undefined) return undefined
  const last = read.pages.at(-1)
  if (last?.has(NEXT) === true) addIncompletePage(last, NEXT, `${NEXT} says that more pages follow`)
  else addTooFewUsers(read, COUNT)
  return directoryOrg(graphUsers(read.users), read.directory, FIELDS)
}

const safe = /* @__PURE__ */ safeParseOf(readMicrosoftGraph)
const throwing = /* @__PURE__ */ parseOf(safe)
