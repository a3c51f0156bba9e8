import type { RoleQueue } from './role-queue.js'
import type { MoveCosts, SearchBall } from './search-ball.js'

/**
 * The distances to the goal of the roles between two balls of which one has grown around the start of a search and the
 * other around its goal. They are written beside those of the ball around the goal, and can be forgotten again, so that
 * it can grow on.
 */
export class CorridorDistances {
  readonly #moves: MoveCosts
  readonly #start: number
  readonly #ahead: SearchBall
  readonly #back: SearchBall
  readonly #queue: RoleQueue
  #width = 0

  constructor(moves: MoveCosts, start: number, ahead: SearchBall, back: SearchBall, queue: RoleQueue) {
    this.#moves = moves
    this.#start = start
    this.#ahead = ahead
    this.#back = back
    this.#queue = queue
  }

  /**
   * Goes on from the roles that the ball around the goal has not walked on from, but only to roles on paths that are
   * within the width. Each move costs at least `least`; the balls are so wide that on no path there are three roles in a
   * row that neither of them has walked on from. Of two in a row each ball has reached the one on its side.
   */
  measure(width: number, least: number, met: readonly number[]): void {
    const { distances, radius } = this.#back
    const queue = this.#queue
    this.#width = width
    distances.mayUndo()
    queue.begin(this.#moves.costs === undefined)
    const edge = this.#ahead.radius === Infinity ? 0 : width - least - this.#ahead.radius
    if (edge < radius) this.#queueMet(met, radius, radius)
    else this.#queueEdge(edge)
    this.#queueMet(met, Math.max(edge, radius) + 1, Infinity)
    while (queue.size > 0) {
      const { role, cost } = queue
      queue.drop()
      if (role !== this.#start && cost <= distances.of[role]) this.#measureFeeders(role, cost)
    }
  }

  forget(): void {
    this.#back.distances.undo()
  }

  /** Queues the roles at the edge of the ball around the goal, up to a distance: the other ball may not have reached them. */
  #queueEdge(most: number): void {
    const { distances, queue: open } = this.#back
    for (let place = 0; place < open.size; place++) {
      const distance = open.costAt(place)
      if (distance > most) {
        if (this.#moves.costs === undefined) return
        continue
      }
      const role = open.at(place)
      // A role that has come nearer is in the queue twice.
      if (distance === distances.of[role]) this.#queue.push(role, distance)
    }
  }

  /** Queues the roles that both balls have reached, of those within the width and at a distance to the goal. */
  #queueMet(met: readonly number[], least: number, most: number): void {
    const distances = this.#back.distances.of
    for (const role of met) {
      const distance = distances[role]
      if (distance >= least && distance <= most && this.#isWithin(role, distance))
        this.#queue.push(role, distance)
    }
  }

  #measureFeeders(role: number, here: number): void {
    const { index, filter, enterCosts } = this.#moves
    const { distances } = this.#back
    const ahead = this.#ahead
    const end = index.enterStart[role + 1]
    for (let at = index.enterStart[role]; at < end; at++) {
      const feeder = index.feeder[at]
      if (!ahead.hasReached(feeder)) continue
      const distance = here + (enterCosts === undefined ? 1 : enterCosts[at])
      if (distance >= distances.of[feeder] || !this.#isWithin(feeder, distance)) continue
      if (!filter.admits(index.entering[at])) continue
      distances.set(feeder, distance)
      this.#queue.push(feeder, distance)
    }
  }

  /** Whether a path of at most the width may lead through a role that is this far from the goal. */
  #isWithin(role: number, distance: number): boolean {
    return this.#ahead.distances.of[role] + distance <= this.#width
  }
}
