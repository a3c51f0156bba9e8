import type { VisitMarks } from '../../engine/visit-marks.js'
import { byYearsCosts, type Completion, type PathProblem } from './path-problem.js'
import { SearchSide } from './search-side.js'

/**
 * A limit on the years of paths that are ranked by their number of moves: a shortest path problem with one constraint.
 * Since a path has fewer moves than there are roles, rounds as in Bellman (1958) solve it exactly: each round finds the
 * least years from each role to the goal with one more move.
 */
export class YearsLimit {
  /** The highest cost by years that a path may have. */
  readonly limit: number
  readonly #problem: PathProblem
  /** By role, the least cost by years to the goal. */
  readonly #remaining: Float64Array

  constructor(problem: PathProblem, remaining: Float64Array) {
    this.limit = problem.yearsLimit
    this.#problem = problem
    this.#remaining = remaining
  }

  /** Whether the goal can still be reached within the limit after a move. */
  allows(yearsBefore: number, move: number): boolean {
    const { index } = this.#problem
    return yearsBefore + index.yearCost[move] + this.#remaining[index.to[move]] <= this.limit
  }

  /**
   * The completion with the fewest moves that stays within the limit and passes no role of the prefix; ties go to the first
   * in input order. Since years are never negative, it passes no role twice. Takes O(m × k) for m moves of the chart and a
   * completion of k moves.
   */
  completion(start: number, yearsBefore: number, onPrefix: Pick<VisitMarks, 'has'>): Completion | undefined {
    const { index, filter, to } = this.#problem
    const least = new Map([[to, 0]])
    const rounds: ReadonlyMap<number, number>[] = [new Map(least)]
    for (let round = rounds[0]; !round.has(start); round = rounds[rounds.length - 1]) {
      if (round.size === 0) return undefined
      const next = new Map<number, number>()
      for (const [role, years] of round) {
        for (let at = index.enterStart[role]; at < index.enterStart[role + 1]; at++) {
          const move = index.entering[at]
          const feeder = index.feeder[at]
          const total = years + index.yearCost[move]
          if (yearsBefore + total > this.limit || total >= (least.get(feeder) ?? Infinity)) continue
          if (onPrefix.has(feeder) || !filter.admits(move)) continue
          least.set(feeder, total)
          next.set(feeder, total)
        }
      }
      rounds.push(next)
    }
    return this.#firstIn(rounds, start, yearsBefore, onPrefix)
  }

  /** The first completion in input order that has a move for each round after the first. */
  #firstIn(
    rounds: readonly ReadonlyMap<number, number>[],
    start: number,
    yearsBefore: number,
    onPrefix: Pick<VisitMarks, 'has'>,
  ): Completion {
    const { index, filter } = this.#problem
    const moves: number[] = []
    let role = start
    let years = yearsBefore
    for (let left = rounds.length - 2; left >= 0; left--) {
      const fits = (move: number): boolean => {
        const after = rounds[left].get(index.to[move])
        if (after === undefined || years + index.yearCost[move] + after > this.limit) return false
        return !onPrefix.has(index.to[move]) && filter.admits(move)
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

/** The limit that a problem sets; `undefined` if it sets none. Takes O(m log n) for n roles and m moves. */
export function yearsLimitOf(problem: PathProblem): YearsLimit | undefined {
  if (problem.yearsLimit === Infinity) return undefined
  const { count } = problem.index
  const side = new SearchSide(count, false, new Uint8Array(count))
  side.begin({ ...problem, ...byYearsCosts(problem.index) }, problem.to, problem.from)
  side.settleAll()
  return new YearsLimit(problem, side.distances.of)
}
