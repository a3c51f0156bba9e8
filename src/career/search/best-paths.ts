import { bestPath } from './best-path.js'
import type { CareerIndex } from './career-index.js'
import type { CareerWorkspace } from './career-workspace.js'
import { NONE } from '../../engine/columns.js'
import { Heap } from '../../kernel/heap.js'
import { PathCompletion } from './path-completion.js'
import { PathStems } from './path-stems.js'
import { costOf } from './search-ball.js'
import type { SearchCorridor } from './search-corridor.js'
import type { YearsBudget } from './years-budget.js'

/** Paths that begin with a stem and then take one move. */
interface Branch {
  readonly stem: number
  readonly move: number
  /** The move that the path of the stem itself took. */
  readonly taken: number
  /** Whether the next branch of the stem is still to be queued. */
  readonly isFollowed: boolean
  /** How the best of these paths goes on, once that is known. */
  readonly rest: readonly number[] | undefined
}

/** A stem of which some branches lead out of the corridor: those after a cost and a move. */
interface ParkedStem {
  readonly stem: number
  readonly taken: number
  readonly afterCost: number
  readonly afterMove: number
}

/**
 * Simple paths, the best first, each once; among equally dear ones in input order, compared move by move.
 *
 * All paths that are still to come are split into branches, each queued at the cost of its best path or at
 * less than that (Lawler 1972, with the exact distances of the whole chart as the bound). A path that comes out
 * leaves behind one branch for each role on its new part. Memory grows with the paths that have come out, not with
 * those to come.
 */
export class BestPaths {
  readonly #corridor: SearchCorridor
  readonly #index: CareerIndex
  readonly #workspace: CareerWorkspace
  readonly #budget: YearsBudget | undefined
  readonly #completion: PathCompletion
  readonly #stems: PathStems
  readonly #branches: Heap<Branch>
  #parked: ParkedStem[] = []
  #stride = 1
  #last: { readonly stem: number; readonly rest: readonly number[] } | undefined

  constructor(corridor: SearchCorridor, workspace: CareerWorkspace, budget?: YearsBudget) {
    this.#corridor = corridor
    this.#index = corridor.moves.index
    this.#workspace = workspace
    this.#budget = budget
    this.#completion = new PathCompletion(corridor, workspace, budget)
    const stems = new PathStems(corridor.ends.from)
    this.#stems = stems
    // No branch is part of another one, so that two of them differ in one move after a common stem.
    this.#branches = new Heap((a, b) => stems.isBefore(a.stem, a.move, b.stem, b.move))
  }

  /** The moves of the next path; `undefined` when there is none. */
  next(): number[] | undefined {
    if (this.#last === undefined) return this.#first()
    this.#leaveBranches(this.#last.stem, this.#last.rest)
    return this.#fromBranches()
  }

  #first(): number[] | undefined {
    const path = bestPath(this.#corridor, this.#workspace, this.#completion)
    return path && this.#comesOut(0, path.moves)
  }

  #comesOut(stem: number, rest: readonly number[]): number[] {
    this.#last = { stem, rest }
    const moves = this.#stems.movesOf(stem)
    for (const move of rest) moves.push(move)
    return moves
  }

  #fromBranches(): number[] | undefined {
    const corridor = this.#corridor
    const { limit } = corridor.ends
    for (;;) {
      const { first: branch, cost } = this.#branches
      const isOutside = cost > corridor.width && corridor.width < limit
      if (isOutside && (branch !== undefined || this.#parked.length > 0)) {
        this.#widen()
        continue
      }
      if (branch === undefined || cost > limit) return undefined
      this.#branches.drop()
      const found = this.#resolve(branch, cost)
      if (found !== undefined) return found
    }
  }

