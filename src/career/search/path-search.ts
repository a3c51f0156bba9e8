import type { OrgState } from '../../engine/org-state.js'
import type { CheckedPathOptions } from '../path-options.js'
import { AllPaths, subgraphToGoal } from './all-paths.js'
import { BestPaths } from './best-paths.js'
import { BoundedSubgraph } from './bidirectional-dijkstra.js'
import { moveComponents } from './move-components.js'
import { isEndAvoided, pathProblem } from './path-problem.js'
import type { SearchMemory } from './search-memory.js'
import { yearsLimitOf } from './years-limit.js'

/** Returns one path after another, as the positions of its moves; `undefined` after the last. */
export interface PathSource {
  next(): readonly number[] | undefined
}

/** The paths that a query asks for. Nothing else may use `memory` until the last path has been taken. */
export function pathSource(
  state: OrgState,
  from: number,
  to: number,
  options: CheckedPathOptions,
  memory: SearchMemory,
): PathSource {
  if (isEndAvoided(from, to, options)) return onlyPaths()
  if (from === to) return onlyPaths([])
  const problem = pathProblem(state, from, to, options)
  if (options.order === 'any') {
    const components = state.kept(moveComponents)
    return new AllPaths(subgraphToGoal(problem, memory, components), memory, components)
  }
  const yearsLimit = yearsLimitOf(problem)
  const subgraph = new BoundedSubgraph(problem, memory)
  subgraph.search(options.limit)
  return new BestPaths(subgraph, memory, yearsLimit)
}

function onlyPaths(...paths: readonly (readonly number[])[]): PathSource {
  let next = 0
  return { next: () => paths.at(next++) }
}
