import { type AttributeColumns, lateAttributeColumns, NONE, type RoleColumns } from '../engine/columns.js'
import type { AnyIssueCode, Issue } from '../kernel/issue.js'
import { frozenIssue } from '../kernel/issue.js'
import { isBrokenRule, wrongPartOf } from '../kernel/issue-shape.js'
import type { Org } from '../model/org.js'
import { type HolderSpec, type Person, personOfHolder } from '../model/person.js'
import type { RoleAttributes } from '../model/role.js'
import type { Service } from '../model/service.js'
import type { Unit } from '../model/unit.js'
import { ATTRIBUTE_READERS, Refused } from './attribute-readers.js'
import { textsOf } from './bytes/byte-set.js'
import { RowIds } from './bytes/row-ids.js'
import { ByteTexts } from './bytes/byte-texts.js'
import { lateList } from './bytes/late-list.js'
import { IssueList } from './issue-list.js'
import { orgOfRecord } from './org-of-record.js'
import { NUMBER_COLUMNS, type PackedOrg, TEXT_COLUMNS, VALUE_COLUMNS } from './packed-org.js'
import { readPeople } from './read-people.js'
import { readServices, readUnits } from './read-units.js'
import { RoleRows } from './role-rows.js'
import { unpackDotted, unpackLineFacts, unpackMoves } from './unpack-edges.js'
import { type UnpackedColumn, UnpackedColumns } from './unpacked-columns.js'

/**
 * Makes an org from what {@link packOrg} returned, as it arrives on the other side of `structuredClone` or `postMessage`.
 * It equals the org that was packed, with its issues, unknown managers and cycles.
 *
 * What arrives is checked like any input: a handle out of range, a column of the wrong length or kind, an id that appears
 * twice. Attributes are decoded, and checked, when they are first read.
 *
 * Complexity: O(bytes).
 *
 * @param packed The packed org. It is copied.
 * @returns An org with ids of type `string`; narrow one with `isRole`.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a packed org of this version. The query that first reads an
 * attribute throws it if the values of that attribute are invalid.
 * @example
 * ```ts
 * import { defineOrg, managerOf, packOrg, unpackOrg } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * const received = structuredClone(packOrg(org))
 * console.log(managerOf(unpackOrg(received), 'analyst')) // => lead
 * ```
 * @see {@link packOrg}, {@link orgFromDocument}.
 */
export function unpackOrg(packed: PackedOrg): Org {
  const columns = new UnpackedColumns('unpackOrg', packed)
  const { count } = columns
  const { late, handles } = unpackIds(columns.of('id'))
  const manager = unpackManagers(columns.of('manager'))
  const units = unpackUnits(columns.of('units'), handles)
  const people = unpackPeople(columns.of('people'))
  return orgOfRecord({
    columns: {
      count,
      // Decoded from bytes when it is first read.
      get ids() {
        return late.list
      },
      handles,
      manager,
      managerEvidence: unpackLineFacts(columns.of('managerEvidence')),
      dotted: unpackDotted(columns),
      moves: unpackMoves(columns),
      attributes: unpackAttributes(columns, units, people),
    },
    units,
    people,
    services: unpackServices(columns.of('services'), handles, units),
    issues: unpackIssues(columns.of('issues')),
    unknownManagers: unpackUnknownManagers(columns.of('unknownManagers'), manager),
  })
}

type Ids = Pick<RoleColumns, 'handles'> & { readonly late: { readonly list: readonly string[] } }

function unpackIds(column: UnpackedColumn): Ids {
  if (column.isAbsent && column.count === 0) return { late: { list: [] }, handles: new Map() }
  if (column.isTexts) {
    const bytes = column.byteColumn()
    if (bytes.starts.includes(-1)) throw column.wrong('an id for every role')
    const { set, rows } = RowIds.of(bytes)
    if (rows !== undefined) throw column.wrong('ids that are all different')
    set.settle()
    return { late: textsOf(set), handles: set }
  }
  const handles = new Map<string, number>()
  for (const id of column.allValues()) {
    if (typeof id !== 'string') throw column.wrong('an id for every role')
    if (handles.has(id)) throw column.wrong('ids that are all different')
    handles.set(id, handles.size)
  }
  if (handles.size !== column.count) throw column.wrong('an id for every role')
  return { late: { list: Array.from(handles.keys()) }, handles }
}

