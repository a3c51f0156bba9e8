import { ROLE_ATTRIBUTES } from '../define/attribute-readers.js'
import { type HolderSpec, personOfHolder } from '../model/person.js'
import type { Unit } from '../model/unit.js'
import type { OpenEntries } from './open-entries.js'
import type { AttributeName, OpenRole } from './open-role.js'

/** The attributes that name units: one, or a list of them. */
export const UNIT_ATTRIBUTES = /* @__PURE__ */ ROLE_ATTRIBUTES.filter((name) =>
  ['unit', 'alsoIn'].includes(name),
)

/** The unit led by these roles, each once. */
export function unitLedBy(unit: Unit, heads: readonly string[]): Unit {
  const distinct = Object.freeze([...new Set(heads)])
  return Object.freeze({ ...unit, head: distinct.at(0), heads: distinct })
}

/** The unit with another head in the place of one that it has. */
export function unitWithHead(unit: Unit, was: string, head: string): Unit {
  if (!unit.heads.includes(was)) return unit
  return unitLedBy(
    unit,
    unit.heads.map((each) => (each === was ? head : each)),
  )
}

/** Whether an attribute names a unit. */
export function namesUnit(value: unknown, unit: string): boolean {
  return value === unit || (Array.isArray(value) && value.includes(unit))
}

/** Takes a role's own unit out of the further units in its attributes, or in those that will be set. */
export function dropOwnUnit(
  values: Map<AttributeName, unknown>,
  attributes: ReadonlyMap<AttributeName, unknown> = NO_ATTRIBUTES,
): void {
  if (!values.has('unit') && !values.has('alsoIn')) return
  const [unit, further] = (['unit', 'alsoIn'] as const).map((name) =>
    values.has(name) ? values.get(name) : attributes.get(name),
  )
  if (!Array.isArray(further) || !further.includes(unit)) return
  const kept: readonly unknown[] = further.filter((each) => each !== unit)
  values.set('alsoIn', kept.length === 0 ? undefined : Object.freeze(kept))
}

const NO_ATTRIBUTES: ReadonlyMap<AttributeName, unknown> = new Map()

/** The attributes of a role that name a unit, with another unit or none in its place. */
export function unitReplaced(
  role: OpenRole,
  unit: string,
  by: string | undefined,
): Map<AttributeName, unknown> {
  const values = new Map<AttributeName, unknown>()
  for (const name of UNIT_ATTRIBUTES) {
    const value = role.attributes.get(name)
    if (!namesUnit(value, unit)) continue
    if (!Array.isArray(value)) values.set(name, by)
    else {
      const list: readonly unknown[] = value
      const kept = new Set(
        list.map((each) => (each === unit ? by : each)).filter((each) => each !== undefined),
      )
      values.set(name, kept.size === 0 ? undefined : Object.freeze([...kept]))
    }
  }
  dropOwnUnit(values, role.attributes)
  return values
}

/** The units that attributes name. */
export function* unitsNamed(
  attributes: ReadonlyMap<AttributeName, unknown>,
): Generator<readonly [name: AttributeName, unit: string]> {
  for (const name of UNIT_ATTRIBUTES) {
    const value = attributes.get(name)
    const list: readonly unknown[] = Array.isArray(value) ? value : [value]
    for (const unit of list) if (typeof unit === 'string') yield [name, unit]
  }
}

/** Whether an org has every unit and every person that attributes name. */
export function knowsNames(
  { units, people }: Pick<OpenEntries, 'units' | 'people'>,
  attributes: ReadonlyMap<AttributeName, unknown>,
): boolean {
  const isNamed = UNIT_ATTRIBUTES.some((name) => attributes.get(name) !== undefined)
  if (isNamed) for (const [, unit] of unitsNamed(attributes)) if (!units.has(unit)) return false
  const holders = attributes.get('holders') as readonly HolderSpec[] | undefined
  return people === undefined || holders?.every((holder) => people.has(personOfHolder(holder))) !== false
}
