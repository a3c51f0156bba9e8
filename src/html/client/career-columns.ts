import { type Chart, NONE } from './chart.js'
import { BOX_HEIGHT } from './layout.js'

const SWEEPS = 10
const RELAXATIONS = 16
const BETWEEN = 26
const BEND_HEIGHT = 22
/** Above this number, further moves are drawn without bends. */
const MOST_BENDS = 20_000

/** Boxes and the bends of long moves, column by column. A spot is a row if it is less than `count`, else a bend. */
export interface CareerColumns {
  readonly columns: readonly (readonly number[])[]
  /** The vertical centre of each spot. */
  readonly middle: Float64Array
  /** The bends of each move that skips columns. */
  readonly bends: ReadonlyMap<number, readonly number[]>
  readonly rankOf: (spot: number) => number
}

/** Orders each column so that few moves cross, and aligns connected spots. */
export function careerColumns({ count, moves }: Chart, rank: Int32Array): CareerColumns {
  const last = rank.reduce((most, each) => Math.max(most, each), NONE)
  const columns: number[][] = Array.from({ length: last + 1 }, () => [])
  const bendRanks: number[] = []
  const bends = new Map<number, number[]>()
  const before: number[][] = []
  const after: number[][] = []
  const link = (from: number, to: number): void => {
    ;(after[from] ??= []).push(to)
    ;(before[to] ??= []).push(from)
  }
  for (let row = 0; row < count; row++) if (rank[row] !== NONE) columns[rank[row]].push(row)
  for (const [index, [from, to]] of moves.entries()) {
    if (rank[to] <= rank[from]) continue
    let joined = from
    const skipped = rank[to] - rank[from] - 1
    if (skipped > 0 && bendRanks.length + skipped <= MOST_BENDS) {
      const own: number[] = []
      for (let column = rank[from] + 1; column < rank[to]; column++) {
        const bend = count + bendRanks.push(column) - 1
        columns[column].push(bend)
        own.push(bend)
        link(joined, bend)
        joined = bend
      }
      bends.set(index, own)
    }
    if (rank[to] - rankOf(joined) === 1) link(joined, to)
  }

  function rankOf(spot: number): number {
    return spot < count ? rank[spot] : bendRanks[spot - count]
  }

  const place = new Float64Array(count + bendRanks.length)
  const settle = (column: readonly number[]): void => {
    for (const [index, spot] of column.entries()) place[spot] = index
  }
  columns.forEach(settle)
  const mean = (spots: readonly number[] | undefined, values: Float64Array): number | undefined => {
    if (spots === undefined) return undefined
    return spots.reduce((sum, spot) => sum + values[spot], 0) / spots.length
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const rightward = sweep % 2 === 0
    for (const column of rightward ? columns : [...columns].reverse()) {
      const wanted = new Map(
        column.map((spot) => [spot, mean((rightward ? before : after)[spot], place) ?? place[spot]]),
      )
      column.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || place[a] - place[b])
      settle(column)
    }
  }

  const height = (spot: number): number => (spot < count ? BOX_HEIGHT + BETWEEN : BEND_HEIGHT)
  const middle = new Float64Array(place.length)
  for (const column of columns) {
    let at = -column.reduce((sum, spot) => sum + height(spot), 0) / 2
    for (const spot of column) {
      middle[spot] = at + height(spot) / 2
      at += height(spot)
    }
  }
  for (let pass = 0; pass < RELAXATIONS; pass++) {
    for (const column of pass % 2 === 0 ? columns : [...columns].reverse()) {
      const centres = column.map(
        (spot) => mean((pass % 2 === 0 ? before : after)[spot], middle) ?? middle[spot],
      )
      align(column, centres)
    }
  }

  /** Moves the spots of a column as close to the wanted centres as their heights and order allow. */
  function align(column: readonly number[], centres: readonly number[]): void {
    let off = 0
    for (const [index, spot] of column.entries()) {
      const above = index === 0 ? -Infinity : middle[column[index - 1]] + height(column[index - 1]) / 2
      middle[spot] = Math.max(centres[index], above + height(spot) / 2)
      off += middle[spot] - centres[index]
    }
    for (const spot of column) middle[spot] -= off / column.length
  }

  return { columns, middle, bends, rankOf }
}
