import { chainAbove, type Chart, NONE } from './chart.js'
import { edgesOf } from './edge-index.js'

/** The path from one role to another; undefined if there is none. */
export type Path = readonly number[] | undefined

/** Up the chart to the lowest common manager and down again. */
export function reportingPath(chart: Chart, from: number, to: number): Path {
  const up = [from, ...chainAbove(chart, from)]
  const down = [to, ...chainAbove(chart, to)]
  const places = new Map(down.map((row, place) => [row, place]))
  const turn = up.findIndex((row) => places.has(row))
  if (turn === -1) return undefined
  return [...up.slice(0, turn + 1), ...down.slice(0, places.get(up[turn])).reverse()]
}

/** The path with the fewest career moves; of several, the first in the order of the moves. */
export function careerPath({ count, moves, movesFrom }: Chart, from: number, to: number): Path {
  const before = new Int32Array(count).fill(NONE)
  before[from] = from
  const reached = [from]
  for (const row of reached) {
    if (row === to) break
    for (const move of edgesOf(movesFrom, row)) {
      const next = moves[move][1]
      if (before[next] !== NONE) continue
      before[next] = row
      reached.push(next)
    }
  }
  if (before[to] === NONE) return undefined
  const path = [to]
  for (let row = to; row !== from; row = before[row]) path.push(before[row])
  return path.reverse()
}
