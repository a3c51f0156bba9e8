import type { PathProblem, Subgraph } from './path-problem.js'
import type { SearchMemory } from './search-memory.js'
import type { SearchSide } from './search-side.js'

/** The subgraph is made for this many paths at first, if that many are wanted. */
const PATHS_AT_FIRST = 16
/** How many times as many roles may be reached for them as for the best path. */
const EFFORT = 8

/**
 * The subgraph of the roles on paths that cost no more than a bound, with the exact distance of each to the goal.
 *
 * Bidirectional Dijkstra (Nicholson 1966) finds the cost of the best path: the side with the smaller frontier settles
 * its next role (Pohl 1971), until no path that costs less can be left. Both sides then go on until on every path
 * within the bound at most two roles in a row are settled by neither, and the distances to the goal are extended to
 * the roles in between. So paths are found without walking over the rest of the chart. The bound is the cost of the
 * best path, or that of some more that are wanted; {@link widen} raises it.
 *
 * At worst O(moves × log roles), by steps O(moves).
 */
export class BoundedSubgraph implements Subgraph {
  readonly problem: PathProblem
  /** The cost of the best path; `Infinity` when there is none within the limit. */
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
   * Finds the cost of the best path, and the subgraph up to it. Where more paths are wanted, the bound is so much higher
   * that some of them may be in the subgraph.
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
    // A path through no role on which the sides have met takes a move from what one has settled to what the other has.
    while (this.#settledCost + this.#leastCost < Math.min(best, limit + 1)) {
      this.#settleNext()
      best = Math.min(this.#forward.bestMeeting, this.#backward.bestMeeting)
    }
    return best <= limit ? best : Infinity
  }

  /** What a path can cost at most for the sides to have settled all of its roles; `Infinity` when one has settled all. */
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

  /** Settles what paths up to a cost need, and makes that the bound. */
  #settleUpTo(cost: number): void {
    const bound = Math.min(fitted(this.problem, cost), this.problem.limit)
    // A path with three roles in a row that neither side has settled takes two moves between what they have settled.
    while (this.#settledCost + 2 * this.#leastCost <= bound && this.#settledCost < Infinity)
      this.#settleNext()
    // When one side has settled everything, no path is left out, whatever it costs.
    this.bound = this.#settledCost === Infinity ? Infinity : bound
  }

  #extend(): void {
    this.#backward.extend(this.bound, this.#leastCost, this.#forward)
  }

  /**
   * Raises the bound until the sides have met in some roles, for as many paths or fewer: to extend the distances takes
   * long, and is done once. Where few paths lead to the goal this ends soon, since the first may be all that is asked for.
   */
  #widenForSome(wanted: number): void {
    // Seen on lattices of three moves per role: a path passes one or two of these roles. By steps only one path in three
    // does: those that cost as much as the bound change over between two roles.
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

/** The least bound that lets in the same paths as the one that is wanted. */
function fitted({ costs, index }: PathProblem, bound: number): number {
  if (costs === undefined) return bound
  // Paths cost a multiple of the grid, and less than a step more for their moves.
  return Math.min(bound, Math.floor(bound / index.yearGrid) * index.yearGrid + index.yearStep - 1)
}
