import { NONE } from './columns.js'
import { type Edges, NO_EDGES } from './edges.js'

/** As narrow as the number of layers allows. */
type LayerColumn = Uint8Array | Uint16Array | Int32Array

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
   * `2 * handle + 1`. Both are read together, so they are stored together.
   */
  readonly runs: Int32Array
  /** Distance from the top; the top is 1. */
  readonly layer: LayerColumn
  /** The number of roles in each layer, from the top down. */
  readonly layerSizes: readonly number[]
}

/** Numbers the tree in O(roles), without recursion, whatever the order of the input. */
export function hierarchyIndexOf(manager: Int32Array): HierarchyIndex {
  const { start, to, roots } = reportsOf(manager)
  const runs = new Int32Array(2 * manager.length).fill(NONE)
  const numbered = new Int32Array(manager.length)
  const layerSizes: number[] = []
  let layer: LayerColumn = new Uint8Array(manager.length)
  let position = 0
  for (const root of roots) {
    let handle = root
    let depth = 1
    for (;;) {
      if (depth > layerSizes.length) {
        layerSizes.push(0)
        // Few charts have more than 255 layers.
        if (depth === 0x100) layer = Uint16Array.from(layer)
        if (depth === 0x10000) layer = Int32Array.from(layer)
      }
      layerSizes[depth - 1]++
      layer[handle] = depth
      numbered[position] = handle
      runs[2 * handle] = position++
      // Until the run is complete, the slot for its end holds the index of the next report.
      runs[2 * handle + 1] = start[handle]
      while (runs[2 * handle + 1] === start[handle + 1]) {
        runs[2 * handle + 1] = position
        if (--depth === 0) break
        handle = manager[handle]
      }
      if (depth === 0) break
      handle = to[runs[2 * handle + 1]++]
      depth++
    }
  }
  const preorder = position === numbered.length ? numbered : numbered.slice(0, position)
  return { reports: to.length === 0 ? NO_EDGES : { start, to }, roots, preorder, runs, layer, layerSizes }
}

/** The reports of each role, and the roles without a manager, in input order. */
function reportsOf(manager: Int32Array): Edges & { readonly roots: Int32Array } {
  const count = manager.length
  // Filling in the reports of `m` advances `next[m + 1]` from the start of `m` to that of `m + 1`: `next` becomes `start`.
  const next = new Int32Array(count + 2)
  let edges = 0
  for (let handle = 0; handle < count; handle++) {
    if (manager[handle] === NONE) continue
    next[manager[handle] + 2]++
    edges++
  }
  for (let handle = 2; handle < count; handle++) next[handle + 1] += next[handle]
  const to = new Int32Array(edges)
  const roots = new Int32Array(count - edges)
  let root = 0
  for (let handle = 0; handle < count; handle++) {
    if (manager[handle] === NONE) roots[root++] = handle
    else to[next[manager[handle] + 1]++] = handle
  }
  return { start: next.subarray(0, count + 1), to, roots }
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

/** Whether `upper` is above `lower` in the numbered tree; false if either has no number. */
export function isNumberedAbove({ runs }: HierarchyIndex, upper: number, lower: number): boolean {
  const position = runs[2 * lower]
  return runs[2 * upper] < position && position < runs[2 * upper + 1]
}
