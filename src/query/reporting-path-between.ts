import { ascend, pathUp } from '../engine/ascent.js'
import { NONE } from '../engine/columns.js'
import { positionOf } from '../engine/hierarchy-index.js'
import { alongLines } from '../engine/lines-option.js'
import { lowestCovering } from '../engine/common-managers.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { roleHandle } from '../engine/role-handle.js'
import type { LineKinds, LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/** The path from one role to another along reporting lines: up, over the apex, down. */
export interface ReportingPath<Id extends string = string> {
  /** The whole path, both ends included: `up`, then `apex`, then `down`. */
  readonly roles: readonly Id[]
  /** From the first role on, the apex excluded; empty when the first role is the apex. */
  readonly up: readonly Id[]
  /** The common manager, or whichever end is above the other. */
  readonly apex: Id
  /** After the apex, to the other role; empty when the other role is the apex. */
  readonly down: readonly Id[]
}

/**
 * Returns the path that connects two roles by reporting lines: up from one, over the lowest role above both (or one
 * of the two), and down to the other.
 *
 * In a sound chart there is one path along solid lines, and the path back is its reverse. With dotted lines and in
 * cycles it is the shortest path; among equally short ones it is the one with the fewest steps up, then the one whose
 * apex comes first in input order, then the one that, going up from either end, prefers the solid line and the earlier
 * dotted line. The path from a role to itself is that role alone. A unit answers through its head.
 *
 * Complexity: O(length of the path) along solid lines, else O(roles and lines above both).
 *
 * @param org The org.
 * @param from The id of a role, or of a unit with a head.
 * @param to The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns The path, in fresh arrays, or `undefined` when neither role is above the other and no role is above both.
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
  const { state, lines } = alongLines(stateOf(org), 'reportingPathBetween', options)
  const start = roleHandle(state, from)
  const end = roleHandle(state, to)
  const { layer } = state.hierarchy
  const numbered = lines === 'solid' && layer[start] > 0 && layer[end] > 0
  const path = numbered ? numberedPath(state, start, end) : shortestPath(state, start, end, lines)
  if (path === undefined) return undefined
  const { ids } = state.columns
  const up = path.up.map((handle) => ids[handle])
  const down = path.down.map((handle) => ids[handle])
  const apex = ids[path.apex]
  return { roles: up.concat(apex, down), up, apex, down }
}

interface HandlePath {
  /** From the start up, the apex excluded. */
  readonly up: number[]
  readonly apex: number
  /** From below the apex down to the end. */
  readonly down: number[]
}

function numberedPath(state: OrgState, start: number, end: number): HandlePath | undefined {
  // Every role above the start covers the start: only the end has to be checked.
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

function shortestPath(state: OrgState, start: number, end: number, lines: LineKinds): HandlePath | undefined {
  const fromStart = ascend(state, start, lines)
  const fromEnd = ascend(state, end, lines)
  const indexFromEnd = new Map(fromEnd.roles.map((handle, index) => [handle, index]))
  let best: { readonly up: number; readonly down: number; readonly length: number } | undefined
  // Nearest first, so a later apex never takes fewer steps up.
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
  const up = pathUp(fromStart, best.up)
  const down = pathUp(fromEnd, best.down).reverse()
  return { up: up.slice(0, -1), apex: fromStart.roles[best.up], down: down.slice(1) }
}
