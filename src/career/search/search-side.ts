import { Distances } from './distances.js'
import type { MoveFilter } from './move-filter.js'
import type { MoveCosts } from './path-problem.js'
import { RoleHeap } from './role-heap.js'

/**
 * One side of a bidirectional search: from the start of a path along the moves, or from its goal against them.
 *
 * A side settles roles by increasing distance and relaxes the moves of each (Dijkstra 1959). If every move costs 1, roles
 * are settled in the order in which they were reached: a breadth-first search, which needs no heap. The sides take turns
 * (Nicholson 1966); {@link BoundedSubgraph} decides which one is next.
 *
 * A side writes its own distances and its own bit of `reachedBy`, and only reads those of the other side. Settling all
 * that it can reach takes O(m log n) for n roles and m moves, by steps O(m).
 */
export class SearchSide {
  readonly distances: Distances
  /** A lower bound on the distance of every role yet to be settled; `Infinity` when none is left. */
  radius = 0
  /** Roles that this side reached after the other side; some are listed more than once. */
  readonly meetings: number[] = []
  /** The cost of the best path through one of them; `Infinity` if there is none. */
  bestMeeting = Infinity
  readonly #isForward: boolean
  /** By role, a bit for each side that has reached it: reading one byte is faster than reading two distances. */
  readonly #reachedBy: Uint8Array
  readonly #bit: number
  #moves: WalkedMoves = NO_MOVES
  #end = 0
  /** By steps: how many of the reached roles are settled. The others are the frontier. */
  #settled = 0
  /** By years: the roles that are reached and not settled. A role whose distance has fallen is in it again. */
  readonly #frontier = new RoleHeap()
  /** The frontier of {@link extend}. */
  readonly #extension = new RoleHeap()

  /** The two sides of a search share `reachedBy`. */
  constructor(count: number, isForward: boolean, reachedBy: Uint8Array) {
    this.distances = new Distances(count)
    this.#isForward = isForward
    this.#reachedBy = reachedBy
    this.#bit = isForward ? 1 : 2
  }

  /** How many roles are reached and not settled. */
  get frontierSize(): number {
    return this.#moves.costs === undefined ? this.distances.size - this.#settled : this.#frontier.size
  }

  hasReached(role: number): boolean {
    return (this.#reachedBy[role] & this.#bit) !== 0
  }

  /** Starts a search. `end` is a role that may be reached but is never left. */
  begin(moves: MoveCosts, origin: number, end: number): void {
    const { reached, size } = this.distances
    for (let at = 0; at < size; at++) this.#reachedBy[reached[at]] &= ~this.#bit
    this.distances.clear()
    this.meetings.length = 0
    this.bestMeeting = Infinity
    this.#frontier.clear()
    this.#settled = 0
    this.#moves = walkedMoves(moves, this.#isForward)
    this.#end = end
    this.#reachedBy[origin] |= this.#bit
    this.distances.add(origin, 0)
    if (moves.costs !== undefined) this.#frontier.push(origin, 0)
    this.radius = 0
  }

  /** Settles the nearest role of the frontier, which must not be empty. */
  settleNext(other: SearchSide): void {
    const { of, reached } = this.distances
    if (this.#moves.costs === undefined) {
      this.#relax(reached[this.#settled++], other)
      this.radius = this.#settled < this.distances.size ? of[reached[this.#settled]] : Infinity
    } else {
      this.#settleNextByYears(other)
    }
  }

  #settleNextByYears(other: SearchSide): void {
    const { of } = this.distances
    const frontier = this.#frontier
    const { role } = frontier
    frontier.drop()
    this.#relax(role, other)
    // Drops outdated entries of roles whose distance has fallen.
    while (frontier.size > 0 && frontier.cost > of[frontier.role]) frontier.drop()
    this.radius = frontier.cost
  }

