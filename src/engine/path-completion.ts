import type { CareerWorkspace } from './career-workspace.js'
import type { Completion } from './completion.js'
import type { SearchCorridor } from './search-corridor.js'
import type { VisitMarks } from './visit-marks.js'
import type { YearsBudget } from './years-budget.js'

/**
 * Completes paths: from a role to the goal at the least cost, past the roles that the path has passed, and
 * among equals by the moves that come first in input order.
 */
export class PathCompletion {
  readonly #corridor: SearchCorridor
  readonly #workspace: CareerWorkspace
  readonly #passed: VisitMarks
  readonly #budget: YearsBudget | undefined

  constructor(corridor: SearchCorridor, workspace: CareerWorkspace, budget: YearsBudget | undefined) {
    this.#corridor = corridor
    this.#workspace = workspace
    this.#passed = workspace.passed
    this.#budget = budget
  }

  /**
   * The best completion from a role that is reached at a cost (and a number of years), `undefined` when there
   * is none within the width of the corridor. The roles that are passed are marked.
   */
  of(role: number, cost: number, years: number): Completion | undefined {
    const straight = this.#straightOn(role, years)
    if (straight !== undefined) return straight
    return this.#budget === undefined
      ? this.#detour(role, cost)
      : this.#budget.completion(role, years, this.#passed)
  }

  /**
   * Along the shortest way of the whole chart, as long as it meets no role that was passed. On most charts that
   * is nearly always so.
   */
  #straightOn(start: number, spent: number): Completion | undefined {
    const corridor = this.#corridor
    const { index, filter } = corridor.moves
    const { to: goal } = corridor.ends
    const moves: number[] = []
    const cost = corridor.remaining[start]
    let years = spent
    let left = cost
    for (let role = start; role !== goal;) {
      let move = index.start[role]
      const end = index.start[role + 1]
      while (
        move < end &&
        !(corridor.costOf(move) + corridor.remaining[index.to[move]] === left && filter.admits(move))
      ) {
        move++
      }
      if (move === end) return undefined
      role = index.to[move]
      if (this.#passed.has(role)) return undefined
      moves.push(move)
      left -= corridor.costOf(move)
      if (this.#budget !== undefined) years += index.yearCost[move]
    }
    return this.#budget === undefined || years <= this.#budget.limit ? { moves, cost } : undefined
  }

  /** Around the roles that were passed (A*, with the distances of the whole chart as the estimate). */
  #detour(start: number, spent: number): Completion | undefined {
    const corridor = this.#corridor
    const { index, filter } = corridor.moves
    const { to: goal } = corridor.ends
    const { detour, detourQueue: queue } = this.#workspace
    const reached = detour.of
    detour.begin()
    queue.begin(false)
    detour.set(start, spent)
    queue.push(start, spent + corridor.remaining[start])
    // Everything that is as cheap as the best is looked at, since the order of input decides among equals.
    while (queue.cost <= Math.min(reached[goal], corridor.width) && queue.size > 0) {
      const { role, cost } = queue
      queue.drop()
      const here = reached[role]
      if (role === goal || cost > here + corridor.remaining[role]) continue
      for (let move = index.start[role]; move < index.start[role + 1]; move++) {
        const next = index.to[move]
        const there = here + corridor.costOf(move)
        if (there >= reached[next] || this.#passed.has(next) || !filter.admits(move)) continue
        const estimate = there + corridor.remaining[next]
        if (estimate > corridor.width || estimate === Infinity) continue
        detour.set(next, there)
        queue.push(next, estimate)
      }
    }
    const total = reached[goal]
    return total === Infinity ? undefined : { moves: this.#firstDetour(start), cost: total - spent }
  }

  /** Of the best detours the one whose moves come first in input order. */
  #firstDetour(start: number): number[] {
    const { index, filter } = this.#corridor.moves
    const { to: goal } = this.#corridor.ends
    const { detour, onDetour } = this.#workspace
    const reached = detour.of
    const isOnBest = (role: number, move: number): boolean => {
      const cost = reached[role] + this.#corridor.costOf(move)
      return cost < Infinity && cost === reached[index.to[move]] && filter.admits(move)
    }
    onDetour.begin()
    onDetour.mark(goal)
    const open = [goal]
    for (let role = open.pop(); role !== undefined; role = open.pop()) {
      for (let at = index.enterStart[role]; at < index.enterStart[role + 1]; at++) {
        const feeder = index.feeder[at]
        if (isOnBest(feeder, index.entering[at]) && onDetour.mark(feeder)) open.push(feeder)
      }
    }
    const moves: number[] = []
    for (let role = start; role !== goal; role = index.to[moves[moves.length - 1]]) {
      let move = index.start[role]
      while (!(onDetour.has(index.to[move]) && isOnBest(role, move))) move++
      moves.push(move)
    }
    return moves
  }
}
