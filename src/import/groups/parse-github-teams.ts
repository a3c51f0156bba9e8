import { type Org, quote, type Steps } from '../../internal.js'
import type { DirectoryData, FieldPaths } from '../directory/directory-org.js'
import { dataOf } from '../directory/directory-org.js'
import { addIncompletePage, addTooFew } from '../directory/directory-pages.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../input/importer.js'
import type { Source, StreamSource } from '../input/source.js'
import { addAt, addInvalid, isObject, type JsonDocument, JsonObject } from '../json/json-object.js'
import { jsonText } from '../json/json-text.js'
import { readJson } from '../json/read-json.js'
import {
  checkGroupOptions,
  GROUP_OPTIONS,
  type GroupOptions,
  Groups,
  type MemberParts,
  shapeWithoutManagers,
} from './group-org.js'

/**
 * Reads an org from teams of a GitHub organization, as JSON: a list of teams as `GET /orgs/{org}/teams` returns it, a list of such pages, one
 * team, or the response to a GraphQL query of `organization { teams { nodes { … } } }`.
 *
 * Each team is a unit, with its `slug` as its id, its `name` and its `description` as its note; it is part of its `parent` (`parentTeam`). The
 * list of teams has no members: request those of each team, and add them to it as `members`, a list of users or of their logins. In GraphQL
 * they are `members { nodes { login name } }`. Each member is a role, with the `login` as its id and the `name`, else the login, as its title
 * and holder; `data` is the record of the user. Nobody has a manager: a maintainer of a team is not one.
 *
 * GitHub lists the members of a team within another one in both. The unit of a role is the innermost of its teams (of several, the first),
 * and the others are in `alsoIn`. Teams with a `parent` that is not in the list are an `UNKNOWN_UNIT` issue. Nothing is ever
 * fetched.
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
 * import { membersOf, unitOf } from 'rolegraph'
 * import { parseGithubTeams } from 'rolegraph/import'
 *
 * const teams = [
 *   { id: 1, name: 'Platform', slug: 'platform', parent: null },
 *   { id: 2, name: 'Build Tools', slug: 'build-tools', parent: { id: 1, slug: 'platform' }, members: [{ login: 'ada' }] },
 * ]
 * const org = parseGithubTeams(JSON.stringify(teams))
 * console.log(unitOf(org, 'build-tools')?.partOf, membersOf(org, 'build-tools')) // => platform [ 'ada' ]
 * ```
 * @see {@link safeParseGithubTeams} returns issues instead of throwing.
 */
export function parseGithubTeams(source: Source, options?: GroupOptions): Org<string, string, DirectoryData>
export function parseGithubTeams(
  source: StreamSource,
  options?: GroupOptions,
): Promise<Org<string, string, DirectoryData>>
export function parseGithubTeams(
  source: Source | StreamSource,
  options?: GroupOptions,
): Org<string, string, DirectoryData> | Promise<Org<string, string, DirectoryData>> {
  return throwing(source, options)
}

/**
 * Reads an org from teams of a GitHub organization like {@link parseGithubTeams}, and returns issues instead of throwing.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options As for {@link parseGithubTeams}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { safeParseGithubTeams } from 'rolegraph/import'
 *
 * const { issues } = safeParseGithubTeams('[{ "name": "Tools", "slug": "tools", "parent": { "slug": "platform" } }]')
 * console.log(issues[0]?.code, issues[0]?.witness) // => UNKNOWN_UNIT [ 'platform' ]
 * ```
 */
export function safeParseGithubTeams(source: Source, options?: GroupOptions): ImportResult<DirectoryData>
export function safeParseGithubTeams(
  source: StreamSource,
  options?: GroupOptions,
): Promise<ImportResult<DirectoryData>>
export function safeParseGithubTeams(
  source: Source | StreamSource,
  options?: GroupOptions,
): ImportResult<DirectoryData> | Promise<ImportResult<DirectoryData>> {
  return safe(source, options)
}

const REQUEST = 'GET /orgs/{org}/teams'

const FIELDS: FieldPaths = new Map([
  ['id', ['login']],
  ['title', ['name']],
  ['holders', ['name']],
])

function* readGithubTeams(
  source: Source,
  options: GroupOptions,
  issues: ImportIssues,
): Steps<Org<string, string, DirectoryData> | undefined> {
  checkGroupOptions(options)
  const text = yield* jsonText('parseGithubTeams', source, options.encoding, issues)
  const tree = text && (yield* readJson(text, issues))
  if (tree === undefined) return undefined
  const document: JsonDocument = { tree, issues, caseless: undefined }
  const teams = teamsIn(tree.value, document)
  if (teams === undefined) return undefined
  const groups = new Groups(document, shapeWithoutManagers(REQUEST))
  const slugs = new Map<string, string>()
  const known: { readonly id: string; readonly team: JsonObject }[] = []
  for (const team of teams) {
    const id = textWithin(team, 'slug')
    if (id === undefined) continue
    known.push({ id, team })
    const number = numberOf(team)
    if (number !== undefined && !slugs.has(number)) slugs.set(number, id)
    groups.addGroup({
      id,
      path: team.path,
      title: team.text('name'),
      kind: undefined,
      note: team.text('description'),
    })
  }
  for (const { id, team } of known) {
    const parent = team.object(team.has('parent') ? 'parent' : 'parentTeam')
    const whole = parent && (parent.text('slug') ?? slugs.get(numberOf(parent) ?? ''))
    if (whole !== undefined)
      groups.addPart(id, whole, team.pathOf(team.has('parent') ? 'parent' : 'parentTeam'))
    else if (parent !== undefined) addMissing(parent, 'slug')
    for (const member of membersOf(team)) groups.addMember(id, member.id, () => member)
  }
  return groups.org(FIELDS, options)
}

