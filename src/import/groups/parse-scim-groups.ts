import type { Org, Steps } from '../../internal.js'
import { type DirectoryData, type FieldPaths, idOf } from '../directory/directory-org.js'
import { type DirectoryPages, directoryPages, type PageShape } from '../directory/directory-pages.js'
import {
  addIncompleteResponse,
  ENTERPRISE,
  isGroup,
  SCIM_PAGES,
  scimUsers,
} from '../directory/scim/scim-users.js'
import { reportStray } from '../directory/scim/stray-attributes.js'
import type { ImportIssues } from '../input/import-issues.js'
import { type ImportResult, parseOf, safeParseOf } from '../input/importer.js'
import type { Source, StreamSource } from '../input/source.js'
import type { JsonObject } from '../json/json-object.js'
import { GROUP_OPTIONS, type GroupOptions, Groups } from './group-org.js'

/**
 * Reads an org from groups of SCIM 2.0 (RFC 7643), as JSON: a `ListResponse`, a list of such pages, a list of groups, or one group. Users in
 * the same list are read too. Names of fields are compared without case, as the standard requires.
 *
 * Each group is a unit, with its `id` and `displayName`. A member of type `Group` is a unit within it; any other member is a role, with the
 * `value` as its id and the `display` as its title and holder. Where `type` is missing, a member is a group if its `$ref` or its id is that
 * of a group. A group within two others is a `SEVERAL_PARENTS` issue, since a unit is part of one.
 *
 * Groups have no managers, so the roles have none. If the input has users too, as a search over all resources returns them, a role has their
 * title, holder, manager and `data`, as {@link parseScim} reads them; its unit is a group, not the department. Of several groups the
 * unit is the innermost (of several, the first), and the others are in `alsoIn`. Nothing is ever fetched.
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
 * import { parseScimGroups } from 'rolegraph/import'
 *
 * const org = parseScimGroups(`{ "totalResults": 2, "Resources": [
 *   { "id": "g1", "displayName": "Finance", "members": [{ "value": "g2", "type": "Group" }] },
 *   { "id": "g2", "displayName": "Payroll", "members": [{ "value": "u7", "display": "Ada", "type": "User" }] }
 * ] }`)
 * console.log(unitOf(org, 'g2')?.partOf, membersOf(org, 'g2')) // => g1 [ 'u7' ]
 * ```
 * @see {@link safeParseScimGroups} returns issues instead of throwing; {@link parseScim} reads users with their managers.
 */
export function parseScimGroups(source: Source, options?: GroupOptions): Org<string, string, DirectoryData>
export function parseScimGroups(
  source: StreamSource,
  options?: GroupOptions,
): Promise<Org<string, string, DirectoryData>>
export function parseScimGroups(
  source: Source | StreamSource,
  options?: GroupOptions,
): Org<string, string, DirectoryData> | Promise<Org<string, string, DirectoryData>> {
  return throwing(source, options)
}

/**
 * Reads an org from groups of SCIM 2.0 like {@link parseScimGroups}, and returns issues instead of throwing.
 *
 * Complexity: O(characters).
 *
 * @param source Text, bytes, or a stream of either.
 * @param options As for {@link parseScimGroups}.
 * @returns `{ ok, org, issues }`; of a stream a promise of it.
 * @throws {@link OrgError} `INVALID_OPTION`, `INVALID_ARGUMENT`: never because of the data. Errors of a
 * stream are passed on.
 * @example
 * ```ts
 * import { safeParseScimGroups } from 'rolegraph/import'
 *
 * const part = { value: 'c', type: 'Group' }
 * const groups = [{ id: 'a', members: [part] }, { id: 'b', members: [part] }, { id: 'c', members: [] }]
 * const { issues } = safeParseScimGroups(JSON.stringify(groups))
 * console.log(issues[0]?.message) // => Line 1, column 75: the group 'c' is part of several groups: 'a' and 'b'
 * ```
 */
export function safeParseScimGroups(source: Source, options?: GroupOptions): ImportResult<DirectoryData>
export function safeParseScimGroups(
  source: StreamSource,
  options?: GroupOptions,
): Promise<ImportResult<DirectoryData>>
export function safeParseScimGroups(
  source: Source | StreamSource,
  options?: GroupOptions,
): ImportResult<DirectoryData> | Promise<ImportResult<DirectoryData>> {
  return safe(source, options)
}

const SHAPE: PageShape = {
  parser: 'parseScimGroups',
  items: ['group', 'groups'],
  ...SCIM_PAGES,
  request: 'GET /Groups',
}

