import { alongLines } from '../engine/lines-option.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { managersOfHandle, reportsOfHandle } from '../engine/reach.js'
import { roleHandle } from '../engine/role-handle.js'
import type { LineKinds, LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/**
 * Returns the roles that have the same manager as a role, in input order.
 *
 * The role itself is left out, and a top has no peers: two tops share no manager. With several managers, every role
 * that shares any of them is a peer, listed once. `lines` applies to both roles: a dotted peer has a dotted line to a
 * dotted manager of the role. A unit answers through its head.
 *
 * Complexity: O(direct reports of the manager); with several managers O(n × log n) for their n direct reports.
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns A fresh array of ids.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, peersOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: {},
 *     planner: { reportsTo: 'director' },
 *     analyst: { reportsTo: 'director' },
 *     coordinator: { reportsTo: 'director' },
 *   },
 * })
 * console.log(peersOf(org, 'analyst')) // => [ 'planner', 'coordinator' ]
 * console.log(peersOf(org, 'director')) // => []
 * ```
 * @see {@link managersOf}, {@link directReportsOf}.
 */
export function peersOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  options?: LinesOption,
): Id[] {
  const { state, lines } = alongLines(stateOf(org), 'peersOf', options)
  const handle = roleHandle(state, role)
  return peersOfHandle(state, handle, lines).map((peer) => state.columns.ids[peer])
}

function peersOfHandle(state: OrgState, handle: number, lines: LineKinds): number[] {
  const peers: number[] = []
  const managers = managersOfHandle(state, handle, lines)
  for (const manager of managers) {
    const reports = reportsOfHandle(state, manager, lines)
    for (let next = 0; next < reports.length; next++) if (reports[next] !== handle) peers.push(reports[next])
  }
  // The reports of one manager are already in order, each once.
  return managers.length > 1 ? [...new Set(peers)].sort((a, b) => a - b) : peers
}
