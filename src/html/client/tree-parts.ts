import type { Chart } from './chart.js'
import { BOX_HEIGHT, BOX_WIDTH, RAIL } from './layout.js'
import type { ShownTree } from './shown-tree.js'

/** The distance between the parts of a row. */
export const BESIDE = 24
/** How far above its reports the bus of a manager runs, the horizontal line to them: with room for lines across the tree. */
export const ABOVE = 28
/** From row to row, and in a compact chart. */
export const ROW = BOX_HEIGHT + 60
const CLOSE_ROW = BOX_HEIGHT + 48
export const LISTED = BOX_HEIGHT + 22
/** How far a box in a column is to the right of its manager. */
export const INDENT = 20

/** Which teams are columns, and how far apart rows are. */
export interface Columns {
  /** The most boxes in a column that starts in the first row. */
  readonly largest: number
  /** How many fewer boxes a column has for each row further down: none, or as many as let all columns end at the same height. */
  readonly fewer: number
  /** From row to row. */
  readonly row: number
}

/** Everything in one column. */
export const LIST: Columns = { largest: Infinity, fewer: 0, row: ROW }

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
 * The boxes that are drawn above their reports, by position: those with more boxes at and below them than a column has. All others
 * share columns with their neighbours, so that neither a large span nor a large number of teams makes the chart wide.
 */
export function spreadsOf(chart: Chart, tree: ShownTree, columns: Columns): ReadonlyMap<number, Spread> {
  const { end } = tree
  const { largest, fewer } = columns
  /** By position, the most boxes of a column below a box that is above its reports; 0 for all other boxes. */
  const most = new Float64Array(end.length)
  most[0] = Math.max(1, largest)
  const above = [0]
  // The loop also visits what is added while it runs.
  for (const at of above) {
    for (let child = at + 1; child < end[at]; child = end[child]) {
      if (end[child] - child <= most[at]) continue
      most[child] = Math.max(1, most[at] - fewer)
      above.push(child)
    }
  }
  const spreads = new Map<number, Spread>()
  for (const at of above.reverse())
    spreads.set(at, spreadAt(chart, tree, Math.floor(most[at]), columns.row, spreads, at))
  return spreads
}

function spreadAt(
  { staff: isStaff }: Chart,
  tree: ShownTree,
  largest: number,
  rowHeight: number,
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
  const ownHeight = at === 0 ? 0 : staff === 0 ? rowHeight : 2 * rowHeight + (staff - 1) * LISTED
  const below = parts.reduce((most, part) => {
    const height = spreads.get(part.first)?.height ?? (part.end - part.first) * LISTED - LISTED + BOX_HEIGHT
    return Math.max(most, height)
  }, BOX_HEIGHT - rowHeight)
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
/** The same of a compact chart: small charts are not enlarged further. */
const LARGE = 1.5

/**
 * The columns with which the chart is largest in a window of this size; above the scale `comfortable`, those with the fewest boxes.
 */
export function bestColumns(
  chart: Chart,
  tree: ShownTree,
  width: number,
  height: number,
  isCompact: boolean,
  comfortable = isCompact ? LARGE : COMFORTABLE,
): Columns {
  const count = tree.rows.length
  const row = isCompact ? CLOSE_ROW : ROW
  const sizes: number[] = []
  for (let size = 1; size < count; size = Math.ceil(size * (isCompact ? 1.15 : 1.3))) sizes.push(size)
  // Large columns first: they are fast to measure, and the charts of many small columns are too wide.
  sizes.reverse()
  let best: Columns = { largest: 1, fewer: 0, row }
  let bestScale = 0
  for (const fewer of isCompact ? [0, row / LISTED] : [0]) {
    for (const largest of sizes) {
      const columns = { largest, fewer, row }
      const scale = Math.min(comfortable, scaleIn(chart, tree, columns, width, height))
      if (scale >= bestScale) {
        best = columns
        bestScale = scale
      } else if (scale < bestScale / 3) break
    }
  }
  return best
}

/** How large the chart can be drawn in a window. */
export function scaleIn(
  chart: Chart,
  tree: ShownTree,
  columns: Columns,
  width: number,
  height: number,
): number {
  const whole = spreadsOf(chart, tree, columns).get(0)
  return whole === undefined ? 1 : Math.min(width / whole.width, height / whole.height)
}
