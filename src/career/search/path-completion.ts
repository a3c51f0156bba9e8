import { NONE } from '../../engine/columns.js'
import type { VisitMarks } from '../../engine/visit-marks.js'
import { type Completion, costOf, type Subgraph } from './path-problem.js'
import type { SearchMemory } from './search-memory.js'
import type { YearsLimit } from './years-limit.js'

/**
 * Completes a prefix of a path: finds the shortest path from its last role to the goal that passes no role of the prefix;
 * ties go to the one whose moves come first in input order. In Yen's algorithm (1971) this is the spur path.
 *
 * First tries the shortest path of the whole subgraph, along the distances to the goal. Only if that returns to the prefix,
 * it searches with A* (Hart, Nilsson and Raphael 1968), with these distances as a consistent estimate. Takes O(k) for k
 * moves in the first case, O(m log n) for n roles and m moves of the chart in the second.
 */
export class PathCompletion {
  readonly #subgraph: Subgraph
  readonly #memory: SearchMemory
  readonly #onPrefix: Pick<VisitMarks, 'has'>
  readonly #yearsLimit: YearsLimit | undefined

  constructor(subgraph: Subgraph, memory: SearchMemory, yearsLimit?: YearsLimit) {
    this.#subgraph = subgraph
    this.#memory = memory
    this.#onPrefix = memory.onPrefix
    this.#yearsLimit = yearsLimit
  }

  /**
   * The completion of a prefix that ends in a role, with its cost and years so far; the roles of the prefix must be marked.
   * `undefined` if there is none within the bound of the subgraph.
   */
  of(role: number, cost: number, years: number): Completion | undefined {
    const moves: number[] = []
    if (this.#isShortestFree(role, years, moves)) return { moves, cost: this.#subgraph.remaining[role] }
    if (this.#yearsLimit !== undefined) return this.#yearsLimit.completion(role, years, this.#onPrefix)
    const total = this.#detour(role, cost)
    return total === Infinity ? undefined : { moves: this.#firstDetour(role), cost: total - cost }
  }

  /** Whether the shortest path from a role passes no role of the prefix, as is nearly always so on most charts. */
  isShortestFree(role: number): boolean {
    return this.#isShortestFree(role, 0, undefined)
  }

  /** Whether a prefix that ends in a role, with its cost so far, can be completed at all. */
  hasDetour(role: number, cost: number): boolean {
    return this.#detour(role, cost) < Infinity
  }

  /** The same within the limit on years. Adds the moves to `moves`, if given. */
  #isShortestFree(start: number, yearsBefore: number, moves: number[] | undefined): boolean {
    const { problem } = this.#subgraph
    let years = yearsBefore
    for (let role = start; role !== problem.to;) {
      const move = this.#firstShortestMove(role)
      if (move === NONE) return false
      role = problem.index.to[move]
      if (this.#onPrefix.has(role)) return false
      moves?.push(move)
      if (this.#yearsLimit !== undefined) years += problem.index.yearCost[move]
    }
    return this.#yearsLimit === undefined || years <= this.#yearsLimit.limit
  }

  /** The first move that begins a shortest path from a role; {@link NONE} for a role outside the subgraph. */
  #firstShortestMove(role: number): number {
    const { problem, remaining } = this.#subgraph
    const { start, to } = problem.index
    const end = start[role + 1]
    for (let move = start[role]; move < end; move++) {
      if (costOf(problem, move) + remaining[to[move]] === remaining[role] && problem.filter.admits(move))
        return move
    }
    return NONE
  }

  /** The least cost of a path that goes around the prefix; `Infinity` if there is none within the bound. */
  #detour(start: number, costBefore: number): number {
    const { problem, remaining, bound } = this.#subgraph
    const { index, filter, to: goal } = problem
    const { distances, frontier } = this.#memory.detour
    const reached = distances.of
    distances.clear()
    frontier.clear()
    distances.set(start, costBefore)
    frontier.push(start, costBefore + remaining[start])
    // Settles the roles of all equally good paths, since input order decides among them.
    while (frontier.size > 0 && frontier.cost <= Math.min(reached[goal], bound)) {
      const { role, cost } = frontier
      frontier.drop()
      const here = reached[role]
      if (role === goal || cost > here + remaining[role]) continue
      for (let move = index.start[role]; move < index.start[role + 1]; move++) {
        const next = index.to[move]
        const there = here + costOf(problem, move)
        if (there >= reached[next] || this.#onPrefix.has(next) || !filter.admits(move)) continue
        const estimate = there + remaining[next]
        if (estimate > bound || estimate === Infinity) continue
        distances.set(next, there)
        frontier.push(next, estimate)
      }
    }
    return reached[goal]
  }

  /** The moves of the cheapest path that {@link #detour} found; among several, of the first in input order. */
  #firstDetour(start: number): number[] {
    const { problem } = this.#subgraph
    const { index, filter, to: goal } = problem
    const { distances, onShortest } = this.#memory.detour
    const reached = distances.of
    const isShortest = (role: number, move: number): boolean => {
      const cost = reached[role] + costOf(problem, move)
      return cost < Infinity && cost === reached[index.to[move]] && filter.admits(move)
    }
    onShortest.begin()
    onShortest.mark(goal)
    const pending = [goal]
    for (let role = pending.pop(); role !== undefined; role = pending.pop()) {
      for (let at = index.enterStart[role]; at < index.enterStart[role + 1]; at++) {
        const feeder = index.feeder[at]
        if (isShortest(feeder, index.entering[at]) && onShortest.mark(feeder)) pending.push(feeder)
      }
    }
    const moves: number[] = []
    for (let role = start; role !== goal; role = index.to[moves[moves.length - 1]]) {
      let move = index.start[role]
      while (!(onShortest.has(index.to[move]) && isShortest(role, move))) move++
      moves.push(move)
    }
    return moves
  }
}