/** The teams in a list, in a list of pages, in the response to a query, or the only one. */
function teamsIn(value: unknown, document: JsonDocument): readonly JsonObject[] | undefined {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    return list.flatMap((item, index) => {
      if (!Array.isArray(item)) return itemOf(item, [index], document)
      const page: readonly unknown[] = item
      return page.flatMap((team, at) => itemOf(team, [index, at], document))
    })
  }
  let object = isObject(value) ? new JsonObject(value, [], document) : undefined
  if (object?.has('slug') === true) return [object]
  for (const name of ['data', 'organization', 'teams']) {
    if (object?.has(name) === true) object = object.object(name)
  }
  if (object?.has('nodes') === true || object?.has('edges') === true) return nodesOf(object)
  addAt(document, 'INVALID_DOCUMENT', [], {
    message: `expected a list of teams, received ${quote(value)}`,
    suggestion: `Pass the response to ${REQUEST}, or a list of such responses.`,
  })
  return undefined
}

function itemOf(
  item: unknown,
  path: JsonObject['path'],
  document: JsonDocument,
): JsonObject | readonly JsonObject[] {
  if (isObject(item)) return new JsonObject(item, path, document)
  addInvalid(document, path, item, 'an object')
  return []
}

/** The nodes of a connection of GraphQL. */
function nodesOf(connection: JsonObject): readonly JsonObject[] {
  const nodes = connection.has('nodes')
    ? connection.objects('nodes')
    : connection.objects('edges').flatMap((edge) => edge.object('node') ?? [])
  if (connection.object('pageInfo')?.field('hasNextPage') === true) {
    addIncompletePage(connection, 'pageInfo', 'hasNextPage says that more pages follow')
  } else {
    const total = connection.field('totalCount')
    if (typeof total === 'number') addTooFew(connection, 'totalCount', total, nodes.length)
  }
  return nodes
}

/** The members of a team: users, logins, or a connection of GraphQL. */
function membersOf(team: JsonObject): readonly MemberParts[] {
  const given = team.field('members')
  if (isObject(given)) {
    const connection = new JsonObject(given, team.pathOf('members'), team.document)
    return nodesOf(connection).flatMap((user) => memberOf(user) ?? [])
  }
  if (!Array.isArray(given)) {
    if (given !== undefined) team.refuse('members', given, 'a list of users')
    return []
  }
  const list: readonly unknown[] = given
  return list.flatMap((item, index) => {
    const path = [...team.pathOf('members'), index]
    // A login is read as a user of whom no more is known.
    if (typeof item === 'string') return memberOf(new JsonObject({ login: item }, path, team.document)) ?? []
    const user = itemOf(item, path, team.document)
    return user instanceof JsonObject ? (memberOf(user) ?? []) : []
  })
}

function memberOf(user: JsonObject): MemberParts | undefined {
  const id = textWithin(user, 'login')
  if (id === undefined) return undefined
  return {
    id,
    path: user.path,
    manager: undefined,
    statedManager: undefined,
    dotted: [],
    job: undefined,
    person: user.text('name') ?? id,
    email: () => user.text('email'),
    data: dataOf(user),
  }
}

/** The text that identifies something; `undefined`, with an issue, where there is none or it is too long. */
function textWithin(object: JsonObject, name: string): string | undefined {
  const id = object.text(name)
  if (id !== undefined) return object.isWithinLimit(name, id) ? id : undefined
  if (object.field(name) === undefined) addMissing(object, name)
  return undefined
}

function addMissing(object: JsonObject, name: string): void {
  addAt(object.document, 'MISSING_ID', object.path, {
    witness: [name],
    message: `the object has no ${name}`,
    suggestion: `Request the field ${name} too.`,
  })
}

/** The number of a team, as text. */
function numberOf(team: JsonObject): string | undefined {
  const id = team.field('id')
  return typeof id === 'number' || typeof id === 'string' ? String(id) : undefined
}

const safe = /* @__PURE__ */ safeParseOf({
  parser: 'parseGithubTeams',
  options: GROUP_OPTIONS,
  read: readGithubTeams,
})
const throwing = /* @__PURE__ */ parseOf(safe)
