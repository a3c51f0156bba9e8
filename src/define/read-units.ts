import { aliasNames, warnedAliases } from '../model/alias.js'
import type { Place } from '../kernel/issue.js'
import { quote } from '../kernel/quote.js'
import type { Service } from '../model/service.js'
import type { Unit } from '../model/unit.js'
import { readAliases, readIds, readText } from './attribute-readers.js'
import type { IssueList } from './issue-list.js'
import type { RoleNames, RoleRows } from './role-rows.js'
import { placeBelow, SpecReader } from './spec-reader.js'

const UNIT_FIELDS = ['title', 'aliases', 'kind', 'head', 'partOf', 'sources', 'hedge', 'note'] as const
const SERVICE_FIELDS = ['from', 'to', 'name', 'sources', 'hedge', 'note'] as const

/** Reads units by id; heads and larger units are ids that are not looked up yet. */
export function readUnits(value: unknown, rows: RoleRows, place: Place): Map<string, Unit> {
  const units = new Map<string, Unit>()
  const reader = new SpecReader(rows.issues, {})
  const entries = reader.distinctEntriesOf(value, 'units', place, (id) => ({
    units: [id],
    message: `Two units have the id ${quote(id)}`,
    suggestion: 'Give each unit a different id.',
  }))
  for (const { id, spec, at } of entries) {
    const handle = rows.handles.get(id)
    if (handle !== undefined) {
      rows.issues.add('DUPLICATE_ID', {
        roles: [id],
        units: [id],
        place: at,
        witness: [rows.placeOf(handle), at],
        message: `A role and a unit have the id ${quote(id)}`,
        suggestion: 'Roles and units share one namespace: rename one of the two.',
      })
    }
    const unit = readUnit(new SpecReader(rows.issues, { units: [id] }), id, spec, at)
    // A unit that cannot be read still exists, so its members are not further issues.
    units.set(id, unit ?? mentionedUnit(id))
  }
  return units
}

/** Reads one unit; its heads and its larger unit are ids that are not looked up yet. */
export function readUnit(reader: SpecReader, id: string, spec: unknown, place: Place): Unit | undefined {
  const fields = reader.fieldsOf(spec, UNIT_FIELDS, place)
  if (fields === undefined) return undefined
  const aliases = reader.read(fields, 'aliases', readAliases, place) ?? []
  const warned = warnedAliases(aliases)
  const heads = reader.read(fields, 'head', readIds, place) ?? []
  return Object.freeze({
    id,
    title: reader.read(fields, 'title', readText, place) ?? id,
    aliases: aliasNames(aliases),
    ...(warned !== undefined && { warnedAliases: warned }),
    kind: reader.read(fields, 'kind', readText, place),
    head: heads.at(0),
    heads,
    partOf: reader.read(fields, 'partOf', readText, place),
    ...reader.evidence(fields, place),
  })
}

/** A unit that exists because roles name it. */
export function mentionedUnit(id: string): Unit {
  return Object.freeze({
    id,
    title: id,
    aliases: Object.freeze([]),
    kind: undefined,
    head: undefined,
    heads: Object.freeze([]),
    partOf: undefined,
  })
}

/** Adds the issue of a unit that is named by a role and has the id of a role. */
export function addUnitNamedAsRole(
  roles: RoleNames,
  id: string,
  role: number,
  member: number,
  field: 'unit' | 'alsoIn' = 'unit',
): void {
  const place = roles.placeOf(member, field)
  roles.issues.add('DUPLICATE_ID', {
    roles: [id],
    units: [id],
    place,
    witness: [roles.placeOf(role), place],
    message: `A role and a unit have the id ${quote(id)}`,
    suggestion:
      'Roles and units share one namespace: give the units a prefix, unit: (row) => `unit:${row.unit}`.',
  })
}

/** A service as read, with its place for later issues. */
export interface ServiceRow {
  readonly service: Service
  readonly place: Place
}

export function readServices(value: unknown, issues: IssueList, place: Place): ServiceRow[] {
  const reader = new SpecReader(issues, {})
  if (!Array.isArray(value)) {
    reader.invalid(value, 'an array of services', place)
    return []
  }
  const list: readonly unknown[] = value
  return list.flatMap((item, index) => readService(reader, item, placeBelow(place, index)) ?? [])
}

/** Reads one service; its ends are ids that are not looked up yet. */
export function readService(reader: SpecReader, item: unknown, place: Place): ServiceRow | undefined {
  const fields = reader.fieldsOf(item, SERVICE_FIELDS, place)
  if (fields === undefined) return undefined
  const [from, to, name] = ['from', 'to', 'name'].map((field) => {
    const value = fields.get(field)
    if (typeof value === 'string') return value
    reader.invalid(value, 'a string', placeBelow(place, field))
    return undefined
  })
  if (from === undefined || to === undefined || name === undefined) return undefined
  return { service: Object.freeze({ from, to, name, ...reader.evidence(fields, place) }), place }
}
