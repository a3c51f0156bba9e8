import type { CareerWorkspace } from './career-workspace.js'
import { NONE } from '../../engine/columns.js'
import type { Completion } from './completion.js'
import { costOf } from './search-ball.js'
import type { SearchRange } from './search-range.js'
import type { VisitMarks } from '../../engine/visit-marks.js'
import type { YearsBudget } from './years-budget.js'

/**
 * Completes paths: from a role to the goal at the least cost, past the roles that the path has passed, and
 * among equals by the moves that come first in input order.
 */
export class PathCompletion {
  readonly #range: SearchRange
  readonly #workspace: CareerWorkspace
  readonly #passed: VisitMarks
  readonly #budget: YearsBudget | undefined

  constructor(range: SearchRange, workspace: CareerWorkspace, budget: YearsBudget | undefined) {
    this.#range = range
    this.#workspace = workspace
    this.#passed = workspace.passed
    this.#budget = budget
  }

  /**
   * The best completion from a role that is reached at a cost (and a number of years), `undefined` when there
   * is none within the width of the range. The roles that are passed are marked.
   */
  of(role: number, cost: number, years: number): Completion | undefined {
    const moves: number[] = []
    if (this.#isStraight(role, years, moves)) return { moves, cost: this.#range.remaining[role] }
    if (this.#budget !== undefined) return this.#budget.completion(role, years, this.#passed)
    const total = this.#detour(role, cost)
    return total === Infinity ? undefined : { moves: this.#firstDetour(role), cost: total - cost }
  }

  /** Whether the shortest way of the whole chart is free of passed roles. On most charts it nearly always is. */
  isStraight(role: number): boolean {
    return this.#isStraight(role, 0, undefined)
  }

  /** Whether there is a way around the roles that were passed. */
  hasDetour(role: number, cost: number): boolean {
    return this.#detour(role, cost) < Infinity
  }

  /** The same, within the budget. Its moves are listed, if wanted. */
  #isStraight(start: number, spent: number, moves: number[] | undefined): boolean {
    const goal = this.#range.ends.to
    let years = spent
    for (let role = start; role !== goal;) {
      const move = this.#firstStraightMove(role)
      if (move === NONE) return false
      role = this.#range.moves.index.to[move]
      if (this.#passed.has(role)) return false
      moves?.push(move)
      if (this.#budget !== undefined) years += this.#range.moves.index.yearCost[move]
    }
    return this.#budget === undefined || years <= this.#budget.limit
  }

  /** Of the moves that lead straight to the goal the first; {@link NONE} for a role out of the range. */
  #firstStraightMove(role: number): number {
    const { moves, remaining } = this.#range
    const { start, to } = moves.index
    const end = start[role + 1]
    for (let move = start[role]; move < end; move++) {
      if (costOf(moves, move) + remaining[to[move]] === remaining[role] && moves.filter.admits(move))
        return move
    }
    return NONE
  }

  /**
   * The least cost of a path that goes on around the roles that were passed, `Infinity` when there is none
   * within the range (A*, with the distances of the whole chart as the estimate).
   */
  #detour(start: number, spent: number): number {
    const { moves, ends, remaining, width } = this.#range
    const { index, filter } = moves
    const goal = ends.to
    const { detour, detourQueue: queue } = this.#workspace
    const reached = detour.of
    detour.begin()
    queue.begin(false)
    detour.set(start, spent)
    queue.push(start, spent + remaining[start])
    // Everything that is as cheap as the best is looked at, since the order of input decides among equals.
    while (queue.cost <= Math.min(reached[goal], width) && queue.size > 0) {
      const { role, cost } = queue
      queue.drop()
      const here = reached[role]
      if (role === goal || cost > here + remaining[role]) continue
      for (let move = index.start[role]; move < index.start[role + 1]; move++) {
        const next = index.to[move]
        const there = here + costOf(moves, move)
        if (there >= reached[next] || this.#passed.has(next) || !filter.admits(move)) continue
        const estimate = there + remaining[next]
        if (estimate > width || estimate === Infinity) continue
        detour.set(next, there)
        queue.push(next, estimate)
      }
    }
    return reached[goal]
  }

  /** Of the best detours the one whose moves come first in input order. */
  #firstDetour(start: number): number[] {
    const { index, filter } = this.#range.moves
    const { to: goal } = this.#range.ends
    const { detour, onDetour } = this.#workspace
    const reached = detour.of
    const isOnBest = (role: number, move: number): boolean => {
      const cost = reached[role] + costOf(this.#range.moves, move)
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
