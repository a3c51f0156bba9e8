import { type Org, quote, type Steps } from '../../internal.js'
import type { DirectoryData, FieldPaths } from '../directory/directory-org.js'
import { addIncompletePage, addTooFew } from '../directory/directory-pages.js'
import { ImportIssues } from '../input/import-issues.js'
import { limitsOf, ownOptions } from '../input/import-options.js'
import { importResult, type ImportResult, orgOrThrow, safeParseOf } from '../input/importer.js'
import { isStream, type Source, type StreamSource } from '../input/source.js'
import { addAt, isObject, type JsonDocument, JsonObject, objectsIn } from '../json/json-object.js'
import { jsonText } from '../json/json-text.js'
import { readJson } from '../json/read-json.js'
import { addEntities } from './backstage-entities.js'
import {
  checkGroupOptions,
  GROUP_OPTIONS,
  type GroupOptions,
  Groups,
  shapeWithoutManagers,
} from './group-org.js'

/** Entities of a Backstage catalog that are parsed already, in the order of their files. */
export type BackstageEntities = readonly Readonly<Record<string, unknown>>[]

/**
 * Reads an org from the groups and users of a Backstage catalog: entities that are parsed already, such as those of YAML files, or JSON, as the
 * catalog's API returns it (a list, `{ items: [ … ] }`, or one entity). Entities of other kinds are passed over.
 *
 * Each `Group` is a unit: its `spec.type` is its kind, `spec.profile.displayName`, else `metadata.title`, else the name is its title, and the
 * description is its note. `spec.parent` and `spec.children` say what it is part of; a group within two others is a `SEVERAL_PARENTS`
 * issue. Each `User` is a role that a person with the `displayName` holds; `data` is the whole entity. `spec.memberOf` of users and
 * `spec.members` of groups say who is in which unit; of several groups the unit is the innermost (of several, the first), and
 * the others are in `alsoIn`. A catalog has no managers, so the roles have none.
 *
 * The id of a role or a unit is the name, or `namespace/name` outside of the namespace `default`. References are compared without case. A user and
 * a group may have one name: then pass `unitPrefix`.
 *
 * Complexity: O(characters).
 *
 * @param source Entities; or text, bytes, or a stream of either.
 * @param options `mode: 'lenient'` makes an org of whatever can be read; `people: true`; `unitPrefix`; `encoding`; `limits`.
 * @returns The org; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_ORG` with all issues; `INVALID_OPTION`, `INVALID_ARGUMENT`. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { membersOf, unitOf } from 'rolegraph'
 * import { parseBackstage } from 'rolegraph/import'
 * import { parseAllDocuments } from 'yaml'
 *
 * const yaml = `
 * kind: Group
 * metadata: { name: platform }
 * spec: { type: department, children: [tools] }
 * ---
 * kind: Group
 * metadata: { name: tools }
 * spec: { type: team, parent: platform, children: [] }
 * ---
 * kind: User
 * metadata: { name: ada }
 * spec: { memberOf: [tools] }
 * `
 * const org = parseBackstage(parseAllDocuments(yaml).map((entity) => entity.toJS()))
 * console.log(unitOf(org, 'tools')?.partOf, membersOf(org, 'tools')) // => platform [ 'ada' ]
 * ```
 * @see {@link safeParseBackstage} returns issues instead of throwing.
 */
export function parseBackstage(
  source: Source | BackstageEntities,
  options?: GroupOptions,
): Org<string, string, DirectoryData>
export function parseBackstage(
  source: StreamSource,
  options?: GroupOptions,
): Promise<Org<string, string, DirectoryData>>
export function parseBackstage(
  source: Source | BackstageEntities | StreamSource,
  options?: GroupOptions,
): Org<string, string, DirectoryData> | Promise<Org<string, string, DirectoryData>> {
  if (isEntities(source)) return orgOrThrow(safeParseEntities(source, options))
  return isStream(source)
    ? safe(source, options).then(orgOrThrow<DirectoryData>)
    : orgOrThrow(safe(source, options))
}

/**
 * Reads an org from the groups and users of a Backstage catalog like {@link parseBackstage}, and returns issues instead of throwing.
 *
 * Complexity: O(characters).
 *
 * @param source Entities; or text, bytes, or a stream of either.
 * @param options As for {@link parseBackstage}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it. Of entities, the place of an issue is its path.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { safeParseBackstage } from 'rolegraph/import'
 *
 * const { issues } = safeParseBackstage([{ kind: 'User', metadata: { name: 'ada' }, spec: { memberOf: ['tools'] } }])
 * console.log(issues[0]?.code, issues[0]?.place.path) // => UNKNOWN_UNIT [ 0, 'spec', 'memberOf' ]
 * ```
 */
