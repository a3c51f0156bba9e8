import { acrossRoute } from './across-route.js'
import { type Chart, shownBelow } from './chart.js'
import { BOX_HEIGHT, BOX_WIDTH, type PlacedTree, RAIL, type Rect } from './layout.js'
import type { ShownTree } from './shown-tree.js'
import { ABOVE, BESIDE, type Columns, INDENT, LISTED, spreadsOf, type TreePart } from './tree-parts.js'
import { pathUp, treeScene } from './tree-scene.js'

/** Below a manager in a column, how far down lines across the tree may run: in the gap before the next box. */
const COLUMN_BUS = BOX_HEIGHT - 3

/** What is placed, and how: the open rows, the managers whose reports are all shown, and the columns. */
export interface Arrangement {
  readonly tree: ShownTree
  readonly open: Uint8Array
  readonly showsAll: Uint8Array
  readonly columns: Columns
}

/**
 * Places the shown boxes: each manager with many boxes below it is above its reports and has a vertical strip of its own;
 * smaller teams are in columns.
 */
export function treeLayout(chart: Chart, { tree, open, showsAll, columns }: Arrangement): PlacedTree {
  const { size } = chart
  const { rows, end } = tree
  const x = new Float64Array(size).fill(NaN)
  const y = new Float64Array(size).fill(NaN)
  const left = new Float64Array(size)
  const room = new Float64Array(size)
  const bottom = new Float64Array(size)
  const bus = new Float64Array(size)
  const edgeLeft = new Float64Array(size)
  const edgeRight = new Float64Array(size)
  const railed = new Uint8Array(size)
  const listed = new Uint8Array(size)
  const spreads = spreadsOf(chart, tree, columns)
  const rowHeight = columns.row
  const bend = rowHeight - BOX_HEIGHT - ABOVE

  const place = (row: number, atX: number, atY: number): void => {
    x[row] = atX
    y[row] = atY
    left[row] = atX
    room[row] = BOX_WIDTH
    bottom[row] = atY + BOX_HEIGHT
    bus[row] = atY + BOX_HEIGHT + bend
    edgeLeft[row] = atX
    edgeRight[row] = atX + BOX_WIDTH
  }
  place(rows[0], 0, -rowHeight)
  // A manager comes before its reports.
  for (let at = 0; at < rows.length; at++) {
    const spread = spreads.get(at)
    if (spread === undefined) continue
    const row = rows[at]
    const start = left[row]
    const { parts, staff, anchor, spare, width, height } = spread
    room[row] = width
    bottom[row] = y[row] + (at === 0 ? rowHeight : 0) + height
    if (at > 0) {
      x[row] = start + anchor - BOX_WIDTH / 2
      edgeLeft[row] = x[row]
      edgeRight[row] = x[row] + BOX_WIDTH
    }
    for (let index = 0; index < staff; index++) {
      const child = rows[at + 1 + index]
      place(child, start + anchor + RAIL, y[row] + rowHeight + index * LISTED)
      railed[child] = 1
      edgeLeft[child] = x[child] - RAIL
      edgeRight[row] = edgeRight[child]
      bus[row] = bottom[child] + bend
    }
    let from = start + spare
    for (const part of parts) {
      const top = bus[row] - bend - BOX_HEIGHT + rowHeight
      if (part.isColumn) placeColumn(part, from, top)
      else place(rows[part.first], from, top)
      from += part.width + BESIDE
    }
  }

  function placeColumn({ first, end: last, indent, width }: TreePart, from: number, top: number): void {
    const ends: number[] = []
    for (let at = first; at < last; at++) {
      while (ends.length > 0 && ends[ends.length - 1] <= at) ends.pop()
      const row = rows[at]
      place(row, from + indent + ends.length * INDENT, top + (at - first) * LISTED)
      railed[row] = indent + ends.length > 0 ? 1 : 0
      listed[row] = ends.length > 0 ? 1 : 0
      edgeLeft[row] = from + indent - (indent > 0 ? RAIL : 0)
      edgeRight[row] = from + width
      bus[row] = y[row] + COLUMN_BUS
      room[row] = edgeRight[row] - x[row]
      bottom[row] = top + (end[at] - 1 - first) * LISTED + BOX_HEIGHT
      ends.push(end[at])
    }
  }

  const drawn = rows.slice(1)
  const position = new Int32Array(size).fill(-1)
  for (const [place, row] of drawn.entries()) position[row] = place
  const highest: number[] = []
  for (let at = 1; at < rows.length; at = end[at]) highest.push(rows[at])
  const tops = Int32Array.from(highest)
  const whole = spreads.get(0)
  const bounds: Rect = {
    left: 0,
    top: 0,
    right: whole?.width ?? BOX_WIDTH,
    bottom: Math.max(whole?.height ?? 0, BOX_HEIGHT),
  }
  const layout: PlacedTree = {
    order: drawn,
    position,
    x,
    y,
    bounds,
    open,
    below: (row) => (row === chart.root ? tops : shownBelow(chart, showsAll, row)),
    left,
    room,
    bottom,
    bus,
    edgeLeft,
    edgeRight,
    railed,
    listed,
    routes: new Map(),
    route: (from, to, lane) => acrossRoute(chart, layout, from, to, lane),
    pathUp: (row) => pathUp(chart.staff, layout, row, chart.parent[row]),
    sceneIn: (rect, detail, highlights) => treeScene(chart, layout, rect, detail, highlights),
  }
  return layout
}
