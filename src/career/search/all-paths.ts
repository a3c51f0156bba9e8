import type { CareerWorkspace } from './career-workspace.js'
import { PathCompletion } from './path-completion.js'
import { costOf } from './search-ball.js'
import type { SearchRange } from './search-range.js'
import type { VisitMarks } from '../../engine/visit-marks.js'

/**
 * Every simple path, each once, in input order, as fast as they can be had: depth first, and only into roles
 * from which the goal can still be reached. Needs no memory beyond the path itself.
 */
export class AllPaths {
  readonly #range: SearchRange
  readonly #completion: PathCompletion
  readonly #passed: VisitMarks
  readonly #components: Int32Array
  /** The roles of the path, the cost of the path to each, and the next move to try from there. */
  readonly #roles: number[] = []
  readonly #costs: number[] = []
  readonly #tries: number[] = []
  /** Whether the shortest way from each is known to be free, and has not been taken yet. */
  readonly #isFree: boolean[] = []
  /** The move that was last tried from each. */
  readonly #taken: number[] = []

  /** `components` tells which roles reach each other along moves. */
  constructor(range: SearchRange, workspace: CareerWorkspace, components: Int32Array) {
    this.#range = range
    this.#completion = new PathCompletion(range, workspace, undefined)
    this.#passed = workspace.passed
    this.#components = components
    this.#passed.begin()
    const { from, limit } = range.ends
    if (range.remaining[from] < Infinity && range.remaining[from] <= limit) this.#enter(from, 0, true)
  }

  /** The moves of the next path, `undefined` when there is none. */
  next(): readonly number[] | undefined {
    const { moves, ends, remaining } = this.#range
    const { start, to } = moves.index
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
      const cost = this.#costs[depth] + costOf(moves, move)
      const least = cost + remaining[role]
      if (least > ends.limit || least === Infinity || this.#passed.has(role) || !moves.filter.admits(move))
        continue
      this.#taken[depth] = move
      if (role === ends.to) return this.#taken.slice(0, roles.length)
      const isFree = this.#isFreeAfter(depth, role, least)
      if (isFree || this.#completion.hasDetour(role, cost)) this.#enter(role, cost, isFree)
    }
    return undefined
  }

  /** Whether the shortest way on from a role is known to pass none of the roles that the path has passed. */
  #isFreeAfter(depth: number, role: number, least: number): boolean {
    const isFirstOnFreeWay = this.#takesFreeWay(depth, least)
    // No way leads back out of another component into one that was left.
    if (this.#components[role] !== this.#components[this.#roles[depth]]) return true
    return isFirstOnFreeWay || this.#completion.isStraight(role)
  }

  /**
   * Whether a move that leads to the goal at this cost at least is the first one on the shortest way, and that
   * way is free. So a long way is looked over once, not again at each step.
   */
  #takesFreeWay(depth: number, least: number): boolean {
    if (!this.#isFree[depth]) return false
    const isShortest = least === this.#costs[depth] + this.#range.remaining[this.#roles[depth]]
    if (isShortest) this.#isFree[depth] = false
    return isShortest
  }

  #enter(role: number, cost: number, isFree: boolean): void {
    this.#isFree.push(isFree)
    this.#roles.push(role)
    this.#costs.push(cost)
    this.#tries.push(this.#range.moves.index.start[role])
    this.#passed.mark(role)
  }

  #leave(): void {
    const role = this.#roles.pop()
    this.#costs.pop()
    this.#tries.pop()
    this.#isFree.pop()
    if (role !== undefined) this.#passed.unmark(role)
  }
}
