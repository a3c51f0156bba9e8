import { NONE } from '../../engine/columns.js'
import type { VisitMarks } from '../../engine/visit-marks.js'
import { Heap } from '../../kernel/heap.js'
import type { BoundedSubgraph } from './bidirectional-dijkstra.js'
import type { CareerIndex } from './career-index.js'
import { PathCompletion } from './path-completion.js'
import { PathPrefixes } from './path-prefixes.js'
import { costOf, type PathProblem } from './path-problem.js'
import type { SearchMemory } from './search-memory.js'
import type { YearsLimit } from './years-limit.js'

/** A set of paths: those that begin with a prefix and then take one move. */
interface PathSet {
  readonly prefix: number
  readonly move: number
  /** The move that the path which branched off at this prefix took. */
  readonly taken: number
  /** Whether the set with the next best move after the prefix has yet to be queued. */
  readonly isFollowed: boolean
  /** The rest of the set's best path after the move, once known. */
  readonly rest: readonly number[] | undefined
}

/** A prefix whose remaining moves (those after a cost and, at equal cost, after a move) lead out of the subgraph. */
interface ParkedPrefix {
  readonly prefix: number
  readonly taken: number
  readonly afterCost: number
  readonly afterMove: number
}

/**
 * Simple paths, best first, each once; paths of equal cost in input order, compared move by move.
 *
 * As in Yen (1971), other paths branch off from the prefixes of each path that is returned. As in Lawler (1972), all paths
 * still to come are split into disjoint sets, queued by the cost of the best path in each. Here a set is queued at a lower
 * bound, taken from the exact distances to the goal; its best path is searched for only when the set is first in the queue.
 * The sets of one prefix are queued one at a time.
 *
 * A path of k moves takes O(k) completions, each O(k) on a chart without cycles, else at worst O(m log n) for n roles and
 * m moves. Memory grows with the number of paths returned, not with the number still to come.
 */
export class BestPaths {
  readonly #subgraph: BoundedSubgraph
  readonly #problem: PathProblem
  readonly #index: CareerIndex
  readonly #onPrefix: VisitMarks
  readonly #yearsLimit: YearsLimit | undefined
  readonly #completion: PathCompletion
  readonly #prefixes: PathPrefixes
  readonly #queue: Heap<PathSet>
  #parked: ParkedPrefix[] = []
  #stride = 1
  #last: { readonly prefix: number; readonly rest: readonly number[] } | undefined

  /** The subgraph must have been searched. */
  constructor(subgraph: BoundedSubgraph, memory: SearchMemory, yearsLimit: YearsLimit | undefined) {
    const { problem } = subgraph
    this.#subgraph = subgraph
    this.#problem = problem
    this.#index = problem.index
    this.#onPrefix = memory.onPrefix
    this.#yearsLimit = yearsLimit
    this.#completion = new PathCompletion(subgraph, memory, yearsLimit)
    const prefixes = new PathPrefixes(problem.from)
    this.#prefixes = prefixes
    // The sets are disjoint, so two of them differ in a move after a common prefix.
    this.#queue = new Heap((a, b) => prefixes.isBefore(a.prefix, a.move, b.prefix, b.move))
  }

  /** The moves of the next path; `undefined` when there is none. */
  next(): number[] | undefined {
    if (this.#last === undefined) return this.#first()
    this.#split(this.#last.prefix, this.#last.rest)
    return this.#firstInQueue()
  }

  #first(): number[] | undefined {
    if (this.#subgraph.best === Infinity) return undefined
    const path = this.#completion.of(this.#problem.from, 0, 0)
    return path && this.#path(0, path.moves)
  }

  #path(prefix: number, rest: readonly number[]): number[] {
    this.#last = { prefix, rest }
    const moves = this.#prefixes.movesOf(prefix)
    for (const move of rest) moves.push(move)
    return moves
  }

  #firstInQueue(): number[] | undefined {
    const subgraph = this.#subgraph
    const { limit } = this.#problem
    for (;;) {
      const { first: set, cost } = this.#queue
      const isOutside = cost > subgraph.bound && subgraph.bound < limit
      if (isOutside && (set !== undefined || this.#parked.length > 0)) {
        this.#widen()
        continue
      }
      if (set === undefined || cost > limit) return undefined
      this.#queue.drop()
      const found = this.#resolve(set, cost)
      if (found !== undefined) return found
    }
  }

