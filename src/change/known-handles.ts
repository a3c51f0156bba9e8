import { NONE, type RoleColumns } from '../engine/columns.js'
import type { OrgState } from '../engine/org-state.js'

type HandleLookup = RoleColumns['handles']

/**
 * The handles of ids in the orgs of one merge, of which each is looked up once: a merge asks for those of the same few roles many times,
 * and a small map answers from the cache of the processor where that of a large org does not.
 */
export class KnownHandles {
  readonly #lookups = new Map<HandleLookup, KnownLookup>()

  of({ columns: { handles } }: OrgState): KnownLookup {
    let lookup = this.#lookups.get(handles)
    if (lookup === undefined) this.#lookups.set(handles, (lookup = new Remembered(handles)))
    return lookup
  }

  /**
   * Finds roles of the org after by their handles in the org before, as `handleAfter` gives them: {@link NONE} for those that are gone.
   */
  add(before: OrgState, after: OrgState, handleAfter: (handle: number) => number): KnownLookup {
    const { handles } = after.columns
    let lookup = this.#lookups.get(handles)
    if (lookup === undefined)
      this.#lookups.set(handles, (lookup = new Derived(this.of(before), handleAfter, handles)))
    return lookup
  }
}

/** Finds the handles of the roles of one org. */
export interface KnownLookup extends HandleLookup {
  /** Takes the handle of an id from whom has it at hand; {@link NONE} where the org has no such role. */
  note(id: string, handle: number): void
}

class Remembered implements KnownLookup {
  readonly #all: HandleLookup
  readonly #known = new Map<string, number>()
  /** The id that was asked for last: a merge asks for one several times in a row. */
  #lastId: string | undefined
  #last: number | undefined

  constructor(all: HandleLookup) {
    this.#all = all
  }

  note(id: string, handle: number): void {
    this.#known.set(id, handle)
    this.#lastId = undefined
  }

  get(id: string): number | undefined {
    if (id === this.#lastId) return this.#last
    let handle = this.#known.get(id)
    if (handle === undefined) this.#known.set(id, (handle = this.#all.get(id) ?? NONE))
    this.#lastId = id
    this.#last = handle === NONE ? undefined : handle
    return this.#last
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }
}

class Derived implements KnownLookup {
  readonly #before: HandleLookup
  readonly #handleAfter: (handle: number) => number
  /** For roles that the org before does not have. */
  readonly #others: KnownLookup

  constructor(before: HandleLookup, handleAfter: (handle: number) => number, all: HandleLookup) {
    this.#before = before
    this.#handleAfter = handleAfter
    this.#others = new Remembered(all)
  }

  note(id: string, handle: number): void {
    this.#others.note(id, handle)
  }

  get(id: string): number | undefined {
    const before = this.#before.get(id)
    if (before === undefined) return this.#others.get(id)
    const handle = this.#handleAfter(before)
    return handle === NONE ? undefined : handle
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }
}
