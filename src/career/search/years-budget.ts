import { SearchSpace } from './career-workspace.js'
import type { Completion } from './completion.js'
import { type MoveCosts, moveCosts, SearchBall } from './search-ball.js'
import type { SearchEnds } from './search-range.js'
import type { VisitMarks } from '../../engine/visit-marks.js'

/** A bound on the years of paths that are ranked by their number of moves. */
export class YearsBudget {
  /** In the units of the costs by years. */
  readonly limit: number
  readonly #moves: MoveCosts
  readonly #ends: SearchEnds
  readonly #remaining: Float64Array

  /** Measures the least years from every role to the goal: O(moves × log of roles). */
  constructor(moves: MoveCosts, ends: SearchEnds, limit: number) {
    this.limit = limit
    this.#moves = moveCosts(moves.index, moves.filter, true)
    this.#ends = ends
    const space = new SearchSpace(moves.index.count, new Uint8Array(moves.index.count), 1)
    new SearchBall(this.#moves, false, space, ends.to, ends.from).exhaust()
    this.#remaining = space.distances.of
  }

  /** Whether the goal may still be reached in time after a move. */
  allows(spent: number, move: number): boolean {
    const { index } = this.#moves
    return spent + index.yearCost[move] + this.#remaining[index.to[move]] <= this.limit
  }

  /**
   * The completion of fewest moves that stays within the bound, past the roles that the path has passed; among
   * equals by input order. It goes back from the goal a move at a time, with the least years for each number of
   * moves; since years are never negative, the fewest moves pass no role twice. O(moves × length).
   */
  completion(start: number, spent: number, passed: VisitMarks): Completion | undefined {
    const { index, filter } = this.#moves
    const least = new Map([[this.#ends.to, 0]])
    const layers: ReadonlyMap<number, number>[] = [new Map(least)]
    for (let layer = layers[0]; !layer.has(start); layer = layers[layers.length - 1]) {
      if (layer.size === 0) return undefined
      const next = new Map<number, number>()
      for (const [role, years] of layer) {
        for (let at = index.enterStart[role]; at < index.enterStart[role + 1]; at++) {
          const move = index.entering[at]
          const feeder = index.feeder[at]
          const total = years + index.yearCost[move]
          if (spent + total > this.limit || total >= (least.get(feeder) ?? Infinity)) continue
          if (passed.has(feeder) || !filter.admits(move)) continue
          least.set(feeder, total)
          next.set(feeder, total)
        }
      }
      layers.push(next)
    }
    return this.#firstIn(layers, start, spent, passed)
  }

  #firstIn(
    layers: readonly ReadonlyMap<number, number>[],
    start: number,
    spent: number,
    passed: VisitMarks,
  ): Completion {
    const { index, filter } = this.#moves
    const moves: number[] = []
    let role = start
    let years = spent
    for (let left = layers.length - 2; left >= 0; left--) {
      const fits = (move: number): boolean => {
        const after = layers[left].get(index.to[move])
        if (after === undefined || years + index.yearCost[move] + after > this.limit) return false
        return !passed.has(index.to[move]) && filter.admits(move)
      }
      let move = index.start[role]
      while (!fits(move)) move++
      moves.push(move)
      years += index.yearCost[move]
      role = index.to[move]
    }
    return { moves, cost: moves.length }
  }
}
