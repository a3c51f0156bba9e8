import { commonManagers, lowestManagers, requireSeveralRoles } from '../engine/common-managers.js'
import { linesOption } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'
import { lowestCommonManagerOf } from './lowest-common-manager-of.js'

/**
 * The lowest roles that are above all the given ones: every common manager below whom there is no other.
 *
 * Along solid lines of a sound chart there is at most one, as {@link lowestCommonManagerOf} says; with dotted
 * lines there may be several, in input order. The given roles themselves are left out. Common managers in one
 * cycle are above each other, so none of them is lower, and all of them count. A unit answers through its head.
 *
 * Complexity: O(roles given + layers climbed) along solid lines, else O(roles and lines above each of them,
 * added up).
 *
 * @param org The org.
 * @param roles Two or more ids of roles, or of units with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns A fresh array of ids; empty when no role is above all of them.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for fewer than two roles; `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`,
 * `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, lowestCommonManagersOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     sponsor: { reportsTo: 'ceo' },
 *     director: { reportsTo: 'ceo' },
 *     planner: { reportsTo: 'director', dottedTo: 'sponsor' },
 *     analyst: { reportsTo: 'director', dottedTo: 'sponsor' },
 *   },
 * })
 * console.log(lowestCommonManagersOf(org, ['planner', 'analyst'])) // => [ 'director' ]
 * console.log(lowestCommonManagersOf(org, ['planner', 'analyst'], { lines: 'all' })) // => [ 'sponsor', 'director' ]
 * ```
 * @see {@link lowestCommonManagerOf}, {@link managementChainOf}.
 */
export function lowestCommonManagersOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  roles: readonly NoInfer<Id | Unit>[],
  options?: LinesOption,
): Id[] {
  const state = stateOf(org)
  const lines = linesOption('lowestCommonManagersOf', options)
  requireSeveralRoles(roles, 'lowestCommonManagersOf')
  const handles = roles.map((role) => roleHandle(state, role))
  if (lines === 'solid' && handles.every((handle) => state.hierarchy.layer[handle] > 0)) {
    const lowest = lowestCommonManagerOf(org, roles)
    return lowest === undefined ? [] : [lowest]
  }
  const common = commonManagers(state, handles, lines)
  return lowestManagers(state, common, lines).map((handle) => state.columns.ids[handle])
}
