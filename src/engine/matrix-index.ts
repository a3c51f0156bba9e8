import { NONE, type RoleColumns } from './columns.js'
import { type HierarchyIndex, positionOf } from './hierarchy-index.js'

/** Lets a walk up along all lines visit only the roles where paths branch. */
export interface MatrixIndex {
  /**
   * The nearest role with a dotted line on the solid chain, the role itself included, or {@link NONE}. For a role
   * in or below a solid cycle it is the role itself, since such a chain is walked step by step.
   */
  readonly crossing: Int32Array
  /** 1 for a role with a report along any line; nobody is below a role with 0. */
  readonly leads: Uint8Array
}

/** O(roles and lines). */
export function matrixIndexOf({ manager, dotted }: RoleColumns, hierarchy: HierarchyIndex): MatrixIndex {
  const count = manager.length
  const crossing = new Int32Array(count).fill(NONE)
  const leads = new Uint8Array(count)
  // In preorder a manager comes before its reports.
  for (const handle of hierarchy.preorder) {
    const above = manager[handle]
    if (above !== NONE) leads[above] = 1
    if (dotted.start[handle] < dotted.start[handle + 1]) crossing[handle] = handle
    else if (above !== NONE) crossing[handle] = crossing[above]
  }
  for (let handle = 0; handle < count; handle++) {
    if (positionOf(hierarchy, handle) !== NONE) continue
    crossing[handle] = handle
    leads[manager[handle]] = 1
  }

  for (const to of dotted.to) leads[to] = 1
  return { crossing, leads }
}
