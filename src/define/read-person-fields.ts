import { invalidOption } from '../kernel/invalid-input.js'
import type { Place } from '../kernel/issue.js'
import { type GivenOptions, givenOptions } from '../kernel/option-check.js'
import { plainPerson, type AssignmentTerms, type HolderSpec, type Person } from '../model/person.js'
import { holderOf, isShare } from './attribute-readers.js'
import { type ReadableField, readableField } from './readable-field.js'
import type { RoleRows } from './role-rows.js'
import { dayOfEnd, type EndReading, type RowEnds } from './row-ends.js'
import {
  addConflictingPerson,
  addPersonWithoutId,
  PERSON_PARTS,
  type PersonPart,
  personValue,
  refuseEnd,
  refusePersonValue,
} from './row-people.js'

const OF_PERSON = ['id', 'name', 'email', 'share', 'kind', 'from', 'to'] as const

/** The fields of the option `person`, by part; `undefined` if it is not given. */
export function personFields(given: GivenOptions): ReadonlyMap<PersonPart, ReadableField> | undefined {
  const option = given.get('person')
  if (option === undefined) return undefined
  for (const other of ['holders', 'people']) {
    if (given.get(other) !== undefined) {
      throw invalidOption(other, given.get(other), 'used only without person, which says who fills roles')
    }
  }
  const own = givenOptions('person', option, OF_PERSON)
  if (own.get('id') === undefined) {
    throw invalidOption(
      'person',
      option,
      "an object that names the field with the id of the person: { id: 'employee' }",
    )
  }
  const fields = new Map<PersonPart, ReadableField>()
  for (const name of OF_PERSON) {
    const part = name === 'id' ? 'person' : name
    const field = readableField(part, own.get(name), `person.${name}`)
    if (field !== undefined) fields.set(part, field)
  }
  return fields
}

/** A record, the role that it is about, and its place. */
export interface PersonRecord {
  readonly record: number
  readonly handle: number
  readonly placeOf: (part: PersonPart) => Place
}

/** The name and the address of a person, each from the first record that has it. */
interface CalledPerson {
  name: string | undefined
  email: string | undefined
  /** The parts for which a differing record has been reported. */
  readonly reported: Set<PersonPart>
}

/**
 * Reads the person of each record into the holders of its role, and the people whom records name. A record without a person
 * says that nobody fills the role; one whose person cannot be read says nothing.
 */
export function readPersonFields(
  rows: RoleRows,
  records: Iterable<PersonRecord>,
  valueOf: (record: number, part: PersonPart) => unknown,
  ends: EndReading,
): void {
  const column = new Array<HolderSpec[] | undefined>(rows.ids.length).fill(undefined)
  const unread = new Set<number>()
  const people = new Map<string, CalledPerson>()
  for (const one of records) {
    const { record, handle, placeOf } = one
    const values = valuesIn(rows, one, (part) => {
      const value = valueOf(record, part)
      return part === 'to' && ends.open.has(value) ? undefined : value
    })
    const [id, name] = [values.get('person'), values.get('name')]
    if (typeof id === 'string') {
      callPerson(rows, handle, people, id, values, placeOf)
      ;(column[handle] ??= []).push(holderOf(id, termsIn(rows, handle, values, placeOf, ends.ends)))
      continue
    }
    if (typeof name === 'string' && !values.has('person')) {
      addPersonWithoutId(rows, handle, name, placeOf('person'))
      values.set('person', undefined)
    }
    if (values.has('person')) unread.add(handle)
    else column[handle] ??= []
  }
  for (const handle of unread) if (column[handle]?.length === 0) column[handle] = undefined
  rows.attributes.set(
    'holders',
    column.map((holders) => holders && Object.freeze(holders)),
  )
  rows.people = new Map<string, Person>(
    Array.from(people, ([id, { name, email }]) => [id, plainPerson(id, name, email)]),
  )
}

/** The values of a record; `undefined` for a person who cannot be read. Refused values become issues. */
function valuesIn(
  rows: RoleRows,
  { handle, placeOf }: PersonRecord,
  valueOf: (part: PersonPart) => unknown,
  read = personValue,
): Map<PersonPart, unknown> {
  const values = new Map<PersonPart, unknown>()
  for (const part of PERSON_PARTS) {
    const value = valueOf(part)
    if (value === undefined || value === null) continue
    const good = read(part, value)
    if (good === undefined) refusePersonValue(rows, handle, part, value, placeOf(part))
    if (good !== undefined || part === 'person') values.set(part, good)
  }
  return values
}

/**
 * Reads and checks the terms of one assignment in the form in which the library writes them. A term is `undefined` if it is
 * left out, or refused with an issue at its place.
 */
export function readTerms(
  rows: RoleRows,
  handle: number,
  valueOf: (part: keyof AssignmentTerms) => unknown,
  placeOf: (part: PersonPart) => Place,
): CheckedTerms {
  const record = { record: handle, handle, placeOf }
  const values = valuesIn(
    rows,
    record,
    (part) => (isTerm(part) ? valueOf(part) : undefined),
    (part, value) => (part === 'share' && isShare(value) ? value : personValue(part, value)),
  )
  return termsIn(rows, handle, values, placeOf, 'exclusive')
}

function isTerm(part: PersonPart): part is keyof AssignmentTerms {
  return part === 'share' || part === 'kind' || part === 'from' || part === 'to'
}

type CheckedTerms = Required<{ [Name in keyof AssignmentTerms]: AssignmentTerms[Name] | undefined }>

function termsIn(
  rows: RoleRows,
  handle: number,
  values: ReadonlyMap<PersonPart, unknown>,
  placeOf: PersonRecord['placeOf'],
  ends: RowEnds,
): CheckedTerms {
  // Every value has been checked for its part.
  const terms = Object.fromEntries(values) as AssignmentTerms
  const { share, kind, from } = terms
  let { to } = terms
  const end = to
  if (to !== undefined) to = dayOfEnd(to, ends)
  if (from !== undefined && to !== undefined && end !== undefined && from >= to) {
    refuseEnd(rows, handle, end, ends, placeOf('to'))
    to = undefined
  }
  return { share, kind, from, to }
}

/** Takes the name and address of a person; an issue if an earlier record has others. */
function callPerson(
  rows: RoleRows,
  handle: number,
  people: Map<string, CalledPerson>,
  id: string,
  values: ReadonlyMap<PersonPart, unknown>,
  placeOf: PersonRecord['placeOf'],
): void {
  let person = people.get(id)
  if (person === undefined)
    people.set(id, (person = { name: undefined, email: undefined, reported: new Set() }))
  for (const part of ['name', 'email'] as const) {
    const other = values.get(part)
    if (typeof other !== 'string') continue
    const first = (person[part] ??= other)
    if (first === other || person.reported.has(part)) continue
    person.reported.add(part)
    addConflictingPerson(rows, handle, id, part, [first, other], placeOf(part))
  }
}