const FIELDS: FieldPaths = new Map([
  ['id', ['id']],
  ['manager', [ENTERPRISE, 'manager']],
  ['title', ['title']],
  ['holders', ['displayName']],
])

function* readScimGroups(
  source: Source,
  options: GroupOptions,
  issues: ImportIssues,
): Steps<Org<string, string, DirectoryData> | undefined> {
  const read = yield* directoryPages(source, options, issues, SHAPE)
  if (read === undefined) return undefined
  const resources = read.users.map((resource) => ({ resource, isOfGroup: isGroup(resource) }))
  reportIncomplete(read, resources)
  const users = resources.flatMap(({ resource, isOfGroup }) => (isOfGroup ? [] : resource))
  reportStray(users)
  const groups = new Groups(read.document, SHAPE, read.faults)
  for (const user of scimUsers(users, read.faults)) groups.addUser(user)
  addGroups(
    resources.flatMap(({ resource, isOfGroup }) => (isOfGroup ? resource : [])),
    groups,
  )
  return groups.org(FIELDS, options)
}

function addGroups(resources: readonly JsonObject[], groups: Groups): void {
  const known: { readonly id: string; readonly resource: JsonObject }[] = []
  for (const resource of resources) {
    const id = idOf(resource)
    if (id === undefined) continue
    known.push({ id, resource })
    groups.addGroup({
      id,
      path: resource.path,
      title: resource.text('displayName'),
      kind: undefined,
      note: undefined,
    })
  }
  const ids = new Set(known.map(({ id }) => id))
  for (const { id, resource } of known) {
    for (const member of resource.objects('members')) {
      const value = idOfMember(member)
      if (value === undefined) continue
      if (isOfGroupType(member, ids.has(value))) groups.addPart(value, id, member.path)
      else groups.addMember(id, value, () => strangerOf(member, value))
    }
  }
}

/** The `value` of a member, or the end of its `$ref`, which is never fetched. */
function idOfMember(member: JsonObject): string | undefined {
  const field = member.field('value') === undefined ? '$ref' : 'value'
  const given = member.text(field)
  const id = field === 'value' ? given : given?.split('/').at(-1)
  if (id !== undefined && id !== '') return member.isWithinLimit(field, id) ? id : undefined
  if (member.field(field) === undefined) idOf(member)
  return undefined
}

function isOfGroupType(member: JsonObject, hasIdOfGroup: boolean): boolean {
  const type = member.text('type')
  if (type !== undefined) return type.toLowerCase() === 'group'
  return hasIdOfGroup || /\/groups\/[^/]*$/i.test(member.text('$ref') ?? '')
}

function strangerOf(member: JsonObject, id: string): Parameters<Groups['addUser']>[0] {
  return {
    id,
    path: member.path,
    manager: undefined,
    statedManager: undefined,
    dotted: [],
    job: undefined,
    person: member.text('display'),
    email: () => undefined,
    data: {},
  }
}

/** Reports that groups or users continue on another page. Groups and users may be answers to two requests. */
function reportIncomplete(
  read: DirectoryPages,
  resources: readonly { readonly resource: JsonObject; readonly isOfGroup: boolean }[],
): void {
  const kinds = new Map<unknown, Set<boolean>>()
  for (const { resource, isOfGroup } of resources) {
    const page = pageOf(resource)
    kinds.set(page, (kinds.get(page) ?? new Set()).add(isOfGroup))
  }
  // A page with both, or without any, is an answer about all resources.
  const pagesOf = (...wanted: readonly boolean[]): readonly JsonObject[] =>
    read.pages.filter((page) => {
      const found = kinds.get(pageOf(page))
      const isMixed = found?.size !== 1
      return wanted.length === 0 ? isMixed : !isMixed && found.has(wanted[0])
    })
  const ofKind = (wanted: boolean): readonly JsonObject[] =>
    resources.flatMap(({ resource, isOfGroup }) => (isOfGroup === wanted ? resource : []))
  const requests: readonly (readonly [pages: readonly JsonObject[], found: readonly JsonObject[]])[] = [
    [pagesOf(true), ofKind(true)],
    [pagesOf(false), ofKind(false)],
    [pagesOf(), read.users],
  ]
  for (const [pages, found] of requests) addIncompleteResponse({ ...read, pages, users: found })
}

/** Which page a resource is in; the only one has no number. */
function pageOf({ path }: JsonObject): unknown {
  return typeof path[0] === 'number' ? path[0] : undefined
}

const safe = /* @__PURE__ */ safeParseOf({
  parser: 'parseScimGroups',
  options: GROUP_OPTIONS,
  read: readScimGroups,
})
const throwing = /* @__PURE__ */ parseOf(safe)
