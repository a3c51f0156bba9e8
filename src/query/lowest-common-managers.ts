import { NONE } from '../engine/columns.js'
import {
  commonManagers,
  lowestCommonManager,
  lowestManagers,
  requireSeveralRoles,
} from '../engine/common-managers.js'
import { alongLines } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/**
 * Returns the lowest role that is above all the given ones along solid lines: the first who can decide for all.
 *
 * The given roles themselves do not count: for a manager and one of its reports the answer is the manager's manager,
 * and for one role given twice it is the manager of that role. Where the chains run into a cycle it is the first
 * common role on the chain of the first role given. A unit answers through its head.
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
 * @see {@link lowestCommonManagersOf} along dotted lines too, {@link reportingPathBetween} for the path.
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

/**
 * Returns the lowest roles that are above all the given ones: every common manager that has no other below it.
 *
 * Along solid lines of a sound chart there is at most one, as {@link lowestCommonManagerOf} returns it; with dotted
 * lines there may be several, in input order. The given roles themselves do not count. Common managers in one cycle
 * are above each other, so none of them is lower, and all of them are listed. A unit answers through its head.
 *
 * Complexity: O(roles given + layers climbed) along solid lines, else the sum of O(roles and lines above) over the
 * given roles.
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
  const { state, lines } = alongLines(stateOf(org), 'lowestCommonManagersOf', options)
  requireSeveralRoles(roles, 'lowestCommonManagersOf')
  const handles = roles.map((role) => roleHandle(state, role))
  if (lines === 'solid' && handles.every((handle) => state.hierarchy.layer[handle] > 0)) {
    const lowest = lowestCommonManager(state, handles)
    return lowest === NONE ? [] : [state.columns.ids[lowest]]
  }
  const common = commonManagers(state, handles, lines)
  return lowestManagers(state, common, lines).map((handle) => state.columns.ids[handle])
}
