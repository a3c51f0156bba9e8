import type { CareerWorkspace } from './career-workspace.js'
import type { RoleQueue } from './role-queue.js'
import { type MoveCosts, SearchBall } from './search-ball.js'
import type { SearchEnds, SearchRange } from './search-range.js'

/**
 * The part of the chart through which the paths up to a certain cost run, with the exact distance to the goal
 * of each role in it.
 *
 * A ball grows around either end until they meet. Every role on a path is near enough to one of the two ends
 * to be in its ball, so that paths are found without walking over the rest of the chart. The corridor is then
 * as wide as the best path is dear; {@link widen} lets dearer ones in.
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
  readonly #queue: RoleQueue
  /** Every role that both balls have reached; some of them more than once. */
  readonly #met: number[] = []

  /** When more than the best path is wanted, the corridor begins as wide as it can be without further search. */
  constructor(moves: MoveCosts, ends: SearchEnds, workspace: CareerWorkspace, isWide: boolean) {
    this.moves = moves
    this.ends = ends
    this.#ahead = new SearchBall(moves, true, workspace.ahead, ends.from, ends.to)
    this.#back = new SearchBall(moves, false, workspace.back, ends.to, ends.from)
    this.#queue = workspace.back.queueBeyond
    this.remaining = this.#back.distances.of
    this.best = this.#meet()
    this.width = this.best
    if (this.best === Infinity) return
    const free = this.#ahead.radius + this.#back.radius + (moves.costs === undefined ? 1 : 0)
    if (isWide) this.#reach(Math.min(free, ends.limit))
    else this.#measure()
  }

  /** Lets in dearer paths, by as many steps as wanted. Never beyond the limit. */
  widen(steps: number): void {
    const slack = this.moves.costs === undefined ? 1 : this.moves.index.usualSlack
    const step = Math.max(slack, Math.floor((this.width - this.best) / 4))
    this.#reach(Math.min(this.width + step * steps, this.ends.limit))
  }

  #meet(): number {
    const { ends } = this
    const ahead = this.#ahead.distances.of
    const back = this.#back.distances.of
    let best = ends.from === ends.to ? 0 : Infinity
    // Whatever is still to be found costs at least both radii together.
    for (let met = 0; this.#ahead.radius + this.#back.radius < Math.min(best, ends.limit + 1);) {
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
    if (ahead.queue.size <= back.queue.size) ahead.grow(back.distances, this.#met)
    else back.grow(ahead.distances, this.#met)
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
    const { distances, radius } = this.#back
    const queue = this.#queue
    distances.mayUndo()
    queue.begin(this.moves.costs === undefined)
    // When the two balls do not quite overlap, a path may step from one into the other where they have not met.
    if (this.#ahead.radius + radius < this.width) this.#queueEdge()
    else this.#queueMet(radius, radius)
    this.#queueMet(radius + 1, Infinity)
    while (queue.size > 0) {
      const { role, cost } = queue
      queue.drop()
      if (role !== this.ends.from && cost <= distances.of[role]) this.#measureFeeders(role)
    }
  }

  /** Queues the roles at the very edge of the ball around the goal. */
  #queueEdge(): void {
    const { distances, radius, queue: open } = this.#back
    for (let place = 0; place < open.size; place++) {
      const role = open.at(place)
      if (distances.of[role] <= radius) this.#queue.push(role, distances.of[role])
      else if (this.moves.costs === undefined) return
    }
  }

  /** Queues the roles that both balls have reached, of those within the width and at a distance to the goal. */
  #queueMet(least: number, most: number): void {
    const distances = this.#back.distances.of
    for (const role of this.#met) {
      const distance = distances[role]
      if (distance >= least && distance <= most && this.#isWithin(role, distance))
        this.#queue.push(role, distance)
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
