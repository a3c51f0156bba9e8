import type { PathProblem, Subgraph } from './path-problem.js'
import type { SearchMemory } from './search-memory.js'
import type { SearchSide } from './search-side.js'

/** How many paths the first subgraph is meant for, if that many are wanted. */
const PATHS_AT_FIRST = 16
/** How many times as many roles may be reached for these paths as for the best one. */
const EFFORT = 8

/**
 * The subgraph of the roles on paths that cost no more than a bound, with the exact distance of each to the goal.
 *
 * Bidirectional Dijkstra (Nicholson 1966) finds the cost of the best path: the side with the smaller frontier settles
 * its next role (Pohl 1971), until no cheaper path can be left. Both sides then go on until no path within the bound has
 * three roles in a row that neither has settled, and the distances to the goal are extended to the roles in between. The
 * rest of the chart is never visited. The bound is the cost of the best path, or higher if more paths are wanted;
 * {@link widen} raises it.
 *
 * At worst O(m log n) for n roles and m moves, by steps O(m).
 */
export class BoundedSubgraph implements Subgraph {
  readonly problem: PathProblem
  /** The cost of the best path; `Infinity` if there is none within the limit. */
  best = Infinity
  bound = Infinity
  readonly remaining: Float64Array
  readonly #forward: SearchSide
  readonly #backward: SearchSide
  /** No move costs less. */
  readonly #leastCost: number

  constructor(problem: PathProblem, { forward, backward }: SearchMemory) {
    this.problem = problem
    this.#forward = forward
    this.#backward = backward
    this.#leastCost = problem.costs === undefined ? 1 : problem.index.leastYearCost
    this.remaining = backward.distances.of
  }

  /**
   * Finds the cost of the best path, and the subgraph up to it. If more paths are wanted, the bound is raised to let in
   * some of them.
   */
  search(wanted: number): void {
    const { problem } = this
    this.#forward.begin(problem, problem.from, problem.to)
    this.#backward.begin(problem, problem.to, problem.from)
    this.best = this.#costOfBest()
    this.bound = this.best
    if (this.best === Infinity) return
    if (wanted > 1) this.#widenForSome(Math.min(wanted, PATHS_AT_FIRST))
    this.#extend()
  }

  /** Raises the bound by a number of steps, but not beyond the limit of the problem. */
  widen(steps: number): void {
    this.#backward.retract()
    this.#settleUpTo(this.bound + this.#step * steps)
    this.#extend()
  }

  #costOfBest(): number {
    const { limit } = this.problem
    let best = Infinity
    // A path through none of the meetings has a move from a role settled by one side to a role settled by the other.
    while (this.#settledCost + this.#leastCost < Math.min(best, limit + 1)) {
      this.#settleNext()
      best = Math.min(this.#forward.bestMeeting, this.#backward.bestMeeting)
    }
    return best <= limit ? best : Infinity
  }

  /** The highest cost of a path whose roles must all be settled; `Infinity` once a side has settled all it can reach. */
  get #settledCost(): number {
    return this.#forward.radius + this.#backward.radius
  }

  get #step(): number {
    const { costs, index } = this.problem
    return Math.max(costs === undefined ? 1 : index.leastSlack, Math.floor((this.bound - this.best) / 8))
  }

  #settleNext(): void {
    const forward = this.#forward
    const backward = this.#backward
    if (forward.frontierSize <= backward.frontierSize) forward.settleNext(backward)
    else backward.settleNext(forward)
  }

  /** Settles enough for all paths up to a cost, and makes that cost the bound. */
  #settleUpTo(cost: number): void {
    const bound = Math.min(fitted(this.problem, cost), this.problem.limit)
    // A path with three unsettled roles in a row has two moves between them, outside both radiuses.
    while (this.#settledCost + 2 * this.#leastCost <= bound && this.#settledCost < Infinity)
      this.#settleNext()
    // Once a side has settled everything it can reach, no path is left out, whatever it costs.
    this.bound = this.#settledCost === Infinity ? Infinity : bound
  }

  #extend(): void {
    this.#backward.extend(this.bound, this.#leastCost, this.#forward)
  }

  /**
   * Raises the bound until the sides have met in enough roles for `wanted` paths. Extending the distances is slow, so it is
   * done once, afterwards. If few paths lead to the goal, this stops early: the caller may want no more than the first.
   */
  #widenForSome(wanted: number): void {
    // Measured on lattices with three moves per role: a path passes one or two of these roles. By steps, only one path in
    // three does: on a path that costs as much as the bound, the sides meet between two roles.
    const enough = 1.5 * (this.problem.costs === undefined ? wanted / 3 : wanted)
    const most = EFFORT * this.#reached
    this.#settleUpTo(this.#settledCost + 2 * this.#leastCost - 1)
    while (this.#meetingsWithin() < enough && this.#reached < most && this.bound < this.problem.limit) {
      this.#settleUpTo(this.bound + this.#step)
    }
  }

  get #reached(): number {
    return this.#forward.distances.size + this.#backward.distances.size
  }

  #meetingsWithin(): number {
    const ahead = this.#forward.distances.of
    const back = this.#backward.distances.of
    let count = 0
    for (const { meetings } of [this.#forward, this.#backward]) {
      for (const role of meetings) if (ahead[role] + back[role] <= this.bound) count++
    }
    return count
  }
}

/** The least bound that lets in the same paths as the given one. */
function fitted({ costs, index }: PathProblem, bound: number): number {
  if (costs === undefined) return bound
  // The cost of a path is a multiple of the grid, plus less than a step for its moves.
  return Math.min(bound, Math.floor(bound / index.yearGrid) * index.yearGrid + index.yearStep - 1)
}
