import type { Org } from '../../../internal.js'
import type { ImportIssues } from '../../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../../input/importer.js'
import type { Source, StreamSource } from '../../input/source.js'
import type { DirectoryOptions } from '../directory-options.js'
import { type DirectoryData, directoryOrg, type FieldPaths } from '../directory-org.js'
import { addIncompletePage, directoryPages, type PageShape } from '../directory-pages.js'
import { googleUsers } from './google-users.js'

/**
 * Reads an org from users of a Google directory (Admin SDK), as JSON: the answer to `users.list`, a list of such pages,
 * a list of users, or one user.
 *
 * The id of a role is the `id` of the user, which stays when the address changes; its holder is the full name, else
 * the `primaryEmail`; its title and unit are `title` and `department` of the primary organization, else of the first
 * one, and who has no title has the name on the box. `data` is the whole record, `suspended: true` included. Null
 * and `''` say nothing.
 *
 * Relations name people by their address. It is looked up among the `primaryEmail`, `aliases` and
 * `nonEditableAliases` of all users, and A to Z are the same as a to z there, before and behind the @, since Google
 * delivers to both; nothing else is changed. `manager` is the solid line (of several the first one holds, with an
 * issue), `dotted_line_manager` a dotted one. An address that nobody has is `UNKNOWN_MANAGER`, one that two users have
 * is `AMBIGUOUS_MANAGER`. Every other relation, such as `assistant`, makes no line and is found in `data.relations`.
 * Nothing is ever fetched: a `nextPageToken` on the last page is an `INCOMPLETE_PAGE` issue.
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
 * import { managersOf } from 'rolegraph'
 * import { parseGoogleDirectory } from 'rolegraph/import'
 *
 * const org = parseGoogleDirectory(`{
 *   "kind": "admin#directory#users",
 *   "users": [
 *     { "id": "101", "primaryEmail": "ada@example.com", "relations": [
 *       { "type": "manager", "value": "Ben@example.com" },
 *       { "type": "dotted_line_manager", "value": "it@example.com" } ] },
 *     { "id": "102", "primaryEmail": "ben@example.com" },
 *     { "id": "103", "primaryEmail": "cy@example.com", "aliases": ["it@example.com"] }
 *   ]
 * }`)
 * console.log(managersOf(org, '101', { lines: 'all' })) // => [ '102', '103' ]
 * ```
 * @see {@link safeParseGoogleDirectory} gives issues in place of an error.
 */
export function parseGoogleDirectory(
  source: Source,
  options?: DirectoryOptions,
): Org<string, string, DirectoryData>
export function parseGoogleDirectory(
  source: StreamSource,
  options?: DirectoryOptions,
): Promise<Org<string, string, DirectoryData>>
export function parseGoogleDirectory(
  source: Source | StreamSource,
  options?: DirectoryOptions,
): Org<string, string, DirectoryData> | Promise<Org<string, string, DirectoryData>> {
  return throwing(source, options)
}

/**
 * Reads an org from users of a Google directory like {@link parseGoogleDirectory}, and gives issues in place of an error.
 *
 * In strict mode, the default, one error and there is no org: a page that is missing is an error, since the chart
 * would lack people. In lenient mode the org has what can be read. A text that is no JSON or holds no users, and what
 * exceeds a limit, makes no org in either mode.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options As for {@link parseGoogleDirectory}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. What a stream throws
 * comes out unchanged.
 * @example
 * ```ts
 * import { safeParseGoogleDirectory } from 'rolegraph/import'
 *
 * const page = `{ "nextPageToken": "X", "users": [{ "id": "101", "primaryEmail": "ada@example.com" }] }`
 * const result = safeParseGoogleDirectory(page)
 * console.log(result.ok, result.issues[0]?.code) // => false INCOMPLETE_PAGE
 * console.log(safeParseGoogleDirectory(page, { mode: 'lenient' }).ok) // => true
 * ```
 */
export function safeParseGoogleDirectory(
  source: Source,
  options?: DirectoryOptions,
): ImportResult<DirectoryData>
export function safeParseGoogleDirectory(
  source: StreamSource,
  options?: DirectoryOptions,
): Promise<ImportResult<DirectoryData>>
export function safeParseGoogleDirectory(
  source: Source | StreamSource,
  options?: DirectoryOptions,
): ImportResult<DirectoryData> | Promise<ImportResult<DirectoryData>> {
  return safe(source, options)
}

const NEXT = 'nextPageToken'

const SHAPE: PageShape = {
  parser: 'parseGoogleDirectory',
  users: 'users',
  // A page that has no users leaves the field out.
  isEmptyPage: (object) => object.has(NEXT) || object.field('kind') === 'admin#directory#users',
  ignoresCase: false,
  request: 'users.list of the Admin SDK',
}

const FIELDS: FieldPaths = new Map([
  ['id', ['id']],
  ['manager', ['relations']],
  ['dotted', ['relations']],
  ['title', ['organizations']],
  ['unit', ['organizations']],
  ['holders', ['name']],
])

function readGoogleDirectory(
  source: Source,
  options: DirectoryOptions = {},
  issues: ImportIssues,
): Org<string, string, DirectoryData> | undefined {
  const read = directoryPages(source, options, issues, SHAPE)
  if (read === undefined) return undefined
  const last = read.pages.at(-1)
  if (last?.field(NEXT) !== undefined) addIncompletePage(last, NEXT, `${NEXT} says that more pages follow`)
  return directoryOrg(googleUsers(read.users), read.directory, FIELDS)
}

const safe = /* @__PURE__ */ safeParseOf(readGoogleDirectory)
const throwing = /* @__PURE__ */ parseOf(safe)
