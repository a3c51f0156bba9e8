import { quote, quotedList } from '../../../internal.js'
import { addAt, DirectoryObject, isObject } from '../directory-object.js'
import { dataOf, type DirectoryUser, idOf } from '../directory-org.js'

/** Where enterprise users have their department and manager; the second name is that of SCIM 1.1. */
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const ENTERPRISE_1 = 'urn:scim:schemas:extension:enterprise:1.0'

/** The users among the resources, in their order. */
export function scimUsers(resources: readonly DirectoryObject[]): readonly DirectoryUser[] {
  const users: DirectoryUser[] = []
  for (const resource of resources) {
    if (isGroup(resource)) continue
    const id = idOf(resource)
    if (id === undefined) continue
    const enterprise = resource.object(resource.has(ENTERPRISE) ? ENTERPRISE : ENTERPRISE_1)
    users.push({
      id,
      path: resource.path,
      manager: enterprise && managerOf(id, enterprise),
      dotted: [],
      job: resource.text('title'),
      person: nameOf(resource),
      unit: enterprise?.text('department'),
      data: dataOf(resource),
    })
  }
  return users
}

/** A search over all resources finds groups too; they have no place on a chart, and a warning says so. */
function isGroup(resource: DirectoryObject): boolean {
  const meta = resource.field('meta')
  const type: unknown = isObject(meta)
    ? new DirectoryObject(meta, resource.pathOf('meta'), resource.directory).field('resourceType')
    : undefined
  if (type !== 'Group') return false
  addAt(resource.directory, 'INVALID_DOCUMENT', resource.path, {
    severity: 'warning',
    witness: [type],
    message: 'this resource is a group and no user: it is left out',
    suggestion: 'Ask for /Users alone.',
  })
  return true
}

function nameOf(resource: DirectoryObject): string | undefined {
  const displayName = resource.text('displayName')
  if (displayName !== undefined) return displayName
  const name = resource.object('name')
  const formatted = name?.text('formatted')
  if (formatted !== undefined) return formatted
  const parts = [name?.text('givenName'), name?.text('familyName')].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(' ') : resource.text('userName')
}

/** The id of the manager, in each of the forms in which servers send it. */
function managerOf(user: string, enterprise: DirectoryObject): string | undefined {
  const field = enterprise.has('manager') ? 'manager' : 'managerId'
  const given = enterprise.field(field)
  if (given === undefined) return undefined
  const forms: readonly unknown[] = Array.isArray(given) ? given : [given]
  const ids = new Set<string>()
  for (const form of forms) {
    if (typeof form === 'string') {
      if (form !== '') ids.add(form)
    } else if (isObject(form)) {
      const id = idInManager(new DirectoryObject(form, enterprise.pathOf(field), enterprise.directory))
      if (id !== undefined) ids.add(id)
    } else if (form !== null) {
      enterprise.refuse(field, form, 'a manager as an object with a value, or as a text')
    }
  }
  const [manager, ...others] = ids
  if (others.length > 0) {
    addAt(enterprise.directory, 'SEVERAL_MANAGERS', enterprise.pathOf(field), {
      roles: [user],
      witness: [...ids],
      message: `${quote(user)} has several managers: ${quotedList([...ids])}`,
      suggestion: 'Keep the one of the solid line. The first one holds.',
    })
  }
  return manager
}

/** `value`, or `managerId` as in SCIM 1.1, or the end of `$ref`, which is read as text and never fetched. */
function idInManager(manager: DirectoryObject): string | undefined {
  for (const name of ['value', 'managerId']) {
    if (manager.field(name) !== undefined) return manager.text(name)
  }
  const reference = manager.text('$ref')
  const id = reference?.split('/').at(-1)
  if (id !== undefined && id !== '') return id
  // An object that says nothing is a manager that is not assigned.
  if (!Object.keys(manager.value).some((name) => manager.field(name) !== undefined)) return undefined
  addAt(manager.directory, 'MISSING_ID', manager.path, {
    message: 'the manager is named without an id',
    suggestion: 'Have the server send the id of the manager as value.',
  })
  return undefined
}
