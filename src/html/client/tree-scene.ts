import { type Chart, NONE } from './chart.js'
import { acrossRoute } from './across-route.js'
import {
  arrowHead,
  BOX_HEIGHT,
  BOX_WIDTH,
  boxRect,
  emptyScene,
  type Highlights,
  meets,
  type PlacedTree,
  RAIL,
  type Rect,
  type Scene,
  setsFor,
} from './layout.js'
import { addPieces } from './route-pieces.js'

const BESIDE_RAIL = 8

/** The part of a tree in a part of the drawing. A strip outside it is skipped with everything below. */
export function treeScene(
  chart: Chart,
  layout: PlacedTree,
  rect: Rect,
  detail: number,
  highlights: Highlights,
): Scene {
  const scene = emptyScene()
  const { open, left, room, bottom, x, y } = layout
  const stack: number[] = [chart.root]
  for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
    if (row !== chart.root) {
      const strip = { left: left[row], top: y[row], right: left[row] + room[row], bottom: bottom[row] }
      if (detail > 0 && room[row] < detail) {
        scene.bars.push(bar(strip.left, strip.top, room[row], strip.bottom - strip.top))
        continue
      }
      if (meets(boxRect(layout, row), rect)) {
        if (detail > 0) scene.bars.push(bar(x[row], y[row], BOX_WIDTH, BOX_HEIGHT))
        else scene.boxes.push(row)
      }
    }
    // A box such as "+37 more" is never open.
    if (open[row] !== 1) continue
    const below = layout.below(row)
    if (row !== chart.root && below.length > 0) linesBelow(chart, layout, row, below, rect, scene)
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
  if (detail === 0) addLinesAcross(chart, layout, rect, highlights, scene)
  addHighlightedLines(chart, layout, highlights, scene)
  return scene
}

function bar(left: number, top: number, width: number, height: number): string {
  return `M${left} ${top}h${width}v${height}h${-width}z`
}

/** The line down from a manager, past its staff, the bus, and the lines down to the visible reports. */
function linesBelow(
  { placedBy, staff }: Chart,
  layout: PlacedTree,
  row: number,
  below: Int32Array,
  rect: Rect,
  scene: Scene,
): void {
  const { x, y, bus, railed } = layout
  const middle = x[row] + BOX_WIDTH / 2
  const start = y[row] + BOX_HEIGHT
  if (start > rect.bottom) return
  let from = middle
  let to = middle
  let end = start
  const paths: string[] = []
  for (let index = 0; index < below.length; index++) {
    const child = below[index]
    if (placedBy[child] !== 0) {
      ;(placedBy[child] === 1 ? scene.dotted : scene.gone).add(pathUp(staff, layout, child, row))
      continue
    }
    const tick = y[child] + BOX_HEIGHT / 2
    if (staff[child] === 1) {
      end = Math.max(end, tick)
      paths.push(`M${middle} ${tick}H${x[child]}`)
      continue
    }
    end = bus[row]
    const down = railed[child] === 1 ? x[child] - RAIL + BESIDE_RAIL : x[child] + BOX_WIDTH / 2
    from = Math.min(from, down)
    to = Math.max(to, down)
    if (x[child] + BOX_WIDTH < rect.left || x[child] - RAIL > rect.right) continue
    if (railed[child] === 0) paths.push(`M${down} ${end}V${y[child]}`)
    else {
      const next = below[index + 1] as number | undefined
      const isLast = next === undefined || x[next] !== x[child] || placedBy[next] !== 0
      if (isLast) paths.push(`M${down} ${end}V${tick}`)
      paths.push(`M${down} ${tick}H${x[child]}`)
    }
  }
  if (paths.length === 0 && from === to) return
  if (middle >= rect.left && middle <= rect.right && end > start) paths.push(`M${middle} ${start}V${end}`)
  const [left, right] = [Math.max(from, rect.left), Math.min(to, rect.right)]
  if (left < right) paths.push(`M${left} ${bus[row]}H${right}`)
  scene.solid.add(paths.join(''))
}

/** The path from a role to the manager that it is placed below. */
function pathUp(
  staff: Uint8Array,
  { x, y, bus, railed }: PlacedTree,
  child: number,
  manager: number,
): string {
  const middle = x[manager] + BOX_WIDTH / 2
  const end = y[manager] + BOX_HEIGHT
  const tick = y[child] + BOX_HEIGHT / 2
  if (staff[child] === 1) return `M${x[child]} ${tick}H${middle}V${end}`
  if (railed[child] === 0) return `M${x[child] + BOX_WIDTH / 2} ${y[child]}V${bus[manager]}H${middle}V${end}`
  return `M${x[child]} ${tick}H${x[child] - RAIL + BESIDE_RAIL}V${bus[manager]}H${middle}V${end}`
}

/** Lines across the tree with at least one visible end. */
function addLinesAcross(
  chart: Chart,
  layout: PlacedTree,
  rect: Rect,
  highlights: Highlights,
  scene: Scene,
): void {
  const { position } = layout
  for (const [line, [from, to, kind]] of chart.lines.entries()) {
    // Drawn as part of the tree.
    if (chart.parent[from] === to && (kind !== 1 || chart.placedBy[from] === 1)) continue
    if (position[from] === NONE || position[to] === NONE) continue
    if (!meets(boxRect(layout, from), rect) && !meets(boxRect(layout, to), rect)) continue
    let points = layout.routes.get(line)
    if (points === undefined) {
      points = acrossRoute(chart, layout, from, to)
      layout.routes.set(line, points)
    }
    const isHighlighted = highlights.joins(from, to) || highlights.joins(to, from)
    const isNear = from === highlights.focus || to === highlights.focus
    const [paths, heads] = setsFor(scene, isHighlighted, isNear, true)
    addPieces(points, rect, paths)
    const [[x, y], [nextX]] = points
    heads.add(arrowHead(x, y, nextX > x ? -1 : 1))
  }
}

function addHighlightedLines(
  { parent, root, staff }: Chart,
  layout: PlacedTree,
  highlights: Highlights,
  scene: Scene,
): void {
  for (const row of highlights.rows) {
    const above = parent[row]
    if (layout.position[row] === NONE || above === root) continue
    if (highlights.joins(row, above) || highlights.joins(above, row))
      scene.highlighted.add(pathUp(staff, layout, row, above))
  }
}
