import {
  defineOrg,
  invalidOption,
  isPlainObject,
  type Issue,
  oneOf,
  ownValue,
  type Org,
  type OrgSpec,
  type Place,
  type Steps,
} from '../../internal.js'
import { type Correction, Corrections } from '../input/corrections.js'
import type { ImportIssues } from '../input/import-issues.js'
import type { ImportOptions } from '../input/import-options.js'
import { placeWords } from '../input/line-places.js'
import { type Source, textOf } from '../input/source.js'
import { jsonText } from '../json/json-text.js'
import { readJson } from '../json/read-json.js'
import {
  type DocumentFormat,
  type DocumentSpec,
  documentSpec,
  isReadableVersion,
  withoutOthers,
} from './document-spec.js'
import { type DocumentPath, type DocumentTree, placedIn } from './document-tree.js'
import { readYaml } from './yaml/read-yaml.js'
import type { YamlModule } from './yaml/yaml-module.js'

/** How a document is read. */
export interface DocumentOptions extends ImportOptions {
  /** Default: `'yaml'` where the option `yaml` is given, else `'json'`. */
  readonly format?: 'json' | 'yaml'
  /** The package `yaml`, which reads YAML: `import * as YAML from 'yaml'`, then `{ yaml: YAML }`. */
  readonly yaml?: YamlModule
}

/** A document that has been read, before an org is made of it. */
export interface GivenDocument {
  /** What `defineOrg` takes. */
  readonly spec: object
  /** The fields of the format that are not part of an org. */
  readonly others: ReadonlyMap<string, unknown>
  /** An issue with its line and column. */
  readonly placed: <Found extends Issue>(issue: Found) => Found
  /** A place with its line and column. */
  readonly placeOf: (path: DocumentPath) => Place
}

/** Reads a document: text by its format, or an object that is parsed already. `undefined`, with an issue, where neither can be read. */
export function* readDocument(
  parser: string,
  format: DocumentFormat,
  source: Source,
  options: DocumentOptions,
  issues: ImportIssues,
): Steps<GivenDocument | undefined> {
  const yaml = yamlOption(options)
  const received: unknown = source
  if (isPlainObject(received)) return givenObject(format, received, options, issues)
  const tree =
    yaml === undefined
      ? yield* jsonTree(parser, source, options, issues)
      : yamlTree(parser, source, yaml, options, issues)
  if (tree === undefined) return undefined
  const document = documentSpec(tree, format, issues)
  if (document === undefined) return undefined
  return {
    spec: document.spec,
    others: document.others,
    placed: (issue) => placedIssue(issue, document, tree),
    placeOf: (path) => ({ path, ...tree.placeAt(path, 'value') }),
  }
}

/** A document that is parsed already. */
function givenObject(
  format: DocumentFormat,
  received: object,
  options: DocumentOptions,
  issues: ImportIssues,
): GivenDocument | undefined {
  const fields = new Map<string, unknown>(Object.entries(received))
  if (!isReadableVersion(fields.get('rolegraph'), format, issues)) return undefined
  const others = withoutOthers(fields, format)
  fields.delete('rolegraph')
  // The document belongs to the caller: the roles are corrected in a copy.
  if (options.corrections !== undefined) fields.set('roles', copiesOf(fields.get('roles')))
  return {
    spec: Object.fromEntries(fields),
    others,
    placed: (issue) => issue,
    placeOf: (path) => ({ path }),
  }
}

/** The org of a document, with its issues. */
export function orgOfDocument(
  { spec, placed }: GivenDocument,
  options: DocumentOptions,
  issues: ImportIssues,
): Org {
  const corrections = new Corrections(options.corrections, issues)
  corrections.apply((correction) => isCorrected(spec, correction))
  corrections.report()
  // defineOrg checks every part of a spec, since callers may write JavaScript.
  const org: Org = defineOrg(spec as OrgSpec, { onIssue: 'collect' })
  issues.takeFrom(org, placed)
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
  parser: string,
  source: Source,
  { encoding }: DocumentOptions,
  issues: ImportIssues,
): Steps<DocumentTree | undefined> {
  const text = yield* jsonText(parser, source, encoding, issues)
  return text && (yield* readJson(text, issues))
}

function yamlTree(
  parser: string,
  source: Source,
  yaml: YamlModule,
  { encoding }: DocumentOptions,
  issues: ImportIssues,
): DocumentTree | undefined {
  const text = textOf(parser, source, encoding, issues)
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
function placedIssue<Found extends Issue>(issue: Found, { pathOf }: DocumentSpec, tree: DocumentTree): Found {
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
function yamlOption(options: DocumentOptions): YamlModule | undefined {
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
