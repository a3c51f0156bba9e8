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
 * Checks the heads, larger units and members of units, and leaves out unknown ids. A unit with the id of a role is left
 * out too: it has an issue already, and its members get none.
 */
export function linkUnits(rows: RoleRows, units: ReadonlyMap<string, Unit>): ReadonlyMap<string, Unit> {
  const checked = new Map<string, Unit>()
  const taken = new Set([...units.keys()].filter((id) => rows.handles.has(id)))
  for (const [id, unit] of units) {
    const heads = knownHeads(rows, unit)
    const larger = knownLarger(rows, unit, units)
    const partOf = larger !== undefined && taken.has(larger) ? undefined : larger
    if (!taken.has(id)) checked.set(id, Object.freeze({ ...unit, head: heads.at(0), heads, partOf }))
  }
  addUnitCycles(rows, checked)
  checkMembers(rows, checked, taken)
  return checked
}

function knownHeads(rows: RoleRows, { id: unit, heads }: Unit): readonly string[] {
  if (heads.every((head) => rows.handles.has(head))) return heads
  for (const [index, head] of heads.entries()) {
    if (rows.handles.has(head)) continue
    const ids = { [Symbol.iterator]: () => rows.handles.keys() }
    rows.issues.add('UNKNOWN_ROLE', {
      units: [unit],
      place: { path: ['units', unit, 'head', ...(heads.length === 1 ? [] : [index])] },
      witness: [head],
      message: `The unit ${quote(unit)} has the head ${quote(head)}, which is not a role of this org${rows.issues.didYouMean(head, ids)}`,
      suggestion: 'Correct the id, or leave the field out.',
    })
  }
  return Object.freeze(heads.filter((head) => rows.handles.has(head)))
}

function knownLarger(rows: RoleRows, unit: Unit, units: ReadonlyMap<string, Unit>): string | undefined {
  const id = unit.partOf
  if (id === undefined || units.has(id)) return id
  const ids = { [Symbol.iterator]: () => units.keys() }
  rows.issues.add('UNKNOWN_UNIT', {
    units: [unit.id],
    place: { path: ['units', unit.id, 'partOf'] },
    witness: [id],
    message: `The unit ${quote(unit.id)} is part of ${quote(id)}, which is not a unit of this org${rows.issues.didYouMean(id, ids, (candidate) => isAtOrIn(units, candidate, unit.id))}`,
    suggestion: 'Correct the id, or leave the field out.',
  })
  return undefined
}

/** Whether a unit is `larger` or part of it, at any depth. Terminates on a cycle too. */
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
  const own = rows.attributes.get('unit') ?? []
  for (let handle = 0; handle < own.length; handle++) {
    const id = own[handle]
    if (typeof id !== 'string' || units.has(id)) continue
    own[handle] = undefined
    if (!taken.has(id)) addUnknownUnit(rows, handle, 'unit', id, units)
  }
  const others = (rows.attributes.get('alsoIn') ?? []) as (readonly string[] | undefined)[]
  for (let handle = 0; handle < others.length; handle++) {
    const ids = others[handle]
    if (ids === undefined) continue
    const known = ids.filter((id) => {
      if (units.has(id)) return id !== own[handle]
      if (!taken.has(id)) addUnknownUnit(rows, handle, 'alsoIn', id, units)
      return false
    })
    others[handle] = known.length === 0 ? undefined : Object.freeze(known)
  }
}

function addUnknownUnit(
  rows: RoleRows,
  handle: number,
  field: 'unit' | 'alsoIn',
  id: string,
  units: ReadonlyMap<string, Unit>,
): void {
  const role = rows.ids[handle]
  rows.issues.add('UNKNOWN_UNIT', {
    roles: [role],
    place: rows.placeOf(handle, field),
    witness: [id],
    message: `The role ${quote(role)} is ${field === 'unit' ? 'a member of' : 'also in'} ${quote(id)}, which is not a unit of this org${rows.issues.didYouMean(id, units.keys())}`,
    suggestion: 'Add it to units, correct the id, or leave the field out.',
  })
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
    message: `The service ${quote(service.name)} ${end === 'from' ? 'comes from' : 'goes to'} ${quote(id)}, which is not a ${kinds} of this org${rows.issues.didYouMean(id, known)}`,
    suggestion: 'Correct the id, or remove the service.',
  })
}

function* rolesAndUnits(rows: RoleRows, units: ReadonlyMap<string, Unit>): Generator<string> {
  yield* rows.ids
  yield* units.keys()
}
