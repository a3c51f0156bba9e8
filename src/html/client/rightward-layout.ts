import { type Chart, NONE, shownBelow } from './chart.js'
import { edgesOf } from './edge-index.js'
import {
  addBlock,
  BOX_HEIGHT,
  BOX_WIDTH,
  boxRect,
  edgesIn,
  emptyScene,
  type Highlights,
  meets,
  type Point,
  type Rect,
  type Scene,
  type TreeLayout,
} from './layout.js'
import type { Arrangement } from './tree-layout.js'
import { addTreeLines } from './tree-lines.js'
import { LISTED } from './tree-parts.js'

const BETWEEN = 64
const COLUMN = BOX_WIDTH + BETWEEN
/** How far right of a manager the line down to its reports runs, and lines across the tree. */
const BUS = 20
const ACROSS = 42
/** How far below a box lines across the tree run sideways: in the middle of the gap. */
const BELOW = BOX_HEIGHT + (LISTED - BOX_HEIGHT) / 2
const LEAVES = BOX_HEIGHT / 2 + 14
const ENTERS = BOX_HEIGHT / 2 - 14
/** On the screen, reports that are lower than this are drawn as one block. */
const LEAST_LINE = 14

/**
 * Places the shown boxes from left to right: a layer is a column, and a manager is at the middle of its reports. All boxes are in rows, so
 * that lines across the tree run between the rows and between the columns.
 */
export function rightwardLayout(
  chart: Chart,
  { tree: { rows, end }, open, showsAll }: Omit<Arrangement, 'columns'>,
): TreeLayout {
  const { size, root, parent, layer, placedBy, placingLine, nameOfLine } = chart
  const x = new Float64Array(size).fill(NaN)
  const y = new Float64Array(size).fill(NaN)
  /** The highest and the lowest row of boxes at and below each box, and the last column. */
  const first = new Int32Array(size).fill(size)
  const last = new Int32Array(size).fill(NONE)
  const right = new Float64Array(size)
  const line = new Int32Array(size)
  let lines = 0
  for (let at = 1; at < rows.length; at++) {
    const row = rows[at]
    if (end[at] === at + 1) first[row] = last[row] = line[row] = lines++
  }
  const lowest = new Int32Array(size).fill(NONE)
  const highest = new Int32Array(size)
  for (let at = rows.length - 1; at > 0; at--) {
    const row = rows[at]
    const above = parent[row]
    if (lowest[row] !== NONE) line[row] = (highest[row] + lowest[row]) >> 1
    x[row] = (layer[row] - 1) * COLUMN
    y[row] = line[row] * LISTED
    right[row] = Math.max(right[row], x[row] + BOX_WIDTH)
    if (lowest[above] === NONE) lowest[above] = line[row]
    highest[above] = line[row]
    first[above] = Math.min(first[above], first[row])
    last[above] = Math.max(last[above], last[row])
    right[above] = Math.max(right[above], right[row])
  }
  const order = rows.slice(1)
  const position = new Int32Array(size).fill(NONE)
  for (const [place, row] of order.entries()) position[row] = place
  const middle = (row: number): number => y[row] + BOX_HEIGHT / 2
  const busOf = (manager: number): number => x[manager] + BOX_WIDTH + BUS

  const strip = (row: number): Rect => ({
    left: x[row],
    right: right[row],
    top: first[row] * LISTED,
    bottom: last[row] * LISTED + BOX_HEIGHT,
  })
  const belowOf = (row: number): Int32Array => {
    if (open[row] !== 1) return new Int32Array()
    return row === root ? edgesOf(chart.children, root) : shownBelow(chart, showsAll, row)
  }

  function sceneIn(rect: Rect, detail: number, highlights: Highlights): Scene {
    const scene = emptyScene()
    const stack = Array.from(belowOf(root)).reverse()
    for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
      if (!meets(strip(row), rect)) continue
      const below = belowOf(row)
      if (detail > 0) {
        const isTeam =
          below.length > 0 && (last[row] - first[row] + 1) * LISTED < below.length * LEAST_LINE * detail
        addBlock(scene, { row, isTeam, ...(isTeam ? strip(row) : boxRect(layout, row)) }, detail)
        if (isTeam) continue
      } else if (meets(boxRect(layout, row), rect)) scene.boxes.push(row)
      addLinesBelow(row, below, rect, scene)
      for (let index = below.length - 1; index >= 0; index--) stack.push(below[index])
    }
    addTreeLines(chart, layout, rect, detail, highlights, scene)
    return scene
  }

  function addLinesBelow(row: number, below: Int32Array, rect: Rect, scene: Scene): void {
    const bus = busOf(row)
    let [from, to] = [middle(row), middle(row)]
    let path = ''
    for (const child of below) {
      const at = middle(child)
      if (placedBy[child] !== 0) {
        const kind = placedBy[child] === 1 ? 'dotted' : 'gone'
        edgesIn(scene, kind, nameOfLine[placingLine[child]]).add(pathUp(child))
        continue
      }
      from = Math.min(from, at)
      to = Math.max(to, at)
      if (at >= rect.top && at <= rect.bottom) path += `M${bus} ${at}H${x[child]}`
    }
    if (path === '' && from === to) return
    edgesIn(scene, 'solid').add(`M${x[row] + BOX_WIDTH} ${middle(row)}H${bus}`)
    edgesIn(scene, 'solid').add(`${path}M${bus} ${Math.max(from, rect.top)}V${Math.min(to, rect.bottom)}`)
  }

  function pathUp(row: number): string {
    const manager = parent[row]
    return `M${x[row]} ${middle(row)}H${busOf(manager)}V${middle(manager)}H${x[manager] + BOX_WIDTH}`
  }

  /** Out of the left side of one box and into the right side of the other. */
  function route(from: number, to: number, lane: number): readonly Point[] {
    const start = x[from] - BETWEEN + ACROSS + lane
    const into = x[to] + BOX_WIDTH + ACROSS + lane
    const along = y[to] + BELOW + lane
    const ends: readonly Point[] = [
      [x[to] + BOX_WIDTH, y[to] + ENTERS],
      [into, y[to] + ENTERS],
    ]
    const beginning: readonly Point[] = [
      [start, y[from] + LEAVES],
      [x[from], y[from] + LEAVES],
    ]
    // Boxes of neighbouring columns have the gap between them in common.
    return start === into ? [...ends, ...beginning] : [...ends, [into, along], [start, along], ...beginning]
  }

  const layout: TreeLayout = {
    order,
    position,
    x,
    y,
    bounds: {
      left: 0,
      top: 0,
      right: Math.max(right[root], BOX_WIDTH),
      bottom: Math.max(lines, 1) * LISTED - LISTED + BOX_HEIGHT,
    },
    routes: new Map(),
    route,
    pathUp,
    sceneIn,
  }
  return layout
}
