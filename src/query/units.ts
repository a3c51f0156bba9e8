import { stateOf } from '../engine/org-state.js'
import { ownHandle, unitRecord } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'
import type { Unit } from '../model/unit.js'
import { membersOfUnit, unitIndexOf } from '../engine/unit-index.js'
import { givenOptions, trueOrFalse } from '../kernel/option-check.js'

/**
 * Returns the record of a unit, or of the unit that a role is a member of.
 *
 * The unit of a role is the one it names with `unit`; others are in `roleOf(org, role).alsoIn`. The head of a unit is a member only
 * if it names the unit, and a role of a smaller unit is not a member of the larger one.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param id The id of a unit, or of a role.
 * @returns A frozen record; `undefined` for a role that is in no unit.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, unitOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { director: {}, analyst: { reportsTo: 'director', unit: 'pmo' } },
 *   units: { pmo: { title: 'Project Management Office', head: 'director' } },
 * })
 * console.log(unitOf(org, 'pmo').title) // => Project Management Office
 * console.log(unitOf(org, 'analyst')?.id) // => pmo
 * console.log(unitOf(org, 'director')) // => undefined
 * ```
 * @see {@link membersOf}, {@link headOf}.
 */
export function unitOf<Id extends string, UnitId extends string, Asked extends NoInfer<Id | UnitId>>(
  org: Org<Id, UnitId>,
  id: Asked,
): Unit<Id, UnitId> | (Asked extends Id ? undefined : never)
export function unitOf<Id extends string, UnitId extends string>(
  org: Org<Id, UnitId>,
  id: string,
): Unit<Id, UnitId> | undefined {
  const state = stateOf(org)
  const unit = state.units.get(id)
  if (unit !== undefined) return unit
  const membership = state.columns.attributes.unit?.[ownHandle(state, id)]
  return membership === undefined ? undefined : state.units.get(membership)
}

/**
 * Returns the ids of all units, in input order.
 *
 * Units that are named only by the records of their members come in the order of their first member.
 *
 * Complexity: O(units).
 *
 * @param org The org.
 * @returns A fresh array.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, unitsOf } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { director: {} }, units: { delivery: {}, pmo: { partOf: 'delivery' } } })
 * console.log(unitsOf(org)) // => [ 'delivery', 'pmo' ]
 * ```
 * @see {@link unitOf}, {@link membersOf}.
 */
export function unitsOf<Id extends string, Unit extends string>(org: Org<Id, Unit>): Unit[] {
  // The ids are taken from the records because the keys lack their type.
  return Array.from(stateOf(org).units.values(), (unit) => unit.id)
}

/**
 * Whether a value is the id of a unit. Narrows the type to the unit ids of the org.
 *
 * Ids are exact text. The id of a role is not a unit; anything but a string gives `false`.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param x Anything, usually text from outside.
 * @returns Whether the org has a unit with this id.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, headOf, isUnit } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { director: {} }, units: { pmo: { head: 'director' } } })
 * const typed: string = 'pmo'
 * if (isUnit(org, typed)) console.log(headOf(org, typed)) // => director
 * console.log(isUnit(org, 'director')) // => false
 * ```
 * @see {@link isRole}.
 */
export function isUnit<Id extends string, Unit extends string>(org: Org<Id, Unit>, x: unknown): x is Unit {
  const state = stateOf(org)
  return typeof x === 'string' && state.units.has(x)
}

/**
 * Returns the role that leads a unit; of several heads, the first, which answers for reporting.
 *
 * A unit without a head does not fall back to the head of the larger unit. A query that takes a unit instead of a role is about
 * this role.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @param unit The id of a unit.
 * @returns The id of a role, or `undefined` for a unit without a head.
 * @throws {@link OrgError} `UNKNOWN_UNIT`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, headOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { director: {} },
 *   units: { pmo: { head: 'director' }, training: { partOf: 'pmo' } },
 * })
 * console.log(headOf(org, 'pmo')) // => director
 * console.log(headOf(org, 'training')) // => undefined
 * ```
 * @see {@link headsOf}, {@link unitOf}, {@link membersOf}.
 */
export function headOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  unit: NoInfer<Unit>,
): Id | undefined {
  return unitRecord(stateOf(org), unit).head
}

/**
 * Returns the roles that lead a unit together, in input order.
 *
 * The first is {@link headOf}: it answers for reporting, so that "the unit reports to X" means that the manager of the first
 * head is X. The other heads have no effect on reporting.
 *
 * Complexity: O(heads of the unit).
 *
 * @param org The org.
 * @param unit The id of a unit.
 * @returns A fresh array; empty for a unit without a head.
 * @throws {@link OrgError} `UNKNOWN_UNIT`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, headOf, headsOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { medical: {}, operations: {} },
 *   units: { ward: { head: ['medical', 'operations'] } },
 * })
 * console.log(headsOf(org, 'ward')) // => [ 'medical', 'operations' ]
 * console.log(headOf(org, 'ward')) // => medical
 * ```
 * @see {@link headOf}.
 */
export function headsOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  unit: NoInfer<Unit>,
): Id[] {
  return [...unitRecord(stateOf(org), unit).heads]
}

/** The options of {@link membersOf}. */
export interface MembersOption {
  /** Whether to include the members of the units that are part of it, at any depth. Default: `false`. */
  readonly nested?: boolean
}

/**
 * Returns the roles that are members of a unit, in input order.
 *
 * A role is a member of the unit that it names with `unit`, and of those that it names with `alsoIn`; the head of the unit is a
 * member only if it names the unit. With `nested`, the members of the units that are part of it are included, each once, even
 * if units are part of each other in a cycle.
 *
 * Complexity: O(m) for m members; with `nested`, O(u + m log m) for u units below. The first call reads all roles once.
 *
 * @param org The org.
 * @param unit The id of a unit.
 * @param options `nested`: whether to include the members of smaller units, `false` by default.
 * @returns A fresh array of role ids.
 * @throws {@link OrgError} `UNKNOWN_UNIT`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, membersOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { unit: 'delivery' },
 *     manager: { reportsTo: 'director', unit: 'pmo' },
 *     analyst: { reportsTo: 'manager', unit: 'pmo', alsoIn: 'safety' },
 *   },
 *   units: { delivery: { head: 'director' }, pmo: { partOf: 'delivery', head: 'manager' }, safety: {} },
 * })
 * console.log(membersOf(org, 'delivery')) // => [ 'director' ]
 * console.log(membersOf(org, 'safety')) // => [ 'analyst' ]
 * console.log(membersOf(org, 'delivery', { nested: true })) // => [ 'director', 'manager', 'analyst' ]
 * ```
 * @see {@link unitOf}, {@link headOf}.
 */
export function membersOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  unit: NoInfer<Unit>,
  options?: MembersOption,
): Id[] {
  const state = stateOf(org)
  const given = givenOptions('membersOf', options, ['nested'])
  const nested = trueOrFalse('nested', given.get('nested'), false)
  const { id } = unitRecord(state, unit)
  const members = membersOfUnit(state.kept(unitIndexOf), id, nested)
  return members.map((handle) => state.columns.ids[handle])
}
