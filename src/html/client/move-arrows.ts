import { laneOf } from './across-route.js'
import { type Chart, NONE } from './chart.js'
import { arrowHead, boxRect, edgesIn, meets, type Rect, type Scene, type TreeLayout } from './layout.js'
import { addPieces } from './route-pieces.js'

/** Up to this number of moved roles, all have an arrow; otherwise the selected one has. */
const MOST = 40
/** How far the lanes of arrows are from those of dotted lines. */
const ASIDE = 3

/** The boxes of a role: where it is, and where it was before it moved. */
export function placesOf({ data: { ids, ghosts }, rowOf }: Chart, row: number): number[] {
  const id = ids[row]
  return [rowOf.get(id) ?? row, ...ghosts.filter((ghost) => ids[ghost] === id)]
}

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
  for (const [index, from] of old.entries()) {
    const to = rowOf.get(data.ids[from]) ?? NONE
    if (to === NONE || to === from || position[from] === NONE || position[to] === NONE) continue
    if (old.length > MOST && from !== focus && to !== focus) continue
    if (!meets(boxRect(layout, from), rect) && !meets(boxRect(layout, to), rect)) continue
    const points = layout.route(from, to, laneOf(index) + ASIDE)
    addPieces(points, rect, edgesIn(scene, 'moved-to'))
    const [[x, y], [nextX]] = points
    edgesIn(scene, 'moved-heads').add(arrowHead(x, y, nextX > x ? -1 : 1))
  }
}
