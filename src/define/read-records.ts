import type { Place } from '../kernel/issue.js'
import { didYouMean, nearestId } from '../kernel/nearest-id.js'
import { OrgError } from '../kernel/org-error.js'
import { quote } from '../kernel/quote.js'
import type { RoleAttributes } from '../model/role.js'
import { ATTRIBUTE_READERS, Refused } from './attribute-readers.js'
import { checkVacancies } from './check-vacancies.js'
import type { IssueList } from './issue-list.js'
import { readColumn, wrongOption } from './read-column.js'
import { readDotted, readMoves } from './read-edges.js'
import type { PlaceOfRecord, RecordFields, RecordOptions } from './record-fields.js'
import { RoleRows } from './role-rows.js'
import { SpecReader } from './spec-reader.js'

const ATTRIBUTES = Object.keys(ATTRIBUTE_READERS) as (keyof RoleAttributes)[]
const LISTS: ReadonlySet<string> = new Set(['aliases', 'holders', 'certifications', 'skills', 'sources'])
const FIELDS: readonly string[] = ['id', 'manager', 'dotted', 'moves', ...ATTRIBUTES]
const FIELD_OF_EDGE = new Map([
  ['reportsTo', 'manager'],
  ['dottedTo', 'dotted'],
  ['progressesTo', 'moves'],
])

/** Records into rows, a column at a time. Each accessor runs once a record; only that of the id where there is none. */
export function readRecords<Row>(
  records: Iterable<Row>,
  options: RecordOptions<Row>,
  issues: IssueList,
): RoleRows {
  const list = Array.isArray(records) ? (records as readonly Row[]) : Array.from(records)
  refuseUnknownOptions(options)
  const column = (name: keyof RecordFields<Row>, recordOf?: readonly number[]): unknown[] | undefined => {
    const field: unknown = options[name]
    return field === undefined ? undefined : readColumn(list, field, name, recordOf)
  }
  const { rows, recordOf } = readIds(column('id') ?? [], list, options.placeOf, issues)
  const rowColumn = (name: keyof RecordFields<Row>): unknown[] | undefined => column(name, recordOf)
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

function refuseUnknownOptions(options: { readonly placeOf?: unknown }): void {
  const known = [...FIELDS, 'onIssue', 'units', 'placeOf']
  for (const option of Object.keys(options)) {
    if (known.includes(option)) continue
    throw new OrgError(
      'INVALID_OPTION',
      `orgFromRecords has no option ${quote(option)}${didYouMean(nearestId(option, known))}`,
      { option, received: Reflect.get(options, option), allowed: known.join(', ') },
    )
  }
  const { placeOf } = options
  if (placeOf !== undefined && typeof placeOf !== 'function')
    throw wrongOption('placeOf', placeOf, 'a function of the record')
}

/**
 * Takes the ids in. A record that repeats an id has no row: from the first such record on, rows and records are counted
 * apart, and `recordOf` gives the record of each row. It is `undefined` where the two are the same.
 */
function readIds(
  column: readonly unknown[],
  list: readonly unknown[],
  placeOf: PlaceOfRecord = placeInRecord,
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

/** Keeps the column itself, in which whatever is no text becomes undefined: a copy of it would cost as much as reading it. */
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
  let empty = true
  for (let handle = 0; handle < column.length; handle++) {
    const given = column[handle] ?? undefined
    if (given === undefined) {
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

function* present(
  column: readonly unknown[] | undefined,
): Generator<readonly [handle: number, value: unknown]> {
  for (const [handle, value] of column?.entries() ?? []) {
    if (value !== undefined && value !== null) yield [handle, value]
  }
}

function readerOf(rows: RoleRows, handle: number): SpecReader {
  return new SpecReader(rows.issues, { roles: [rows.ids[handle]] })
}
