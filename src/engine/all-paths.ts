import type { CareerWorkspace } from './career-workspace.js'
import { PathCompletion } from './path-completion.js'
import type { SearchCorridor } from './search-corridor.js'

/**
 * Every simple path, each once, in input order, as fast as they can be had: depth first, and only into roles
 * from which the goal can still be reached. Needs no memory beyond the path itself.
 */
export class AllPaths {
  readonly #corridor: SearchCorridor
  readonly #completion: PathCompletion
  readonly #passed: CareerWorkspace['passed']
  /** The roles of the path, and for each the next move to try. */
  readonly #roles: number[] = []
  readonly #tries: number[] = []
  readonly #costs: number[] = []

  constructor(corridor: SearchCorridor, workspace: CareerWorkspace) {
    this.#corridor = corridor
    this.#completion = new PathCompletion(corridor, workspace, undefined)
    this.#passed = workspace.passed
    this.#passed.begin()
    if (corridor.best <= corridor.ends.limit && corridor.best < Infinity) {
      corridor.widenFully()
      this.#enter(corridor.ends.from, 0)
    }
  }

  /** The moves of the next path; `undefined` when there is none. */
  next(): number[] | undefined {
    const { index, filter } = this.#corridor.moves
    while (this.#roles.length > 0) {
      const depth = this.#roles.length - 1
      const role = this.#roles[depth]
      const move = this.#tries[depth]++
      if (move === index.start[role + 1]) {
        this.#leave()
        continue
      }
      const next = index.to[move]
      if (this.#passed.has(next) || !filter.admits(move)) continue
      const cost = this.#costs[depth] + this.#corridor.costOf(move)
      if (next === this.#corridor.ends.to) {
        if (cost <= this.#corridor.ends.limit) return this.#tries.map((tried) => tried - 1)
        continue
      }
      if (this.#leadsOn(next, cost)) this.#enter(next, cost)
    }
    return undefined
  }

  #enter(role: number, cost: number): void {
    this.#roles.push(role)
    this.#tries.push(this.#corridor.moves.index.start[role])
    this.#costs.push(cost)
    this.#passed.mark(role)
  }

  #leave(): void {
    const role = this.#roles.pop()
    this.#tries.pop()
    this.#costs.pop()
    if (role !== undefined) this.#passed.unmark(role)
  }

  /** Whether the goal can still be reached from a role, past those that the path has passed. */
  #leadsOn(role: number, cost: number): boolean {
    const { limit } = this.#corridor.ends
    const remaining = this.#corridor.remaining[role]
    if (remaining === Infinity || cost + remaining > limit) return false
    const completion = this.#completion.of(role, cost, 0)
    return completion !== undefined && cost + completion.cost <= limit
  }
}
