import { NONE } from './columns.js'
import { type Edges, edgesFrom } from './edges.js'

/**
 * The solid reporting tree, numbered in preorder: everyone below a role forms one contiguous run after it, so that
 * "is above" is two comparisons, a count is a subtraction and a roll-up is one reverse pass.
 *
 * Roles in or below a reporting cycle have no number: their run is empty and begins at {@link NONE}, their `layer`
 * is 0, and queries answer for them by walking.
 */
export interface HierarchyIndex {
  /** Direct reports of each role, in input order. */
  readonly reports: Edges
  /** Roles without a solid manager, in input order: the tops, and roles whose manager is unknown. */
  readonly roots: Int32Array
  /** The numbered roles in preorder. */
  readonly preorder: Int32Array
  /**
   * The run of each role in `preorder`, itself first: where it begins at `2 * handle`, and where it ends at
   * `2 * handle + 1`. Both are read together, so they lie together.
   */
  readonly runs: Int32Array
  /** Distance from the top; the top is 1. */
  readonly layer: Int32Array
  /** How many roles are in each layer, from the top down. */
  readonly layerSizes: readonly number[]
}

/** Numbers the tree in O(roles), without recursion, whatever the order of the input. */
export function hierarchyIndexOf(manager: Int32Array): HierarchyIndex {
  const count = manager.length
  const reports = reportsOf(manager)
  const layer = new Int32Array(count)
  const byLayer = new Int32Array(count)
  let numbered = 0
  for (let handle = 0; handle < count; handle++) {
    if (manager[handle] !== NONE) continue
    layer[handle] = 1
    byLayer[numbered++] = handle
  }
  const roots = byLayer.slice(0, numbered)
  const layerSizes: number[] = []
  for (let first = 0; first < numbered;) {
    const end = numbered
    layerSizes.push(end - first)
    const below = layerSizes.length + 1
    // A chart without lines has no rows of reports.
    if (reports.to.length === 0) break
    for (; first < end; first++) {
      const handle = byLayer[first]
      for (let edge = reports.start[handle]; edge < reports.start[handle + 1]; edge++) {
        layer[reports.to[edge]] = below
        byLayer[numbered++] = reports.to[edge]
      }
    }
  }

  const size = new Int32Array(count)
  for (let next = numbered - 1; next >= 0; next--) {
    const handle = byLayer[next]
    size[handle]++
    if (manager[handle] !== NONE) size[manager[handle]] += size[handle]
  }

  const runs = new Int32Array(2 * count).fill(NONE)
  const preorder = new Int32Array(numbered)
  const free = new Int32Array(count)
  let freeAtRoot = 0
  for (let next = 0; next < numbered; next++) {
    const handle = byLayer[next]
    const above = manager[handle]
    const here = above === NONE ? freeAtRoot : free[above]
    if (above === NONE) freeAtRoot += size[handle]
    else free[above] += size[handle]
    runs[2 * handle] = here
    runs[2 * handle + 1] = here + size[handle]
    preorder[here] = handle
    free[handle] = here + 1
  }
  return { reports, roots, preorder, runs, layer, layerSizes }
}

function reportsOf(manager: Int32Array): Edges {
  const count = manager.length
  let edges = 0
  for (let handle = 0; handle < count; handle++) if (manager[handle] !== NONE) edges++
  const from = new Int32Array(edges)
  const to = new Int32Array(edges)
  let edge = 0
  for (let handle = 0; handle < count; handle++) {
    if (manager[handle] === NONE) continue
    from[edge] = manager[handle]
    to[edge++] = handle
  }
  return edgesFrom(count, from, to)
}

/** The position of a role in preorder, or {@link NONE}. */
export function positionOf({ runs }: HierarchyIndex, handle: number): number {
  return runs[2 * handle]
}

/** Where the run of a role and its transitive reports ends in preorder, or {@link NONE}. */
export function runEndOf({ runs }: HierarchyIndex, handle: number): number {
  return runs[2 * handle + 1]
}

/** The size of the tree of a role, itself included; 0 for a role without a number. */
export function treeSizeOf({ runs }: HierarchyIndex, handle: number): number {
  return runs[2 * handle + 1] - runs[2 * handle]
}

/** Whether `upper` is above `lower` in the numbered tree; false where one of them has no number. */
export function isNumberedAbove({ runs }: HierarchyIndex, upper: number, lower: number): boolean {
  const position = runs[2 * lower]
  return runs[2 * upper] < position && position < runs[2 * upper + 1]
}
