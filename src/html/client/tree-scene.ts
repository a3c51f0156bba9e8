import type { Chart } from './chart.js'
import {
  addBlock,
  type Block,
  BOX_HEIGHT,
  BOX_WIDTH,
  boxRect,
  edgesIn,
  emptyScene,
  type Highlights,
  meets,
  type PlacedTree,
  RAIL,
  type Rect,
  type Scene,
} from './layout.js'
import { addTreeLines } from './tree-lines.js'
import { ROW } from './tree-parts.js'

const BESIDE_RAIL = 8

/** On the screen, parts narrower than this on average are drawn as one block: single boxes, and teams. */
const LEAST_BOX = 70
const LEAST_TEAM = 36
const MOSTLY = 0.8
const LEAST_LABEL_ROW = 20
const LABEL_HEIGHT = 16

/** The part of a tree in a part of the drawing. A strip outside it is skipped with everything below. */
export function treeScene(
  chart: Chart,
  layout: PlacedTree,
  rect: Rect,
  detail: number,
  highlights: Highlights,
): Scene {
  const scene = emptyScene()
  const { open, left, room, bottom, y } = layout
  const stack: number[] = [chart.root]
  for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
    // A box such as "+37 more" is never open.
    const below = open[row] === 1 ? layout.below(row) : NOTHING
    if (row !== chart.root) {
      if (detail > 0) {
        const isTeam = below.length > 0 && room[row] < partsAmong(layout, below) * leastPart(below) * detail
        addBlock(scene, isTeam ? teamBlock(row) : managerBlock(row, below.length > 0), detail)
        if (isTeam) continue
      } else if (meets(boxRect(layout, row), rect)) scene.boxes.push(row)
      if (below.length > 0) linesBelow(chart, layout, row, below, rect, scene)
    }
    for (let index = below.length - 1; index >= 0; index--) {
      const child = below[index]
      const inside =
        left[child] - RAIL <= rect.right &&
        left[child] + room[child] >= rect.left &&
        y[child] <= rect.bottom &&
        bottom[child] >= rect.top
      if (inside) stack.push(child)
    }
  }
  addTreeLines(chart, layout, rect, detail, highlights, scene)
  return scene

  function leastPart(below: Int32Array): number {
    const teams = below.reduce((sum, child) => sum + (open[child] === 1 && chart.below[child] > 0 ? 1 : 0), 0)
    return teams >= MOSTLY * below.length ? LEAST_TEAM : LEAST_BOX
  }

  function teamBlock(row: number): Block {
    return {
      row,
      isTeam: true,
      left: left[row],
      top: y[row],
      right: left[row] + room[row],
      bottom: bottom[row],
    }
  }

  /** A manager above blocks has a name, which may be wider than its box: the strip is free next to it. */
  function managerBlock(row: number, hasBelow: boolean): Block {
    const box = boxRect(layout, row)
    if (!hasBelow || ROW < LEAST_LABEL_ROW * detail) return { row, isTeam: false, ...box }
    const middle = (box.left + box.right) / 2
    const half = Math.max(
      BOX_WIDTH / 2,
      Math.min(90 * detail, middle - left[row], left[row] + room[row] - middle),
    )
    const height = Math.max(BOX_HEIGHT, LABEL_HEIGHT * detail)
    return {
      row,
      isTeam: false,
      left: middle - half,
      right: middle + half,
      top: box.bottom - height,
      bottom: box.bottom,
    }
  }
}

const NOTHING = new Int32Array()

/** How many parts there are next to each other below a box: single boxes and columns. */
function partsAmong({ x, listed }: PlacedTree, below: Int32Array): number {
  // A team in a column is one block.
  if (listed[below[0]] === 1) return Infinity
  let parts = 0
  for (let index = 0; index < below.length; index++)
    if (index === 0 || x[below[index]] !== x[below[index - 1]]) parts++
  return parts
}

/** The line down from a manager, past its staff, the bus, and the lines down to the visible reports. */
function linesBelow(
  { placedBy, placingLine, nameOfLine, staff }: Chart,
  layout: PlacedTree,
  row: number,
  below: Int32Array,
  rect: Rect,
  scene: Scene,
): void {
  const { x, y, bus, railed, listed } = layout
  const isListed = listed[below[below.length - 1]] === 1
  const middle = stemOf(layout, row, isListed)
  const start = y[row] + BOX_HEIGHT
  if (start > rect.bottom) return
  let from = middle
  let to = middle
  let end = start
  const paths: string[] = []
  for (let index = 0; index < below.length; index++) {
    const child = below[index]
    if (placedBy[child] !== 0) {
      const kind = placedBy[child] === 1 ? 'dotted' : 'gone'
      edgesIn(scene, kind, nameOfLine[placingLine[child]]).add(pathUp(staff, layout, child, row))
      continue
    }
    const tick = y[child] + BOX_HEIGHT / 2
    const isVisible = tick >= rect.top && tick <= rect.bottom
    if (staff[child] === 1 || isListed) {
      end = Math.max(end, tick)
      if (isVisible) paths.push(`M${middle} ${tick}H${x[child]}`)
      continue
    }
    end = bus[row]
    const down = railed[child] === 1 ? railOf(layout, child) : x[child] + BOX_WIDTH / 2
    from = Math.min(from, down)
    to = Math.max(to, down)
    if (x[child] + BOX_WIDTH < rect.left || x[child] - RAIL > rect.right) continue
    if (railed[child] === 0) paths.push(`M${down} ${end}V${y[child]}`)
    else {
      const next = below[index + 1] as number | undefined
      const isLast = next === undefined || x[next] !== x[child] || placedBy[next] !== 0
      if (isLast) paths.push(`M${down} ${end}V${tick}`)
      if (isVisible) paths.push(`M${down} ${tick}H${x[child]}`)
    }
  }
  if (end === start) return
  if (middle >= rect.left && middle <= rect.right) paths.push(`M${middle} ${start}V${end}`)
  const [left, right] = [Math.max(from, rect.left), Math.min(to, rect.right)]
  if (left < right) paths.push(`M${left} ${bus[row]}H${right}`)
  edgesIn(scene, 'solid').add(paths.join(''))
}

/** Where the line down from a manager is: below its middle, or, in a column, near its left edge. */
function stemOf({ x }: PlacedTree, manager: number, isListed: boolean): number {
  return isListed ? x[manager] + BESIDE_RAIL : x[manager] + BOX_WIDTH / 2
}

function railOf({ x }: PlacedTree, child: number): number {
  return x[child] - RAIL + BESIDE_RAIL
}

/** The path from a role to the manager that it is placed below. */
export function pathUp(staff: Uint8Array, layout: PlacedTree, child: number, manager: number): string {
  const { x, y, bus, railed, listed } = layout
  const middle = stemOf(layout, manager, listed[child] === 1)
  const end = y[manager] + BOX_HEIGHT
  const tick = y[child] + BOX_HEIGHT / 2
  if (staff[child] === 1 || listed[child] === 1) return `M${x[child]} ${tick}H${middle}V${end}`
  if (railed[child] === 0) return `M${x[child] + BOX_WIDTH / 2} ${y[child]}V${bus[manager]}H${middle}V${end}`
  return `M${x[child]} ${tick}H${railOf(layout, child)}V${bus[manager]}H${middle}V${end}`
}
