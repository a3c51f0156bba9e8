import type { Lines } from '../model/line.js'
import { treeSizeOf } from './hierarchy-index.js'
import type { OrgState } from './org-state.js'
import { descend } from './reach.js'

/** A role and everyone below it, counted: O(1) along solid lines outside cycles, else O(roles and lines below). */
export function organizationSize(state: OrgState, handle: number, lines: Lines): number {
  // A role in or below a cycle has no run of its own, and the size 0.
  const size = lines === 'solid' ? treeSizeOf(state.hierarchy, handle) : 0
  return size > 0 ? size : descend(state, handle, lines).length + 1
}
