import type { Chart } from './chart.js'
import { BOX_HEIGHT, BOX_WIDTH, RAIL } from './layout.js'
import type { ShownTree } from './shown-tree.js'

/** The distance between the parts of a row. */
export const BESIDE = 24
/** How far below a manager, or its staff, the bus runs: the horizontal line to its reports. */
export const BUS = 32
export const ROW = BOX_HEIGHT + 60
export const LISTED = BOX_HEIGHT + 22
/** How far a box in a column is to the right of its manager. */
export const INDENT = 20

/** A part of a row: one box above its reports, or a column of boxes, each indented below its manager. */
export interface TreePart {
  /** The positions of its boxes in the shown tree: from the first up to the end. */
  readonly first: number
  readonly end: number
  readonly isColumn: boolean
  /** The distance of the highest boxes of a column from its left edge: room for the rail that several of them share. */
  readonly indent: number
  readonly width: number
  /** Where the line down to it arrives, from its left edge. */
  readonly anchor: number
}

/** Everything below one box that is drawn above its reports. */
export interface Spread {
  readonly parts: readonly TreePart[]
  /** How many staff it has, which come right after it. */
  readonly staff: number
  /** The size of the strip, which has the box and everything below it. */
  readonly width: number
  readonly height: number
  /** The middle of the box, from the left edge of the strip. */
  readonly anchor: number
  /** How far the parts start from the left edge. */
  readonly spare: number
}

/**
 * The boxes that are drawn above their reports, by position: those with more than `largest` boxes at and below them. All others
 * share columns of at most that many boxes with their neighbours, so that neither a large span nor a large number of teams
 * makes the chart wide.
 */
export function spreadsOf(chart: Chart, tree: ShownTree, largest: number): ReadonlyMap<number, Spread> {
  const { end } = tree
  const spreads = new Map<number, Spread>()
  for (let at = tree.rows.length - 1; at >= 0; at--) {
    if (at === 0 || end[at] - at > Math.max(1, largest))
      spreads.set(at, spreadAt(chart, tree, largest, spreads, at))
  }
  return spreads
}

function spreadAt(
  { staff: isStaff }: Chart,
  tree: ShownTree,
  largest: number,
  spreads: ReadonlyMap<number, Spread>,
  at: number,
): Spread {
  const { rows, end } = tree
  let first = at + 1
  while (at > 0 && first < end[at] && isStaff[rows[first]] === 1) first++
  const staff = first - at - 1
  const parts: TreePart[] = []
  while (first < end[at]) {
    const below = spreads.get(first)
    if (below !== undefined) {
      const { width, anchor } = below
      parts.push({ first, end: end[first], isColumn: false, indent: 0, width, anchor })
      first = end[first]
      continue
    }
    const start = first
    while (first < end[at] && !spreads.has(first)) first = end[first]
    addColumns(tree, start, first, largest, at > 0, parts)
  }
  const last = parts.at(-1)
  const inParts = parts.reduce((sum, { width }) => sum + width + BESIDE, -BESIDE)
  const needed = Math.max(inParts, BOX_WIDTH)
  const spare = (needed - inParts) / 2
  const middle =
    last === undefined ? needed / 2 : spare + (parts[0].anchor + inParts - last.width + last.anchor) / 2
  const anchor = Math.min(Math.max(middle, BOX_WIDTH / 2), needed - BOX_WIDTH / 2)
  const ownHeight = at === 0 ? 0 : staff === 0 ? ROW : 2 * ROW + (staff - 1) * LISTED
  const below = parts.reduce((most, part) => {
    const height = spreads.get(part.first)?.height ?? (part.end - part.first) * LISTED - LISTED + BOX_HEIGHT
    return Math.max(most, height)
  }, BOX_HEIGHT - ROW)
  return {
    parts,
    staff,
    width: staff === 0 ? needed : Math.max(needed, anchor + RAIL + BOX_WIDTH),
    height: ownHeight + below,
    anchor,
    spare,
  }
}

/** Adds columns for neighbours: of about equal length where no box has others below it. */
function addColumns(
  { end, layersBelow }: ShownTree,
  from: number,
  to: number,
  largest: number,
  hasRail: boolean,
  parts: TreePart[],
): void {
  let heads = 0
  for (let at = from; at < to; at = end[at]) heads++
  const boxes = to - from
  const most = heads === boxes ? Math.ceil(boxes / Math.ceil(boxes / largest)) : largest
  for (let first = from; first < to;) {
    const start = first
    let layers = 0
    let count = 0
    while (first < to && (count === 0 || end[first] - start <= most)) {
      layers = Math.max(layers, layersBelow[first])
      count++
      first = end[first]
    }
    const indent = count > 1 && hasRail ? RAIL : 0
    const width = indent + BOX_WIDTH + layers * INDENT
    parts.push({
      first: start,
      end: first,
      isColumn: true,
      indent,
      width,
      anchor: indent > 0 ? width / 2 : BOX_WIDTH / 2,
    })
  }
}

/** A chart that can be drawn this large has the smallest columns that allow it. */
const COMFORTABLE = 0.9

/**
 * The most boxes in a column with which the chart is largest in a window of this size; above the scale `comfortable`, the
 * smallest columns.
 */
export function columnSize(
  chart: Chart,
  tree: ShownTree,
  width: number,
  height: number,
  comfortable = COMFORTABLE,
): number {
  const count = tree.rows.length
  const sizes: number[] = []
  for (let size = 1; size < count; size = Math.ceil(size * 1.3)) sizes.push(size)
  let best = { size: 1, scale: 0 }
  // Large columns first: they are fast to measure, and the charts of many small columns are too wide.
  for (const size of sizes.reverse()) {
    const scale = Math.min(comfortable, scaleIn(chart, tree, size, width, height))
    if (scale >= best.scale) best = { size, scale }
    else if (scale < best.scale / 3) break
  }
  return best.size
}

/** How large the chart can be drawn in a window. */
export function scaleIn(
  chart: Chart,
  tree: ShownTree,
  largest: number,
  width: number,
  height: number,
): number {
  const whole = spreadsOf(chart, tree, largest).get(0)
  return whole === undefined ? 1 : Math.min(width / whole.width, height / whole.height)
}
