import { isUnit, type Org, unitsOf, type Role, type Unit, unitOf } from '../../internal.js'
import type { PictureUnit } from './picture.js'

/** The units of the drawn roles, the larger units around them, and the position of each. */
export interface DrawnUnits {
  readonly units: readonly PictureUnit[]
  readonly position: ReadonlyMap<string, number>
}

/** Units in the order in which the drawn roles first name them, larger units before their parts; from the first org that has each. Their places are those among the units of `placing`. */
export function pictureUnits(
  orgs: readonly Org[],
  placing: readonly Org[],
  roles: Iterable<Role>,
): DrawnUnits {
  const units: PictureUnit[] = []
  const position = new Map<string, number>()
  const places = new Map<string, number>()
  for (const org of placing) for (const id of unitsOf(org)) if (!places.has(id)) places.set(id, places.size)
  for (const { unit: id } of roles) {
    if (id === undefined || position.has(id)) continue
    const { added, around } = addedWith(orgs, id, position)
    let partOf = around
    for (const unit of added.toReversed()) {
      const { id: unitId, title } = unit
      position.set(unitId, units.length)
      const place = places.get(unitId) ?? places.size
      places.set(unitId, place)
      partOf =
        units.push(Object.freeze({ id: unitId, title, place, ...(partOf !== undefined && { partOf }) })) - 1
    }
  }
  return { units, position }
}

/**
 * The unit and the larger units around it that have no position yet, from the inside out, and the position of the unit around
 * these; a cycle ends where it closes.
 */
function addedWith(
  orgs: readonly Org[],
  id: string,
  position: ReadonlyMap<string, number>,
): { readonly added: readonly Unit[]; readonly around: number | undefined } {
  const found = new Map<string, Unit>()
  let around: number | undefined
  for (let next: string | undefined = id; next !== undefined && !found.has(next);) {
    around = position.get(next)
    if (around !== undefined) break
    const unit: Unit = unitRecord(orgs, next)
    found.set(next, unit)
    next = unit.partOf
  }
  return { added: [...found.values()], around }
}

function unitRecord(orgs: readonly Org[], id: string): Unit {
  const owner = orgs.find((org) => isUnit(org, id))
  return (
    (owner && unitOf(owner, id)) ?? {
      id,
      title: id,
      aliases: [],
      kind: undefined,
      head: undefined,
      heads: [],
      partOf: undefined,
    }
  )
}
