import { NONE } from '../engine/columns.js'
import { targetsOf } from '../engine/edges.js'
import { linesOption } from '../engine/lines-option.js'
import { stateOf } from '../engine/org-state.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/**
 * Returns the roles that report to nobody, in input order.
 *
 * A chart may have several; a role without any line is one of them. A role in a cycle is not a top, so a broken
 * chart may have no top at all. A role that reports to itself is a cycle of one and not a top either; {@link checkOrg}
 * can accept it as one with `allowSelfManagedTops`. Along `'dotted'` lines these are the roles
 * without a dotted manager, which are most roles of a typical chart.
 *
 * Complexity: O(length of the answer) along solid lines, else O(roles).
 *
 * @param org The org.
 * @param options `lines`: which reporting lines count, `'solid'` by default.
 * @returns A fresh array of ids.
 * @throws {@link OrgError} `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, topRolesOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { ceo: {}, chair: {}, director: { reportsTo: 'ceo' }, auditor: { dottedTo: 'chair' } },
 * })
 * console.log(topRolesOf(org)) // => [ 'ceo', 'chair', 'auditor' ]
 * console.log(topRolesOf(org, { lines: 'all' })) // => [ 'ceo', 'chair' ]
 * ```
 * @see {@link layerOf}, {@link managersOf}.
 */
export function topRolesOf<Id extends string>(org: Org<Id>, options?: LinesOption): Id[] {
  const state = stateOf(org)
  const lines = linesOption('topRolesOf', options)
  const { ids, manager, dotted } = state.columns
  if (lines === 'solid') return Array.from(state.hierarchy.tops, (top) => ids[top])
  return ids.filter((_, handle) => {
    return targetsOf(dotted, handle).length === 0 && (lines === 'dotted' || manager[handle] === NONE)
  })
}
