import { defineOrg, givenOptions, invalidOption, type Org, type OrgSpec } from '../../internal.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../input/importer.js'
import { limitsOf } from '../input/limits.js'
import {
  IMPORT_OPTIONS,
  type ImportOptions,
  type Source,
  type StreamSource,
  textOf,
} from '../input/source.js'
import { documentSpec } from './document-spec.js'
import { readJson } from './json/read-json.js'
import { placedIssue } from './placed-issue.js'
import { readYaml } from './yaml/read-yaml.js'
import type { YamlModule } from './yaml/yaml-module.js'

/** How an org document is read. */
export interface OrgDocumentOptions extends ImportOptions {
  /** Default: `'yaml'` where the option `yaml` is given, else `'json'`. */
  readonly format?: 'json' | 'yaml'
  /** The package `yaml`, which reads YAML: `import * as YAML from 'yaml'`, then `{ yaml: YAML }`. */
  readonly yaml?: YamlModule
}

const OPTIONS: readonly string[] = [...IMPORT_OPTIONS, 'format', 'yaml']

/**
 * Reads an org from an org document: the format of this library, in JSON or YAML.
 *
 * A document has the shape of the argument of `defineOrg` and a version:
 * `{ "rolegraph": 1, "roles": { … }, "units": { … }, "services": [ … ] }`. Roles and units are objects by id, or lists
 * of objects with an `id`; either way their order is that of the text, also where ids are numbers. `toOrgDocument`
 * of `rolegraph/export` writes one, and `rolegraph/schema.json` describes it to editors.
 *
 * Nothing is repaired. A key that is there twice, a field that has a typo, a number that is too large to be held
 * exactly, an unknown manager: each is an issue with its line and column. In YAML, which is read by the core
 * schema of YAML 1.2, anchors, aliases, merge keys and tags are refused, and an id such as `007` must be quoted.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options `yaml`: the package `yaml`, to read YAML; `format`; `mode: 'lenient'` makes an org of what can be
 * read; `limits`.
 * @returns The org; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. What a stream throws
 * comes out unchanged.
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
 * @see {@link safeParseOrgDocument} gives issues in place of an error.
 */
export function parseOrgDocument(source: Source, options?: OrgDocumentOptions): Org
export function parseOrgDocument(source: StreamSource, options?: OrgDocumentOptions): Promise<Org>
export function parseOrgDocument(
  source: Source | StreamSource,
  options?: OrgDocumentOptions,
): Org | Promise<Org> {
  return throwing(source, options)
}

/**
 * Reads an org from an org document like {@link parseOrgDocument}, and gives issues in place of an error.
 *
 * In strict mode, the default, one error and there is no org. In lenient mode the org has what can be read: of two
 * members with one key and of two roles with one id the first holds, a field that is wrong or unknown is left
 * out, and so is a line that leads to no role; a cycle stays, and every query ends on it. A text that is no JSON
 * or YAML, another version and what exceeds a limit make no org in either mode.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options As for {@link parseOrgDocument}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. What a stream throws
 * comes out unchanged.
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
export function safeParseOrgDocument(source: Source, options?: OrgDocumentOptions): ImportResult
export function safeParseOrgDocument(
  source: StreamSource,
  options?: OrgDocumentOptions,
): Promise<ImportResult>
export function safeParseOrgDocument(
  source: Source | StreamSource,
  options?: OrgDocumentOptions,
): ImportResult | Promise<ImportResult> {
  return safe(source, options)
}

function readOrgDocument(
  source: Source,
  options: OrgDocumentOptions = {},
  issues: ImportIssues,
): Org | undefined {
  givenOptions('an org document', options, OPTIONS)
  const yaml = yamlOption(options)
  const limits = limitsOf(options.limits)
  const text = textOf(source, options, issues)
  if (text === undefined) return undefined
  const tree = yaml === undefined ? readJson(text, limits, issues) : readYaml(text, yaml, limits, issues)
  if (tree === undefined) return undefined
  const document = documentSpec(tree, limits, issues)
  if (document === undefined) return undefined
  // It reads what comes from JavaScript callers too: it checks every part of a spec.
  const org: Org = defineOrg(document.spec as OrgSpec, { onIssue: 'collect' })
  issues.takeFrom(org, (issue) => placedIssue(issue, document, tree))
  return org
}

/** The parser of YAML, or `undefined` for JSON. */
function yamlOption({ format, yaml }: OrgDocumentOptions): YamlModule | undefined {
  const received: unknown = yaml
  const byDefault = received === undefined ? 'json' : 'yaml'
  const chosen: unknown = format === undefined ? byDefault : format
  if (chosen === 'json') return undefined
  if (chosen !== 'yaml') throw invalidOption('format', chosen, "'json' | 'yaml'")
  if (isYamlModule(received)) return received
  throw invalidOption(
    'yaml',
    received,
    "the package 'yaml'",
    "To read YAML hand in its parser: install the package yaml, import * as YAML from 'yaml', and give the option { yaml: YAML }.",
  )
}

function isYamlModule(value: unknown): value is YamlModule {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false
  const used = ['Lexer', 'Parser', 'Composer', 'isMap', 'isScalar', 'isSeq']
  return used.every((name) => typeof Reflect.get(value, name) === 'function')
}

const safe = /* @__PURE__ */ safeParseOf(readOrgDocument)
const throwing = /* @__PURE__ */ parseOf(safe)
