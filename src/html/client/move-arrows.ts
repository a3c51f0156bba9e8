import { type Chart, NONE } from './chart.js'
import { arrowHead, boxRect, meets, type Rect, type Scene, type TreeLayout } from './layout.js'
import { addPieces } from './route-pieces.js'

/** Up to this number of moved roles, all have an arrow; otherwise the selected one has. */
const MOST = 40
/** Between the lanes of dotted lines. */
const LANE = 3

/** Draws arrows from the old places of roles that have moved to their new ones, between the boxes as lines across the tree are. */
export function addMoveArrows(
  chart: Chart,
  layout: TreeLayout,
  rect: Rect,
  focus: number,
  scene: Scene,
): void {
  const { data, rowOf, marks } = chart
  const { position } = layout
  const old = data.ghosts.filter((row) => marks.get(row)?.[1] === 'moved')
  for (const from of old) {
    const to = rowOf.get(data.ids[from]) ?? NONE
    if (to === NONE || to === from || position[from] === NONE || position[to] === NONE) continue
    if (old.length > MOST && from !== focus && to !== focus) continue
    if (!meets(boxRect(layout, from), rect) && !meets(boxRect(layout, to), rect)) continue
    const points = layout.route(from, to, LANE)
    addPieces(points, rect, scene.movedTo)
    const [[x, y], [nextX]] = points
    scene.movedHeads.add(arrowHead(x, y, nextX > x ? -1 : 1))
  }
}
