import { careerColumns } from './career-columns.js'
import { careerRanks } from './career-ranks.js'
import { type Chart, NONE } from './chart.js'
import {
  addBlock,
  arrowHead,
  BOX_HEIGHT,
  BOX_WIDTH,
  boxRect,
  emptyScene,
  type Layout,
  type Highlights,
  meets,
  setsFor,
  type Rect,
  type Scene,
} from './layout.js'

const COLUMN = BOX_WIDTH + 110
const ARC = 60

/** A career move as drawn. */
interface DrawnMove {
  readonly path: string
  readonly head: string
  readonly rect: Rect
}

/** Places the roles with career moves in columns from left to right. */
export function careerLayout(chart: Chart): Layout {
  const { count, size, moves } = chart
  const rank = careerRanks(chart)
  const { columns, middle, bends, rankOf } = careerColumns(chart, rank)
  const x = new Float64Array(size).fill(NaN)
  const y = new Float64Array(size).fill(NaN)
  const position = new Int32Array(size).fill(NONE)
  const order: number[] = []
  for (const column of columns) {
    for (const spot of column) {
      if (spot >= count) continue
      x[spot] = rank[spot] * COLUMN
      y[spot] = middle[spot] - BOX_HEIGHT / 2
      position[spot] = order.push(spot) - 1
    }
  }
  const hasArcs = moves.some(([from, to]) => x[to] <= x[from])
  const bounds = {
    left: 0,
    top: order.reduce((least, row) => Math.min(least, y[row]), 0),
    right: Math.max(0, (columns.length - 1) * COLUMN) + BOX_WIDTH + (hasArcs ? ARC : 0),
    bottom: order.reduce((most, row) => Math.max(most, y[row] + BOX_HEIGHT), BOX_HEIGHT),
  }

  function drawnMove(move: number): DrawnMove {
    const [from, to] = moves[move]
    const points = (bends.get(move) ?? []).map((bend): [number, number] => [
      rankOf(bend) * COLUMN,
      middle[bend],
    ])
    const end = y[to] + BOX_HEIGHT / 2
    let [atX, atY] = [x[from] + BOX_WIDTH, y[from] + BOX_HEIGHT / 2]
    const rect = {
      left: Math.min(x[from], x[to]),
      top: Math.min(atY, end, ...points.map(([, pointY]) => pointY)),
      right: Math.max(x[from], x[to]) + BOX_WIDTH + ARC,
      bottom: Math.max(atY, end, ...points.map(([, pointY]) => pointY)),
    }
    if (x[to] <= x[from]) {
      // Sideways or back: an arc on the right, beyond both boxes.
      const side = Math.max(x[from], x[to]) + BOX_WIDTH + ARC
      const into = x[to] + BOX_WIDTH
      const path = `M${atX} ${atY + 12}C${side} ${atY + 12} ${side} ${end - 12} ${into} ${end - 12}`
      return { path, head: arrowHead(into, end - 12, -1), rect }
    }
    let path = `M${atX} ${atY}`
    const goTo = (nextX: number, nextY: number): void => {
      const bend = (nextX - atX) / 2
      path += `C${atX + bend} ${atY} ${nextX - bend} ${nextY} ${nextX} ${nextY}`
      ;[atX, atY] = [nextX, nextY]
    }
    for (const [bendX, bendY] of points) {
      goTo(bendX, bendY)
      path += `H${bendX + BOX_WIDTH}`
      atX = bendX + BOX_WIDTH
    }
    goTo(x[to], end)
    return { path, head: arrowHead(x[to], end, 1), rect }
  }
  const drawn = moves.map((_, move) => drawnMove(move))

  function sceneIn(rect: Rect, detail: number, highlights: Highlights): Scene {
    const scene = emptyScene()
    for (const row of order) {
      if (!meets(boxRect(layout, row), rect)) continue
      if (detail === 0) scene.boxes.push(row)
      else addBlock(scene, { row, isTeam: false, ...boxRect(layout, row) }, detail)
    }
    for (const [move, { path, head, rect: room }] of drawn.entries()) {
      if (!meets(room, rect)) continue
      const [from, to, kind] = moves[move]
      const isNear = from === highlights.focus || to === highlights.focus
      const [paths, heads] = setsFor(scene, highlights.joins(from, to), isNear, kind !== 0)
      paths.add(path)
      heads.add(head)
    }
    return scene
  }
  const layout: Layout = { order, position, x, y, bounds, sceneIn }
  return layout
}
