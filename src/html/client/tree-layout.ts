import { type Chart, shownBelow } from './chart.js'
import { edgesOf } from './edge-index.js'
import { BOX_HEIGHT, BOX_WIDTH, type PlacedTree, RAIL, type Rect } from './layout.js'
import { treeScene } from './tree-scene.js'

const BESIDE = 24
/** How far below a manager, or its staff, the bus runs: the horizontal line to its reports. */
const BUS = 32
const ROW = BOX_HEIGHT + 60
const LISTED = BOX_HEIGHT + 22
/** Teams up to this size are drawn next to each other. */
const BESIDE_LEAVES = 2
const BESIDE_MANAGERS = 12
const LEAST_LISTED = 6

/** Some of the boxes below one manager: one box with everything below it, or a block of columns. */
interface Group {
  readonly rows: Int32Array
  /** The number of boxes per column; 0 for a single box in the row. */
  readonly listed: number
}

/**
 * Places the shown boxes, each manager above its reports; every open manager has its own vertical strip. `showsAll` has the
 * managers whose reports are all shown, regardless of the limit.
 */
export function treeLayout(chart: Chart, open: Uint8Array, showsAll: Uint8Array): PlacedTree {
  const { root, children, size, staff } = chart
  const below = (row: number): Int32Array => shownBelow(chart, showsAll, row)
  const x = new Float64Array(size).fill(NaN)
  const y = new Float64Array(size).fill(NaN)
  const left = new Float64Array(size)
  const room = new Float64Array(size)
  const anchor = new Float64Array(size)
  const bottom = new Float64Array(size)
  const railed = new Uint8Array(size)
  const bus = new Float64Array(size)
  const right = new Float64Array(size)
  /** How far the strip of a box extends to the left of its reports. */
  const spare = new Float64Array(size)
  const isOpen = (row: number): boolean => open[row] === 1 && edgesOf(children, row).length > 0
  const order = shownRows(root, (row) => (isOpen(row) ? below(row) : undefined))

  const widthOf = ({ rows, listed }: Group): number => {
    return listed === 0
      ? room[rows[0]]
      : Math.ceil(rows.length / listed) * (RAIL + BOX_WIDTH + BESIDE) - BESIDE
  }
  const staffOf = (row: number): Int32Array => below(row).filter((child) => staff[child] === 1)
  const groupsOf = (row: number): Group[] =>
    groupsBelow(
      chart,
      below(row).filter((child) => staff[child] === 0),
      isOpen,
    )

  for (let index = order.length - 1; index >= 0; index--) {
    const row = order[index]
    if (!isOpen(row)) {
      room[row] = BOX_WIDTH
      anchor[row] = BOX_WIDTH / 2
      continue
    }
    let width = 0
    let firstAnchor = 0
    let lastAnchor = 0
    for (const [place, group] of groupsOf(row).entries()) {
      if (place > 0) width += BESIDE
      const middle = group.listed === 0 ? anchor[group.rows[0]] : widthOf(group) / 2
      if (place === 0) firstAnchor = middle
      lastAnchor = width + middle
      width += widthOf(group)
    }
    room[row] = Math.max(width, BOX_WIDTH)
    spare[row] = (room[row] - width) / 2
    const middle = spare[row] + (firstAnchor + lastAnchor) / 2
    anchor[row] = Math.min(Math.max(middle, BOX_WIDTH / 2), room[row] - BOX_WIDTH / 2)
    if (staffOf(row).length > 0) room[row] = Math.max(room[row], anchor[row] + RAIL + BOX_WIDTH)
  }

  y[root] = -ROW
  for (const row of order) {
    x[row] = left[row] + anchor[row] - BOX_WIDTH / 2
    right[row] = x[row] + BOX_WIDTH
    bus[row] = y[row] + BOX_HEIGHT + BUS
    if (!isOpen(row)) continue
    const besideStem = staffOf(row)
    for (const [place, child] of besideStem.entries()) {
      left[child] = left[row] + anchor[row] + RAIL
      y[child] = y[row] + ROW + place * LISTED
      railed[child] = 1
      right[row] = left[child] + BOX_WIDTH
      bus[row] = y[child] + BOX_HEIGHT + BUS
    }
    let at = left[row] + spare[row]
    for (const group of groupsOf(row)) {
      placeGroup(group, at, bus[row] - BUS - BOX_HEIGHT + ROW)
      at += widthOf(group) + BESIDE
    }
  }

  function placeGroup({ rows, listed }: Group, at: number, top: number): void {
    if (listed === 0) {
      left[rows[0]] = at
      y[rows[0]] = top
      return
    }
    for (const [index, row] of rows.entries()) {
      left[row] = at + Math.floor(index / listed) * (RAIL + BOX_WIDTH + BESIDE) + RAIL
      y[row] = top + (index % listed) * LISTED
      railed[row] = 1
    }
  }

  for (let index = order.length - 1; index >= 0; index--) {
    const row = order[index]
    bottom[row] = Math.max(bottom[row], y[row] + BOX_HEIGHT)
    const above = chart.parent[row]
    if (row !== root) bottom[above] = Math.max(bottom[above], bottom[row])
  }

  const drawn = order.slice(1)
  const position = new Int32Array(size).fill(-1)
  for (const [place, row] of drawn.entries()) position[row] = place
  const bounds: Rect = { left: 0, top: 0, right: room[root], bottom: Math.max(bottom[root], BOX_HEIGHT) }
  const layout: PlacedTree = {
    order: drawn,
    position,
    x,
    y,
    bounds,
    open,
    below,
    left,
    room,
    bottom,
    bus,
    right,
    railed,
    routes: new Map(),
    sceneIn: (rect, detail, highlights) => treeScene(chart, layout, rect, detail, highlights),
  }
  return layout
}

/** The root and the rows whose managers are all open, in preorder. */
function shownRows(root: number, below: (row: number) => Int32Array | undefined): number[] {
  const order: number[] = []
  const stack = [root]
  for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
    order.push(row)
    const rows = below(row)
    if (rows === undefined) continue
    for (let index = rows.length - 1; index >= 0; index--) stack.push(rows[index])
  }
  return order
}

/** Many closed neighbours are placed in columns; all other boxes are placed in the row. */
function groupsBelow(chart: Chart, rows: Int32Array, isOpen: (row: number) => boolean): Group[] {
  const groups: Group[] = []
  const single = (index: number): Group => ({ rows: rows.subarray(index, index + 1), listed: 0 })
  for (let start = 0; start < rows.length;) {
    let end = start
    let managers = 0
    while (end < rows.length && !isOpen(rows[end])) managers += chart.below[rows[end++]] > 0 ? 1 : 0
    const size = end - start
    const most = managers > 0 ? BESIDE_MANAGERS : BESIDE_LEAVES
    if (size > most) {
      // Large blocks grow about equally in width and height.
      const columns = Math.ceil(size / Math.max(LEAST_LISTED, Math.ceil(Math.sqrt(size * 1.6))))
      groups.push({ rows: rows.subarray(start, end), listed: Math.ceil(size / columns) })
    } else for (let index = start; index < end; index++) groups.push(single(index))
    if (end < rows.length) groups.push(single(end))
    start = end + 1
  }
  return groups
}
