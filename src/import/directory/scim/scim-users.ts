import { quote, quotedList } from '../../../internal.js'
import { addAt, JsonObject, isObject } from '../../json/json-object.js'
import { dataOf, type DirectoryUser, idOf } from '../directory-org.js'
import { addIncompletePage, addTooFewUsers, type DirectoryPages, type PageShape } from '../directory-pages.js'
import type { ManagerFaults } from '../manager-faults.js'
import { NamedUsers } from '../named-users.js'

/** The extension that holds department and manager; the second name is that of SCIM 1.1. */
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const ENTERPRISE_1 = 'urn:scim:schemas:extension:enterprise:1.0'
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** What every response of SCIM has in common. */
export const SCIM_PAGES: Pick<PageShape, 'users' | 'isEmptyPage' | 'ignoresCase' | 'merged'> = {
  users: 'Resources',
  isEmptyPage: (object) => object.has('totalResults'),
  ignoresCase: true,
  merged: {
    UNKNOWN_MANAGER: { what: 'are not users', suggestion: 'Request all users: GET /Users.' },
    MISSING_ID: { what: 'have no id', suggestion: 'Have the server send the id of the manager as value.' },
  },
}

/** Reports that the response to a request continues on another page, or states more resources than there are. */
export function addIncompleteResponse(response: DirectoryPages): void {
  const last = response.pages.at(-1)
  if (last?.field('nextCursor') === undefined) addTooFewUsers(response, 'totalResults')
  else addIncompletePage(last, 'nextCursor', 'nextCursor says that more pages follow')
}

/** Whether a resource has the extension that holds the manager. */
export function isEnterpriseUser(resource: JsonObject): boolean {
  return resource.has(ENTERPRISE) || resource.has(ENTERPRISE_1)
}

/** The users, in their order. */
export function scimUsers(resources: readonly JsonObject[], faults: ManagerFaults): readonly DirectoryUser[] {
  const known: { readonly id: string; readonly resource: JsonObject; readonly name: string | undefined }[] =
    []
  for (const resource of resources) {
    const id = idOf(resource)
    if (id === undefined) continue
    known.push({ id, resource, name: nameOf(resource) })
  }
  // Made when a manager has no id.
  let named: NamedUsers | undefined
  const find = (name: string): readonly string[] => (named ??= new NamedUsers(known)).find(name)
  const users: DirectoryUser[] = []
  for (const { id, resource, name } of known) {
    const enterprise = resource.object(resource.has(ENTERPRISE) ? ENTERPRISE : ENTERPRISE_1)
    users.push({
      id,
      path: resource.path,
      manager: enterprise && managerOf(id, enterprise, find, faults),
      statedManager: statedManager(enterprise?.field('manager')),
      dotted: [],
      job: resource.text('title'),
      person: name,
      email: () => emailOf(resource),
      unit: enterprise?.text('department'),
      data: dataOf(resource),
    })
  }
  return users
}

/** What an attribute states of the manager: an object without values states that there is none. */
function statedManager(manager: unknown): unknown {
  const values = isObject(manager) ? Object.values({ ...manager }) : [manager]
  return values.some((value) => value !== undefined && value !== null && value !== '') ? manager : undefined
}

/** Whether a resource is a group: a search over all resources returns groups too. */
export function isGroup(resource: JsonObject): boolean {
  const meta = resource.field('meta')
  const type: unknown = isObject(meta)
    ? new JsonObject(meta, resource.pathOf('meta'), resource.document).field('resourceType')
    : undefined
  const schemas: unknown = resource.field('schemas')
  const isOfSchema = Array.isArray(schemas) && schemas.includes(GROUP)
  return type === 'Group' || isOfSchema || resource.has('members')
}

/** The primary e-mail address, else the first one. */
function emailOf(resource: JsonObject): string | undefined {
  const emails = resource.objects('emails')
  return (emails.find((email) => email.field('primary') === true) ?? emails.at(0))?.text('value')
}

function nameOf(resource: JsonObject): string | undefined {
  const displayName = resource.text('displayName')
  if (displayName !== undefined) return displayName
  const name = resource.object('name')
  const formatted = name?.text('formatted')
  if (formatted !== undefined) return formatted
  const parts = [name?.text('givenName'), name?.text('familyName')].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(' ') : resource.text('userName')
}

/** Finds the ids of the users with a name. */
type Find = (name: string) => readonly string[]

/** The id of the manager, in any of the forms in which servers send it. */
function managerOf(
  user: string,
  enterprise: JsonObject,
  find: Find,
  faults: ManagerFaults,
): string | undefined {
  const field = enterprise.has('manager') ? 'manager' : 'managerId'
  const given = enterprise.field(field)
  if (given === undefined) return undefined
  const forms: readonly unknown[] = Array.isArray(given) ? given : [given]
  const ids = new Set<string>()
  for (const form of forms) {
    if (typeof form === 'string') {
      if (form !== '') ids.add(form)
    } else if (isObject(form)) {
      const manager = new JsonObject(form, enterprise.pathOf(field), enterprise.document)
      const id = idInManager(user, manager, find, faults)
      if (id !== undefined) ids.add(id)
    } else if (form !== null) {
      enterprise.refuse(field, form, 'a manager as an object with a value, or as a string')
    }
  }
  const [manager, ...others] = ids
  if (others.length > 0) {
    addAt(enterprise.document, 'SEVERAL_MANAGERS', enterprise.pathOf(field), {
      roles: [user],
      witness: [...ids],
      message: `${quote(user)} has several managers: ${quotedList([...ids])}`,
      suggestion: 'Keep the one of the solid line. The first one is used.',
    })
  }
  return manager
}

/**
 * `value`, or `managerId` as in SCIM 1.1, or the end of `$ref`, which is never fetched, or the one user with the
 * `displayName`.
 */
function idInManager(
  user: string,
  manager: JsonObject,
  find: Find,
  faults: ManagerFaults,
): string | undefined {
  for (const name of ['value', 'managerId']) {
    if (manager.field(name) !== undefined) return manager.text(name)
  }
  const reference = manager.text('$ref')
  const id = reference?.split('/').at(-1)
  if (id !== undefined && id !== '') return id
  // An empty object means that no manager is assigned.
  if (!Object.keys(manager.value).some((name) => manager.field(name) !== undefined)) return undefined
  const name = manager.text('displayName')
  const named = name === undefined ? [] : find(name)
  if (named.length === 1) return named[0]
  faults.add('MISSING_ID', {
    role: user,
    cell: name,
    path: manager.path,
    message: `the manager has no id${named.length > 1 ? `, and ${String(named.length)} users have the name ${quote(name)}` : ''}`,
    suggestion: 'Have the server send the id of the manager as value.',
  })
  return undefined
}
