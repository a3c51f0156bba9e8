import { personSpec, unitSpec } from '../define/spec-of-org.js'
import type { OrgState } from '../engine/org-state.js'
import type { Change } from '../model/change.js'
import type { Person } from '../model/person.js'
import type { Service } from '../model/service.js'
import type { Unit } from '../model/unit.js'
import { nextKey, placed, withEntry, without } from './ordered-map.js'

/** The units, people and services of an org while changes are applied to it. */
export class OpenEntries {
  units: ReadonlyMap<string, Unit>
  people: ReadonlyMap<string, Person> | undefined
  services: readonly Service[]
  /** The ids of roles and units that were removed or renamed, whatever has them now. */
  readonly leftIds = new Set<string>()

  constructor(
    base: OrgState,
    readonly undo?: Change[],
  ) {
    this.units = base.units
    this.people = base.people
    this.services = base.services
  }

  addUnit(unit: Unit, before: string | null): void {
    this.undo?.push({ do: 'remove-unit', unit: unit.id })
    this.units = withEntry(this.units, unit.id, unit, before)
  }

  setUnit(unit: Unit): void {
    const was = this.units.get(unit.id)
    if (was !== undefined)
      this.undo?.push({ do: 'update-unit', unit: unit.id, set: setBack(unitSpec(was), unitSpec(unit)) })
    this.units = new Map(this.units).set(unit.id, unit)
  }

  removeUnit(unit: Unit): void {
    this.undo?.push({
      do: 'add-unit',
      unit: unit.id,
      spec: unitSpec(unit),
      before: nextKey(this.units, unit.id),
    })
    this.leftIds.add(unit.id)
    this.units = without(this.units, unit.id)
  }

  placeUnit(id: string, before: string | null): void {
    this.undo?.push({ do: 'reorder', unit: id, before: nextKey(this.units, id) })
    this.units = placed(this.units, id, before)
  }

  addPerson(person: Person, before: string | null): void {
    this.undo?.push({ do: 'remove-person', person: person.id })
    this.people = withEntry(this.people ?? new Map(), person.id, person, before)
  }

  setPerson(person: Person): void {
    const was = this.people?.get(person.id)
    if (was !== undefined) {
      const set = setBack(personSpec(was), personSpec(person))
      this.undo?.push({ do: 'update-person', person: person.id, set })
    }
    this.people = new Map(this.people).set(person.id, person)
  }

  removePerson(person: Person): void {
    const people = this.people ?? new Map<string, Person>()
    const before = nextKey(people, person.id)
    this.undo?.push({ do: 'add-person', person: person.id, spec: personSpec(person), before })
    this.people = without(people, person.id)
  }

  placePerson(id: string, before: string | null): void {
    const people = this.people ?? new Map<string, Person>()
    this.undo?.push({ do: 'reorder', person: id, before: nextKey(people, id) })
    this.people = placed(people, id, before)
  }

  addService(service: Service, at: number): void {
    const { from, to, name } = service
    this.undo?.push({ do: 'remove-service', service: { from, to, name }, at })
    this.services = Object.freeze(this.services.toSpliced(at, 0, service))
  }

  removeService(at: number): void {
    this.undo?.push({ do: 'add-service', service: this.services[at], at })
    this.services = Object.freeze(this.services.toSpliced(at, 1))
  }
}

/** The fields that take one spec back to another: `null` for those that it does not have. */
function setBack<Spec extends object>(was: Spec, is: Spec): Spec {
  const missing = Object.keys(is).filter((name) => !Object.hasOwn(was, name))
  return { ...Object.fromEntries(missing.map((name) => [name, null])), ...was }
}
