import type { Org, OrgDocument, Steps } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../input/importer.js'
import type { Source, StreamSource } from '../input/source.js'
import type { DocumentFormat } from './document-spec.js'
import { type DocumentOptions, orgOfDocument, readDocument } from './read-document.js'

/** How an org document is read. */
export type OrgDocumentOptions = DocumentOptions

/**
 * Reads an org from an org document: the format of this library, in JSON or YAML, or parsed already.
 *
 * A document has the shape of the argument of `defineOrg` and a version:
 * `{ "rolegraph": 1, "roles": { … }, "units": { … }, "services": [ … ] }`. Roles and units are objects by id, or lists
 * of objects with an `id`; either way their order is that of the text, even if ids are numbers. `toOrgDocument` of
 * `rolegraph/export` writes a document, and `rolegraph/schema.json` describes it to editors.
 *
 * Nothing is repaired. A duplicate key, a misspelt field, a number that is too large to be held exactly, an unknown
 * manager: each is an issue with its line and column. YAML is read by the core schema of YAML 1.2; anchors, aliases, merge
 * keys and tags are refused, and an id such as `007` must be quoted.
 *
 * A document that is an object, as `toOrgDocument` returns it, is read as by `orgFromDocument`: its issues have paths and no
 * lines, and of the limits only that of the issues applies. Prefer text where you have it: an object has lost duplicate keys.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, a stream of either, or a document that is parsed already.
 * @param options `yaml`: the package `yaml`, to read YAML; `format`; `mode: 'lenient'` makes an org of whatever
 * can be read; `limits`.
 * @returns The org; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { managementChainOf } from 'rolegraph'
 * import { parseOrgDocument } from 'rolegraph/import'
 * import * as YAML from 'yaml'
 *
 * const json = `{
 *   "rolegraph": 1,
 *   "roles": {
 *     "director": { "title": "PMO Director" },
 *     "manager": { "title": "PMO Manager", "reportsTo": "director" },
 *     "analyst": { "title": "PMO Analyst", "reportsTo": "manager" }
 *   }
 * }`
 * console.log(managementChainOf(parseOrgDocument(json), 'analyst')) // => [ 'manager', 'director' ]
 *
 * const yaml = `
 * rolegraph: 1
 * roles:
 *   director: { title: PMO Director }
 *   '007': { title: PMO Manager, reportsTo: director }
 * `
 * console.log(managementChainOf(parseOrgDocument(yaml, { yaml: YAML }), '007')) // => [ 'director' ]
 * ```
 * @see {@link safeParseOrgDocument} returns issues instead of throwing.
 */
export function parseOrgDocument(source: Source | OrgDocument, options?: OrgDocumentOptions): Org
export function parseOrgDocument(source: StreamSource, options?: OrgDocumentOptions): Promise<Org>
export function parseOrgDocument(
  source: Source | OrgDocument | StreamSource,
  options?: OrgDocumentOptions,
): Org | Promise<Org> {
  // What reads the source checks what it is.
  return throwing(source as Source | StreamSource, options)
}

/**
 * Reads an org from an org document like {@link parseOrgDocument}, and returns issues instead of throwing.
 *
 * In strict mode, the default, a single error means that there is no org. In lenient mode the org has whatever can be
 * read: of two members with one key and of two roles with one id the first is used; a wrong or unknown field is left out,
 * and so is a line to an unknown role; a cycle stays, and every query ends on it. A text that is not JSON or YAML, another
 * version and what exceeds a limit make no org in either mode.
 *
 * Complexity: O(characters).
 *
 * @param source As for {@link parseOrgDocument}.
 * @param options As for {@link parseOrgDocument}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { rolesOf } from 'rolegraph'
 * import { safeParseOrgDocument } from 'rolegraph/import'
 *
 * const text = `{
 *   "rolegraph": 1,
 *   "roles": {
 *     "lead": {},
 *     "analyst": { "reportTo": "lead" }
 *   }
 * }`
 * const strict = safeParseOrgDocument(text)
 * console.log(strict.ok, strict.issues[0]?.code) // => false UNKNOWN_FIELD
 * console.log(strict.issues[0]?.place)
 * // => { path: [ 'roles', 'analyst', 'reportTo' ], line: 5, column: 18 }
 *
 * const lenient = safeParseOrgDocument(text, { mode: 'lenient' })
 * if (lenient.ok) console.log(rolesOf(lenient.org)) // => [ 'lead', 'analyst' ]
 * ```
 */
export function safeParseOrgDocument(source: Source | OrgDocument, options?: OrgDocumentOptions): ImportResult
export function safeParseOrgDocument(
  source: StreamSource,
  options?: OrgDocumentOptions,
): Promise<ImportResult>
export function safeParseOrgDocument(
  source: Source | OrgDocument | StreamSource,
  options?: OrgDocumentOptions,
): ImportResult | Promise<ImportResult> {
  return safe(source as Source | StreamSource, options)
}

function* readOrgDocument(
  source: Source,
  options: OrgDocumentOptions,
  issues: ImportIssues,
): Steps<Org | undefined> {
  const document = yield* readDocument(PARSER, ORG_DOCUMENT, source, options, issues)
  return document && orgOfDocument(document, options, issues)
}

const PARSER = 'parseOrgDocument'
const ORG_DOCUMENT: DocumentFormat = { versions: [1, 2], written: 1, others: [] }
const safe = /* @__PURE__ */ safeParseOf({
  parser: PARSER,
  options: ['format', 'yaml'],
  read: readOrgDocument,
})
const throwing = /* @__PURE__ */ parseOf(safe)
