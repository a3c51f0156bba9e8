import { commonManagers } from './common-managers.js'
import { NONE } from './columns.js'
import { positionOf } from './hierarchy-index.js'
import { lowestCovering } from './lowest-covering.js'
import type { OrgState } from './org-state.js'

/**
 * The lowest role above all the given ones along solid lines, or {@link NONE}; where the chains run into a cycle, the
 * first common role on the chain of the first. O(roles given + layers climbed), in or below a cycle O(lengths of the chains).
 */
export function lowestCommonManager(state: OrgState, handles: readonly number[]): number {
  const { hierarchy } = state
  const { layer } = hierarchy
  let shallowest = handles[0]
  let first = positionOf(hierarchy, shallowest)
  let last = first
  for (const handle of handles) {
    const here = positionOf(hierarchy, handle)
    if (here === NONE) return commonManagers(state, handles, 'solid').at(0) ?? NONE
    if (here < first) first = here
    if (here > last) last = here
    if (layer[handle] < layer[shallowest]) shallowest = handle
  }
  // Whoever is above the shallowest role is in a layer of its own above all of them, so it is none of them.
  return lowestCovering(state, state.columns.manager[shallowest], first, last)
}
