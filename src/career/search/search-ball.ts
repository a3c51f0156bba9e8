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
  /** The costs of the entering moves, as they lie in the index. */
  readonly enterCosts: Float64Array | undefined
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
  readonly #filter: MoveFilter
  readonly #sides: Uint8Array
  readonly #side: number
  /** The moves of each role as the ball walks over them, where they lead, what they cost, and their positions. */
  readonly #start: Int32Array
  readonly #next: Int32Array
  readonly #costs: Float64Array | undefined
  readonly #positions: Int32Array | undefined
  readonly #end: number

  /** `end` is a role that is reached and never walked on from. */
  constructor(moves: MoveCosts, isAhead: boolean, space: SearchSpace, origin: number, end: number) {
    const { index, filter, costs, enterCosts } = moves
    this.#filter = filter
    this.#start = isAhead ? index.start : index.enterStart
    this.#next = isAhead ? index.to : index.feeder
    this.#costs = isAhead ? costs : enterCosts
    this.#positions = isAhead ? undefined : index.entering
    this.#end = end
    this.distances = space.distances
    this.queue = space.queue
    this.#sides = space.sides
    this.#side = space.side
    space.begin(costs === undefined)
    this.#reach(origin, 0)
  }

  #reach(role: number, cost: number): void {
    this.#sides[role] |= this.#side
    this.distances.add(role, cost)
    this.queue.push(role, cost)
  }

  /** Walks on from the nearest role, and lists the roles on the way that another ball has reached too. */
  grow(met: number[]): void {
    const { queue } = this
    const { role, cost } = queue
    queue.drop()
    if (role !== this.#end) this.#walkOn(role, cost, met)
    if (this.#costs !== undefined) {
      // A role that has come nearer after it was queued is still in the queue at its old cost.
      const distances = this.distances.of
      while (queue.size > 0 && queue.cost > distances[queue.role]) queue.drop()
    }
    this.radius = queue.cost
  }

  #walkOn(role: number, here: number, met: number[]): void {
    const { distances, queue } = this
    const costs = this.#costs
    const side = this.#side
    const end = this.#start[role + 1]
    for (let at = this.#start[role]; at < end; at++) {
      const reached = this.#next[at]
      const cost = here + (costs === undefined ? 1 : costs[at])
      const seen = this.#sides[reached]
      if ((seen & side) === 0) {
        if (!this.#admits(at)) continue
        this.#reach(reached, cost)
      } else {
        if (costs === undefined || cost >= distances.of[reached] || !this.#admits(at)) continue
        distances.set(reached, cost)
        queue.push(reached, cost)
      }
      if ((seen | side) !== side) met.push(reached)
    }
  }

  hasReached(role: number): boolean {
    return (this.#sides[role] & this.#side) !== 0
  }

  #admits(at: number): boolean {
    const filter = this.#filter
    return filter.admitsAll || filter.admits(this.#positions === undefined ? at : this.#positions[at])
  }

  /**
   * Grows until there is nothing more to reach. Only for a ball that has not grown yet. Against the moves it may
   * leave out what has a higher component than the end, since the end does not reach that.
   */
  exhaust(components?: Int32Array): void {
    if (this.#costs === undefined) this.#exhaustSteps(components)
    else this.#exhaustCosts(this.#costs, components)
    this.radius = Infinity
  }

  #exhaustCosts(costs: Float64Array, components: Int32Array | undefined): void {
    const { distances, queue } = this
    const start = this.#start
    const next = this.#next
    const highest = components?.[this.#end] ?? 0
    while (queue.size > 0) {
      const { role, cost: here } = queue
      queue.drop()
      if (role === this.#end || here > distances.of[role]) continue
      for (let at = start[role]; at < start[role + 1]; at++) {
        const reached = next[at]
        const cost = here + costs[at]
        if (cost >= distances.of[reached] || !this.#admits(at)) continue
        if (components !== undefined && components[reached] > highest) continue
        distances.set(reached, cost)
        queue.push(reached, cost)
      }
    }
  }

  /** Where every move costs 1, roles are reached in the order of their distance: no queue is needed. */
  #exhaustSteps(components: Int32Array | undefined): void {
    const { distances } = this
    const { of, reached } = distances
    const start = this.#start
    const next = this.#next
    const highest = components?.[this.#end] ?? 0
    for (let place = 0; place < distances.size; place++) {
      const role = reached[place]
      if (role === this.#end) continue
      const end = start[role + 1]
      const cost = of[role] + 1
      for (let at = start[role]; at < end; at++) {
        const other = next[at]
        if (of[other] !== Infinity || (components !== undefined && components[other] > highest)) continue
        if (this.#admits(at)) distances.set(other, cost)
      }
    }
  }
}

/** What one move costs. */
export function costOf({ costs }: MoveCosts, move: number): number {
  return costs === undefined ? 1 : costs[move]
}

/** The moves of a search that goes by years, or else by steps. */
export function moveCosts(index: CareerIndex, filter: MoveFilter, byYears: boolean): MoveCosts {
  const costs = byYears ? index.yearCost : undefined
  return { index, filter, costs, enterCosts: byYears ? index.enterYearCost : undefined }
}
