import { quote } from '../model/quote.js'
import type { Service } from '../model/service.js'
import type { Unit } from '../model/unit.js'
import { placeBelow } from './spec-reader.js'
import type { ServiceRow } from './read-units.js'
import type { RoleRows } from './role-rows.js'

/** Checks the heads, the larger units and the members of units; an end that is unknown is left out. */
export function checkUnits(rows: RoleRows, units: ReadonlyMap<string, Unit>): ReadonlyMap<string, Unit> {
  const checked = new Map<string, Unit>()
  for (const [id, unit] of units) {
    const head = knownEnd(rows, unit, 'head', rows.handles, 'UNKNOWN_ROLE')
    const partOf = knownEnd(rows, unit, 'partOf', units, 'UNKNOWN_UNIT')
    checked.set(id, Object.freeze({ ...unit, head, partOf }))
  }
  addUnitCycles(rows, checked)
  checkMembers(rows, checked)
  return checked
}

function knownEnd(
  rows: RoleRows,
  unit: Unit,
  field: 'head' | 'partOf',
  known: ReadonlyMap<string, unknown>,
  code: 'UNKNOWN_ROLE' | 'UNKNOWN_UNIT',
): string | undefined {
  const id = unit[field]
  if (id === undefined || known.has(id)) return id
  const what = field === 'head' ? 'has the head' : 'is part of'
  rows.issues.add(code, {
    units: [unit.id],
    place: { path: ['units', unit.id, field] },
    witness: [id],
    message: `The unit ${quote(unit.id)} ${what} ${quote(id)}, which is no ${field === 'head' ? 'role' : 'unit'} of this org${rows.issues.didYouMean(id, known.keys())}`,
    suggestion: 'Correct the id, or leave the field out.',
  })
  return undefined
}

function addUnitCycles(rows: RoleRows, units: ReadonlyMap<string, Unit>): void {
  const walkOf = new Map<string, string>()
  for (const first of units.keys()) {
    const route: string[] = []
    let id: string | undefined = first
    while (id !== undefined && !walkOf.has(id)) {
      walkOf.set(id, first)
      route.push(id)
      id = units.get(id)?.partOf
    }
    if (id === undefined || walkOf.get(id) !== first) continue
    const cycle = route.slice(route.indexOf(id))
    rows.issues.add('UNIT_CYCLE', {
      units: cycle,
      place: { path: ['units', id, 'partOf'] },
      witness: [...cycle, id],
      message: `Units are part of each other in a circle: ${[...cycle.slice(0, 8), id].map(quote).join(' → ')}`,
      suggestion: 'Take one partOf away.',
    })
  }
}

function checkMembers(rows: RoleRows, units: ReadonlyMap<string, Unit>): void {
  const column = rows.attributes.get('unit') ?? []
  for (let handle = 0; handle < column.length; handle++) {
    const id = column[handle]
    if (typeof id !== 'string' || units.has(id)) continue
    rows.issues.add('UNKNOWN_UNIT', {
      roles: [rows.ids[handle]],
      place: rows.placeOf(handle, 'unit'),
      witness: [id],
      message: `The role ${quote(rows.ids[handle])} is a member of ${quote(id)}, which is no unit of this org${rows.issues.didYouMean(id, units.keys())}`,
      suggestion: 'Add it to units, correct the id, or leave the field out.',
    })
    column[handle] = undefined
  }
}

/** The services whose two ends are known; the others become issues. */
export function knownServices(
  rows: RoleRows,
  units: ReadonlyMap<string, Unit>,
  services: readonly ServiceRow[],
): readonly Service[] {
  const known = services.filter(({ service, place }) => {
    const fromKnown = rows.handles.has(service.from) || units.has(service.from)
    if (!fromKnown) addServiceIssue(rows, service, 'from', place)
    if (!rows.handles.has(service.to)) addServiceIssue(rows, service, 'to', place)
    return fromKnown && rows.handles.has(service.to)
  })
  return Object.freeze(known.map(({ service }) => service))
}

function addServiceIssue(
  rows: RoleRows,
  service: Service,
  end: 'from' | 'to',
  place: ServiceRow['place'],
): void {
  const id = service[end]
  const kinds = end === 'from' ? 'role or unit' : 'role'
  rows.issues.add('UNKNOWN_ROLE', {
    place: placeBelow(place, end),
    witness: [id],
    message: `The service ${quote(service.name)} is ${end} ${quote(id)}, which is no ${kinds} of this org${rows.issues.didYouMean(id, rows.ids)}`,
    suggestion: 'Correct the id, or take the service away.',
  })
}
