import { AllPaths } from '../engine/all-paths.js'
import { BestPaths } from '../engine/best-paths.js'
import { borrowWorkspace, careerIndexOf, giveBack } from '../engine/career-index.js'
import type { CareerWorkspace } from '../engine/career-workspace.js'
import { moveComponents } from '../engine/move-components.js'
import { MoveFilter } from '../engine/move-filter.js'
import type { OrgState } from '../engine/org-state.js'
import { moveCosts } from '../engine/search-ball.js'
import { SearchCorridor } from '../engine/search-corridor.js'
import { wholeRange } from '../engine/search-range.js'
import { YearsBudget } from '../engine/years-budget.js'
import type { CheckedPathOptions } from './path-options.js'

/** Gives one path after another, as the positions of its moves; `undefined` when there is none. */
interface PathSource {
  next(): readonly number[] | undefined
}

/** A search for career paths between two roles. Close it, so that the next one can use its memory. */
export class PathSearch implements PathSource {
  readonly #state: OrgState
  readonly #workspace: CareerWorkspace
  readonly #paths: PathSource

  constructor(state: OrgState, from: number, to: number, options: CheckedPathOptions) {
    this.#state = state
    this.#workspace = borrowWorkspace(state.kept(careerIndexOf))
    this.#paths = pathSource(state, from, to, options, this.#workspace)
  }

  next(): readonly number[] | undefined {
    return this.#paths.next()
  }

  close(): void {
    giveBack(this.#state.kept(careerIndexOf), this.#workspace)
  }
}

function pathSource(
  state: OrgState,
  from: number,
  to: number,
  options: CheckedPathOptions,
  workspace: CareerWorkspace,
): PathSource {
  const index = state.kept(careerIndexOf)
  const { by, order, maxYears, avoid } = options
  if (avoid?.has(from) === true || avoid?.has(to) === true) return onlyPaths()
  if (from === to) return onlyPaths([])
  const filter = new MoveFilter(state, { ...options, goal: to })
  const bounded = maxYears < Infinity
  // Beside the whole steps of years the limit has room for the moves of any path.
  const limit = Math.round(maxYears * index.stepsAYear) * index.yearStep + (index.yearStep - 1)
  const byYears = by === 'years' || (order === 'any' && bounded)
  const moves = moveCosts(index, filter, byYears)
  const ends = { from, to, limit: byYears ? limit : Infinity }
  if (order === 'any') {
    const components = state.kept(moveComponents)
    return new AllPaths(wholeRange(moves, ends, workspace, components), workspace, components)
  }
  const corridor = new SearchCorridor(moves, ends, workspace, options.limit)
  return new BestPaths(
    corridor,
    workspace,
    byYears || !bounded ? undefined : new YearsBudget(moves, ends, limit),
  )
}

function onlyPaths(...paths: readonly (readonly number[])[]): PathSource {
  let next = 0
  return { next: () => paths.at(next++) }
}