function unpackManagers(column: UnpackedColumn): Int32Array {
  const manager = column.ints(column.count)
  if (!manager.every((to) => to >= NONE && to < column.count)) throw column.wrong('handles of roles, or -1')
  return manager
}

function unpackUnknownManagers(column: UnpackedColumn, manager: Int32Array): ReadonlyMap<number, string> {
  const unknown = new Map<number, string>()
  for (const pair of column.allValues()) {
    const ends: readonly unknown[] = Array.isArray(pair) ? pair : []
    const [handle, id] = ends
    const isRole = typeof handle === 'number' && manager[handle] === NONE && !unknown.has(handle)
    if (!isRole || typeof id !== 'string') throw column.wrong('roles without a manager, each with an id')
    unknown.set(handle, id)
  }
  return unknown
}

function unpackUnits(column: UnpackedColumn, handles: RoleColumns['handles']): ReadonlyMap<string, Unit> {
  const issues = new IssueList()
  const rows = new RoleRows(() => ({}), issues)
  const units = readUnits(column.allValues(), rows, { path: ['units'] })
  for (const { id, heads, partOf } of units.values()) {
    if (handles.has(id)) throw column.wrong('units with other ids than the roles')
    if (!heads.every((head) => handles.has(head))) throw column.wrong('units with roles as heads')
    if (partOf !== undefined && !units.has(partOf)) throw column.wrong('units within units')
  }
  if (issues.all.length > 0) throw column.wrong(`units, but ${issues.all[0].message}`)
  return units
}

function unpackPeople(column: UnpackedColumn): ReadonlyMap<string, Person> | undefined {
  if (column.isAbsent) return undefined
  const issues = new IssueList()
  const people = readPeople(column.allValues(), issues, { path: ['people'] })
  if (issues.all.length > 0) throw column.wrong(`people, but ${issues.all[0].message}`)
  return people
}

function unpackServices(
  column: UnpackedColumn,
  handles: RoleColumns['handles'],
  units: ReadonlyMap<string, Unit>,
): readonly Service[] {
  const issues = new IssueList()
  const services = readServices(column.allValues(), issues, { path: ['services'] })
  if (issues.all.length > 0) throw column.wrong(`services, but ${issues.all[0].message}`)
  const areKnown = services.every(
    ({ service: { from, to } }) => (handles.has(from) || units.has(from)) && handles.has(to),
  )
  if (!areKnown) throw column.wrong('services from and to roles and units of the org')
  return Object.freeze(services.map(({ service }) => service))
}

function unpackIssues(column: UnpackedColumn): readonly Issue<AnyIssueCode>[] {
  return Object.freeze(
    column.allValues().map((value) => {
      if (!isIssue(value)) throw column.wrong('issues')
      const { code, severity, roles, units, place, witness, message, suggestion, rule } = value
      return frozenIssue({
        code,
        severity,
        roles,
        units,
        place,
        witness,
        message,
        suggestion,
        ...(rule !== undefined && { rule: Object.freeze({ ...rule }) }),
      })
    }),
  )
}

function isIssue(value: unknown): value is Issue<AnyIssueCode> {
  if (typeof value !== 'object' || value === null) return false
  return wrongPartOf(value) === undefined && isBrokenRule(Reflect.get(value, 'rule'))
}

type Makers = Map<keyof RoleAttributes, { readonly list: readonly unknown[] }>

