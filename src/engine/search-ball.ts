import type { CareerIndex } from './career-index.js'
import type { SearchSpace } from './career-workspace.js'
import type { Distances } from './distances.js'
import type { MoveFilter } from './move-filter.js'
import type { RoleQueue } from './role-queue.js'

/** What a search goes by: which moves it may take, and what each costs; without costs every move costs 1. */
export interface MoveCosts {
  readonly index: CareerIndex
  readonly filter: MoveFilter
  readonly costs: Float64Array | undefined
}

/**
 * Everything within a radius of a role, along the moves or against them (Dijkstra; breadth first where every
 * move costs 1). The radius grows with each role that is walked on from.
 */
export class SearchBall {
  readonly distances: Distances
  readonly queue: RoleQueue
  /** All distances up to here are final. `Infinity` when there is nothing more to reach. */
  radius = 0
  readonly #moves: MoveCosts
  readonly #isAhead: boolean
  readonly #end: number

  /** `end` is a role that is reached and never walked on from. */
  constructor(moves: MoveCosts, isAhead: boolean, space: SearchSpace, origin: number, end: number) {
    this.#moves = moves
    this.#isAhead = isAhead
    this.#end = end
    this.distances = space.distances
    this.queue = space.queue
    this.queue.begin(moves.costs === undefined)
    this.distances.begin()
    this.distances.set(origin, 0)
    this.queue.push(origin, 0)
  }

  /** Walks on from the nearest role, and lists the roles on the way that the other ball has reached too. */
  grow(other: Distances, met: number[]): void {
    const { queue } = this
    const distances = this.distances.of
    const { role } = queue
    queue.drop()
    if (role !== this.#end) this.#walkOn(role, other.of, met)
    // A role that has come nearer after it was queued is still in the queue at its old cost.
    while (queue.size > 0 && queue.cost > distances[queue.role]) queue.drop()
    this.radius = queue.cost
  }

  #walkOn(role: number, other: Float64Array, met: number[]): void {
    const { index, filter, costs } = this.#moves
    const { distances, queue } = this
    const isAhead = this.#isAhead
    const ends = isAhead ? index.to : index.feeder
    const starts = isAhead ? index.start : index.enterStart
    const here = distances.of[role]
    const end = starts[role + 1]
    for (let at = starts[role]; at < end; at++) {
      const move = isAhead ? at : index.entering[at]
      if (!filter.admits(move)) continue
      const reached = ends[at]
      const cost = here + (costs === undefined ? 1 : costs[move])
      if (cost >= distances.of[reached]) continue
      distances.set(reached, cost)
      queue.push(reached, cost)
      if (other[reached] < Infinity) met.push(reached)
    }
  }

  /**
   * Grows until there is nothing more to reach. Only for a ball that has not grown yet. Against the moves it may
   * leave out what has a higher component than the end, since the end does not reach that.
   */
  exhaust(components?: Int32Array): void {
    if (this.#moves.costs === undefined) this.#exhaustSteps(components)
    else this.#exhaustCosts(this.#moves.costs, components)
    this.radius = Infinity
  }

  #exhaustCosts(costs: Float64Array, components: Int32Array | undefined): void {
    const { index, filter } = this.#moves
    const { distances, queue } = this
    const isAhead = this.#isAhead
    const ends = isAhead ? index.to : index.feeder
    const starts = isAhead ? index.start : index.enterStart
    const highest = components?.[this.#end] ?? 0
    while (queue.size > 0) {
      const { role, cost: here } = queue
      queue.drop()
      if (role === this.#end || here > distances.of[role]) continue
      for (let at = starts[role]; at < starts[role + 1]; at++) {
        const move = isAhead ? at : index.entering[at]
        const cost = here + costs[move]
        if (cost >= distances.of[ends[at]] || !filter.admits(move)) continue
        if (components !== undefined && components[ends[at]] > highest) continue
        distances.set(ends[at], cost)
        queue.push(ends[at], cost)
      }
    }
  }

  /** Where every move costs 1, roles are reached in the order of their distance: no queue is needed. */
  #exhaustSteps(components: Int32Array | undefined): void {
    const { index, filter } = this.#moves
    const { distances } = this
    const { of, reached } = distances
    const { admitsAll } = filter
    const highest = components?.[this.#end] ?? 0
    const isAhead = this.#isAhead
    const ends = isAhead ? index.to : index.feeder
    const starts = isAhead ? index.start : index.enterStart
    for (let next = 0; next < distances.size; next++) {
      const role = reached[next]
      if (role === this.#end) continue
      const end = starts[role + 1]
      const cost = of[role] + 1
      for (let at = starts[role]; at < end; at++) {
        const other = ends[at]
        if (of[other] !== Infinity || (components !== undefined && components[other] > highest)) continue
        if (admitsAll || filter.admits(isAhead ? at : index.entering[at])) distances.set(other, cost)
      }
    }
  }
}

/** What one move costs. */
export function costOf({ costs }: MoveCosts, move: number): number {
  return costs === undefined ? 1 : costs[move]
}
