import { AllPaths } from './all-paths.js'
import { BestPaths } from './best-paths.js'
import { borrowWorkspace, careerIndexOf, giveBack } from './career-index.js'
import type { CareerWorkspace } from './career-workspace.js'
import { moveComponents } from './move-components.js'
import type { OrgState } from '../../engine/org-state.js'
import { SearchCorridor } from './search-corridor.js'
import { wholeRange } from './search-range.js'
import type { CheckedPathOptions } from '../path-options.js'
import { isEndAvoided, searchTerms } from './search-terms.js'

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
  if (isEndAvoided(from, to, options)) return onlyPaths()
  if (from === to) return onlyPaths([])
  const { moves, ends, budget } = searchTerms(state, from, to, options)
  if (options.order === 'any') {
    const components = state.kept(moveComponents)
    return new AllPaths(wholeRange(moves, ends, workspace, components), workspace, components)
  }
  return new BestPaths(new SearchCorridor(moves, ends, workspace, options.limit), workspace, budget)
}

function onlyPaths(...paths: readonly (readonly number[])[]): PathSource {
  let next = 0
  return { next: () => paths.at(next++) }
}
