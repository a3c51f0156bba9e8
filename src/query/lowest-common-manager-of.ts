import { NONE } from '../engine/columns.js'
import { lowestCommonManager, requireSeveralRoles } from '../engine/common-managers.js'
import { stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'

/**
 * The lowest role that is above all the given ones along solid lines: the first who can decide for them all.
 *
 * The given roles themselves are left out: for a manager and one of its reports it is the manager's manager.
 * One role given twice has its manager. Where the chains run into a cycle it is the first common role on the
 * chain of the first one. A unit answers through its head.
 *
 * Complexity: O(roles given + layers climbed); in or below a cycle O(lengths of the chains).
 *
 * @param org The org.
 * @param roles Two or more ids of roles, or of units with a head.
 * @returns The id, or `undefined` when no role is above all of them.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for fewer than two roles; `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`,
 * `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, lowestCommonManagerOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     director: { reportsTo: 'ceo' },
 *     planner: { reportsTo: 'director' },
 *     analyst: { reportsTo: 'director' },
 *   },
 * })
 * console.log(lowestCommonManagerOf(org, ['planner', 'analyst'])) // => director
 * console.log(lowestCommonManagerOf(org, ['director', 'analyst'])) // => ceo
 * console.log(lowestCommonManagerOf(org, ['ceo', 'analyst'])) // => undefined
 * ```
 * @see {@link lowestCommonManagersOf} along dotted lines too, {@link reportingPathBetween} for the way.
 */
export function lowestCommonManagerOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  roles: readonly NoInfer<Id | Unit>[],
): Id | undefined {
  const state = stateOf(org)
  requireSeveralRoles(roles, 'lowestCommonManagerOf')
  const handles: number[] = []
  for (const role of roles) handles.push(roleHandle(state, role))
  const lowest = lowestCommonManager(state, handles)
  return lowest === NONE ? undefined : state.columns.ids[lowest]
}
