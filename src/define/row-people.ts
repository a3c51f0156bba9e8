import { isCalendarDate } from '../kernel/calendar-date.js'
import type { Place } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import { ASSIGNMENT_KINDS, isShare, SHARE } from './attribute-readers.js'
import { readerOf, type RoleNames } from './role-rows.js'
import type { RowEnds } from './row-ends.js'

/** What a row says about the person who fills its role: who it is, and on which terms. `person` is the id. */
export type PersonPart = 'person' | 'name' | 'email' | 'share' | 'kind' | 'from' | 'to'

/** Every part, in reading order. */
export const PERSON_PARTS: readonly PersonPart[] = Object.freeze([
  'person',
  'name',
  'email',
  'share',
  'kind',
  'from',
  'to',
])

const EXPECTED: { readonly [Part in PersonPart]: string } = {
  person: 'the id of a person as a string',
  name: 'a string',
  email: 'a string',
  share: `${SHARE}, such as 0.6 or '60%'`,
  kind: "'permanent', 'acting' or 'interim'",
  from: "a calendar date such as '2026-03-31'",
  to: "a calendar date such as '2026-03-31'",
}

/** The checked value of a part of a row; `undefined` if the part cannot have it. */
export function personValue(part: PersonPart, value: unknown): string | number | undefined {
  if (part === 'share') return shareOf(value)
  if (typeof value !== 'string') return undefined
  const isGood =
    part === 'kind'
      ? ASSIGNMENT_KINDS.some((kind) => kind === value)
      : part === 'from' || part === 'to'
        ? isCalendarDate(value)
        : true
  return isGood ? value : undefined
}

const PERCENTAGE = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/

function shareOf(value: unknown): number | undefined {
  const percentage = typeof value === 'string' ? PERCENTAGE.exec(value) : null
  const share = percentage === null ? value : hundredths(Number(percentage[1]))
  return isShare(share) ? share : undefined
}

/** A percentage as a number, rounded once: 7% is 0.07. */
export function hundredths(percentage: number): number {
  return Number(`${String(percentage)}e-2`)
}

const WRITE_SHARE =
  "Write a number up to 2, such as 0.6, or a percentage with its sign, such as '60%', or leave the field out."

/** Adds the issue of a value that a part cannot have. */
export function refusePersonValue(
  roles: RoleNames,
  handle: number,
  part: PersonPart,
  received: unknown,
  place: Place,
): void {
  readerOf(roles, handle).invalid(received, EXPECTED[part], place, part === 'share' ? WRITE_SHARE : undefined)
}

/** Adds the issue of a row that names a person without an id. */
export function addPersonWithoutId(roles: RoleNames, handle: number, name: string, place: Place): void {
  roles.issues.add('INVALID_FIELD', {
    roles: [roles.ids[handle]],
    place,
    witness: [name],
    message: `Expected the id of the person ${quote(name)}, received none`,
    suggestion: 'Give the person an id, or leave the name out if nobody fills the role.',
  })
}

/** Adds the issue of an assignment that ends before it begins. Its end is left out. */
export function refuseEnd(
  roles: RoleNames,
  handle: number,
  received: string,
  ends: RowEnds,
  place: Place,
): void {
  const expected =
    ends === 'exclusive'
      ? 'a day after the first one (to is the day after the last one)'
      : "the first day or a later one (to is the last day, with ends: 'inclusive')"
  readerOf(roles, handle).invalid(received, expected, place)
}

/** Adds the issue of a person whose name or e-mail address differs from that in an earlier row, which is kept. */
export function addConflictingPerson(
  roles: RoleNames,
  handle: number,
  person: string,
  part: 'name' | 'email',
  values: readonly [first: string, other: string],
  place: Place,
): void {
  const [first, other] = values.map((value) => quote(value))
  const what = part === 'name' ? 'name' : 'e-mail address'
  roles.issues.add('CONFLICTING_PERSON', {
    roles: [roles.ids[handle]],
    place,
    witness: [person, ...values],
    message: `The person ${quote(person)} has the ${what} ${other} here and ${first} in an earlier row; the earlier one is used`,
    suggestion: `Correct the ${what}, or the id if these are two people.`,
  })
}
