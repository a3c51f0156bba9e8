import type { CareerWorkspace } from './career-workspace.js'
import { CorridorDistances } from './corridor-distances.js'
import { type MoveCosts, SearchBall } from './search-ball.js'
import type { SearchEnds, SearchRange } from './search-range.js'

/** For how many paths a corridor is made at first, if so many are wanted. */
const SOME = 16
/** How much more may be reached for them than for the best one. */
const EFFORT = 8

/**
 * The part of the chart through which the paths up to a certain cost run, with the exact distance to the goal
 * of each role in it.
 *
 * A ball grows around either end until they meet. On a path that is within the width at most two roles in a row are in
 * neither ball, so that paths are found without walking over the rest of the chart. The corridor is then as wide as the
 * best path is dear, or as some more are that are wanted; {@link widen} lets dearer ones in.
 */
export class SearchCorridor implements SearchRange {
  readonly moves: MoveCosts
  readonly ends: SearchEnds
  /** The cost of the best path, `Infinity` when there is none within the limit. */
  readonly best: number
  width: number
  readonly remaining: Float64Array
  readonly #ahead: SearchBall
  readonly #back: SearchBall
  readonly #distances: CorridorDistances
  /** No move costs less. */
  readonly #least: number
  /** Every role that both balls have reached; some of them more than once. */
  readonly #met: number[] = []

  /** When more than the best path is wanted, the corridor begins so wide that some of them may lie in it. */
  constructor(moves: MoveCosts, ends: SearchEnds, workspace: CareerWorkspace, wanted: number) {
    this.moves = moves
    this.ends = ends
    this.#ahead = new SearchBall(moves, true, workspace.ahead, ends.from, ends.to)
    this.#back = new SearchBall(moves, false, workspace.back, ends.to, ends.from)
    this.#least = moves.costs === undefined ? 1 : moves.index.leastYearCost
    this.#distances = new CorridorDistances(
      moves,
      ends.from,
      this.#ahead,
      this.#back,
      workspace.back.queueBeyond,
    )
    this.remaining = this.#back.distances.of
    this.best = this.#meet()
    this.width = this.best
    if (this.best === Infinity) return
    if (wanted > 1) this.#reachSome(Math.min(wanted, SOME))
    else this.#distances.measure(this.width, this.#least, this.#met)
  }

  /** Lets in dearer paths, by as many steps as wanted. Never beyond the limit. */
  widen(steps: number): void {
    this.#reach(this.width + this.#step * steps)
    this.#distances.measure(this.width, this.#least, this.#met)
  }

  get #step(): number {
    const { costs, index } = this.moves
    return Math.max(costs === undefined ? 1 : index.leastSlack, Math.floor((this.width - this.best) / 8))
  }

  /** `Infinity` when one of the balls has reached all that it can. */
  get #radii(): number {
    return this.#ahead.radius + this.#back.radius
  }

  #meet(): number {
    const { ends } = this
    const ahead = this.#ahead.distances.of
    const back = this.#back.distances.of
    let best = ends.from === ends.to ? 0 : Infinity
    // A path on which the balls have not met takes a move between the roles where it leaves them.
    for (let met = 0; this.#radii + this.#least < Math.min(best, ends.limit + 1);) {
      this.#grow()
      for (; met < this.#met.length; met++) {
        best = Math.min(best, ahead[this.#met[met]] + back[this.#met[met]])
      }
    }
    return best <= ends.limit ? best : Infinity
  }

  /** Grows the ball that has less in its queue. */
  #grow(): void {
    const ahead = this.#ahead
    const back = this.#back
    if (ahead.queue.size <= back.queue.size) ahead.grow(this.#met)
    else back.grow(this.#met)
  }

  #reach(wanted: number): void {
    const width = Math.min(fitted(this.moves, wanted), this.ends.limit)
    this.#distances.forget()
    // A path with three roles in a row that neither ball has walked on from takes two moves between them.
    while (this.#radii + 2 * this.#least <= width && this.#radii < Infinity) this.#grow()
    // When one ball has reached all that it can, no path is left out, however dear.
    this.width = this.#radii === Infinity ? Infinity : width
  }

  /**
   * Widens until the balls have met in some roles, for as many paths or fewer: to measure takes long, and is done once.
   * On a chart where few ways lead to the goal it is given up soon, since the first path may be all that is wanted.
   */
  #reachSome(wanted: number): void {
    // Seen on lattices of three moves a role: a path passes one or two of these roles, but by steps only one path in three
    // does, since those that are as dear as the corridor is wide change over between two roles.
    const enough = 1.5 * (this.moves.costs === undefined ? wanted / 3 : wanted)
    const most = EFFORT * this.#reached
    this.#reach(this.#radii + 2 * this.#least - 1)
    while (this.#metWithin() < enough && this.#reached < most && this.width < this.ends.limit) {
      this.#reach(this.width + this.#step)
    }
    this.#distances.measure(this.width, this.#least, this.#met)
  }

  get #reached(): number {
    return this.#ahead.distances.size + this.#back.distances.size
  }

  #metWithin(): number {
    const ahead = this.#ahead.distances.of
    const back = this.#back.distances.of
    return this.#met.reduce((count, role) => (ahead[role] + back[role] <= this.width ? count + 1 : count), 0)
  }
}

/** The least width that lets in the same paths as the one that is wanted. */
function fitted({ costs, index }: MoveCosts, wanted: number): number {
  if (costs === undefined) return wanted
  // Paths cost a multiple of the grid, and less than a step more for their moves.
  return Math.min(wanted, Math.floor(wanted / index.yearGrid) * index.yearGrid + index.yearStep - 1)
}
