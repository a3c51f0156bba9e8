import type { Place } from '../kernel/issue.js'
import type { RoleAttributes } from '../model/role.js'
import { ATTRIBUTE_READERS } from './attribute-readers.js'
import type { IssueList } from './issue-list.js'
import { readDotted, readEdge, readMoves } from './read-edges.js'
import { checkVacancies, RoleRows } from './role-rows.js'
import { type Fields, placeBelow, SpecReader } from './spec-reader.js'

const ATTRIBUTES = Object.keys(ATTRIBUTE_READERS) as (keyof RoleAttributes)[]
const ROLE_FIELDS: readonly string[] = [...ATTRIBUTES, 'reportsTo', 'dottedTo', 'progressesTo']

/** Reads the roles of a spec into rows, by own keys or from a list, in order. */
export function readRoleSpecs(roles: unknown, issues: IssueList): RoleRows {
  const root: Place = { path: ['roles'] }
  const keys: (string | number)[] = []
  const rows: RoleRows = new RoleRows((handle, field) => {
    return placeBelow(root, keys[handle], ...(field === undefined ? [] : [field]))
  }, issues)
  for (const { id, spec, key } of new SpecReader(issues, {}).entriesOf(roles, 'roles', root) ?? []) {
    const place = placeBelow(root, key)
    if (!rows.addId(id)) {
      rows.refuseRepeat(id, place)
      continue
    }
    keys.push(key)
    readRole(rows, rows.ids.length - 1, spec, place)
  }
  checkVacancies(rows)
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
  // Null is refused, and says that there is none.
  if (line === undefined && value !== null) rows.addUnreadManager(handle, value)
  const evidence = line?.fields && reader.evidence(line.fields, line.place)
  if (evidence !== undefined) rows.managerEvidence.set(handle, evidence)
  return line?.to
}
