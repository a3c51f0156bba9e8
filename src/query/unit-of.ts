import { stateOf } from '../engine/org-state.js'
import { ownHandle } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'
import type { Unit } from '../model/unit.js'

/**
 * The record of a unit, or of the unit that a role is a member of.
 *
 * Membership is the `unit` that the role itself names: the head of a unit is a member only if it says so, and a
 * role of a smaller unit is not a member of the larger one.
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