function unpackAttributes(
  columns: UnpackedColumns,
  units: ReadonlyMap<string, Unit>,
  people: ReadonlyMap<string, Person> | undefined,
): AttributeColumns {
  const own = unpackUnit(columns.of('unit'), Array.from(units.keys()))
  const makers: Makers = new Map()
  for (const name of TEXT_COLUMNS) {
    const column = columns.of(name)
    if (column.isTexts) {
      const texts = ByteTexts.copyOf(column.byteColumn())
      makers.set(
        name,
        lateList(() => texts.all),
      )
    } else addValues(makers, name, column)
  }
  for (const name of NUMBER_COLUMNS) addNumbers(makers, name, columns.of(name))
  for (const name of VALUE_COLUMNS) {
    const check =
      name === 'holders' ? knownHolders(people) : name === 'alsoIn' ? knownUnits(units, own) : undefined
    addValues(makers, name, columns.of(name), check)
  }
  if (own !== undefined) makers.set('unit', own)
  addVacant(makers, columns.of('vacant'))
  return lateAttributeColumns(makers)
}

function addValues(
  makers: Makers,
  name: keyof RoleAttributes,
  column: UnpackedColumn,
  check?: ValueCheck,
): void {
  if (column.isAbsent) return
  const reader: (value: unknown) => unknown = ATTRIBUTE_READERS[name]
  const late = column.lateEntries()
  const make = (): readonly unknown[] => {
    const list = new Array<unknown>(column.count).fill(undefined)
    for (const [row, given] of late()) {
      const value = reader(given)
      if (value instanceof Refused) throw column.wrong(value.expected)
      if (check?.isRight(row, value) === false) throw column.wrong(check.allowed)
      list[row] = value
    }
    return list
  }
  // Values other than JSON belong to the caller, who may change them.
  makers.set(name, column.isJson ? lateList(make) : { list: make() })
}

/** A further check of values that their reader has accepted. */
interface ValueCheck {
  readonly isRight: (row: number, value: unknown) => boolean
  readonly allowed: string
}

function knownHolders(people: ReadonlyMap<string, Person> | undefined): ValueCheck | undefined {
  return (
    people && {
      isRight: (_, value) =>
        (value as readonly HolderSpec[]).every((holder) => people.has(personOfHolder(holder))),
      allowed: 'holders who are among the people',
    }
  )
}

function knownUnits(
  units: ReadonlyMap<string, Unit>,
  own: { readonly list: readonly (string | undefined)[] } | undefined,
): ValueCheck {
  return {
    isRight: (row, value) =>
      (value as readonly string[]).every((unit) => units.has(unit) && unit !== own?.list[row]),
    allowed: 'further units of the org',
  }
}

function addNumbers(makers: Makers, name: (typeof NUMBER_COLUMNS)[number], column: UnpackedColumn): void {
  if (column.isAbsent) return
  const numbers = column.doubles(column.count)
  const reader = ATTRIBUTE_READERS[name]
  for (const number of numbers) {
    const read = Number.isNaN(number) ? number : reader(number)
    if (read instanceof Refused) throw column.wrong(read.expected)
  }
  makers.set(
    name,
    lateList(() => Array.from(numbers, (value) => (Number.isNaN(value) ? undefined : value))),
  )
}

function unpackUnit(
  column: UnpackedColumn,
  units: readonly string[],
): { readonly list: readonly (string | undefined)[] } | undefined {
  if (column.isAbsent) return undefined
  const indexes = column.ints(column.count)
  if (!indexes.every((index) => index >= NONE && index < units.length)) {
    throw column.wrong('numbers of units, or -1')
  }
  return lateList(() => Array.from(indexes, (index) => (index === NONE ? undefined : units[index])))
}

function addVacant(makers: Makers, column: UnpackedColumn): void {
  if (column.isAbsent) return
  const flags = column.bytes(column.count)
  if (flags.some((flag) => flag > 2)) throw column.wrong('0, 1 or 2 for each role')
  makers.set(
    'vacant',
    lateList(() => Array.from(flags, (flag) => (flag === 0 ? undefined : flag === 2))),
  )
}
