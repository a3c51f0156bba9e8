import { unitCycleIssue } from '../define/cycle-issues.js'
import { readUnit, readService } from '../define/read-units.js'
import { readPeople } from '../define/read-people.js'
import { personSpec, unitSpec } from '../define/spec-of-org.js'
import { SpecReader } from '../define/spec-reader.js'
import { quote } from '../kernel/quote.js'
import type { FieldsToSet } from '../model/change.js'
import type { Person } from '../model/person.js'
import type { Unit, UnitSpec } from '../model/unit.js'
import { unitLedBy } from './unit-references.js'
import type { Step } from './step.js'

export function addUnit(step: Step): void {
  const id = step.newId('unit')
  const before = step.before((unit) => step.unitOf(unit, 'before'))
  if (id === undefined) return
  const unit = unitOfSpec(step, id, step.fields.get('spec') ?? {}, 'spec')
  if (unit !== undefined) step.open.addUnit(unit, before?.id ?? null)
}

/** Reads a unit, without a head or a larger unit that the org does not have. */
function unitOfSpec(step: Step, id: string, spec: unknown, field: string): Unit | undefined {
  const unit = readUnit(new SpecReader(step.issues, { units: [id] }), id, spec, step.placeOf(field))
  if (unit === undefined) return undefined
  const { partOf } = unit
  // Each of them, so that all that are unknown are issues.
  const heads = unit.heads.filter((head) => step.nodeOf(head, field) !== undefined)
  const isPart = partOf === undefined || partOf === id || step.unitOf(partOf, field) !== undefined
  const known = { ...unitLedBy(unit, heads), ...(!isPart && { partOf: undefined }) }
  addCycleIssue(step, known, field)
  return Object.freeze(known)
}

function addCycleIssue(step: Step, unit: Unit, field: string): void {
  if (step.open.units.get(unit.id)?.partOf === unit.partOf) return
  const cycle = [unit.id]
  const visited = new Set(cycle)
  let next = unit.partOf
  while (next !== undefined && !visited.has(next)) {
    visited.add(next)
    cycle.push(next)
    next = step.open.units.get(next)?.partOf
  }
  if (next === unit.id)
    step.issues.add('UNIT_CYCLE', { ...unitCycleIssue(cycle), place: step.placeOf(field) })
}

export function updateUnit(step: Step): void {
  const unit = step.unit('unit')
  const set = step.fieldsToSet()
  if (unit === undefined || set === undefined) return
  const spec = { ...withoutFields(unitSpec(unit), set.removed), ...set.given }
  refuseUnknown(step, set.removed, UNIT_FIELDS)
  const updated = unitOfSpec(step, unit.id, spec, 'set')
  if (updated !== undefined) step.open.setUnit(updated)
}

const UNIT_FIELDS = ['title', 'aliases', 'kind', 'head', 'partOf', 'sources', 'hedge', 'note']
const PERSON_FIELDS = ['name', 'aliases', 'email', 'data']

function refuseUnknown(step: Step, removed: ReadonlySet<string>, known: readonly string[]): void {
  for (const name of removed) {
    if (!known.includes(name)) step.reader.addUnknownField(name, known, step.placeOf('set'))
  }
}

function withoutFields(spec: object, removed: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(spec).filter(([name]) => !removed.has(name)))
}

/** Sets fields of a unit as an effect of the change. */
export function replaceUnit(step: Step, unit: Unit, set: FieldsToSet<UnitSpec>): void {
  const known = step.open.units.get(unit.id) ?? unit
  const removed = new Set(Object.entries(set).flatMap(([name, value]) => (value === null ? [name] : [])))
  const given = withoutFields(set, removed)
  const updated = unitOfSpec(
    step,
    unit.id,
    { ...withoutFields(unitSpec(known), removed), ...given },
    'references',
  )
  if (updated !== undefined) step.open.setUnit(updated)
  step.effect({ do: 'update-unit', unit: unit.id, set })
}

export function addPerson(step: Step): void {
  const id = step.newId('person')
  const before = step.before((person) => step.personOf(person, 'before'))
  if (id === undefined || !hasPeople(step)) return
  const person = personOfSpec(step, id, step.fields.get('spec') ?? {})
  if (person !== undefined) step.open.addPerson(person, before?.id ?? null)
}

