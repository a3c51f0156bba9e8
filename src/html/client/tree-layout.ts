import { type Chart, edgesOf } from './chart.js'
import { BOX_HEIGHT, BOX_WIDTH, type Rect } from './layout.js'
import { type PlacedTree, RAIL } from './placed-tree.js'
import { treeScene } from './tree-scene.js'

const BESIDE = 24
const ROW = BOX_HEIGHT + 60
const LISTED = BOX_HEIGHT + 22
/** Teams up to this size stand beside each other. */
const BESIDE_LEAVES = 2
const BESIDE_MANAGERS = 12
const LEAST_LISTED = 6

/** A part of those below one manager: one box with all below it, or a block of columns. */
interface Group {
  readonly first: number
  readonly size: number
  /** Boxes in a column; 0 for a box that stands in the row. */
  readonly listed: number
}

/** Places the boxes that are shown, each manager over those below; every open manager has a strip of its own. */
export function treeLayout(chart: Chart, open: Uint8Array): PlacedTree {
  const { count, root, children } = chart
  const size = count + 1
  const x = new Float64Array(size).fill(NaN)
  const y = new Float64Array(size).fill(NaN)
  const left = new Float64Array(size)
  const room = new Float64Array(size)
  const anchor = new Float64Array(size)
  const bottom = new Float64Array(size)
  const railed = new Uint8Array(size)
  const order = shownRows(chart, open)

  const isOpen = (row: number): boolean => open[row] === 1 && children.start[row + 1] > children.start[row]
  const widthOf = ({ first, listed, size: boxes }: Group): number => {
    return listed === 0 ? room[first] : Math.ceil(boxes / listed) * (RAIL + BOX_WIDTH + BESIDE) - BESIDE
  }
  const groupsOf = (row: number): Group[] => groupsBelow(chart, edgesOf(children, row), isOpen)

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
      const middle = group.listed === 0 ? anchor[group.first] : widthOf(group) / 2
      if (place === 0) firstAnchor = middle
      lastAnchor = width + middle
      width += widthOf(group)
    }
    room[row] = Math.max(width, BOX_WIDTH)
    const spare = (room[row] - width) / 2
    const middle = spare + (firstAnchor + lastAnchor) / 2
    anchor[row] = Math.min(Math.max(middle, BOX_WIDTH / 2), room[row] - BOX_WIDTH / 2)
  }

  y[root] = -ROW
  for (const row of order) {
    x[row] = left[row] + anchor[row] - BOX_WIDTH / 2
    if (!isOpen(row)) continue
    const groups = groupsOf(row)
    const width = groups.reduce((sum, group) => sum + widthOf(group) + BESIDE, -BESIDE)
    let at = left[row] + (room[row] - width) / 2
    for (const group of groups) {
      placeGroup(group, at, y[row] + ROW)
      at += widthOf(group) + BESIDE
    }
  }

  function placeGroup({ first, size: boxes, listed }: Group, at: number, top: number): void {
    if (listed === 0) {
      left[first] = at
      y[first] = top
      return
    }
    const start = children.start[chart.parent[first]] + chart.place[first]
    for (let index = 0; index < boxes; index++) {
      const row = children.list[start + index]
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
    left,
    room,
    bottom,
    railed,
    sceneIn: (rect, detail, lit) => treeScene(chart, layout, rect, detail, lit),
  }
  return layout
}

/** The root and the rows whose managers are all open, each before those below it. */
function shownRows({ root, children }: Chart, open: Uint8Array): number[] {
  const order: number[] = []
  const waiting = [root]
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    order.push(row)
    if (open[row] === 0) continue
    for (let edge = children.start[row + 1] - 1; edge >= children.start[row]; edge--)
      waiting.push(children.list[edge])
  }
  return order
}

/** Neighbours that are closed stand in columns where they are many; all others stand in the row. */
function groupsBelow(chart: Chart, rows: Int32Array, isOpen: (row: number) => boolean): Group[] {
  const groups: Group[] = []
  for (let start = 0; start < rows.length;) {
    let end = start
    let managers = 0
    while (end < rows.length && !isOpen(rows[end])) managers += chart.below[rows[end++]] > 0 ? 1 : 0
    const size = end - start
    const most = managers > 0 ? BESIDE_MANAGERS : BESIDE_LEAVES
    if (size > most) {
      // Blocks of many grow about as fast to the side as downwards.
      const columns = Math.ceil(size / Math.max(LEAST_LISTED, Math.ceil(Math.sqrt(size * 1.6))))
      groups.push({ first: rows[start], size, listed: Math.ceil(size / columns) })
    } else {
      for (let index = start; index < end; index++) groups.push({ first: rows[index], size: 1, listed: 0 })
    }
    if (end < rows.length) groups.push({ first: rows[end], size: 1, listed: 0 })
    start = end + 1
  }
  return groups
}
