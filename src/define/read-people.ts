import type { Place } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import { aliasNames, warnedAliases } from '../model/alias.js'
import { type HolderSpec, type Person, personOfHolder } from '../model/person.js'
import { readAliases, readData, readText } from './attribute-readers.js'
import type { IssueList, IssueParts } from './issue-list.js'
import { NO_ITEM, placeOfItem, type RoleNames, type RoleRows } from './role-rows.js'
import { type Fields, SpecReader } from './spec-reader.js'

const PERSON_FIELDS = ['name', 'aliases', 'email', 'data'] as const

/** Reads people, an object by id or a list, in order. */
export function readPeople(value: unknown, issues: IssueList, place: Place): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>()
  const reader = new SpecReader(issues, {})
  const entries = reader.distinctEntriesOf(value, 'people', place, repeatedPerson)
  for (const { id, spec, at } of entries) {
    // A person who cannot be read still exists, so that their roles are not further issues.
    people.set(id, readPerson(reader, id, spec, at))
  }
  return people
}

/** The issue of two people with one id. */
export function repeatedPerson(id: string): Pick<IssueParts, 'message' | 'suggestion'> {
  return {
    message: `Two people have the id ${quote(id)}`,
    suggestion: 'Give each person a different id; list someone who fills several roles once.',
  }
}

function readPerson(reader: SpecReader, id: string, spec: unknown, place: Place): Person {
  const fields = reader.fieldsOf(spec, PERSON_FIELDS, place) ?? new Map<string, unknown>()
  return readPersonSpec(reader, id, fields, place)
}

/** A person from fields, with the name in the field `named`. */
export function readPersonSpec(
  reader: SpecReader,
  id: string,
  fields: Fields,
  place: Place,
  named: 'name' | 'title' = 'name',
): Person {
  const aliases = reader.read(fields, 'aliases', readAliases, place) ?? []
  const warned = warnedAliases(aliases)
  return Object.freeze({
    id,
    name: reader.read(fields, named, readText, place) ?? id,
    aliases: aliasNames(aliases),
    ...(warned !== undefined && { warnedAliases: warned }),
    email: reader.read(fields, 'email', readText, place),
    data: reader.read(fields, 'data', readData, place),
  })
}

/** Leaves out holders that are not among the people, each with an issue. If none is left, the holders are not known. */
export function linkHolders(rows: RoleRows, people: ReadonlyMap<string, Person>): void {
  const column = (rows.attributes.get('holders') ?? []) as (readonly HolderSpec[] | undefined)[]
  for (let handle = 0; handle < column.length; handle++) {
    const holders = column[handle]
    if (holders !== undefined) column[handle] = knownHolders(rows, handle, holders, people)
  }
}

/** The holders of a role who are among the people; the others become issues. */
export function knownHolders(
  roles: RoleNames,
  handle: number,
  holders: readonly HolderSpec[],
  people: ReadonlyMap<string, Person>,
): readonly HolderSpec[] | undefined {
  if (holders.every((holder) => people.has(personOfHolder(holder)))) return holders
  const known = holders.filter((holder) => people.has(personOfHolder(holder)))
  for (const [index, holder] of holders.entries()) {
    const person = personOfHolder(holder)
    // One holder may be written without a list.
    const item = holders.length === 1 ? NO_ITEM : index
    if (!people.has(person)) addUnknownPerson(roles, handle, person, people, item)
  }
  return known.length === 0 ? undefined : Object.freeze(known)
}

function addUnknownPerson(
  roles: RoleNames,
  handle: number,
  person: string,
  people: ReadonlyMap<string, Person>,
  item: number,
): void {
  const role = roles.ids[handle]
  const ids = { [Symbol.iterator]: () => people.keys() }
  roles.issues.add('UNKNOWN_PERSON', {
    roles: [role],
    place: placeOfItem(roles, handle, 'holders', item),
    witness: [person],
    message: `The role ${quote(role)} is held by ${quote(person)}, who is not among the people of this org${roles.issues.didYouMean(person, ids)}`,
    suggestion: 'Add the person to people, correct the id, or leave people out to use any names for holders.',
  })
}
