import {
  defineOrg,
  invalidOption,
  isPlainObject,
  type Issue,
  oneOf,
  ownValue,
  type Org,
  type OrgDocument,
  type OrgSpec,
  type Place,
  type Steps,
} from '../../internal.js'
import { type Correction, Corrections } from '../input/corrections.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { ImportOptions } from '../input/import-options.js'
import { type ImportResult, parseOf, safeParseOf } from '../input/importer.js'
import { placeWords } from '../input/line-places.js'
import { type Source, type StreamSource, textOf } from '../input/source.js'
import { type DocumentSpec, documentSpec, isReadableVersion } from './document-spec.js'
import { type DocumentTree, placedIn } from './document-tree.js'
import { jsonText } from '../json/json-text.js'
import { readJson } from '../json/read-json.js'
import { readYaml } from './yaml/read-yaml.js'
import type { YamlModule } from './yaml/yaml-module.js'

/** How an org document is read. */
export interface OrgDocumentOptions extends ImportOptions {
  /** Default: `'yaml'` where the option `yaml` is given, else `'json'`. */
  readonly format?: 'json' | 'yaml'
  /** The package `yaml`, which reads YAML: `import * as YAML from 'yaml'`, then `{ yaml: YAML }`. */
  readonly yaml?: YamlModule
}

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
  const yaml = yamlOption(options)
  const received: unknown = source
  if (isPlainObject(received)) return orgOfObject(received, options, issues)
  const tree =
    yaml === undefined ? yield* jsonTree(source, options, issues) : yamlTree(source, yaml, options, issues)
  if (tree === undefined) return undefined
  const document = documentSpec(tree, issues)
  if (document === undefined) return undefined
  const corrections = new Corrections(options.corrections, issues)
  corrections.apply((correction) => isCorrected(document.spec, correction))
  corrections.report()
  // defineOrg checks every part of a spec, since callers may write JavaScript.
  const org: Org = defineOrg(document.spec as OrgSpec, { onIssue: 'collect' })
  issues.takeFrom(org, (issue) => placedIssue(issue, document, tree))
  return org
}

/** The org of a document that is parsed already. */
function orgOfObject(received: object, options: OrgDocumentOptions, issues: ImportIssues): Org | undefined {
  const document = new Map<string, unknown>(Object.entries(received))
  if (!isReadableVersion(document.get('rolegraph'), issues)) return undefined
  const corrections = new Corrections(options.corrections, issues)
  // The document belongs to the caller: the roles are corrected in a copy.
  if (options.corrections !== undefined) document.set('roles', copiesOf(document.get('roles')))
  const spec: object = Object.fromEntries(document)
  corrections.apply((correction) => isCorrected(spec, correction))
  corrections.report()
  const org: Org = defineOrg(spec as OrgSpec, { onIssue: 'collect' })
  issues.takeFrom(org, (issue) => issue)
  return org
}

/** Copies of roles, by id or in a list; of anything else, the same. */
function copiesOf(roles: unknown): unknown {
  const copyOf = (role: unknown): unknown => (isPlainObject(role) ? { ...role } : role)
  if (Array.isArray(roles)) return roles.map(copyOf)
  if (!isPlainObject(roles)) return roles
  return Object.fromEntries(Object.entries(roles).map(([id, role]) => [id, copyOf(role)]))
}

function* jsonTree(
  source: Source,
  { encoding }: OrgDocumentOptions,
  issues: ImportIssues,
): Steps<DocumentTree | undefined> {
  const text = yield* jsonText(PARSER, source, encoding, issues)
  return text && (yield* readJson(text, issues))
}

function yamlTree(
  source: Source,
  yaml: YamlModule,
  { encoding }: OrgDocumentOptions,
  issues: ImportIssues,
): DocumentTree | undefined {
  const text = textOf(PARSER, source, encoding, issues)
  return text === undefined ? undefined : readYaml(text, yaml, issues)
}

/** Corrects a role of a spec; returns whether it has the role. */
function isCorrected(spec: object, { id, field, to }: Correction): boolean {
  const roles = ownValue(spec, 'roles')
  const list: readonly unknown[] | undefined = Array.isArray(roles) ? roles : undefined
  const role = list === undefined ? ownValue(roles, id) : list.find((one) => ownValue(one, 'id') === id)
  if (typeof role !== 'object' || role === null) return false
  const name = SPEC_FIELDS.get(field) ?? field
  return to === null ? Reflect.deleteProperty(role, name) : Reflect.set(role, name, to)
}

const SPEC_FIELDS: ReadonlyMap<string, string> = new Map([
  ['manager', 'reportsTo'],
  ['dotted', 'dottedTo'],
])

/** An issue of the spec of a document with its line and column: those of the key if the key is wrong, else of the value. */
function placedIssue(issue: Issue, { pathOf }: DocumentSpec, tree: DocumentTree): Issue {
  const placed = (place: Place): Place => placedIn(tree, issue.code, place, pathOf)
  const place = placed(issue.place)
  const { line = 1, column = 1, path } = place
  const hint = issue.code === 'INVALID_FIELD' && path !== undefined ? tree.hintAt(pathOf(path)) : undefined
  return {
    ...issue,
    place,
    witness: Object.freeze(issue.witness.map((item) => (typeof item === 'string' ? item : placed(item)))),
    message: `${placeWords({ line, column })}: ${issue.message}`,
    suggestion: hint ?? issue.suggestion,
  }
}

/** The parser of YAML, or `undefined` for JSON. */
function yamlOption(options: OrgDocumentOptions): YamlModule | undefined {
  const yaml: unknown = options.yaml
  const { format = yaml === undefined ? 'json' : 'yaml' } = options
  if (oneOf('format', format, ['json', 'yaml']) === 'json') return undefined
  if (isYamlModule(yaml)) return yaml
  const howTo =
    "; to read YAML install the package yaml, import * as YAML from 'yaml', and pass { yaml: YAML }."
  throw invalidOption('yaml', yaml, "the package 'yaml'", howTo)
}

function isYamlModule(value: unknown): value is YamlModule {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false
  const used = ['Lexer', 'Parser', 'Composer', 'isMap', 'isScalar', 'isSeq']
  return used.every((name) => typeof Reflect.get(value, name) === 'function')
}

const PARSER = 'parseOrgDocument'
const safe = /* @__PURE__ */ safeParseOf({
  parser: PARSER,
  options: ['format', 'yaml'],
  read: readOrgDocument,
})
const throwing = /* @__PURE__ */ parseOf(safe)
