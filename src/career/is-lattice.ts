import { stateOf } from '../engine/org-state.js'
import type { Org } from '../model/org.js'

/**
 * Whether the careers of an org form a lattice: whether some move leads from one family to another.
 *
 * If every move stays within its family, there are only ladders. A move from or to a role without a family does not
 * count, and an org without moves is not a lattice.
 *
 * Complexity: O(roles + moves).
 *
 * @param org The org.
 * @returns `true` if at least one move leads from one family to another.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, isLattice } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     analyst: { family: 'pmo', progressesTo: { to: 'projectManager', kind: 'transition' } },
 *     projectManager: { family: 'delivery' },
 *   },
 * })
 * console.log(isLattice(org)) // => true
 * ```
 * @see {@link ladderOf} for the moves within a family.
 */
export function isLattice(org: Org): boolean {
  const { count, moves, attributes } = stateOf(org).columns
  const families = attributes.family
  if (families === undefined || moves.to.length === 0) return false
  for (let from = 0; from < count; from++) {
    const family = families[from]
    if (family === undefined) continue
    for (let edge = moves.start[from]; edge < moves.start[from + 1]; edge++) {
      const other = families[moves.to[edge]]
      if (other !== undefined && other !== family) return true
    }
  }
  return false
}
