import { orgOfRecord } from './org-of-record.js'
import type { Org } from '../model/org.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import { givenOptions } from '../kernel/option-check.js'
import type { Unit } from '../model/unit.js'
import { linkOrg } from './link-org.js'
import { collectsIssues, IssueList } from './issue-list.js'
import { readPeople } from './read-people.js'
import { readRecords, RECORD_OPTIONS } from './read-records.js'
import { addUnitNamedAsRole, mentionedUnit, readUnits } from './read-units.js'
import type { DataField, DataFrom, RecordOptions } from './record-fields.js'
import type { RoleRows } from './role-rows.js'

/**
 * Makes an org from records: rows of a file, a query or an API, one per role. Every part of a role comes from a
 * field of the record, given by its name or by a function.
 *
 * Ids are exact strings: `'7'` and `'007'`, `''` and `' '`, composed and decomposed accents are all different, and
 * a blank manager is the id `''`. Only null and undefined mean "none": `manager: (row) => row.boss || null`.
 * Roles keep the order of the records. Nothing is repaired: with `onIssue: 'collect'` a duplicate, a cycle or an
 * unknown manager becomes an issue of the org (`issuesOf(org)`), the first of two records with the same id is kept,
 * an unknown manager is left out, a cycle stays, and every query still works and ends.
 *
 * Complexity: O(roles + lines + moves).
 *
 * @param records Any iterable of records; read once and not kept.
 * @param options Where to find the parts of a role; `person` or `people`, `repeatedIds`, `onIssue`, `units`, `placeOf`.
 * @returns An org with ids of type `string`; narrow one with `isRole`.
 * @throws {@link OrgError} `INVALID_ORG` with all issues (unless they are collected), `INVALID_ARGUMENT`,
 * `INVALID_OPTION`, `READ_FAILED` when a function of yours throws.
 * @example
 * ```ts
 * import { orgFromRecords, transitiveReportsOf } from 'rolegraph'
 *
 * const rows = [
 *   { post: '1', boss: null, name: 'Director' },
 *   { post: '2', boss: '1', name: 'Manager' },
 *   { post: '3', boss: '2', name: 'Analyst' },
 * ]
 * const org = orgFromRecords(rows, { id: 'post', manager: 'boss', title: 'name' })
 * console.log(transitiveReportsOf(org, '1')) // => [ '2', '3' ]
 * ```
 * @see {@link defineOrg} for charts written by hand.
 */
export function orgFromRecords<Row, const From extends DataField<Row>>(
  records: Iterable<Row>,
  options: RecordOptions<Row, From>,
): Org<string, string, DataFrom<Row, From>> {
  if (!Array.isArray(records)) refuseNoRecords('orgFromRecords', records)
  const given = givenOptions('orgFromRecords', options, RECORD_OPTIONS)
  if (given.get('id') === undefined) {
    throw invalidArgument('orgFromRecords', 'options', options, ID_NEEDED)
  }
  const collect = given.has('onIssue') && collectsIssues(given)
  const issues = new IssueList()
  const rows = readRecords(records, given, issues)
  const specs = given.get('units')
  const units = specs === undefined ? mentionedUnits(rows) : readUnits(specs, rows, { path: ['units'] })
  const people = given.get('people')
  if (people !== undefined) rows.people = readPeople(people, issues, { path: ['people'] })
  const record = linkOrg(rows, units, [], rows.people)
  if (!collect && record.issues.length > 0) issues.throwIfAny()
  const org: Org = orgOfRecord(record)
  // The data column holds copies of what the caller's field or accessor returned.
  return org as Org<string, string, DataFrom<Row, From>>
}

const ID_NEEDED = "an object that names the field with the id, as in { id: 'post', manager: 'boss' }"

/** Throws `INVALID_ARGUMENT` for anything but an iterable. */
export function refuseNoRecords(caller: string, records: unknown): void {
  if (typeof records === 'object' && records !== null && isIterable(records)) return
  throw invalidArgument(caller, 'records', records, 'an iterable')
}

function isIterable(value: object): boolean {
  return Symbol.iterator in value && typeof value[Symbol.iterator] === 'function'
}

/** The units that roles name, in the order of their first member; an issue for each that has the id of a role. */
export function mentionedUnits(rows: RoleRows): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>()
  const own = rows.attributes.get('unit') ?? NO_COLUMN
  const others = rows.attributes.get('alsoIn') ?? NO_COLUMN
  for (let handle = 0; handle < Math.max(own.length, others.length); handle++) {
    const id = own[handle]
    if (typeof id === 'string' && !units.has(id)) addMentionedUnit(rows, units, id, handle, 'unit')
    for (const other of (others[handle] ?? NO_COLUMN) as readonly string[]) {
      if (!units.has(other)) addMentionedUnit(rows, units, other, handle, 'alsoIn')
    }
  }
  return units
}

const NO_COLUMN: readonly unknown[] = Object.freeze([])

function addMentionedUnit(
  rows: RoleRows,
  units: Map<string, Unit>,
  id: string,
  handle: number,
  field: 'unit' | 'alsoIn',
): void {
  units.set(id, mentionedUnit(id))
  const role = rows.handles.get(id)
  if (role !== undefined) addUnitNamedAsRole(rows, id, role, handle, field)
}
