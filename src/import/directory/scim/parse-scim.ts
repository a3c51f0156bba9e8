import type { Org, Steps } from '../../../internal.js'
import type { ImportIssues } from '../../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../../input/importer.js'
import type { Source, StreamSource } from '../../input/source.js'
import { addAt, type JsonObject } from '../../json/json-object.js'
import { type DirectoryData, directoryOrg, type FieldPaths } from '../directory-org.js'
import {
  DIRECTORY_OPTIONS,
  type DirectoryOptions,
  directoryPages,
  type PageShape,
  reportNoManagers,
} from '../directory-pages.js'
import {
  addIncompleteResponse,
  ENTERPRISE,
  isEnterpriseUser,
  isGroup,
  SCIM_PAGES,
  scimUsers,
} from './scim-users.js'
import { reportStray } from './stray-attributes.js'

/**
 * Reads an org from enterprise users of SCIM 2.0 (RFC 7643), as JSON: a `ListResponse`, a list of such pages, a list of
 * users, or one user. Names of fields are compared without case, as the standard requires.
 *
 * The id of a role is the `id` of the user; its title is the `title`, else the name; its holder is the `displayName`, else
 * the `name`, else the `userName`; its unit is the `department` of the enterprise extension. `data` is the whole record,
 * also of users with `active: false`. Null and `''` mean that a field is not set.
 *
 * The manager is that of the extension: an object with a `value` (or `managerId`, or at least a `$ref`, whose last part is
 * the id), a string, or a list of one. Several different ones are an issue, and the first is used. Nothing is ever
 * fetched: a `totalResults` above the number of resources, or a `nextCursor` on the last page, is an `INCOMPLETE_PAGE`
 * issue. Groups are left out with a warning.
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
 * import { managerOf } from 'rolegraph'
 * import { parseScim } from 'rolegraph/import'
 *
 * const org = parseScim(`{
 *   "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
 *   "totalResults": 2,
 *   "Resources": [
 *     { "id": "a1", "title": "PMO Analyst",
 *       "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "manager": { "value": "b2" } } },
 *     { "id": "b2", "title": "PMO Manager" }
 *   ]
 * }`)
 * console.log(managerOf(org, 'a1')) // => b2
 * ```
 * @see {@link safeParseScim} returns issues instead of throwing.
 */
export function parseScim(source: Source, options?: DirectoryOptions): Org<string, string, DirectoryData>
export function parseScim(
  source: StreamSource,
  options?: DirectoryOptions,
): Promise<Org<string, string, DirectoryData>>
export function parseScim(
  source: Source | StreamSource,
  options?: DirectoryOptions,
): Org<string, string, DirectoryData> | Promise<Org<string, string, DirectoryData>> {
  return throwing(source, options)
}

/**
 * Reads an org from enterprise users of SCIM 2.0 like {@link parseScim}, and returns issues instead of throwing.
 *
 * In strict mode, the default, a single error means that there is no org. A missing page is an error, since the chart
 * would lack people. In lenient mode the org has whatever can be read. A text that is not JSON, has no users or exceeds a
 * limit makes no org in either mode.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options As for {@link parseScim}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { safeParseScim } from 'rolegraph/import'
 *
 * const page = `{ "totalResults": 20, "Resources": [{ "id": "a1", "displayName": "Adele" }] }`
 * const result = safeParseScim(page)
 * console.log(result.ok, result.issues[0]?.code) // => false INCOMPLETE_PAGE
 * console.log(safeParseScim(page, { mode: 'lenient' }).ok) // => true
 * ```
 */
export function safeParseScim(source: Source, options?: DirectoryOptions): ImportResult<DirectoryData>
export function safeParseScim(
  source: StreamSource,
  options?: DirectoryOptions,
): Promise<ImportResult<DirectoryData>>
export function safeParseScim(
  source: Source | StreamSource,
  options?: DirectoryOptions,
): ImportResult<DirectoryData> | Promise<ImportResult<DirectoryData>> {
  return safe(source, options)
}

const SHAPE: PageShape = {
  parser: 'parseScim',
  ...SCIM_PAGES,
  request: 'GET /Users, with the enterprise extension',
}

const FIELDS: FieldPaths = new Map([
  ['id', ['id']],
  ['manager', [ENTERPRISE, 'manager']],
  ['title', ['title']],
  ['unit', [ENTERPRISE, 'department']],
  ['holders', ['displayName']],
])

function* readScim(
  source: Source,
  options: DirectoryOptions,
  issues: ImportIssues,
): Steps<Org<string, string, DirectoryData> | undefined> {
  const read = yield* directoryPages(source, options, issues, SHAPE)
  if (read === undefined) return undefined
  addIncompleteResponse(read)
  const people = read.users.filter((resource) => !isGroupLeftOut(resource))
  reportNoManagers({ ...read, users: people }, isEnterpriseUser)
  reportStray(people)
  return directoryOrg(scimUsers(people, read.faults), read, FIELDS, options)
}

function isGroupLeftOut(resource: JsonObject): boolean {
  if (!isGroup(resource)) return false
  addAt(resource.document, 'INVALID_DOCUMENT', resource.path, {
    severity: 'warning',
    witness: ['Group'],
    message: 'this resource is a group, not a user, and is left out',
    suggestion: 'Request /Users only, or read groups with parseScimGroups.',
  })
  return true
}

const safe = /* @__PURE__ */ safeParseOf({
  parser: 'parseScim',
  options: DIRECTORY_OPTIONS,
  read: readScim,
})
const throwing = /* @__PURE__ */ parseOf(safe)
