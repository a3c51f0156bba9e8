import type { Org, Steps } from '../../../internal.js'
import type { ImportIssues } from '../../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../../input/importer.js'
import type { Source, StreamSource } from '../../input/source.js'
import { type DirectoryData, directoryOrg, type FieldPaths } from '../directory-org.js'
import {
  addIncompletePage,
  DIRECTORY_OPTIONS,
  type DirectoryOptions,
  directoryPages,
  type PageShape,
  reportNoManagers,
} from '../directory-pages.js'
import { googleUsers } from './google-users.js'

/**
 * Reads an org from users of a Google directory (Admin SDK), as JSON: the response to `users.list`, a list of such pages,
 * a list of users, or one user.
 *
 * The id of a role is the `id` of the user, which stays when the address changes; its holder is the full name, else the
 * `primaryEmail`; its title and unit are `title` and `department` of the primary organization, else of the first one. A
 * role without a title has the name of its holder as its title. `data` is the whole record, also of users with
 * `suspended: true`. Null and `''` mean that a field is not set.
 *
 * Relations name people by their address. It is looked up among the `primaryEmail`, `aliases` and `nonEditableAliases` of
 * all users, without the case of A to Z before and after the @, since Google delivers to both. `manager` is the solid
 * line (of several the first one is used, with an issue), `dotted_line_manager` a dotted one. An address that no user has
 * is `UNKNOWN_MANAGER`, one that two users have is `AMBIGUOUS_MANAGER`. Other relations, such as `assistant`, are no lines
 * and are in `data.relations`. Nothing is ever fetched: a `nextPageToken` on the last page is an `INCOMPLETE_PAGE` issue.
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
 * @see {@link safeParseGoogleDirectory} returns issues instead of throwing.
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
 * Reads an org from users of a Google directory like {@link parseGoogleDirectory}, and returns issues instead of throwing.
 *
 * In strict mode, the default, a single error means that there is no org. A missing page is an error, since the chart
 * would lack people. In lenient mode the org has whatever can be read. A text that is not JSON, has no users or exceeds a
 * limit makes no org in either mode.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options As for {@link parseGoogleDirectory}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a
 * stream are passed on.
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
  // A page without users has no such field.
  isEmptyPage: (object) => object.has(NEXT) || object.field('kind') === 'admin#directory#users',
  ignoresCase: false,
  request: 'users.list of the Admin SDK, with projection=full',
  merged: {
    UNKNOWN_MANAGER: {
      what: 'are not addresses of users',
      suggestion: 'Fetch the users of all domains, with their aliases.',
    },
    MISSING_ID: {
      what: 'have no value',
      suggestion: 'Write the address of the manager as the value of the relation.',
    },
  },
}

const FIELDS: FieldPaths = new Map([
  ['id', ['id']],
  ['manager', ['relations']],
  ['dotted', ['relations']],
  ['title', ['organizations']],
  ['unit', ['organizations']],
  ['holders', ['name']],
])

function* readGoogleDirectory(
  source: Source,
  options: DirectoryOptions,
  issues: ImportIssues,
): Steps<Org<string, string, DirectoryData> | undefined> {
  const read = yield* directoryPages(source, options, issues, SHAPE)
  if (read === undefined) return undefined
  const last = read.pages.at(-1)
  if (last?.field(NEXT) !== undefined) addIncompletePage(last, NEXT, `${NEXT} says that more pages follow`)
  reportNoManagers(read, (user) => user.has('relations'))
  return directoryOrg(googleUsers(read), read, FIELDS, options)
}

const safe = /* @__PURE__ */ safeParseOf({
  parser: 'parseGoogleDirectory',
  options: DIRECTORY_OPTIONS,
  read: readGoogleDirectory,
})
const throwing = /* @__PURE__ */ parseOf(safe)
