import type { Place } from '../model/issue.js'
import type { RoleAttributes } from '../model/role.js'
import { ATTRIBUTE_READERS } from './attribute-readers.js'
import type { IssueList } from './issue-list.js'
import { readDotted, readEdge, readMoves } from './read-edges.js'
import { RoleRows } from './role-rows.js'
import { type Fields, placeBelow, SpecReader } from './spec-reader.js'

const ATTRIBUTES = Object.keys(ATTRIBUTE_READERS) as (keyof RoleAttributes)[]
const ROLE_FIELDS: readonly string[] = [...ATTRIBUTES, 'reportsTo', 'dottedTo', 'progressesTo']

/** The roles of a spec, by their own keys in order, into rows. */
export function readRoleSpecs(roles: unknown, issues: IssueList): RoleRows {
  const root: Place = { path: ['roles'] }
  const rows: RoleRows = new RoleRows((handle, field) => {
    return placeBelow(root, rows.ids[handle], ...(field === undefined ? [] : [field]))
  }, issues)
  const reader = new SpecReader(issues, {})
  if (typeof roles !== 'object' || roles === null || Array.isArray(roles)) {
    reader.invalid(roles, 'an object of roles by id', root)
    return rows
  }
  addPrototypeIssue(roles, reader, root)
  for (const [id, spec] of Object.entries(roles)) {
    const place = placeBelow(root, id)
    rows.addId(id, () => place)
    readRole(rows, rows.ids.length - 1, spec, place)
  }
  return rows
}

function readRole(rows: RoleRows, handle: number, spec: unknown, place: Place): void {
  const reader = new SpecReader(rows.issues, { roles: [rows.ids[handle]] })
  const fields = reader.fieldsOf(spec, ROLE_FIELDS, place)
  rows.managers.push(fields && readManager(reader, rows, handle, fields, place))
  if (fields === undefined) return
  for (const name of ATTRIBUTES) {
    const value: unknown = reader.read<unknown>(fields, name, ATTRIBUTE_READERS[name], place)
    if (value !== undefined) rows.setAttribute(handle, name, value)
  }
  checkVacancy(reader, fields, place)
  const dotted = fields.get('dottedTo')
  if (dotted !== undefined) readDotted(reader, rows.dotted, handle, dotted, placeBelow(place, 'dottedTo'))
  const moves = fields.get('progressesTo')
  if (moves !== undefined) readMoves(reader, rows.moves, handle, moves, placeBelow(place, 'progressesTo'))
}

function readManager(
  reader: SpecReader,
  rows: RoleRows,
  handle: number,
  fields: Fields,
  place: Place,
): string | undefined {
  const value = fields.get('reportsTo')
  if (value === undefined) return undefined
  const line = readEdge(reader, value, placeBelow(place, 'reportsTo'))
  const evidence = line?.fields && reader.evidence(line.fields, line.place)
  if (evidence !== undefined) rows.managerEvidence.set(handle, evidence)
  return line?.to
}

/** Vacant and held at once is a contradiction that no one but the author can resolve. */
function checkVacancy(reader: SpecReader, fields: Fields, place: Place): void {
  const holders = fields.get('holders')
  if (fields.get('vacant') !== true || !Array.isArray(holders) || holders.length === 0) return
  reader.invalid(holders, 'no holders, since the role is vacant', placeBelow(place, 'holders'))
}

/** `{ __proto__: … }` in a literal sets the prototype instead of a key: that role would be lost in silence. */
function addPrototypeIssue(roles: object, reader: SpecReader, place: Place): void {
  const prototype: unknown = Object.getPrototypeOf(roles)
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return
  reader.invalid(
    roles,
    "an object whose roles are its own keys (write ['__proto__']: … for a role of that id)",
    place,
  )
}
