import { NONE } from '../engine/columns.js'
import { reportingCycles } from '../engine/reporting-cycles.js'
import { quote } from '../kernel/quote.js'
import type { Service } from '../model/service.js'
import type { Unit } from '../model/unit.js'
import { placeBelow } from './spec-reader.js'
import { unitCycleIssue } from './cycle-issues.js'
import type { ServiceRow } from './read-units.js'
import type { RoleRows } from './role-rows.js'

/**
 * Checks the heads, the larger units and the members of units; an unknown id is left out. So is a unit with the id of
 * a role: that is a single issue, already added, without a further one for each of its members.
 */
export function linkUnits(rows: RoleRows, units: ReadonlyMap<string, Unit>): ReadonlyMap<string, Unit> {
  const checked = new Map<string, Unit>()
  const taken = new Set([...units.keys()].filter((id) => rows.handles.has(id)))
  for (const [id, unit] of units) {
    const head = knownEnd(rows, unit, 'head', rows.handles, 'UNKNOWN_ROLE')
    const larger = knownEnd(rows, unit, 'partOf', units, 'UNKNOWN_UNIT', (candidate) =>
      isAtOrIn(units, candidate, id),
    )
    const partOf = larger !== undefined && taken.has(larger) ? undefined : larger
    if (!taken.has(id)) checked.set(id, Object.freeze({ ...unit, head, partOf }))
  }
  addUnitCycles(rows, checked)
  checkMembers(rows, checked, taken)
  return checked
}

function knownEnd(
  rows: RoleRows,
  unit: Unit,
  field: 'head' | 'partOf',
  known: ReadonlyMap<string, unknown>,
  code: 'UNKNOWN_ROLE' | 'UNKNOWN_UNIT',
  cannotBe?: (candidate: string) => boolean,
): string | undefined {
  const id = unit[field]
  if (id === undefined || known.has(id)) return id
  const what = field === 'head' ? 'has the head' : 'is part of'
  const ids = { [Symbol.iterator]: () => known.keys() }
  rows.issues.add(code, {
    units: [unit.id],
    place: { path: ['units', unit.id, field] },
    witness: [id],
    message: `The unit ${quote(unit.id)} ${what} ${quote(id)}, which is not a ${field === 'head' ? 'role' : 'unit'} of this org${rows.issues.didYouMean(id, ids, cannotBe)}`,
    suggestion: 'Correct the id, or leave the field out.',
  })
  return undefined
}

/** Whether a unit is another one or part of it, at any depth. Ends in a cycle too. */
function isAtOrIn(units: ReadonlyMap<string, Unit>, unit: string, larger: string): boolean {
  const visited = new Set<string>()
  for (let id: string | undefined = unit; id !== undefined && !visited.has(id); id = units.get(id)?.partOf) {
    if (id === larger) return true
    visited.add(id)
  }
  return false
}

function addUnitCycles(rows: RoleRows, units: ReadonlyMap<string, Unit>): void {
  const ids = [...units.keys()]
  const handles = new Map(ids.map((id, handle) => [id, handle]))
  // Parts have the shape of solid lines: each unit has at most one larger unit.
  const larger = Int32Array.from(units.values(), ({ partOf }) =>
    partOf === undefined ? NONE : (handles.get(partOf) ?? NONE),
  )
  for (const members of reportingCycles(larger)) {
    const cycle = members.map((handle) => ids[handle])
    rows.issues.add('UNIT_CYCLE', unitCycleIssue(cycle))
  }
}

function checkMembers(rows: RoleRows, units: ReadonlyMap<string, Unit>, taken: ReadonlySet<string>): void {
  const column = rows.attributes.get('unit') ?? []
  for (let handle = 0; handle < column.length; handle++) {
    const id = column[handle]
    if (typeof id !== 'string' || units.has(id)) continue
    column[handle] = undefined
    if (taken.has(id)) continue
    rows.issues.add('UNKNOWN_UNIT', {
      roles: [rows.ids[handle]],
      place: rows.placeOf(handle, 'unit'),
      witness: [id],
      message: `The role ${quote(rows.ids[handle])} is a member of ${quote(id)}, which is not a unit of this org${rows.issues.didYouMean(id, units.keys())}`,
      suggestion: 'Add it to units, correct the id, or leave the field out.',
    })
  }
}

/** The services with two known ends; the others become issues. */
export function linkServices(
  rows: RoleRows,
  units: ReadonlyMap<string, Unit>,
  services: readonly ServiceRow[],
): readonly Service[] {
  const known = services.filter(({ service, place }) => {
    const fromKnown = rows.handles.has(service.from) || units.has(service.from)
    if (!fromKnown) addServiceIssue(rows, service, 'from', place, rolesAndUnits(rows, units))
    if (!rows.handles.has(service.to)) addServiceIssue(rows, service, 'to', place, rows.ids)
    return fromKnown && rows.handles.has(service.to)
  })
  return Object.freeze(known.map(({ service }) => service))
}

function addServiceIssue(
  rows: RoleRows,
  service: Service,
  end: 'from' | 'to',
  place: ServiceRow['place'],
  known: Iterable<string>,
): void {
  const id = service[end]
  const kinds = end === 'from' ? 'role or unit' : 'role'
  rows.issues.add('UNKNOWN_ROLE', {
    place: placeBelow(place, end),
    witness: [id],
    message: `The service ${quote(service.name)} is ${end} ${quote(id)}, which is not a ${kinds} of this org${rows.issues.didYouMean(id, known)}`,
    suggestion: 'Correct the id, or remove the service.',
  })
}

function* rolesAndUnits(rows: RoleRows, units: ReadonlyMap<string, Unit>): Generator<string> {
  yield* rows.ids
  yield* units.keys()
}
