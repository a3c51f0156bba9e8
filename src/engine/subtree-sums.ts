import type { LineKinds } from '../model/line.js'
import { NONE } from './columns.js'
import { type HierarchyIndex, positionOf } from './hierarchy-index.js'
import type { Figures } from './measured.js'
import type { Along } from './lines-option.js'
import type { OrgState } from './org-state.js'
import { descend } from './reach.js'

/** Sums of a figure along reporting lines. */
export interface SubtreeSums {
  /** The sum over a role and its transitive reports. */
  readonly of: (handle: number) => number
  /** The sum over all roles, each once. */
  readonly total: number
  /** How many roles had no figure; they count as 0. */
  readonly missing: number
}

/**
 * Sums the figures `own`. O(roles) along solid lines, without recursion. With dotted lines several paths may lead to a
 * role, so each sum is computed on request, in O(roles + lines below). The order of additions is always the same.
 */
export function subtreeSums({ state, lines }: Along, own: Figures): SubtreeSums {
  if (!isForest(state, lines)) {
    const figures = Float64Array.from({ length: state.columns.count }, (_, handle) => own[handle] ?? 0)
    let given = 0
    for (let handle = 0; handle < figures.length; handle++) if (own[handle] !== undefined) given++
    return {
      of: (handle) => sumBelow(state, figures, handle, lines),
      total: figures.reduce((sum, figure) => sum + figure, 0),
      missing: figures.length - given,
    }
  }
  const { columns, hierarchy } = state
  const sums = new Float64Array(hierarchy.preorder.length)
  const missing = laidOut(state, own, sums)
  addUp(state, sums, state.kept(layersInPreorder))
  let total = 0
  for (const root of hierarchy.roots) total += sums[positionOf(hierarchy, root)]
  if (sums.length === columns.count) {
    return { of: (handle) => sums[positionOf(hierarchy, handle)], total, missing }
  }
  const inCycles = Float64Array.from({ length: columns.count }, (_, handle) => own[handle] ?? 0)
  total += sumCycles(state, inCycles)
  const of = (handle: number): number => {
    const position = positionOf(hierarchy, handle)
    return position === NONE ? inCycles[handle] : sums[position]
  }
  return { of, total, missing }
}

/** Whether the lines are solid ones only, so that no role is below another by several paths. */
function isForest({ columns }: OrgState, lines: LineKinds): boolean {
  return lines === 'solid' || (lines === 'all' && columns.dotted.to.length === 0)
}

function sumBelow(state: OrgState, figures: Float64Array, handle: number, lines: LineKinds): number {
  let sum = figures[handle]
  for (const below of descend(state, handle, lines)) sum += figures[below]
  return sum
}

/** Adds the figures of everyone below each role to its own, at its handle, in the same order of additions. */
export function sumInPlace({ state, lines }: Along, sums: Float64Array): void {
  if (!isForest(state, lines)) {
    const figures = sums.slice()
    for (let handle = 0; handle < sums.length; handle++)
      sums[handle] = sumBelow(state, figures, handle, lines)
    return
  }
  const { preorder, layer } = state.hierarchy
  addUp(state, sums, layer, preorder)
  if (preorder.length < sums.length) sumCycles(state, sums)
}

/** Writes each figure at the preorder position of its role, and returns how many roles have none. */
function laidOut({ columns, hierarchy }: OrgState, own: Figures, sums: Float64Array): number {
  // Reads beyond the end of a list are slow.
  const given = Math.min(own.length, columns.count)
  let missing = columns.count - given
  for (let handle = 0; handle < given; handle++) {
    const figure = own[handle]
    const position = positionOf(hierarchy, handle)
    if (figure === undefined) missing++
    else if (position !== NONE) sums[position] = figure
  }
  return missing
}

/**
 * Adds the sum of each role to that of its manager, in reverse preorder: the sum collected in a layer is that of the
 * reports of the next role in the layer above.
 *
 * @param sums The figures in preorder; or by handle, with `layers` by handle too and the handles in preorder as `order`.
 */
function addUp(
  { hierarchy: { preorder, layerSizes } }: OrgState,
  sums: Float64Array,
  layers: HierarchyIndex['layer'],
  order?: Int32Array,
): void {
  const reports = new Float64Array(layerSizes.length + 2)
  for (let position = preorder.length - 1; position >= 0; position--) {
    const at = order === undefined ? position : order[position]
    const layer = layers[at]
    const sum = sums[at] + reports[layer + 1]
    reports[layer + 1] = 0
    reports[layer] += sum
    sums[at] = sum
  }
}

/** The layer of the role at each position: a byte per role in all but the deepest charts, which speeds up a roll-up. */
function layersInPreorder({ hierarchy: { preorder, layer } }: OrgState): HierarchyIndex['layer'] {
  const layers = layer.slice(0, preorder.length)
  for (let position = 0; position < layers.length; position++) layers[position] = layer[preorder[position]]
  return layers
}

/**
 * The sums in and below cycles. Below a cycle are trees, which are summed from their leaves; the members of
 * the cycle then share one sum, since all of them are below each other. Returns the sum over all of these roles.
 */
function sumCycles(state: OrgState, sums: Float64Array): number {
  const { manager } = state.columns
  const { reports, layer } = state.hierarchy
  const pending = new Int32Array(sums.length)
  const complete: number[] = []
  for (let handle = 0; handle < pending.length; handle++) {
    if (layer[handle] > 0) continue
    pending[handle] = reports.start[handle + 1] - reports.start[handle]
    if (pending[handle] === 0) complete.push(handle)
  }
  for (let handle = complete.pop(); handle !== undefined; handle = complete.pop()) {
    const above = manager[handle]
    sums[above] += sums[handle]
    if (--pending[above] === 0) complete.push(above)
  }
  let total = 0
  // Only the members of cycles are still pending.
  for (let first = 0; first < pending.length; first++) {
    if (pending[first] > 0) total += shareCycle(manager, first, sums, pending)
  }
  return total
}

function shareCycle(manager: Int32Array, first: number, sums: Float64Array, pending: Int32Array): number {
  let sum = 0
  for (let handle = first; pending[handle] > 0; handle = manager[handle]) {
    sum += sums[handle]
    pending[handle] = 0
  }
  let handle = first
  do {
    sums[handle] = sum
    handle = manager[handle]
  } while (handle !== first)
  return sum
}
