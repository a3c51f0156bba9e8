import { counted, quote } from '../../../internal.js'
import { addAt, isObject, type JsonObject } from '../../json/json-object.js'
import { ENTERPRISE, ENTERPRISE_1 } from './scim-users.js'

/** The attributes of the extension that a chart is read from. */
const READ: ReadonlySet<string> = new Set(['manager', 'managerid', 'department'])
const LISTED = 100

/** An attribute that is not where a chart is read from, and the users that have it there. */
interface Stray {
  readonly key: string
  readonly attribute: string
  readonly first: JsonObject
  readonly users: string[]
  count: number
}

/**
 * Reports attributes of the enterprise extension that are elsewhere: under another URN, in the user itself, or under the
 * older of the two extensions where a user has both. A manager there is an error, since it is not read.
 */
export function reportStray(users: readonly JsonObject[]): void {
  const strays = new Map<string, Stray>()
  for (const user of users) {
    for (const [key, attribute] of strayIn(user)) {
      const name = `${key}:${attribute}`.toLowerCase()
      const stray = strays.get(name) ?? { key, attribute, first: user, users: [], count: 0 }
      strays.set(name, stray)
      const id = user.field('id')
      if (stray.count++ < LISTED && typeof id === 'string') stray.users.push(id)
    }
  }
  for (const { key, attribute, first, users: roles, count } of strays.values()) {
    const isManager = attribute.toLowerCase() !== 'department'
    addAt(first.document, 'UNKNOWN_FIELD', [...first.path, key], {
      severity: isManager ? 'error' : 'warning',
      roles,
      witness: [key, attribute],
      message: `${counted(count, 'user')} ${count === 1 ? 'has' : 'have'} the attribute ${quote(attribute)} in ${quote(key)}, where it is not read`,
      suggestion: `Have the server send it in ${ENTERPRISE}.`,
    })
  }
}

/** The keys of a user that hold such attributes, each with the attribute. */
function* strayIn(user: JsonObject): Generator<readonly [key: string, attribute: string]> {
  const extension = [ENTERPRISE, ENTERPRISE_1].find((urn) => user.has(urn))
  const read = extension === undefined ? undefined : user.field(extension)
  const stated = new Set((isObject(read) ? statedIn(read) : []).map((held) => held.toLowerCase()))
  for (const [key, value] of membersOf(user.value)) {
    const name = key.toLowerCase()
    if (value === null || value === '' || name === extension?.toLowerCase()) continue
    // In the user itself, or as a path, as in a PATCH request: urn:…:User:manager.
    const attribute = name.startsWith('urn:') ? key.slice(key.lastIndexOf(':') + 1) : key
    if (isStray(attribute, stated)) yield [key, attribute]
    if (!name.startsWith('urn:') || !isObject(value)) continue
    for (const held of statedIn(value)) if (isStray(held, stated)) yield [key, held]
  }
}

function isStray(attribute: string, stated: ReadonlySet<string>): boolean {
  const name = attribute.toLowerCase()
  return READ.has(name) && !stated.has(name)
}

/** The names of the attributes that an object states. */
function statedIn(object: object): readonly string[] {
  return membersOf(object).flatMap(([name, value]) => (value === null || value === '' ? [] : name))
}

function membersOf(object: object): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(object)
}
