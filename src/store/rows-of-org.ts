import { type Org, specOfOrg } from '../internal.js'
import {
  ASSIGNMENTS,
  GAP,
  LINES,
  MOVES,
  type OrgTable,
  PEOPLE,
  ROLES,
  SERVICES,
  UNITS,
} from './sql/tables.js'
import { type Row, rowOfPerson, rowOfService, rowOfUnit, rowsOfRole } from './rows-of-specs.js'

/** All rows of an org, by table. O(roles + lines + moves + units + people + services). */
export function rowsOfOrg(org: Org): ReadonlyMap<OrgTable, readonly Row[]> {
  const { roles, units, people, services } = specOfOrg(org)
  const own: Row[] = []
  const lines: Row[] = []
  const moves: Row[] = []
  const assignments: Row[] = []
  for (const [id, spec] of roles) {
    const rows = rowsOfRole(id, (own.length + 1) * GAP, spec)
    own.push(rows.role)
    for (const row of rows.lines) lines.push(row)
    for (const row of rows.moves) moves.push(row)
    for (const row of rows.assignments) assignments.push(row)
  }
  return new Map([
    [ROLES, own],
    [LINES, lines],
    [MOVES, moves],
    [ASSIGNMENTS, assignments],
    [UNITS, Array.from(units, ([id, spec], place) => rowOfUnit(id, (place + 1) * GAP, spec))],
    [PEOPLE, Array.from(people ?? [], ([id, spec], place) => rowOfPerson(id, (place + 1) * GAP, spec))],
    [SERVICES, services.map((service, n) => rowOfService(n, service))],
  ])
}
