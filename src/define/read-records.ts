import { invalidOption } from '../kernel/invalid-input.js'
import type { Place } from '../kernel/issue.js'
import type { GivenOptions } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import { quote, reasonText } from '../kernel/quote.js'
import type { RoleAttributes } from '../model/role.js'
import { ATTRIBUTE_READERS, Refused } from './attribute-readers.js'
import type { IssueList } from './issue-list.js'
import { readDotted, readMoves } from './read-edges.js'
import type { PlaceOfRecord } from './record-fields.js'
import { checkVacancies, readerOf, type RoleNames, RoleRows } from './role-rows.js'
import { SpecReader } from './spec-reader.js'

/** The attributes of a role, in the order in which they are read. */
export const ATTRIBUTES = Object.keys(ATTRIBUTE_READERS) as (keyof RoleAttributes)[]
const LISTS: ReadonlySet<string> = new Set(['aliases', 'holders', 'certifications', 'skills', 'sources'])
/** The options of `orgFromRecords`. */
export const RECORD_OPTIONS: readonly string[] = [
  'id',
  'manager',
  'dotted',
  'moves',
  ...ATTRIBUTES,
  'onIssue',
  'units',
  'placeOf',
]
/** The names of edges in records, by those in specs. */
export const FIELD_OF_EDGE = new Map([
  ['reportsTo', 'manager'],
  ['dottedTo', 'dotted'],
  ['progressesTo', 'moves'],
])

/** Reads records into rows, a column at a time. Each accessor runs once per record with an id; that of the id, once per record. */
export function readRecords(records: Iterable<unknown>, given: GivenOptions, issues: IssueList): RoleRows {
  const list: readonly unknown[] = Array.isArray(records) ? records : Array.from(records)
  const column = (name: string, recordOf?: readonly number[]): unknown[] | undefined => {
    const field = given.get(name)
    return field === undefined ? undefined : readColumn(list, field, name, recordOf)
  }
  const { rows, recordOf } = readIds(column('id') ?? [], list, placeOfRecord(given.get('placeOf')), issues)
  const rowColumn = (name: string): unknown[] | undefined => column(name, recordOf)
  readManagers(rows, rowColumn('manager'))
  for (const name of ATTRIBUTES) readAttribute(rows, name, rowColumn(name))
  checkVacancies(rows)
  for (const [handle, value] of present(rowColumn('dotted'))) {
    readDotted(readerOf(rows, handle), rows.dotted, handle, value, rows.placeOf(handle, 'dottedTo'))
  }
  for (const [handle, value] of present(rowColumn('moves'))) {
    readMoves(readerOf(rows, handle), rows.moves, handle, value, rows.placeOf(handle, 'progressesTo'))
  }
  return rows
}

/** One part of each record, or of those that have a row. */
function readColumn(
  list: readonly unknown[],
  field: unknown,
  name: string,
  recordOf: readonly number[] | undefined,
): unknown[] {
  const read = fieldReader(field, name)
  const count = recordOf?.length ?? list.length
  // Allocated at its full length: a column that grows is copied over and over, and keeps spare room.
  const column = new Array<unknown>(count)
  let record = 0
  try {
    for (let row = 0; row < count; row++) {
      record = recordOf === undefined ? row : recordOf[row]
      column[row] = read(list[record], record)
    }
  } catch (cause) {
    throw new OrgError(
      'READ_FAILED',
      `Reading the ${name} of record ${String(record)} (${quote(list[record])}) failed: ${reasonText(cause)}`,
      { record, field: name },
      { cause },
    )
  }
  return column
}

function fieldReader(field: unknown, name: string): (record: unknown, index: number) => unknown {
  if (typeof field === 'function') return field as (record: unknown, index: number) => unknown
  if (typeof field !== 'string' && typeof field !== 'number' && typeof field !== 'symbol') {
    throw invalidOption(name, field, 'the name of a field, or a function of the record')
  }
  return (record) => (record as Partial<Record<PropertyKey, unknown>> | null | undefined)?.[field]
}

function placeOfRecord(placeOf: unknown): PlaceOfRecord {
  if (placeOf === undefined) return placeInRecord
  if (typeof placeOf === 'function') return placeOf as PlaceOfRecord
  throw invalidOption('placeOf', placeOf, 'a function of the record')
}

/**
 * Reads the ids. A record that repeats an id has no row: from the first such record on, rows and records are counted
 * separately, and `recordOf` has the record of each row. It is `undefined` where the two counts are the same.
 */
function readIds(
  column: readonly unknown[],
  list: readonly unknown[],
  placeOf: PlaceOfRecord,
  issues: IssueList,
): { rows: RoleRows; recordOf: readonly number[] | undefined } {
  let recordOf: number[] | undefined
  const rows = new RoleRows((handle, field) => {
    return placeOf(recordOf?.[handle] ?? handle, field && (FIELD_OF_EDGE.get(field) ?? field))
  }, issues)
  for (let record = 0; record < column.length; record++) {
    const id = column[record]
    if (typeof id === 'string' && rows.addId(id)) {
      recordOf?.push(record)
      continue
    }
    recordOf ??= Array.from(rows.ids.keys())
    if (typeof id === 'string') rows.refuseRepeat(id, placeOf(record, 'id'))
    else refuseRecord(list[record], id, (field) => placeOf(record, field), issues)
  }
  return { rows, recordOf }
}

function placeInRecord(record: number, field?: string): Place {
  return field === undefined ? { record } : { record, field }
}

function refuseRecord(
  received: unknown,
  id: unknown,
  place: (field?: string) => Place,
  issues: IssueList,
): void {
  const reader = new SpecReader(issues, {})
  if (received === null || received === undefined) {
    reader.invalid(received, 'a record', place())
    return
  }
  reader.invalid(id, 'an id as text (for numbers: id: (row) => String(row.id))', place('id'))
}

/** Keeps the column itself, with undefined for anything but a string: a copy would cost as much as reading it. */
function readManagers(rows: RoleRows, column: unknown[] = new Array<unknown>(rows.ids.length)): void {
  for (let handle = 0; handle < column.length; handle++) {
    const id = column[handle]
    if (typeof id === 'string' || id === undefined) continue
    column[handle] = undefined
    if (id === null) continue
    readerOf(rows, handle).invalid(id, 'the id of the manager as text', rows.placeOf(handle, 'reportsTo'))
  }
  rows.managers = column as (string | undefined)[]
}

function readAttribute(rows: RoleRows, name: keyof RoleAttributes, column: unknown[] | undefined): void {
  if (column === undefined) return
  let empty = true
  for (let handle = 0; handle < column.length; handle++) {
    column[handle] = checkedAttribute(rows, handle, name, column[handle] ?? undefined)
    if (column[handle] !== undefined) empty = false
  }
  if (!empty) rows.attributes.set(name, column)
}

/** A copy of a value of an attribute; `undefined`, with an issue, for one that it cannot have. */
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
  readerOf(roles, handle).invalid(given, value.expected, roles.placeOf(handle, name))
  return undefined
}

function* present(
  column: readonly unknown[] | undefined,
): Generator<readonly [handle: number, value: unknown]> {
  for (const [handle, value] of column?.entries() ?? []) {
    if (value !== undefined && value !== null) yield [handle, value]
  }
}
