import { personSpec, serviceSpec, unitSpec } from '../define/spec-of-org.js'
import { samePlain } from '../define/org-content.js'
import type { OrgState } from '../engine/org-state.js'
import type { FieldsToSet } from '../model/change.js'
import type { Unit, UnitSpec } from '../model/unit.js'
import { itemsToMove } from './moved-items.js'
import { parentsFirst } from './parent-walks.js'
import type { Reconciled } from './reconciled.js'

/** The fields of a spec that have to be set for it to become another one; `undefined` where there are none. */
export function fieldsToSet<Spec extends object>(was: Spec, is: Spec): FieldsToSet<Spec> | undefined {
  const set: [string, unknown][] = []
  for (const [name, value] of Object.entries(is)) {
    if (!samePlain(value, Object.hasOwn(was, name) ? Reflect.get(was, name) : undefined))
      set.push([name, value])
  }
  for (const name of Object.keys(was)) if (!Object.hasOwn(is, name)) set.push([name, null])
  // Each field comes from one of the specs.
  return set.length === 0 ? undefined : (Object.fromEntries(set) as FieldsToSet<Spec>)
}

/** People that are new or changed. Whether the org has people comes first: holders depend on it. */
export function diffPeople(to: Reconciled): void {
  const { open, after } = to
  if (open.people === after.people) return
  if (after.people === undefined) {
    to.emit({ do: 'unlist-people' })
    return
  }
  if (open.people === undefined) to.emit({ do: 'list-people' })
  for (const [person, record] of after.people) {
    const spec = personSpec(record)
    const was = open.people?.get(person)
    if (was === undefined) {
      to.emit({ do: 'add-person', person, ...(Object.keys(spec).length > 0 && { spec }) })
      continue
    }
    const set = was === record ? undefined : fieldsToSet(personSpec(was), spec)
    if (set !== undefined) to.emit({ do: 'update-person', person, set })
  }
}

/** New units, larger ones first. Heads and further parts follow when there are all roles and units. */
export function joinUnits(to: Reconciled): void {
  const { open, after } = to
  if (open.units === after.units) return
  const isNew = ({ id }: Unit): boolean => !open.units.has(id)
  const newUnits = [...after.units.values()].filter(isNew)
  const newLarger = (unit: Unit): Unit | undefined => {
    const larger = largerUnit(after, unit)
    return larger !== undefined && isNew(larger) ? larger : undefined
  }
  for (const unit of parentsFirst(newUnits, newLarger)) {
    const spec = Object.fromEntries(
      Object.entries(unitSpec(unit)).filter(
        ([name, value]) => name !== 'head' && (name !== 'partOf' || open.units.has(String(value))),
      ),
    )
    to.emit({ do: 'add-unit', unit: unit.id, ...(Object.keys(spec).length > 0 && { spec }) })
  }
}

/** Fields of units, larger units first, so that no unit becomes a part of its own part on the way. */
export function diffUnits(to: Reconciled): void {
  const { open, after } = to
  if (open.units === after.units) return
  for (const unit of parentsFirst(after.units.values(), (unit) => largerUnit(after, unit))) {
    const was = open.units.get(unit.id)
    const set =
      was === undefined || was === unit ? undefined : fieldsToSet<UnitSpec>(unitSpec(was), unitSpec(unit))
    if (set !== undefined) to.emit({ do: 'update-unit', unit: unit.id, set })
  }
}

function largerUnit({ units }: OrgState, { partOf }: Unit): Unit | undefined {
  return partOf === undefined ? undefined : units.get(partOf)
}

export function diffServices(to: Reconciled): void {
  const { open, after } = to
  if (open.services === after.services) return
  const is = after.services.map(serviceSpec)
  const was = open.services.map(serviceSpec)
  // What is the same at both ends stays.
  let start = 0
  while (start < Math.min(was.length, is.length) && samePlain(was[start], is[start])) start++
  let end = 0
  const most = Math.min(was.length, is.length) - start
  while (end < most && samePlain(was[was.length - 1 - end], is[is.length - 1 - end])) end++
  for (const { from, to: role, name } of was.slice(start, was.length - end)) {
    to.emit({ do: 'remove-service', service: { from, to: role, name }, at: start })
  }
  for (const [index, service] of is.slice(start, is.length - end).entries()) {
    to.emit({ do: 'add-service', service, at: start + index })
  }
}

/** Units that are gone, parts before their larger units, and the order of the others. */
export function removeUnits(to: Reconciled): void {
  const { open, after } = to
  if (open.units === after.units) return
  const parts = new Map<string, number>()
  for (const { partOf } of open.units.values())
    if (partOf !== undefined) parts.set(partOf, (parts.get(partOf) ?? 0) + 1)
  const gone = [...open.units.values()].filter(({ id }) => !after.units.has(id))
  const free = gone.filter(({ id }) => !parts.has(id))
  const removed = new Set<string>()
  for (const unit of free) {
    to.emit({ do: 'remove-unit', unit: unit.id })
    removed.add(unit.id)
    const left = unit.partOf === undefined ? undefined : (parts.get(unit.partOf) ?? 0) - 1
    if (unit.partOf === undefined || left === undefined) continue
    parts.set(unit.partOf, left)
    const larger = open.units.get(unit.partOf)
    // The loop also visits what is added to the list while it runs.
    if (left === 0 && larger !== undefined && !after.units.has(larger.id)) free.push(larger)
  }
  // Only units in a cycle of parts are left.
  for (const { id } of gone)
    if (!removed.has(id)) to.emit({ do: 'remove-unit', unit: id, references: 'remove' })
  for (const { id, before } of moved(open.units, after.units)) to.emit({ do: 'reorder', unit: id, before })
}

export function removePeople(to: Reconciled): void {
  const { open, after } = to
  if (after.people === undefined || open.people === undefined || open.people === after.people) return
  for (const person of open.people.keys()) {
    if (!after.people.has(person)) to.emit({ do: 'remove-person', person })
  }
  for (const { id, before } of moved(open.people, after.people))
    to.emit({ do: 'reorder', person: id, before })
}

/** The keys that have to move, for those of one map to be in the order of another with the same keys. */
function moved(
  was: ReadonlyMap<string, unknown>,
  is: ReadonlyMap<string, unknown>,
): readonly { readonly id: string; readonly before: string | null }[] {
  const places = new Map(Array.from(was.keys(), (id, place) => [id, place]))
  const ids = [...is.keys()]
  return itemsToMove(ids.length, (wanted) => places.get(ids[wanted]) ?? 0).map((wanted) => ({
    id: ids[wanted],
    before: ids.at(wanted + 1) ?? null,
  }))
}
