import { invalidOption } from '../kernel/invalid-input.js'
import type { Place } from '../kernel/issue.js'
import type { GivenOptions } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import { quote, reasonText } from '../kernel/quote.js'
import type { RoleAttributes } from '../model/role.js'
import { ATTRIBUTE_READERS, Refused } from './attribute-readers.js'
import type { IssueList } from './issue-list.js'
import { type EdgeReading, readEdges, readingDotted, readingMoves } from './read-edges.js'
import type { PlaceOfRecord } from './record-fields.js'
import { checkVacancies, RoleRows } from './role-rows.js'
import { SpecReader } from './spec-reader.js'

const ATTRIBUTES = Object.keys(ATTRIBUTE_READERS) as (keyof RoleAttributes)[]
/** Attributes whose column is kept as it is read, where every value is a string. */
const TEXTS: ReadonlySet<string> = new Set(['title', 'family', 'unit', 'note'])
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
const FIELD_OF_EDGE = new Map([
  ['reportsTo', 'manager'],
  ['dottedTo', 'dotted'],
  ['progressesTo', 'moves'],
])

/** Reads records into rows, a column at a time. Each accessor runs once per record with an id; that of the id, once per record. */
export function readRecords(records: Iterable<unknown>, given: GivenOptions, issues: IssueList): RoleRows {
  const list: readonly unknown[] = Array.isArray(records) ? records : Array.from(records)
  const ids = readColumn(list, given.get('id'), 'id', undefined)
  const { rows, recordOf } = readIds(ids, list, placeOfRecord(given.get('placeOf')), issues)
  const column = (name: string): unknown[] | undefined => {
    const field = given.get(name)
    return field === undefined ? undefined : readColumn(list, field, name, recordOf)
  }
  readManagers(rows, column('manager'))
  for (const name of ATTRIBUTES) if (given.has(name)) readAttribute(rows, name, column(name))
  if (given.has('vacant')) checkVacancies(rows)
  if (given.has('dotted')) readEdgeColumn(readingDotted(rows), column('dotted'))
  if (given.has('moves')) readEdgeColumn(readingMoves(rows), column('moves'))
  return rows
}

/** One part of each record, or of those that have a row. */
function readColumn(
  list: readonly unknown[],
  field: unknown,
  name: string,
  recordOf: readonly number[] | undefined,
): unknown[] {
  if (
    typeof field !== 'function' &&
    typeof field !== 'string' &&
    typeof field !== 'number' &&
    typeof field !== 'symbol'
  ) {
    throw invalidOption(name, field, 'the name of a field, or a function of the record')
  }
  const read = typeof field === 'function' ? (field as Accessor) : undefined
  const key = field as PropertyKey
  const count = recordOf?.length ?? list.length
  // Allocated at its full length: a column that grows is copied over and over, and keeps spare room.
  const column = new Array<unknown>(count)
  let record = 0
  try {
    for (let row = 0; row < count; row++) {
      record = recordOf === undefined ? row : recordOf[row]
      column[row] = read === undefined ? (list[record] as Readable)?.[key] : read(list[record], record)
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

type Accessor = (record: unknown, index: number) => unknown
type Readable = Partial<Record<PropertyKey, unknown>> | null | undefined

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
  column: unknown[],
  list: readonly unknown[],
  placeOf: PlaceOfRecord,
  issues: IssueList,
): { rows: RoleRows; recordOf: readonly number[] | undefined } {
  let recordOf: number[] | undefined
  const rows = new RoleRows((handle, field) => {
    return placeOf(recordOf?.[handle] ?? handle, field && (FIELD_OF_EDGE.get(field) ?? field))
  }, issues)
  const handles = numbered(column)
  if (handles !== undefined) {
    rows.ids = column as string[]
    rows.handles = handles
    return { rows, recordOf }
  }
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

/** The handle of each id; `undefined` where two are equal, or one is anything but a string. */
function numbered(ids: readonly unknown[]): Map<string, number> | undefined {
  const handles = new Map<string, number>()
  for (let handle = 0; handle < ids.length; handle++) {
    const id = ids[handle]
    if (typeof id === 'string') handles.set(id, handle)
  }
  return handles.size === ids.length ? handles : undefined
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

function readManagers(rows: RoleRows, column: unknown[] = new Array<unknown>(rows.ids.length)): void {
  for (const [handle, id] of clearOthers(column)) {
    readerOf(rows, handle).invalid(id, 'the id of the manager as text', rows.placeOf(handle, 'reportsTo'))
  }
  rows.managers = column as (string | undefined)[]
}

/** Makes undefined of anything but a string in a column, and returns what it was, unless it was null. */
function clearOthers(column: unknown[]): Map<number, unknown> {
  const others = new Map<number, unknown>()
  for (let row = 0; row < column.length; row++) {
    const value = column[row]
    if (typeof value === 'string' || value === undefined) continue
    if (value !== null) others.set(row, value)
    column[row] = undefined
  }
  return others
}

function readAttribute(rows: RoleRows, name: keyof RoleAttributes, column: unknown[] | undefined): void {
  if (column === undefined) return
  for (const [handle, { received, expected }] of checkColumn(column, name)) {
    readerOf(rows, handle).invalid(received, expected, rows.placeOf(handle, name))
  }
  if (column.some((value) => value !== undefined)) rows.attributes.set(name, column)
}

/** Replaces each value by the attribute that it gives, and returns what was refused. Blank ones are undefined. */
function checkColumn(
  column: unknown[],
  name: keyof RoleAttributes,
): Map<number, { readonly received: unknown; readonly expected: string }> {
  const refused = new Map<number, { readonly received: unknown; readonly expected: string }>()
  const reader: (value: unknown) => unknown = ATTRIBUTE_READERS[name]
  const isText = TEXTS.has(name)
  const isList = LISTS.has(name)
  for (let row = 0; row < column.length; row++) {
    const given = column[row]
    if (given === undefined || (isText && typeof given === 'string')) continue
    const value = given === null ? undefined : reader(isList && typeof given === 'string' ? [given] : given)
    if (value instanceof Refused) {
      refused.set(row, { received: given, expected: value.expected })
      column[row] = undefined
    } else column[row] = value
  }
  return refused
}

function readEdgeColumn(reading: EdgeReading, column: readonly unknown[] | undefined): void {
  if (column === undefined) return
  for (let handle = 0; handle < column.length; handle++) {
    const value = column[handle]
    if (value !== undefined && value !== null) readEdges(reading, handle, value)
  }
}

function readerOf(rows: RoleRows, handle: number): SpecReader {
  return new SpecReader(rows.issues, { roles: [rows.ids[handle]] })
}
