import { type Chart, NONE } from './chart.js'
import { edgesOf } from './edge-index.js'

const LATERAL = 1

/** The column of each role with a career move, from the left; -1 for other roles. Moves run rightwards if possible. */
export function careerRanks(chart: Chart): Int32Array {
  const { count, moves, movesFrom, movesTo } = chart
  const rank = new Int32Array(count).fill(NONE)
  const { order, backward } = movesInOrder(chart)
  for (const row of order) rank[row] = 0
  for (const row of order) {
    for (const move of edgesOf(movesFrom, row)) {
      const [, to, kind] = moves[move]
      if (kind !== LATERAL && !backward.has(move)) rank[to] = Math.max(rank[to], rank[row] + 1)
    }
  }
  // A role that no move leads into is placed just before its next step, or in the column of its lateral moves.
  for (const row of order) {
    const forward = (move: number): boolean => moves[move][2] !== LATERAL && !backward.has(move)
    if (edgesOf(movesTo, row).some(forward)) continue
    const next = Array.from(edgesOf(movesFrom, row).filter(forward), (move) => rank[moves[move][1]])
    if (next.length > 0) rank[row] = Math.max(0, Math.min(...next) - 1)
    else {
      const beside = [
        ...Array.from(edgesOf(movesFrom, row), (move) => rank[moves[move][1]]),
        ...Array.from(edgesOf(movesTo, row), (move) => rank[moves[move][0]]),
      ]
      rank[row] = Math.max(0, ...beside)
    }
  }
  return rank
}

/** The roles with moves in topological order, ignoring the moves that would close a cycle. */
function movesInOrder({ count, moves, movesFrom, movesTo }: Chart): {
  order: readonly number[]
  backward: ReadonlySet<number>
} {
  const backward = new Set<number>()
  const finished: number[] = []
  // 1: on the path from the start; 2: finished.
  const state = new Uint8Array(count)
  const next = movesFrom.start.slice()
  const visit = (start: number): void => {
    const path = [start]
    state[start] = 1
    while (path.length > 0) {
      const row = path[path.length - 1]
      if (next[row] === movesFrom.start[row + 1]) {
        state[row] = 2
        finished.push(row)
        path.pop()
        continue
      }
      const move = movesFrom.list[next[row]++]
      const [, to, kind] = moves[move]
      if (kind === LATERAL) continue
      if (state[to] === 1) backward.add(move)
      else if (state[to] === 0) {
        state[to] = 1
        path.push(to)
      }
    }
  }
  const leadsIn = (row: number): boolean => edgesOf(movesTo, row).some((move) => moves[move][2] !== LATERAL)
  const withMoves = Array.from({ length: count }, (_, row) => row).filter((row) => {
    return edgesOf(movesFrom, row).length + edgesOf(movesTo, row).length > 0
  })
  for (const row of withMoves) if (state[row] === 0 && !leadsIn(row)) visit(row)
  for (const row of withMoves) if (state[row] === 0) visit(row)
  return { order: finished.reverse(), backward }
}
