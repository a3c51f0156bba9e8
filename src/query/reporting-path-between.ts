import { ascend, wayUp } from '../engine/ascent.js'
import { NONE } from '../engine/columns.js'
import { positionOf } from '../engine/hierarchy-index.js'
import { linesOption } from '../engine/lines-option.js'
import { lowestCovering } from '../engine/lowest-covering.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import type { Lines, LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/** The way from one role to another along reporting lines: up, across the apex, down. */
export interface ReportingPath<Id extends string = string> {
  /** The whole way, both ends included: `up`, then `apex`, then `down`. */
  readonly roles: readonly Id[]
  /** From the first role on, the apex excluded; empty when the first role is the apex. */
  readonly up: readonly Id[]
  /** The common manager, or the one of the two ends that is above the other. */
  readonly apex: Id
  /** After the apex, to the other role; empty when the other role is the apex. */
  readonly down: readonly Id[]
}

/**
 * How two roles are joined by reporting lines: up from the one, across the lowest role that both have above
 * them (or that is one of them), down to the other.
 *
 * In a sound chart there is one way along solid lines, and the way back is the same reversed. With dotted lines
 * and in cycles it is the shortest; of equally short ones the one with the fewest steps up, then the one whose
 * apex comes first in input order, then the one that keeps to the solid line and to the earlier dotted line on
 * the way up from either end. From a role to itself it is that role alone. A unit answers through its head.
 *
 * Complexity: O(length of the way) along solid lines, else O(roles and lines above both).
 *
 * @param org The org.
 * @param from The id of a role, or of a unit with a head.
 * @param to The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns The way, in fresh arrays, or `undefined` when no role is above both or is one and above the other.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, reportingPathBetween } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: {},
 *     director: { reportsTo: 'ceo' },
 *     sponsor: { reportsTo: 'ceo' },
 *     analyst: { reportsTo: 'director' },
 *   },
 * })
 * const path = reportingPathBetween(org, 'analyst', 'sponsor')
 * console.log(path?.roles) // => [ 'analyst', 'director', 'ceo', 'sponsor' ]
 * console.log(path?.apex) // => ceo
 * console.log(path?.up) // => [ 'analyst', 'director' ]
 * console.log(path?.down) // => [ 'sponsor' ]
 * ```
 * @see {@link lowestCommonManagerOf}, {@link managementChainOf}.
 */
export function reportingPathBetween<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  from: NoInfer<Id | Unit>,
  to: NoInfer<Id | Unit>,
  options?: LinesOption,
): ReportingPath<Id> | undefined {
  const state = stateOf(org)
  const lines = linesOption('reportingPathBetween', options)
  const start = roleHandle(state, from)
  const end = roleHandle(state, to)
  const { layer } = state.hierarchy
  const numbered = lines === 'solid' && layer[start] > 0 && layer[end] > 0
  const ways = numbered ? numberedWays(state, start, end) : shortestWays(state, start, end, lines)
  if (ways === undefined) return undefined
  const { ids } = state.columns
  const up = ways.up.map((handle) => ids[handle])
  const down = ways.down.map((handle) => ids[handle])
  const apex = ids[ways.apex]
  return { roles: up.concat(apex, down), up, apex, down }
}

interface Ways {
  /** From the start up, the apex excluded. */
  readonly up: number[]
  readonly apex: number
  /** From below the apex down to the end. */
  readonly down: number[]
}

function numberedWays(state: OrgState, start: number, end: number): Ways | undefined {
  // Whoever is above the start covers the start: only the end is in question.
  const position = positionOf(state.hierarchy, end)
  const apex = lowestCovering(state, start, position, position)
  if (apex === NONE) return undefined
  const { manager } = state.columns
  const up: number[] = []
  const down: number[] = []
  for (let handle = start; handle !== apex; handle = manager[handle]) up.push(handle)
  for (let handle = end; handle !== apex; handle = manager[handle]) down.push(handle)
  return { up, apex, down: down.reverse() }
}

function shortestWays(state: OrgState, start: number, end: number, lines: Lines): Ways | undefined {
  const fromStart = ascend(state, start, lines)
  const fromEnd = ascend(state, end, lines)
  const indexFromEnd = new Map(fromEnd.roles.map((handle, index) => [handle, index]))
  let best: { readonly up: number; readonly down: number; readonly length: number } | undefined
  // Nearest first, so that a later apex is never the end of fewer steps up.
  for (const [up, apex] of fromStart.roles.entries()) {
    const down = indexFromEnd.get(apex)
    if (down === undefined) continue
    const length = fromStart.distance[up] + fromEnd.distance[down]
    const isBetter =
      best === undefined ||
      length < best.length ||
      (length === best.length &&
        fromStart.distance[up] === fromStart.distance[best.up] &&
        apex < fromStart.roles[best.up])
    if (isBetter) best = { up, down, length }
  }
  if (best === undefined) return undefined
  const up = wayUp(fromStart, best.up)
  const down = wayUp(fromEnd, best.down).reverse()
  return { up: up.slice(0, -1), apex: fromStart.roles[best.up], down: down.slice(1) }
}
