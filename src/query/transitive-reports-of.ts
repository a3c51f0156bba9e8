import { positionOf, runEndOf } from '../engine/hierarchy-index.js'
import { alongLines } from '../engine/lines-option.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { descend } from '../engine/reach.js'
import { roleHandle } from '../engine/role-handle.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'
import { ownOption, upperLimit } from '../kernel/option-check.js'

/** The options of {@link transitiveReportsOf}. */
export interface TransitiveReportsOptions extends LinesOption {
  /** How many levels to go down: 1 is the direct reports. Default: `Infinity`. */
  readonly depth?: number
}

const OTHER_OPTIONS = ['depth']

/**
 * Returns everyone below a role, in preorder: each direct report in input order, followed by everyone below it.
 *
 * The role itself is left out, even in a cycle. A role that is reached along several lines is listed once, at its
 * first place; it is within `depth` when its shortest path is. A unit answers through its head.
 *
 * With `depth`, the order is the preorder of the roles within it, and deeper roles are not followed: a role that is
 * within `depth` by one line and below a deeper role by another is listed where the first line leads.
 *
 * The answer is a copy. To go over the reports lazily, without a copy, use `transitiveReportsOf` of
 * `rolegraph/handles`, which returns a view of their handles.
 *
 * Complexity: O(everyone below) along solid lines, a single slice without `depth`; else O(roles and lines below).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default; `depth`: the number of levels,
 * a whole number from 1, or `Infinity`, the default.
 * @returns A fresh array of ids; empty for a role without reports.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, transitiveReportsOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: {},
 *     manager: { reportsTo: 'director' },
 *     architect: { reportsTo: 'director' },
 *     analyst: { reportsTo: 'manager', dottedTo: 'architect' },
 *   },
 * })
 * console.log(transitiveReportsOf(org, 'director')) // => [ 'manager', 'analyst', 'architect' ]
 * console.log(transitiveReportsOf(org, 'director', { depth: 1 })) // => [ 'manager', 'architect' ]
 * console.log(transitiveReportsOf(org, 'architect', { lines: 'all' })) // => [ 'analyst' ]
 * ```
 * @see {@link directReportsOf}, {@link organizationSizeOf}, {@link managementChainOf}.
 */
export function transitiveReportsOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  options?: TransitiveReportsOptions,
): Id[] {
  const { state, lines } = alongLines(stateOf(org), 'transitiveReportsOf', options, OTHER_OPTIONS)
  const depth = upperLimit('depth', ownOption(options, 'depth'), 1)
  const handle = roleHandle(state, role)
  if (lines === 'solid' && state.hierarchy.layer[handle] > 0) return numberedReports(state, handle, depth)
  return descend(state, handle, lines, depth).map((report) => state.columns.ids[report])
}

function numberedReports<Id extends string>(state: OrgState<Id>, handle: number, depth: number): Id[] {
  const { layer, preorder } = state.hierarchy
  const first = positionOf(state.hierarchy, handle) + 1
  const end = runEndOf(state.hierarchy, handle)
  if (depth === Infinity) return state.preorderIds.slice(first, end)
  const lowest = layer[handle] + depth
  const reports: Id[] = []
  for (let next = first; next < end; next++) {
    if (layer[preorder[next]] <= lowest) reports.push(state.preorderIds[next])
  }
  return reports
}
