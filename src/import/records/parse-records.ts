import { type Org, quote, type Steps } from '../../internal.js'
import { addAt } from '../json/json-object.js'
import { jsonText } from '../json/json-text.js'
import { readJson } from '../json/read-json.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../input/importer.js'
import type { Source, StreamSource } from '../input/source.js'
import { RecordColumns } from './record-columns.js'
import { type RecordData, recordsOrg } from './records-org.js'
import { dottedFields, fieldNames, RECORDS_OPTIONS, type RecordsOptions } from './records-options.js'

/**
 * Reads an org from records in JSON: a list of objects, each one role, as a database or an API returns them.
 *
 * Each part of a role is read from the field of the same name (`id`, `manager`, `title`, `unit`…) or from the one that
 * the options name, with the values that `orgFromRecords` takes. An id is a string or a whole number, which is read as
 * its digits: `7` is `'7'`, and `'007'` is another role. Only null, a missing field and the words in `tops` mean "no
 * manager": a blank string is an id. Fields that no part is read from are the `data` of the role, so that nothing is lost.
 *
 * Nothing is repaired: a duplicate key, an unknown manager or a cycle is an issue with its line and column.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options The names of the fields; `person`, for people; `repeatedIds`, for job shares; `managerBy`; `tops`;
 * `unitPrefix`; `mode: 'lenient'` makes an org of whatever can be read; `limits`.
 * @returns The org; for a stream, a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { managementChainOf, roleOf } from 'rolegraph'
 * import { parseRecords } from 'rolegraph/import'
 *
 * const org = parseRecords(
 *   `[
 *     { "post": 1, "boss": null, "name": "Director" },
 *     { "post": 2, "boss": 1, "name": "Manager", "site": "Leeds" },
 *     { "post": 3, "boss": 2, "name": "Analyst" }
 *   ]`,
 *   { id: 'post', manager: 'boss', title: 'name' },
 * )
 * console.log(managementChainOf(org, '3')) // => [ '2', '1' ]
 * console.log(roleOf(org, '2').data) // => { site: 'Leeds' }
 * ```
 * @see {@link safeParseRecords} returns issues instead of throwing; `orgFromRecords` reads records that are objects.
 */
export function parseRecords(source: Source, options?: RecordsOptions): Org<string, string, RecordData>
export function parseRecords(
  source: StreamSource,
  options?: RecordsOptions,
): Promise<Org<string, string, RecordData>>
export function parseRecords(
  source: Source | StreamSource,
  options?: RecordsOptions,
): Org<string, string, RecordData> | Promise<Org<string, string, RecordData>>
export function parseRecords(
  source: Source | StreamSource,
  options?: RecordsOptions,
): Org<string, string, RecordData> | Promise<Org<string, string, RecordData>> {
  return throwing(source, options)
}

/**
 * Reads an org from records in JSON like {@link parseRecords}, and returns issues instead of throwing.
 *
 * In strict mode, the default, a single error means that there is no org. In lenient mode the org has whatever can be
 * read: a record without an id is left out, the first of two with the same id is kept, an unknown manager is left out.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options As for {@link parseRecords}.
 * @returns `{ ok, org, issues }`; for a stream, a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { safeParseRecords } from 'rolegraph/import'
 *
 * const result = safeParseRecords('[{ "id": "a" }, { "id": "b", "manager": "c" }]')
 * console.log(result.ok, result.issues[0]?.code) // => false UNKNOWN_MANAGER
 * console.log(result.issues[0]?.place) // => { path: [ 1, 'manager' ], line: 1, column: 41 }
 * ```
 */
export function safeParseRecords(source: Source, options?: RecordsOptions): ImportResult<RecordData>
export function safeParseRecords(
  source: StreamSource,
  options?: RecordsOptions,
): Promise<ImportResult<RecordData>>
export function safeParseRecords(
  source: Source | StreamSource,
  options?: RecordsOptions,
): ImportResult<RecordData> | Promise<ImportResult<RecordData>>
export function safeParseRecords(
  source: Source | StreamSource,
  options?: RecordsOptions,
): ImportResult<RecordData> | Promise<ImportResult<RecordData>> {
  return safe(source, options)
}

function* readRecords(
  source: Source,
  options: RecordsOptions,
  issues: ImportIssues,
): Steps<Org<string, string, RecordData> | undefined> {
  const names = fieldNames(options)
  const text = yield* jsonText(PARSER, source, options.encoding, issues)
  if (text === undefined) return undefined
  const parts = [...names.values(), ...dottedFields(options)].map(({ field }) => field)
  const columns = new RecordColumns(text, parts, options.managerBy)
  const tree = yield* readJson(text, issues, columns)
  if (tree === undefined) return undefined
  const document = { tree, issues, caseless: undefined }
  if (tree.isList) return yield* recordsOrg(columns, names, document, options)
  addAt(document, 'INVALID_DOCUMENT', [], {
    message: `expected a list of records, received ${quote(tree.value)}`,
    suggestion: 'Pass a list of objects, [{ "id": "a" }, { "id": "b", "manager": "a" }].',
  })
  return undefined
}

const PARSER = 'parseRecords'
const safe = /* @__PURE__ */ safeParseOf({ parser: PARSER, options: RECORDS_OPTIONS, read: readRecords })
const throwing = /* @__PURE__ */ parseOf(safe)
