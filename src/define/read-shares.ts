import { type GivenOptions, oneOf } from '../kernel/option-check.js'
import type { HolderSpec } from '../model/person.js'
import { ROLE_ATTRIBUTES } from './attribute-readers.js'
import { checkedAttribute } from './checked-attribute.js'
import { joinedHolders, joinedVacancy, rolesAtRow } from './job-shares.js'
import { samePlain } from './org-content.js'
import type { PersonRecord } from './read-person-fields.js'
import { fieldOf, type ReadableField, valueIn } from './readable-field.js'
import type { PlaceOfRecord } from './record-fields.js'
import type { RoleRows } from './role-rows.js'

/** Whether records that repeat an id may be further holders. Throws `INVALID_OPTION`. */
export function readsJobShares(given: GivenOptions): boolean {
  return oneOf('repeatedIds', given.get('repeatedIds'), ['error', 'job-share'], 'error') === 'job-share'
}

/** Returns the fields, other than those about the holder, in which a record differs from the first one with its id. */
export type DifferingFields = (record: number, first: number) => readonly string[]

const OF_ROLE = ['manager', 'dotted', 'moves', ...ROLE_ATTRIBUTES].filter(
  (name) => name !== 'holders' && name !== 'vacant' && name !== 'data',
)

/** Returns a function that compares two records, with null as undefined. */
export function differingFields(given: GivenOptions, list: readonly unknown[]): DifferingFields {
  const fields = OF_ROLE.flatMap((name) => fieldOf(given, name) ?? [])
  return (record, first) =>
    fields
      .filter((field) => {
        const [one, other] = [record, first].map((at) => valueIn(list, field, at) ?? undefined)
        return !samePlain(one, other)
      })
      .map(({ name }) => name)
}

/** A record that repeats the id of a role, as one of its further holders. */
export interface Share {
  readonly record: number
  readonly handle: number
}

/** The records of roles and of their further holders, in order. */
export function* recordsOf(
  rows: RoleRows,
  recordOf: readonly number[] | undefined,
  shares: readonly Share[],
  placeOf: PlaceOfRecord,
): Generator<PersonRecord> {
  let next = 0
  for (let handle = 0; handle <= rows.ids.length; handle++) {
    const record = handle < rows.ids.length ? (recordOf?.[handle] ?? handle) : Infinity
    for (; next < shares.length && shares[next].record < record; next++) {
      const share = shares[next]
      yield { ...share, placeOf: (part) => placeOf(share.record, part) }
    }
    if (handle < rows.ids.length) yield { record, handle, placeOf: (part) => placeOf(record, part) }
  }
}

/** Adds what the records of further holders say about holders or vacancies to the column. */
export function readShared(
  rows: RoleRows,
  name: 'holders' | 'vacant',
  list: readonly unknown[],
  field: ReadableField | undefined,
  shares: readonly Share[],
  placeOf: PlaceOfRecord,
): void {
  if (field === undefined || shares.length === 0) return
  const further = new Map<number, unknown[]>()
  for (const { record, handle } of shares) {
    const roles = rolesAtRow(rows, (part) => placeOf(record, part))
    const values = further.get(handle) ?? []
    values.push(checkedAttribute(roles, handle, name, valueIn(list, field, record)))
    further.set(handle, values)
  }
  const column = rows.attributes.get(name) ?? []
  rows.attributes.set(name, column)
  for (const [handle, values] of further) {
    while (column.length <= handle) column.push(undefined)
    const all = [column[handle], ...values]
    // The values have been checked.
    column[handle] =
      name === 'holders'
        ? joinedHolders(all as (readonly HolderSpec[] | undefined)[])
        : joinedVacancy(all as (boolean | undefined)[])
  }
}
