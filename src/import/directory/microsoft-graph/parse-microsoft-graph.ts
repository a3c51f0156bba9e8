import type { Org, Steps } from '../../../internal.js'
import type { ImportIssues } from '../../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../../input/importer.js'
import type { Source, StreamSource } from '../../input/source.js'
import { type DirectoryData, directoryOrg, type FieldPaths } from '../directory-org.js'
import {
  addIncompletePage,
  addTooFewUsers,
  DIRECTORY_OPTIONS,
  type DirectoryOptions,
  directoryPages,
  type PageShape,
  reportNoManagers,
} from '../directory-pages.js'
import { graphUsers, statesManagers } from './graph-users.js'

/**
 * Reads an org from users of Microsoft Graph with their managers, as JSON: the response to
 * `GET /users?$expand=manager`, a list of such pages, a list of users, or one user with the managers nested
 * (`GET /users/{id}?$expand=manager($levels=max)`).
 *
 * The id of a role is the `id` of the user; its title is the `jobTitle`, else the `displayName`; its holder is the
 * `displayName`, its unit the `department`. `data` is the record without `manager`, also of users with `accountEnabled:
 * false`: people who have left are roles unless you leave their records out. Null and `''` mean that a field is not set.
 *
 * A manager who is only found inside other users is a role too, after the listed ones, if the record has more than an id;
 * with an id only, the manager is unknown. Of several copies of one user the listed one is used, else the first; a copy
 * with another manager is a `SEVERAL_MANAGERS` issue, one with another attribute a warning. Nothing is ever fetched: an
 * `@odata.nextLink` on the last page, or an `@odata.count` above the number of users, is an `INCOMPLETE_PAGE` issue.
 * Changes from a delta query are never read as users: an entry with `@removed` and a `manager@delta` are
 * `INVALID_DOCUMENT` issues; groups and devices are left out with a warning. A chain of more than about 60 nested managers
 * needs a larger `limits.depth`.
 *
 * Departments become units, and share a namespace with users: `unitPrefix` keeps them apart.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options `mode: 'lenient'` makes an org of whatever can be read; `people: true`; `unitPrefix`; `encoding`; `limits`.
 * @returns The org; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. Errors of a
 * stream are passed on.
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
 * @see {@link safeParseMicrosoftGraph} returns issues instead of throwing.
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
 * Reads an org from users of Microsoft Graph like {@link parseMicrosoftGraph}, and returns issues instead of throwing.
 *
 * In strict mode, the default, a single error means that there is no org. A missing page is an error, since the chart
 * would lack people. In lenient mode the org has whatever can be read. A text that is not JSON, has no users or exceeds a
 * limit makes no org in either mode.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options As for {@link parseMicrosoftGraph}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a
 * stream are passed on.
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
const CONTEXT = '@odata.context'

const SHAPE: PageShape = {
  parser: 'parseMicrosoftGraph',
  users: 'value',
  isEmptyPage: () => false,
  ignoresCase: false,
  request: 'GET /users?$expand=manager',
  merged: {
    UNKNOWN_MANAGER: { what: 'are not users', suggestion: 'Request all users: GET /users?$expand=manager.' },
    MISSING_ID: { what: 'have no id', suggestion: 'Request it too: GET /users?$expand=manager($select=id).' },
  },
}

/** The address of the metadata of a response names what was expanded: `…#users(id,manager())`. */
const EXPANDED = /[(,](?:manager|directReports)\(/

const FIELDS: FieldPaths = new Map([
  ['id', ['id']],
  ['manager', ['manager']],
  ['title', ['jobTitle']],
  ['unit', ['department']],
  ['holders', ['displayName']],
])

function* readMicrosoftGraph(
  source: Source,
  options: DirectoryOptions,
  issues: ImportIssues,
): Steps<Org<string, string, DirectoryData> | undefined> {
  const read = yield* directoryPages(source, options, issues, SHAPE)
  if (read === undefined) return undefined
  const last = read.pages.at(-1)
  if (last?.has(NEXT) === true) addIncompletePage(last, NEXT, `${NEXT} says that more pages follow`)
  else addTooFewUsers(read, COUNT)
  const isExpanded = read.pages.some((page) => EXPANDED.test(String(page.field(CONTEXT))))
  reportNoManagers(read, (user) => isExpanded || statesManagers(user))
  return directoryOrg(graphUsers(read), read, FIELDS, options)
}

const safe = /* @__PURE__ */ safeParseOf({
  parser: 'parseMicrosoftGraph',
  options: DIRECTORY_OPTIONS,
  read: readMicrosoftGraph,
})
const throwing = /* @__PURE__ */ parseOf(safe)
