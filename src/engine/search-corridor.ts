import type { CareerWorkspace } from './career-workspace.js'
import type { RoleQueue } from './role-queue.js'
import { type MoveCosts, SearchBall } from './search-ball.js'

/** From where to where a search goes, and how dear a path may be. */
export interface SearchEnds {
  readonly from: number
  readonly to: number
  readonly limit: number
}

/**
 * The part of the chart through which the paths up to a certain cost run, with the exact distance to the goal
 * of each role in it.
 *
 * A ball grows around either end until they meet. Every role on a path is near enough to one of the two ends
 * to be in its ball, so that paths are found without walking over the rest of the chart. The corridor is then
 * as wide as the best path is dear; {@link widen} lets dearer ones in.
 */
export class SearchCorridor {
  readonly moves: MoveCosts
  readonly ends: SearchEnds
  /** The cost of the best path, `Infinity` when there is none within the limit. */
  readonly best: number
  /** Distances are exact for every role on a path that costs no more than this. */
  width: number
  /** The distance to the goal, exact for every role in the corridor; for others too much, or `Infinity`. */
  readonly remaining: Float64Array
  readonly #ahead: SearchBall
  readonly #back: SearchBall
  readonly #queue: RoleQueue

  constructor(moves: MoveCosts, ends: SearchEnds, workspace: CareerWorkspace) {
    this.moves = moves
    this.ends = ends
    this.#ahead = new SearchBall(moves, true, workspace.ahead, ends.from, ends.to)
    this.#back = new SearchBall(moves, false, workspace.back, ends.to, ends.from)
    this.#queue = workspace.back.queueBeyond
    this.remaining = this.#back.distances.of
    this.best = this.#meet()
    this.width = this.best
    if (this.best < Infinity) this.#measure()
  }

  /** Lets in dearer paths, by as many steps as wanted. Never beyond the limit. */
  widen(steps: number): void {
    const slack = this.moves.costs === undefined ? 1 : this.moves.index.usualSlack
    const step = Math.max(slack, Math.floor((this.width - this.best) / 4))
    this.#reach(Math.min(this.width + step * steps, this.ends.limit))
  }

  /** Lets in every path within the limit. */
  widenFully(): void {
    this.#reach(this.ends.limit)
  }

  /** What one move costs. */
  costOf(move: number): number {
    return this.moves.costs === undefined ? 1 : this.moves.costs[move]
  }

  #meet(): number {
    let best = this.ends.from === this.ends.to ? 0 : Infinity
    // Whatever is still to be found costs at least both radii together.
    while (this.#ahead.radius + this.#back.radius < Math.min(best, this.ends.limit + 1)) {
      best = Math.min(best, this.#grow())
    }
    return best <= this.ends.limit ? best : Infinity
  }

  /** Grows the ball that has less in its queue. */
  #grow(): number {
    const ahead = this.#ahead
    const back = this.#back
    return ahead.queue.size <= back.queue.size ? ahead.grow(back.distances) : back.grow(ahead.distances)
  }

  #reach(width: number): void {
    this.#back.distances.undo()
    // Costs are whole numbers: a role outside both balls is at least one more than its radius away from each end.
    while (this.#ahead.radius + this.#back.radius < width - 1) this.#grow()
    // When one ball has reached all that it can, no path is left out, however dear.
    this.width = this.#ahead.radius + this.#back.radius === Infinity ? Infinity : width
    this.#measure()
  }

  /** Goes on from the ball around the goal, but only through roles on paths that are within the width. */
  #measure(): void {
    const { distances, queue: open, radius } = this.#back
    const queue = this.#queue
    const isSure = this.#ahead.radius + radius >= this.width
    distances.mayUndo()
    queue.begin(this.moves.costs === undefined)
    for (let place = 0; place < open.size; place++) {
      const role = open.at(place)
      const distance = distances.of[role]
      // A role on a path may lie just outside the other ball, when the two do not quite overlap.
      if (this.#isWithin(role, distance) || (!isSure && distance <= radius)) queue.push(role, distance)
    }
    while (queue.size > 0) {
      const { role, cost } = queue
      queue.drop()
      if (role !== this.ends.from && cost <= distances.of[role]) this.#measureFeeders(role)
    }
  }

  #measureFeeders(role: number): void {
    const { index, filter, costs } = this.moves
    const { distances } = this.#back
    const end = index.enterStart[role + 1]
    for (let at = index.enterStart[role]; at < end; at++) {
      const move = index.entering[at]
      if (!filter.admits(move)) continue
      const feeder = index.feeder[at]
      const distance = distances.of[role] + (costs === undefined ? 1 : costs[move])
      if (!this.#isWithin(feeder, distance) || distance >= distances.of[feeder]) continue
      distances.set(feeder, distance)
      this.#queue.push(feeder, distance)
    }
  }

  /** Whether a path of at most the width may lead through a role that is this far from the goal. */
  #isWithin(role: number, distance: number): boolean {
    const ahead = this.#ahead.distances.of[role]
    return ahead <= this.#ahead.radius && ahead < Infinity && ahead + distance <= this.width
  }
}
