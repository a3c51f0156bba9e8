import type { VisitMarks } from '../../engine/visit-marks.js'
import { PathCompletion } from './path-completion.js'
import { costOf, type PathProblem, type Subgraph } from './path-problem.js'
import type { SearchMemory } from './search-memory.js'

/**
 * Every simple path, each once, in input order. The search is depth first and enters only roles from which the goal can
 * still be reached without touching the path so far (Read and Tarjan 1975). That is mostly known from the distances alone:
 * the shortest path from a role is checked once, not again at each of its roles.
 *
 * A path of k moves takes O(k) on a chart without cycles, at worst O(k × m log n) for n roles and m moves. Only the current
 * path is kept in memory.
 */
export class AllPaths {
  readonly #subgraph: Subgraph
  readonly #completion: PathCompletion
  readonly #onPrefix: VisitMarks
  readonly #components: Int32Array
  /** By depth: the role of the path, the cost of the path up to it, and the next move to try from there. */
  readonly #roles: number[] = []
  readonly #costs: number[] = []
  readonly #tries: number[] = []
  /** By depth: whether the shortest path to the goal is known to be free of the path so far and has not been taken yet. */
  readonly #isFree: boolean[] = []
  /** By depth: the move that was tried last. */
  readonly #taken: number[] = []
  #isStarted = false

  /** `components` come from {@link moveComponents}. */
  constructor(subgraph: Subgraph, memory: SearchMemory, components: Int32Array) {
    this.#subgraph = subgraph
    this.#completion = new PathCompletion(subgraph, memory)
    this.#onPrefix = memory.onPrefix
    this.#components = components
  }

  /** The moves of the next path; `undefined` when there is none. */
  next(): readonly number[] | undefined {
    if (!this.#isStarted) this.#start()
    const { problem, remaining } = this.#subgraph
    const { start, to } = problem.index
    const roles = this.#roles
    const tries = this.#tries
    while (roles.length > 0) {
      const depth = roles.length - 1
      const move = tries[depth]++
      if (move === start[roles[depth] + 1]) {
        this.#leave()
        continue
      }
      const role = to[move]
      const cost = this.#costs[depth] + costOf(problem, move)
      const least = cost + remaining[role]
      if (least > problem.limit || least === Infinity || this.#onPrefix.has(role)) continue
      if (!problem.filter.admits(move)) continue
      this.#taken[depth] = move
      if (role === problem.to) return this.#taken.slice(0, roles.length)
      const isFree = this.#isFreeAfter(depth, role, least)
      if (isFree || this.#completion.hasDetour(role, cost)) this.#enter(role, cost, isFree)
    }
    return undefined
  }

  #start(): void {
    const { problem, remaining } = this.#subgraph
    this.#isStarted = true
    const least = remaining[problem.from]
    if (least < Infinity && least <= problem.limit) this.#enter(problem.from, 0, true)
  }

  /** Whether the shortest path from a role to the goal passes no role of the path so far. */
  #isFreeAfter(depth: number, role: number, least: number): boolean {
    const isOnFreePath = this.#takesFreePath(depth, least)
    // No path leads back into a component that has been left.
    if (this.#components[role] !== this.#components[this.#roles[depth]]) return true
    return isOnFreePath || this.#completion.isShortestFree(role)
  }

  /** Whether a move is the first on a shortest path that is free; `least` is the lowest cost of a path that takes it. */
  #takesFreePath(depth: number, least: number): boolean {
    if (!this.#isFree[depth]) return false
    const isShortest = least === this.#costs[depth] + this.#subgraph.remaining[this.#roles[depth]]
    if (isShortest) this.#isFree[depth] = false
    return isShortest
  }

  #enter(role: number, cost: number, isFree: boolean): void {
    this.#isFree.push(isFree)
    this.#roles.push(role)
    this.#costs.push(cost)
    this.#tries.push(this.#subgraph.problem.index.start[role])
    this.#onPrefix.mark(role)
  }

  #leave(): void {
    const role = this.#roles.pop()
    this.#costs.pop()
    this.#tries.pop()
    this.#isFree.pop()
    if (role !== undefined) this.#onPrefix.unmark(role)
  }
}

/** Every role that reaches the goal, except those that the start cannot reach according to their components. */
export function subgraphToGoal(
  problem: PathProblem,
  { backward }: SearchMemory,
  components: Int32Array,
): Subgraph {
  backward.begin(problem, problem.to, problem.from)
  backward.settleAll(components)
  return { problem, bound: problem.limit, remaining: backward.distances.of }
}
