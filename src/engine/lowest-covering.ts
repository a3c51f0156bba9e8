import { NONE } from './columns.js'
import type { OrgState } from './org-state.js'

/**
 * The first role from `start` upwards that, with everyone below it, covers the preorder positions from
 * `first` to `last`, or {@link NONE}. `start` must be numbered or {@link NONE}. O(steps up).
 */
export function lowestCovering(state: OrgState, start: number, first: number, last: number): number {
  const { runs } = state.hierarchy
  const { manager } = state.columns
  let handle = start
  while (handle !== NONE && (runs[2 * handle] > first || last >= runs[2 * handle + 1])) {
    handle = manager[handle]
  }
  return handle
}
