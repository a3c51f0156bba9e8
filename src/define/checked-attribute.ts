import type { RoleAttributes } from '../model/role.js'
import { ATTRIBUTE_READERS, Refused } from './attribute-readers.js'
import { readerOf, type RoleNames } from './role-rows.js'

/** List attributes that accept a single text as a list of one. */
const LISTS: ReadonlySet<string> = new Set(['aliases', 'holders', 'certifications', 'skills', 'sources'])

/** A checked copy of the value of an attribute; `undefined`, with an issue, if the attribute cannot have it. */
export function checkedAttribute(
  roles: RoleNames,
  handle: number,
  name: keyof RoleAttributes,
  given: unknown,
): unknown {
  if (given === undefined || given === null) return undefined
  const reader: (value: unknown) => unknown = ATTRIBUTE_READERS[name]
  const value = reader(typeof given === 'string' && LISTS.has(name) ? [given] : given)
  if (!(value instanceof Refused)) return value
  readerOf(roles, handle).refuse(value, value.receivedIn(given), roles.placeOf(handle, name))
  return undefined
}
