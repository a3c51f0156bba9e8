import { invalidOption } from '../kernel/invalid-input.js'
import type { Place } from '../kernel/issue.js'
import type { GivenOptions } from '../kernel/option-check.js'
import { OrgError } from '../kernel/org-error.js'
import { quote, reasonText } from '../kernel/quote.js'
import type { RoleAttributes } from '../model/role.js'
import { ATTRIBUTE_READERS, Refused } from './attribute-readers.js'
import type { IssueList } from './issue-list.js'
import { EdgeReader } from './read-edges.js'
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
  for (const name of ATTRIBUTES) readAttribute(rows, name, column(name))
  checkVacancies(rows)
  readEdges(EdgeReader.ofDotted(rows), column('dotted'))
  readEdges(EdgeReader.ofMoves(rows), column('moves'))
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
      const from = list[record] as Partial<Record<PropertyKey, unknown>> | null | undefined
      column[row] = read === undefined ? from?.[key] : read(from, record)
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
  if (rows.addAll(column)) return { rows, recordOf }
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
  const reader: (value: unknown) => unknown = ATTRIBUTE_READERS[name]
  const isText = TEXTS.has(name)
  let empty = true
  for (let handle = 0; handle < column.length; handle++) {
    const given = column[handle]
    if (given === undefined) continue
    if (isText && typeof given === 'string') {
      empty = false
      continue
    }
    if (given === null) {
      column[handle] = undefined
      continue
    }
    const value = reader(typeof given === 'string' && LISTS.has(name) ? [given] : given)
    if (value instanceof Refused) {
      readerOf(rows, handle).invalid(given, value.expected, rows.placeOf(handle, name))
      column[handle] = undefined
    } else {
      column[handle] = value
      empty = false
    }
  }
  if (!empty) rows.attributes.set(name, column)
}

function readEdges(reader: EdgeReader, column: readonly unknown[] | undefined): void {
  if (column === undefined) return
  for (let handle = 0; handle < column.length; handle++) {
    if (column[handle] !== undefined && column[handle] !== null) reader.read(handle, column[handle])
  }
}

function readerOf(rows: RoleRows, handle: number): SpecReader {
  return new SpecReader(rows.issues, { roles: [rows.ids[handle]] })
}
