import type { CareerWorkspace } from './career-workspace.js'
import type { Completion } from './completion.js'
import type { PathCompletion } from './path-completion.js'
import type { SearchCorridor } from './search-corridor.js'

/** The best of all paths through a corridor; `undefined` when there is none. */
export function bestPath(
  { ends, best }: SearchCorridor,
  workspace: CareerWorkspace,
  completion: PathCompletion,
): Completion | undefined {
  if (best === Infinity) return undefined
  workspace.passed.begin()
  return completion.of(ends.from, 0, 0)
}