/** Whether the org has people; an issue where it has not. */
function hasPeople(step: Step): boolean {
  if (step.open.people !== undefined) return true
  step.issue('UNKNOWN_PERSON', 'do', {
    witness: [],
    message: 'The org has no list of people: its holders are names',
    suggestion: "Turn the names into people first: { do: 'list-people' }.",
  })
  return false
}

function personOfSpec(step: Step, id: string, spec: unknown): Person | undefined {
  return readPeople(Object.fromEntries([[id, spec]]), step.issues, step.place).get(id)
}

export function updatePerson(step: Step): void {
  if (!hasPeople(step)) return
  const person = step.person('person')
  const set = step.fieldsToSet()
  if (person === undefined || set === undefined) return
  refuseUnknown(step, set.removed, PERSON_FIELDS)
  const updated = personOfSpec(step, person.id, {
    ...withoutFields(personSpec(person), set.removed),
    ...set.given,
  })
  if (updated !== undefined) step.open.setPerson(updated)
}

export function listPeople(step: Step): void {
  if (step.open.people === undefined) step.open.listPeople()
  else {
    step.issue('DUPLICATE_ID', 'do', {
      witness: [],
      message: 'The org already has a list of people',
      suggestion: 'Remove the change.',
    })
  }
}

export function unlistPeople(step: Step): void {
  if (hasPeople(step)) step.open.unlistPeople()
}

export function addService(step: Step): void {
  const { open } = step
  const at = indexIn(step, open.services.length)
  const read = readService(step.reader, step.fields.get('service'), step.placeOf('service'))
  if (read === undefined || at === undefined) return
  const { service } = read
  const isFromUnit = open.units.has(service.from)
  const from = isFromUnit || step.nodeOf(service.from, 'service') !== undefined
  const to = step.nodeOf(service.to, 'service') !== undefined
  if (from && to) open.addService(service, at)
}

function indexIn(step: Step, most: number): number | undefined {
  const at = step.fields.get('at') ?? most
  if (typeof at === 'number' && Number.isInteger(at) && at >= 0 && at <= most) return at
  step.invalid('at', `an index from 0 to ${String(most)}`)
  return undefined
}

export function removeService(step: Step): void {
  const { services } = step.open
  const read = readService(step.reader, step.fields.get('service'), step.placeOf('service'))
  if (read === undefined) return
  const { from, to, name } = read.service
  const found = services.flatMap((each, at) =>
    each.from === from && each.to === to && each.name === name ? [at] : [],
  )
  const at = step.fields.get('at') ?? found.at(0)
  if (typeof at === 'number' && found.includes(at)) {
    step.open.removeService(at)
    return
  }
  step.issue('UNKNOWN_SERVICE', 'service', {
    roles: [to],
    witness: [from, to, name],
    message: `There is no service ${quote(name)} from ${quote(from)} to ${quote(to)}${at === undefined ? '' : ' at this index'} at this point`,
    suggestion: 'Correct the ends, the name or the index, or remove the change.',
  })
}

export function reorder(step: Step): void {
  const { open } = step
  if (step.fields.get('before') === undefined) step.invalid('before', 'an id, or null for the end')
  const kinds = (['role', 'unit', 'person'] as const).filter((kind) => step.fields.get(kind) !== undefined)
  if (kinds.length !== 1) {
    step.reader.invalid(kinds.length, 'one of role, unit and person', step.place)
    return
  }
  if (kinds[0] === 'role') {
    const role = step.role('role')
    const before = step.beforeRole()
    if (role !== undefined && before !== undefined) open.place(role.node, before ?? undefined)
  } else if (kinds[0] === 'unit') {
    const unit = step.unit('unit')
    const before = step.before((id) => step.unitOf(id, 'before'))
    if (unit !== undefined && before !== undefined) open.placeUnit(unit.id, before?.id ?? null)
  } else if (hasPeople(step)) {
    const person = step.person('person')
    const before = step.before((id) => step.personOf(id, 'before'))
    if (person !== undefined && before !== undefined) open.placePerson(person.id, before?.id ?? null)
  }
}