  #widen(): void {
    const parked = this.#parked
    this.#parked = []
    this.#corridor.widen(this.#stride)
    for (const { stem, taken, afterCost, afterMove } of parked) {
      this.#queueNext(stem, taken, afterCost, afterMove, false)
    }
    // Longer and longer strides, so that a path that is much dearer than the last one is not crept up to.
    this.#stride = this.#branches.cost <= this.#corridor.width ? 1 : this.#stride * 2
  }

  /** The best path of a branch, if it is known to be the best of all. */
  #resolve(branch: Branch, cost: number): number[] | undefined {
    const { stem, move, taken, rest } = branch
    const stems = this.#stems
    if (rest !== undefined) return this.#comesOut(this.#grow(stem, move), rest)
    this.#pass(stem)
    if (branch.isFollowed) this.#queueNext(stem, taken, cost, move, true)
    const spent = stems.cost[stem] + costOf(this.#corridor.moves, move)
    const completion = this.#completion.of(
      this.#index.to[move],
      spent,
      stems.years[stem] + this.#yearsOf(move),
    )
    if (completion === undefined) {
      const { width, ends } = this.#corridor
      // A budget of years is searched without a corridor. Otherwise there may be a path that costs more.
      if (this.#budget !== undefined || width >= ends.limit) return undefined
      this.#branches.push({ stem, move, taken, isFollowed: false, rest: undefined }, width + 1)
      return undefined
    }
    const total = spent + completion.cost
    if (total === cost) return this.#comesOut(this.#grow(stem, move), completion.moves)
    this.#branches.push({ stem, move, taken, isFollowed: false, rest: completion.moves }, total)
    return undefined
  }

  #leaveBranches(from: number, rest: readonly number[]): void {
    let stem = from
    this.#pass(stem)
    for (const move of rest) {
      this.#queueNext(stem, move, -1, NONE, true)
      stem = this.#grow(stem, move)
      this.#workspace.passed.mark(this.#index.to[move])
    }
  }

  /**
   * Queues the best branch of a stem among those after a cost and a move, or parks the stem when they all lead
   * out of the corridor.
   */
  #queueNext(stem: number, taken: number, afterCost: number, afterMove: number, isMarked: boolean): void {
    const { remaining, width, ends, moves } = this.#corridor
    const { start, to } = this.#index
    const role = this.#stems.role[stem]
    const spent = this.#stems.cost[stem]
    const end = start[role + 1]
    let next = NONE
    let nextCost = Infinity
    let isMoreBeyond = false
    for (let move = start[role]; move < end; move++) {
      const cost = spent + costOf(moves, move) + remaining[to[move]]
      const isBeyond = cost > width || cost === Infinity
      if (isBeyond ? isMoreBeyond : cost >= nextCost || cost < afterCost) continue
      if (move === taken || (cost === afterCost && move <= afterMove)) continue
      if (!this.#mayTake(stem, move, isMarked)) continue
      if (isBeyond) {
        isMoreBeyond = true
      } else {
        next = move
        nextCost = cost
      }
    }
    if (next !== NONE) {
      this.#branches.push({ stem, move: next, taken, isFollowed: true, rest: undefined }, nextCost)
    } else if (isMoreBeyond && width < ends.limit) {
      this.#parked.push({ stem, taken, afterCost, afterMove })
    }
  }

  #mayTake(stem: number, move: number, isMarked: boolean): boolean {
    const to = this.#index.to[move]
    if (isMarked ? this.#workspace.passed.has(to) : this.#stems.passes(stem, to)) return false
    if (!this.#corridor.moves.filter.admits(move)) return false
    return this.#budget?.allows(this.#stems.years[stem], move) !== false
  }

  /** Marks the roles of a stem, and no others, as passed. */
  #pass(stem: number): void {
    const { passed } = this.#workspace
    const { parent, role } = this.#stems
    passed.begin()
    for (let at = stem; at !== NONE; at = parent[at]) passed.mark(role[at])
  }

  #grow(stem: number, move: number): number {
    return this.#stems.grow(
      stem,
      move,
      this.#index.to[move],
      costOf(this.#corridor.moves, move),
      this.#yearsOf(move),
    )
  }

  #yearsOf(move: number): number {
    return this.#budget === undefined ? 0 : this.#index.yearCost[move]
  }
}
