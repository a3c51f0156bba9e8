import { stateOf } from '../engine/org-state.js'
import { unitRecord } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'

/**
 * The role that leads a unit.
 *
 * Only the head that the unit names itself: a part without a head does not answer with the head of the larger
 * unit.
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
 * @see {@link unitOf}, {@link membersOf}.
 */
export function headOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  unit: NoInfer<Unit>,
): Id | undefined {
  return unitRecord(stateOf(org), unit).head
}
