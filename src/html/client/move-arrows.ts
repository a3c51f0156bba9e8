import { type Chart, NONE } from './chart.js'
import {
  arrowHead,
  BOX_HEIGHT,
  BOX_WIDTH,
  boxRect,
  type Layout,
  meets,
  type Rect,
  type Scene,
} from './layout.js'

/** Up to this number of moved roles, all have an arrow; otherwise the selected one has. */
const MOST = 40
const BEND = 70
const HEAD = 8
/** How far an arrow below two boxes bends: it stays in the gap above the next box, and in the margin of the drawing. */
const DIP = 12

/** Draws arrows from the old places of roles that have moved to their new ones. */
export function addMoveArrows(chart: Chart, layout: Layout, rect: Rect, focus: number, scene: Scene): void {
  const { data, rowOf, marks } = chart
  const old = data.ghosts.filter((row) => marks.get(row)?.[1] === 'moved')
  for (const from of old) {
    const to = rowOf.get(data.ids[from]) ?? NONE
    if (to === NONE || to === from || layout.position[from] === NONE || layout.position[to] === NONE) continue
    if (old.length > MOST && from !== focus && to !== focus) continue
    if (!meets(boxRect(layout, from), rect) && !meets(boxRect(layout, to), rect)) continue
    const { path, head } = arrow(layout, from, to)
    scene.movedTo.add(path)
    scene.movedHeads.add(head)
  }
}

/** Past the boxes of one row: out of the lower edge of one, and into that of the other. */
function arrowBelow({ x, y }: Pick<Layout, 'x' | 'y'>, from: number, to: number): ReturnType<typeof arrow> {
  const [startX, endX] = [x[from] + BOX_WIDTH / 2, x[to] + BOX_WIDTH / 2]
  const [start, end] = [y[from] + BOX_HEIGHT, y[to] + BOX_HEIGHT]
  const tip = end + HEAD
  const turn = Math.max(start, tip) + DIP
  return {
    path: `M${startX} ${start}C${startX} ${turn} ${endX} ${turn} ${endX} ${tip}`,
    head: `M${endX} ${end}l-4 ${HEAD}h8z`,
  }
}

/** From the side of one box to the side of the other that faces it; around the right side where one is above the other. */
function arrow({ x, y }: Layout, from: number, to: number): { readonly path: string; readonly head: string } {
  if (Math.abs(y[from] - y[to]) < BOX_HEIGHT) return arrowBelow({ x, y }, from, to)
  const isLeft = x[from] + BOX_WIDTH <= x[to]
  const isRight = x[to] + BOX_WIDTH <= x[from]
  const startX = isRight ? x[from] : x[from] + BOX_WIDTH
  const endX = isLeft ? x[to] : x[to] + BOX_WIDTH
  const [startY, endY] = [y[from] + BOX_HEIGHT / 2, y[to] + BOX_HEIGHT / 2 + 12]
  const [out, into] = [isRight ? -1 : 1, isLeft ? 1 : -1] as const
  const tip = endX - into * HEAD
  return {
    path: `M${startX} ${startY}C${startX + out * BEND} ${startY} ${tip - into * BEND} ${endY} ${tip} ${endY}`,
    head: arrowHead(endX, endY, into),
  }
}
