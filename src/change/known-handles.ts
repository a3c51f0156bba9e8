import { NONE, type RoleColumns } from '../engine/columns.js'
import type { OrgState } from '../engine/org-state.js'

type HandleLookup = RoleColumns['handles']

/**
 * The handles of ids in the orgs of one merge, of which each is looked up once: a merge asks for those of the same few roles many times,
 * and a small map answers from the cache of the processor where that of a large org does not.
 */
export class KnownHandles {
  readonly #lookups = new Map<HandleLookup, HandleLookup>()

  of({ columns: { handles } }: OrgState): HandleLookup {
    let lookup = this.#lookups.get(handles)
    if (lookup === undefined) this.#lookups.set(handles, (lookup = new Remembered(handles)))
    return lookup
  }

  /** Finds roles of the org after by their handles in the org before, as `handleAfter` gives them. */
  add(before: OrgState, after: OrgState, handleAfter: (handle: number) => number): void {
    const { handles } = after.columns
    if (!this.#lookups.has(handles))
      this.#lookups.set(handles, new Derived(this.of(before), handleAfter, handles))
  }
}

class Remembered implements HandleLookup {
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

class Derived implements HandleLookup {
  readonly #before: HandleLookup
  readonly #handleAfter: (handle: number) => number
  /** For roles that only one of the orgs has. */
  readonly #others: HandleLookup

  constructor(before: HandleLookup, handleAfter: (handle: number) => number, all: HandleLookup) {
    this.#before = before
    this.#handleAfter = handleAfter
    this.#others = new Remembered(all)
  }

  get(id: string): number | undefined {
    const before = this.#before.get(id)
    const handle = before === undefined ? NONE : this.#handleAfter(before)
    return handle === NONE ? this.#others.get(id) : handle
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }
}
