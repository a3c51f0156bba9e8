import type { OrgState } from '../../engine/org-state.js'
import { VisitMarks } from '../../engine/visit-marks.js'
import { Distances } from './distances.js'
import { RoleHeap } from './role-heap.js'
import { SearchSide } from './search-side.js'

/**
 * The memory of one search for career paths. Its columns have an entry per role, so searches borrow them one after
 * another. Each part is written only by the owner named in its comment.
 */
export class SearchMemory {
  /** The two sides of a bidirectional search; each writes its own data, at the request of `BoundedSubgraph`. */
  readonly forward: SearchSide
  readonly backward: SearchSide
  /** The roles on the prefix of a path; written by the listing of paths, read by their completion. */
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

/** The memory of an A* search for a path around other roles. */
export interface DetourMemory {
  readonly distances: Distances
  readonly frontier: RoleHeap
  /** The roles on the shortest paths found. */
  readonly onShortest: VisitMarks
}

/** Memory for one search, with no role on the prefix; return it with {@link giveBack}. */
export function borrowMemory(state: OrgState): SearchMemory {
  const memory = state.kept(spareMemory).pop() ?? new SearchMemory(state.columns.count)
  memory.onPrefix.begin()
  return memory
}

/** Keeps one: two searches rarely run at the same time. */
export function giveBack(state: OrgState, memory: SearchMemory): void {
  const spare = state.kept(spareMemory)
  if (spare.length === 0) spare.push(memory)
}

function spareMemory(): SearchMemory[] {
  return []
}
