import { NONE } from '../engine/columns.js'
import { invalidOption } from '../kernel/invalid-input.js'
import type { Place } from '../kernel/issue.js'
import type { GivenOptions } from '../kernel/option-check.js'
import type { RoleAttributes } from '../model/role.js'
import { ROLE_ATTRIBUTES } from './attribute-readers.js'
import { checkedAttribute } from './checked-attribute.js'
import type { IssueList } from './issue-list.js'
import {
  type EdgeReading,
  isLine,
  readEdges,
  readingDotted,
  readingMoves,
  readingSolid,
  readSolidLine,
} from './read-edges.js'
import { personFields, readPersonFields } from './read-person-fields.js'
import {
  type DifferingFields,
  differingFields,
  readShared,
  readsJobShares,
  recordsOf,
  type Share,
} from './read-shares.js'
import { fieldOf, type Readable, type ReadableField, readFailed, valueIn } from './readable-field.js'
import type { PlaceOfRecord } from './record-fields.js'
import { checkVacancies, edgeRows, readerOf, repeatedRow, RoleRows } from './role-rows.js'
import { endReadingOf } from './row-ends.js'
import type { PersonPart } from './row-people.js'
import { SpecReader } from './spec-reader.js'

/** Attributes for which every string is valid. */
const TEXTS: ReadonlySet<string> = new Set(['title', 'family', 'unit', 'note'])
/** Attributes for which every finite number from 0 is valid. */
const NUMBERS: ReadonlySet<string> = new Set(['grade', 'fte', 'cost', 'minYears'])
/** The options of `orgFromRecords`. */
export const RECORD_OPTIONS: readonly string[] = [
  'id',
  'manager',
  'dotted',
  'moves',
  ...ROLE_ATTRIBUTES,
  'person',
  'ends',
  'open',
  'people',
  'repeatedIds',
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

/** Reads records into rows, column by column. The accessor of the id runs once per record, others once per record with an id. */
export function readRecords(records: Iterable<unknown>, given: GivenOptions, issues: IssueList): RoleRows {
  const list: readonly unknown[] = Array.isArray(records) ? records : Array.from(records)
  const placeOf = given.has('placeOf') ? placeOfRecord(given.get('placeOf')) : placeInRecord
  const person = personFields(given)
  const ends = endReadingOf(given, person?.has('to') === true)
  const differing = readsJobShares(given) ? differingFields(given, list) : undefined
  const { rows, recordOf, shares } = readIds(list, fieldOf(given, 'id'), placeOf, issues, differing)
  readManagers(rows, list, fieldOf(given, 'manager'), recordOf)
  for (const name of ROLE_ATTRIBUTES) {
    if (name === 'holders' && person !== undefined) {
      const valueOf = (record: number, part: PersonPart): unknown => {
        const field = person.get(part)
        return field && valueIn(list, field, record)
      }
      readPersonFields(rows, recordsOf(rows, recordOf, shares, placeOf), valueOf, ends)
    } else if (given.has(name)) {
      const field = fieldOf(given, name)
      readAttribute(rows, name, list, field, recordOf)
      if (name === 'holders' || name === 'vacant') readShared(rows, name, list, field, shares, placeOf)
    }
  }
  if (given.has('vacant')) checkVacancies(rows)
  if (given.has('dotted')) readEdgeColumn(readingDotted(rows), list, fieldOf(given, 'dotted'), recordOf)
  if (given.has('moves')) readEdgeColumn(readingMoves(rows), list, fieldOf(given, 'moves'), recordOf)
  return rows
}

export function placeOfRecord(placeOf: unknown): PlaceOfRecord {
  if (placeOf === undefined) return placeInRecord
  if (typeof placeOf === 'function') return placeOf as PlaceOfRecord
  throw invalidOption('placeOf', placeOf, 'a function of the record')
}

/**
 * Reads the ids. A record that repeats an id has no row: from the first such record on, rows and records are counted
 * separately, and `recordOf` has the record of each row. It is `undefined` if the two counts are the same.
 */
function readIds(
  list: readonly unknown[],
  field: ReadableField | undefined,
  placeOf: PlaceOfRecord,
  issues: IssueList,
  differing: DifferingFields | undefined,
): { rows: RoleRows; recordOf: readonly number[] | undefined; shares: readonly Share[] } {
  let recordOf: number[] | undefined
  const shares: Share[] = []
  const rows = new RoleRows((handle, part) => {
    return placeOf(recordOf?.[handle] ?? handle, part && (FIELD_OF_EDGE.get(part) ?? part))
  }, issues)
  const { column, handles } = readIdColumn(list, field)
  // The sizes differ if an id is repeated or not a string.
  if (handles.size === column.length) {
    rows.ids = column as string[]
    rows.handles = handles
    return { rows, recordOf, shares }
  }
  for (let record = 0; record < column.length; record++) {
    const id = column[record]
    if (typeof id === 'string' && rows.addId(id)) {
      recordOf?.push(record)
      continue
    }
    recordOf ??= Array.from(rows.ids.keys())
    if (typeof id === 'string') {
      const handle = rows.handles.get(id) ?? 0
      const fields = differing?.(record, recordOf[handle] ?? handle)
      if (fields?.length === 0) shares.push({ record, handle })
      else rows.refuseRepeat(id, placeOf(record, 'id'), repeatedRow(fields))
    } else refuseRecord(list[record], id, (part) => placeOf(record, part), issues)
  }
  return { rows, recordOf, shares }
}

// The loops over all records are functions of plain values: V8 optimizes the code for a class again after each garbage
// collection that finds no instance of it. Columns are made at their full length: one that grows is copied, and keeps
// spare room.

function readIdColumn(
  list: readonly unknown[],
  field: ReadableField | undefined,
): { column: unknown[]; handles: Map<string, number> } {
  const { key = '', read } = field ?? {}
  const column = new Array<unknown>(list.length)
  const handles = new Map<string, number>()
  let record = 0
  try {
    for (; record < column.length; record++) {
      const id = read === undefined ? (list[record] as Readable)?.[key] : read(list[record], record)
      column[record] = id
      if (typeof id === 'string') handles.set(id, record)
    }
  } catch (cause) {
    throw readFailed(list, record, 'id', cause)
  }
  return { column, handles }
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
  reader.invalid(id, 'an id as a string (for numbers: id: (row) => String(row.id))', place('id'))
}

function readManagers(
  rows: RoleRows,
  list: readonly unknown[],
  field: ReadableField | undefined,
  recordOf: readonly number[] | undefined,
): void {
  const count = rows.ids.length
  if (field === undefined) {
    rows.managers = new Array<undefined>(count).fill(undefined)
    return
  }
  const { column, manager, missing } = readManagerColumn(list, field, recordOf, count, rows.handles)
  const unknown: number[] = []
  const lines = readingSolid(rows, edgeRows())
  for (const handle of missing) {
    let id = column[handle]
    if (isLine(id)) {
      const to = readSolidLine(lines, handle, id, rows.managerEvidence)
      if (to === undefined) rows.addUnreadManager(handle, id)
      else manager[handle] = rows.handles.get(to) ?? NONE
      id = column[handle] = to
      if (to === undefined || manager[handle] !== NONE) continue
    }
    if (typeof id === 'string') {
      unknown.push(handle)
      continue
    }
    column[handle] = undefined
    if (id === null) continue
    rows.addUnreadManager(handle, id)
    readerOf(rows, handle).invalid(id, 'the id of the manager as a string', rows.placeOf(handle, 'reportsTo'))
  }
  rows.managers = column as (string | undefined)[]
  rows.solid = { manager, unknown }
}

/** The handles of the managers, and the rows that have anything but the id of a role. */
function readManagerColumn(
  list: readonly unknown[],
  { name, key, read }: ReadableField,
  recordOf: readonly number[] | undefined,
  count: number,
  handles: ReadonlyMap<unknown, number>,
): { column: unknown[]; manager: Int32Array; missing: number[] } {
  const column = new Array<unknown>(count)
  const manager = new Int32Array(count)
  const missing: number[] = []
  // Siblings are often adjacent, and share one look-up.
  let lastId: unknown
  let last = NONE
  let record = 0
  try {
    for (let row = 0; row < count; row++) {
      record = recordOf === undefined ? row : recordOf[row]
      const id = read === undefined ? (list[record] as Readable)?.[key] : read(list[record], record)
      column[row] = id
      if (id !== lastId) {
        last = id === undefined ? NONE : (handles.get(id) ?? NONE)
        lastId = id
      }
      manager[row] = last
      if (last === NONE && id !== undefined) missing.push(row)
    }
  } catch (cause) {
    throw readFailed(list, record, name, cause)
  }
  return { column, manager, missing }
}

function readAttribute(
  rows: RoleRows,
  name: keyof RoleAttributes,
  list: readonly unknown[],
  field: ReadableField | undefined,
  recordOf: readonly number[] | undefined,
): void {
  if (field === undefined) return
  const type = TEXTS.has(name) ? 'string' : NUMBERS.has(name) ? 'number' : undefined
  const { column, isEmpty, isChecked } = readColumn(list, field, recordOf, rows.ids.length, type)
  if (isEmpty) return
  const refused = isChecked ? 0 : checkColumn(rows, name, column)
  if (refused === 0 || column.some((value) => value !== undefined)) rows.attributes.set(name, column)
}

/**
 * One part of each record, or of those that have a row, with null as undefined. It is checked if all are texts or all are
 * finite numbers from 0, which every column of that type accepts.
 */
export function readColumn(
  list: readonly unknown[],
  { name, key, read }: ReadableField,
  recordOf: readonly number[] | undefined,
  count: number,
  type?: 'string' | 'number',
): { column: unknown[]; isEmpty: boolean; isChecked: boolean } {
  const column = new Array<unknown>(count)
  const [isText, isNumber] = [type === 'string', type === 'number']
  let isEmpty = true
  let isChecked = true
  let record = 0
  try {
    for (let row = 0; row < count; row++) {
      record = recordOf === undefined ? row : recordOf[row]
      const value = read === undefined ? (list[record] as Readable)?.[key] : read(list[record], record)
      if (value === undefined || value === null) {
        column[row] = undefined
        continue
      }
      column[row] = value
      isEmpty = false
      if (
        isText
          ? typeof value === 'string'
          : isNumber && typeof value === 'number' && value >= 0 && value < Infinity
      ) {
        continue
      }
      isChecked = false
    }
  } catch (cause) {
    throw readFailed(list, record, name, cause)
  }
  return { column, isEmpty, isChecked }
}

/** Replaces each value by its checked copy, and returns how many are refused; those become issues. */
function checkColumn(rows: RoleRows, name: keyof RoleAttributes, column: unknown[]): number {
  let refused = 0
  for (let handle = 0; handle < column.length; handle++) {
    if (column[handle] === undefined) continue
    column[handle] = checkedAttribute(rows, handle, name, column[handle])
    if (column[handle] === undefined) refused++
  }
  return refused
}

function readEdgeColumn(
  reading: EdgeReading,
  list: readonly unknown[],
  field: ReadableField | undefined,
  recordOf: readonly number[] | undefined,
): void {
  if (field === undefined) return
  const { column } = readColumn(list, field, recordOf, reading.rows.ids.length)
  for (let handle = 0; handle < column.length; handle++) {
    if (column[handle] !== undefined) readEdges(reading, handle, column[handle])
  }
}