  #widen(): void {
    const parked = this.#parked
    this.#parked = []
    this.#subgraph.widen(this.#stride)
    for (const { prefix, taken, afterCost, afterMove } of parked) {
      this.#queueNext(prefix, taken, afterCost, afterMove, false)
    }
    // Strides get longer, so that the cost of the next path is reached soon even if it is much higher.
    this.#stride = this.#queue.cost <= this.#subgraph.bound ? 1 : this.#stride * 2
  }

  /** The best path of the first set in the queue, if no other set can have a better one. */
  #resolve(set: PathSet, cost: number): number[] | undefined {
    const { prefix, move, taken, rest } = set
    const prefixes = this.#prefixes
    if (rest !== undefined) return this.#path(this.#extend(prefix, move), rest)
    this.#mark(prefix)
    if (set.isFollowed) this.#queueNext(prefix, taken, cost, move, true)
    const before = prefixes.cost[prefix] + costOf(this.#problem, move)
    const years = prefixes.years[prefix] + this.#yearsOf(move)
    const completion = this.#completion.of(this.#index.to[move], before, years)
    if (completion === undefined) {
      const { bound, problem } = this.#subgraph
      // With a limit on years, completions have been searched for in the whole chart. Otherwise there may be one that costs more.
      if (this.#yearsLimit !== undefined || bound >= problem.limit) return undefined
      this.#queue.push({ prefix, move, taken, isFollowed: false, rest: undefined }, bound + 1)
      return undefined
    }
    const total = before + completion.cost
    if (total === cost) return this.#path(this.#extend(prefix, move), completion.moves)
    this.#queue.push({ prefix, move, taken, isFollowed: false, rest: completion.moves }, total)
    return undefined
  }

  /** Splits the rest of a set, without its best path, into a set for each role of that path after the prefix. */
  #split(from: number, rest: readonly number[]): void {
    let prefix = from
    this.#mark(prefix)
    for (const move of rest) {
      this.#queueNext(prefix, move, -1, NONE, true)
      prefix = this.#extend(prefix, move)
      this.#onPrefix.mark(this.#index.to[move])
    }
  }

  /**
   * Queues the set with the best of the moves after a cost and a move, or parks the prefix if they all lead out of the
   * subgraph.
   */
  #queueNext(prefix: number, taken: number, afterCost: number, afterMove: number, isMarked: boolean): void {
    const { remaining, bound } = this.#subgraph
    const { start, to } = this.#index
    const role = this.#prefixes.role[prefix]
    const before = this.#prefixes.cost[prefix]
    const end = start[role + 1]
    let next = NONE
    let nextCost = Infinity
    let isMoreOutside = false
    for (let move = start[role]; move < end; move++) {
      const cost = before + costOf(this.#problem, move) + remaining[to[move]]
      const isOutside = cost > bound || cost === Infinity
      if (isOutside ? isMoreOutside : cost >= nextCost || cost < afterCost) continue
      if (move === taken || (cost === afterCost && move <= afterMove)) continue
      if (!this.#mayTake(prefix, move, isMarked)) continue
      if (isOutside) {
        isMoreOutside = true
      } else {
        next = move
        nextCost = cost
      }
    }
    if (next !== NONE) {
      this.#queue.push({ prefix, move: next, taken, isFollowed: true, rest: undefined }, nextCost)
    } else if (isMoreOutside && bound < this.#problem.limit) {
      this.#parked.push({ prefix, taken, afterCost, afterMove })
    }
  }

  #mayTake(prefix: number, move: number, isMarked: boolean): boolean {
    const to = this.#index.to[move]
    if (isMarked ? this.#onPrefix.has(to) : this.#prefixes.passes(prefix, to)) return false
    if (!this.#problem.filter.admits(move)) return false
    return this.#yearsLimit?.allows(this.#prefixes.years[prefix], move) !== false
  }

  /** Marks exactly the roles of a prefix. */
  #mark(prefix: number): void {
    const { parent, role } = this.#prefixes
    this.#onPrefix.begin()
    for (let at = prefix; at !== NONE; at = parent[at]) this.#onPrefix.mark(role[at])
  }

  #extend(prefix: number, move: number): number {
    const cost = costOf(this.#problem, move)
    return this.#prefixes.extend(prefix, move, this.#index.to[move], cost, this.#yearsOf(move))
  }

  #yearsOf(move: number): number {
    return this.#yearsLimit === undefined ? 0 : this.#index.yearCost[move]
  }
}