export function safeParseBackstage(
  source: Source | BackstageEntities,
  options?: GroupOptions,
): ImportResult<DirectoryData>
export function safeParseBackstage(
  source: StreamSource,
  options?: GroupOptions,
): Promise<ImportResult<DirectoryData>>
export function safeParseBackstage(
  source: Source | BackstageEntities | StreamSource,
  options?: GroupOptions,
): ImportResult<DirectoryData> | Promise<ImportResult<DirectoryData>> {
  if (isEntities(source)) return safeParseEntities(source, options)
  return isStream(source) ? safe(source, options) : safe(source, options)
}

const PARSER = 'parseBackstage'
const REQUEST = 'GET /api/catalog/entities'

/** How files of entities in YAML begin: with a comment, a directive, the mark of a document, an item of a list or a key. */
const YAML = /^\s*(?:[#%]|---|- |["']?[\w.-]{1,99}["']?:\s)/
/** How many bytes at the beginning of a text are searched for YAML. */
const SEARCHED = 1000

const FIELDS: FieldPaths = new Map([
  ['id', ['metadata', 'name']],
  ['title', ['spec', 'profile', 'displayName']],
  ['holders', ['spec', 'profile', 'displayName']],
  ['unit', ['spec', 'memberOf']],
  ['alsoIn', ['spec', 'memberOf']],
])

function isEntities(source: Source | BackstageEntities | StreamSource): source is BackstageEntities {
  return Array.isArray(source)
}

function safeParseEntities(
  entities: BackstageEntities,
  options: GroupOptions | undefined,
): ImportResult<DirectoryData> {
  const own = ownOptions(PARSER, options, GROUP_OPTIONS)
  const issues = new ImportIssues(limitsOf(own.limits))
  checkGroupOptions(own)
  // They have paths, and no lines.
  const tree = { value: entities, keysAt: () => [], placeAt: () => ({}), hintAt: () => undefined }
  const document: JsonDocument = { tree, issues, caseless: undefined }
  return importResult(orgOfEntities(objectsIn(entities, [], document), document, own), issues, own)
}

function* readBackstage(
  source: Source,
  options: GroupOptions,
  issues: ImportIssues,
): Steps<Org<string, string, DirectoryData> | undefined> {
  checkGroupOptions(options)
  const text = yield* jsonText(PARSER, source, options.encoding, issues)
  if (text !== undefined && YAML.test(text.slice(0, Math.min(text.bytes.length, SEARCHED)))) {
    issues.addAt('INVALID_DOCUMENT', {
      place: text.at(0),
      message: 'expected JSON, received text that looks like YAML',
      suggestion: `Parse it, and pass the entities: ${PARSER}(parseAllDocuments(text).map((entity) => entity.toJS())).`,
    })
    return undefined
  }
  const tree = text && (yield* readJson(text, issues))
  if (tree === undefined) return undefined
  const document: JsonDocument = { tree, issues, caseless: undefined }
  const objects = objectsOf(tree.value, document)
  return objects && orgOfEntities(objects, document, options)
}

/** The entities of a list, of a page of the API, or the only one. */
function objectsOf(value: unknown, document: JsonDocument): readonly JsonObject[] | undefined {
  if (Array.isArray(value)) return objectsIn(value as readonly unknown[], [], document)
  const object = isObject(value) ? new JsonObject(value, [], document) : undefined
  if (object?.has('items') === true) {
    const items = object.objects('items')
    const total = object.field('totalItems')
    if (object.object('pageInfo')?.field('nextCursor') !== undefined)
      addIncompletePage(object, 'pageInfo', 'nextCursor says that more pages follow')
    else if (typeof total === 'number') addTooFew(object, 'totalItems', total, items.length)
    return items
  }
  if (object?.has('kind') === true) return [object]
  addAt(document, 'INVALID_DOCUMENT', [], {
    message: `expected entities of a catalog, received ${quote(value)}`,
    suggestion: `Pass the response to ${REQUEST}, or a list of entities.`,
  })
  return undefined
}

function orgOfEntities(
  objects: readonly JsonObject[],
  document: JsonDocument,
  options: GroupOptions,
): Org<string, string, DirectoryData> | undefined {
  const groups = new Groups(document, shapeWithoutManagers(REQUEST))
  addEntities(objects, groups)
  return groups.org(FIELDS, options)
}

const safe = /* @__PURE__ */ safeParseOf({ parser: PARSER, options: GROUP_OPTIONS, read: readBackstage })
