import { laneOf } from './across-route.js'
import { type Chart, NONE } from './chart.js'
import {
  arrowHead,
  boxRect,
  edgesIn,
  type Highlights,
  meets,
  type Rect,
  type Scene,
  setsFor,
  type TreeLayout,
} from './layout.js'
import { addMoveArrows } from './move-arrows.js'
import { addPieces } from './route-pieces.js'

/** Adds everything that a tree has besides its boxes and the lines between them: in small drawings, the highlighted lines only. */
export function addTreeLines(
  chart: Chart,
  layout: TreeLayout,
  rect: Rect,
  detail: number,
  highlights: Highlights,
  scene: Scene,
): void {
  if (detail === 0) {
    addLinesAcross(chart, layout, rect, highlights, scene)
    addMoveArrows(chart, layout, rect, highlights.focus, scene)
  }
  addHighlightedLines(chart, layout, highlights, scene)
  addChain(chart, layout, highlights.focus, scene)
}

/** Lines across the tree with at least one visible end. */
function addLinesAcross(
  chart: Chart,
  layout: TreeLayout,
  rect: Rect,
  highlights: Highlights,
  scene: Scene,
): void {
  const { position } = layout
  for (const line of chart.across) {
    const [from, to] = chart.lines[line]
    if (position[from] === NONE || position[to] === NONE || !highlights.shows(from, to)) continue
    if (!meets(boxRect(layout, from), rect) && !meets(boxRect(layout, to), rect)) continue
    const name = chart.nameOfLine[line]
    let points = layout.routes.get(line)
    if (points === undefined) {
      points = layout.route(from, to, laneOf(to + name))
      layout.routes.set(line, points)
    }
    const isHighlighted = highlights.joins(from, to) || highlights.joins(to, from)
    const isNear = from === highlights.focus || to === highlights.focus
    const [paths, heads] = setsFor(scene, isHighlighted, isNear, true, name)
    addPieces(points, rect, paths)
    const [[x, y], [nextX]] = points
    heads.add(arrowHead(x, y, nextX > x ? -1 : 1))
  }
}

/** The lines up from the selected role to its top. */
function addChain({ parent, root }: Chart, layout: TreeLayout, focus: number, scene: Scene): void {
  if (focus === NONE || layout.position[focus] === NONE) return
  for (let row = focus; parent[row] !== root; row = parent[row]) {
    edgesIn(scene, 'near').add(layout.pathUp(row))
  }
}

function addHighlightedLines(
  { parent, root }: Chart,
  layout: TreeLayout,
  highlights: Highlights,
  scene: Scene,
): void {
  for (const row of highlights.along) {
    const above = parent[row]
    if (layout.position[row] === NONE || above === root) continue
    if (highlights.joins(row, above) || highlights.joins(above, row))
      edgesIn(scene, 'highlighted').add(layout.pathUp(row))
  }
}
