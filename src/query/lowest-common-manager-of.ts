import { commonManagers } from '../engine/common-managers.js'
import { NONE } from '../engine/columns.js'
import { positionOf } from '../engine/hierarchy-index.js'
import { lowestCovering } from '../engine/lowest-covering.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import { requireSeveralRoles } from '../engine/several-roles.js'
import type { Org } from '../model/org.js'

/**
 * The lowest role that is above all the given ones along solid lines: the first who can decide for them all.
 *
 * The given roles themselves are left out: for a manager and one of its reports it is the manager's manager.
 * One role given twice has its manager. Where the chains run into a cycle it is the first common role on the
 * chain of the first one. A unit answers through its head.
 *
 * @param org The org.
 * @param roles Two or more ids of roles, or of units with a head.
 * @returns The id, or `undefined` when no role is above all of them.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for fewer than two roles; `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`,
 * `NOT_AN_ORG`.
 * Complexity: O(roles given + layers climbed); in or below a cycle O(lengths of the chains).
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
  const { hierarchy } = state
  const { layer } = hierarchy
  let shallowest = roleHandle(state, roles[0])
  let first = positionOf(hierarchy, shallowest)
  let last = first
  let numbered = first !== NONE
  for (let next = 1; next < roles.length; next++) {
    const handle = roleHandle(state, roles[next])
    const here = positionOf(hierarchy, handle)
    if (here === NONE) numbered = false
    if (here < first) first = here
    if (here > last) last = here
    if (layer[handle] < layer[shallowest]) shallowest = handle
  }
  if (!numbered) return lowestOnChains(state, roles)
  // Whoever is above the shallowest role is in a layer of its own above all of them, so it is none of them.
  const lowest = lowestCovering(state, state.columns.manager[shallowest], first, last)
  return lowest === NONE ? undefined : state.columns.ids[lowest]
}

function lowestOnChains<Id extends string>(state: OrgState<Id>, roles: readonly string[]): Id | undefined {
  const handles = roles.map((role) => roleHandle(state, role))
  const common = commonManagers(state, handles, 'solid')
  return common.length === 0 ? undefined : state.columns.ids[common[0]]
}
