import { NONE, type RoleColumns } from '../../engine/columns.js'
import type { OrgState } from '../../engine/org-state.js'
import { versionIn } from '../version-columns.js'

type HandleLookup = RoleColumns['handles']

/**
 * The handles of ids, each looked up once: a merge asks for those of the same few roles many times, and a small map answers from the
 * cache of the processor where that of a large org does not.
 */
class KnownHandles implements HandleLookup {
  readonly #all: HandleLookup
  readonly #known = new Map<string, number>()

  constructor(all: HandleLookup) {
    this.#all = all
  }

  get(id: string): number | undefined {
    let handle = this.#known.get(id)
    if (handle === undefined) this.#known.set(id, (handle = this.#all.get(id) ?? NONE))
    return handle === NONE ? undefined : handle
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }
}

/** The known handles of the orgs of one merge. Versions of one org share those of their base. */
export class MergeHandles {
  readonly #known = new Map<HandleLookup, KnownHandles>()

  of(state: OrgState): HandleLookup {
    const { handles } = (versionIn(state)?.roles.base ?? state).columns
    let known = this.#known.get(handles)
    if (known === undefined) this.#known.set(handles, (known = new KnownHandles(handles)))
    return known
  }
}
