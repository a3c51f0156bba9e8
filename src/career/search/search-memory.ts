import type { OrgState } from '../../engine/org-state.js'
import { VisitMarks } from '../../engine/visit-marks.js'
import { Distances } from './distances.js'
import { RoleHeap } from './role-heap.js'
import { SearchSide } from './search-side.js'

/**
 * The memory of one search for career paths. Its columns are as long as the chart, so that one search after another
 * borrows them. Each part is written by one owner only, which is named with it.
 */
export class SearchMemory {
  /** The two sides of a bidirectional search; each writes itself, when `BoundedSubgraph` asks it to. */
  readonly forward: SearchSide
  readonly backward: SearchSide
  /** The roles on the prefix of a path; written by the listing of paths, read by what completes them. */
  readonly onPrefix: VisitMarks
  readonly #count: number
  #detour: DetourMemory | undefined

  constructor(count: number) {
    const reachedBy = new Uint8Array(count)
    this.forward = new SearchSide(count, true, reachedBy)
    this.backward = new SearchSide(count, false, reachedBy)
    this.onPrefix = new VisitMarks(count)
    this.#count = count
  }

  /** Written by `PathCompletion`. Most searches need none. */
  get detour(): DetourMemory {
    return (this.#detour ??= {
      distances: new Distances(this.#count),
      frontier: new RoleHeap(),
      onShortest: new VisitMarks(this.#count),
    })
  }
}

/** What an A* search for a path around other roles needs. */
export interface DetourMemory {
  readonly distances: Distances
  readonly frontier: RoleHeap
  /** The roles on the shortest of the paths that were found. */
  readonly onShortest: VisitMarks
}

/** Memory for one search, with no role on the prefix; return it with {@link giveBack}. */
export function borrowMemory(state: OrgState): SearchMemory {
  const memory = state.kept(spareMemory).pop() ?? new SearchMemory(state.columns.count)
  memory.onPrefix.begin()
  return memory
}

/** One is kept: it is rare that two searches run at a time. */
export function giveBack(state: OrgState, memory: SearchMemory): void {
  const spare = state.kept(spareMemory)
  if (spare.length === 0) spare.push(memory)
}

function spareMemory(): SearchMemory[] {
  return []
}