  #relax(role: number, other: SearchSide): void {
    if (role === this.#end) return
    const { distances, meetings } = this
    const { start, next, costs } = this.#moves
    const frontier = this.#frontier
    const reachedBy = this.#reachedBy
    const bit = this.#bit
    const here = distances.of[role]
    const end = start[role + 1]
    for (let at = start[role]; at < end; at++) {
      const target = next[at]
      const cost = here + (costs === undefined ? 1 : costs[at])
      const seen = reachedBy[target]
      if ((seen & bit) === 0) {
        if (!this.#admits(at)) continue
        reachedBy[target] = seen | bit
        distances.add(target, cost)
      } else {
        if (costs === undefined || cost >= distances.of[target] || !this.#admits(at)) continue
        distances.set(target, cost)
      }
      if (costs !== undefined) frontier.push(target, cost)
      if ((seen | bit) === bit) continue
      meetings.push(target)
      this.bestMeeting = Math.min(this.bestMeeting, cost + other.distances.of[target])
    }
  }

  #admits(at: number): boolean {
    const { filter, positions } = this.#moves
    return filter.admitsAll || filter.admits(positions === undefined ? at : positions[at])
  }

  /**
   * Settles everything that can be reached. Call it only right after {@link begin}. With `components`, on the side of the
   * goal, roles whose component is higher than the component of the end are left out, since the end does not reach them.
   */
  settleAll(components?: Int32Array): void {
    const { distances } = this
    const { start, next, costs } = this.#moves
    const frontier = this.#frontier
    const highest = components?.[this.#end] ?? 0
    for (let settled = 0; ; settled++) {
      let role: number
      if (costs === undefined) {
        if (settled === distances.size) break
        role = distances.reached[settled]
      } else {
        if (frontier.size === 0) break
        const { role: nearest, cost } = frontier
        frontier.drop()
        if (cost > distances.of[nearest]) continue
        role = nearest
      }
      if (role === this.#end) continue
      const here = distances.of[role]
      const end = start[role + 1]
      for (let at = start[role]; at < end; at++) {
        const target = next[at]
        const cost = here + (costs === undefined ? 1 : costs[at])
        if (cost >= distances.of[target] || !this.#admits(at)) continue
        if (components !== undefined && components[target] > highest) continue
        distances.set(target, cost)
        if (costs !== undefined) frontier.push(target, cost)
      }
    }
    this.radius = Infinity
  }

  /**
   * Sets the distances of the roles between the two sides on paths that cost no more than `bound`, until {@link retract}.
   * The sides must have settled enough that no such path has three roles in a row that neither has settled; of two in a
   * row, each side has then reached the one nearer to it. `leastCost` is a lower bound on the cost of a move.
   */
  extend(bound: number, leastCost: number, other: SearchSide): void {
    this.distances.checkpoint()
    const { of } = this.distances
    const frontier = this.#extension
    const pending = this.#unsettledWithin(bound, leastCost, other)
    if (this.#moves.costs === undefined) {
      // By steps, the pending roles are and stay sorted by distance.
      for (let at = 0; at < pending.length; at++) this.#extendFrom(pending[at], bound, other, pending)
      return
    }
    for (const role of pending) frontier.push(role, of[role])
    while (frontier.size > 0) {
      const { role, cost } = frontier
      frontier.drop()
      if (cost <= of[role]) this.#extendFrom(role, bound, other, undefined)
    }
  }

  /** Undoes {@link extend}. */
  retract(): void {
    this.distances.rollback()
  }

  /** The roles at which an extension begins; by steps, sorted by distance. */
  #unsettledWithin(bound: number, leastCost: number, other: SearchSide): number[] {
    const { radius } = this
    // Up to this distance, a role on a path within the bound may not have been reached by the other side.
    const edge = other.radius === Infinity ? 0 : bound - leastCost - other.radius
    const roles = edge < radius ? [] : this.#frontierUpTo(edge)
    // By steps, the frontier has two distances; the roles at the nearer one come first.
    for (const isNearest of [true, false]) {
      for (const side of [this, other]) {
        for (const role of side.meetings) {
          const distance = this.distances.of[role]
          if (distance < radius || distance <= edge || (distance === radius) !== isNearest) continue
          if (distance + other.distances.of[role] <= bound) roles.push(role)
        }
      }
    }
    return roles
  }

  #frontierUpTo(most: number): number[] {
    const { of, reached, size } = this.distances
    const roles: number[] = []
    if (this.#moves.costs === undefined) {
      for (let at = this.#settled; at < size && of[reached[at]] <= most; at++) roles.push(reached[at])
    } else {
      const frontier = this.#frontier
      for (let place = 0; place < frontier.size; place++) {
        const role = frontier.roleAt(place)
        const cost = frontier.costAt(place)
        // Skips outdated entries of roles whose distance has fallen.
        if (cost <= most && cost === of[role]) roles.push(role)
      }
    }
    return roles
  }

  #extendFrom(role: number, bound: number, other: SearchSide, pending: number[] | undefined): void {
    if (role === this.#end) return
    const { start, next, costs } = this.#moves
    const { distances } = this
    const here = distances.of[role]
    const end = start[role + 1]
    for (let at = start[role]; at < end; at++) {
      const target = next[at]
      if (!other.hasReached(target)) continue
      const distance = here + (costs === undefined ? 1 : costs[at])
      if (distance >= distances.of[target] || distance + other.distances.of[target] > bound) continue
      if (!this.#admits(at)) continue
      distances.set(target, distance)
      if (pending === undefined) this.#extension.push(target, distance)
      else pending.push(target)
    }
  }
}

/** The moves in the direction of a side: those of each role, where they lead, and what they cost. */
interface WalkedMoves {
  readonly start: Int32Array
  readonly next: Int32Array
  readonly costs: Float64Array | undefined
  /** The position of each move in the index, if it differs. */
  readonly positions: Int32Array | undefined
  readonly filter: Pick<MoveFilter, 'admitsAll' | 'admits'>
}

const NO_MOVES: WalkedMoves = {
  start: new Int32Array(0),
  next: new Int32Array(0),
  costs: undefined,
  positions: undefined,
  filter: { admitsAll: true, admits: () => true },
}

function walkedMoves({ index, filter, costs, enterCosts }: MoveCosts, isForward: boolean): WalkedMoves {
  return isForward
    ? { start: index.start, next: index.to, costs, positions: undefined, filter }
    : { start: index.enterStart, next: index.feeder, costs: enterCosts, positions: index.entering, filter }
}
