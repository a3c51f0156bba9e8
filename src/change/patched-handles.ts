import { NONE, type RoleColumns } from '../engine/columns.js'

type HandleLookup = RoleColumns['handles']

/** A role whose id is not one of the org before, or is not the one that it had there. */
export interface NamedAnew {
  readonly id: string
  readonly handle: number
  /** The id that it had. */
  readonly was: string | undefined
}

/** How many ids may be kept apart for each one in all, before they are listed again. */
const APART = 1 / 8

/**
 * The handles of ids after changes, without a list of all ids: the handles that they had, and where these are now. After many changes
 * there is still one list, that of the first org.
 */
export class PatchedHandles implements HandleLookup {
  readonly #first: HandleLookup
  /** By the handle in the first list. */
  readonly #now: Int32Array
  readonly #apart: Map<string, number>

  private constructor(first: HandleLookup, now: Int32Array, apart: Map<string, number>) {
    this.#first = first
    this.#now = now
    this.#apart = apart
  }

  /** `handleOf` has the new handle of each role before, or {@link NONE}. `undefined` where a list of all ids is better. */
  static of(
    before: RoleColumns,
    handleOf: Int32Array,
    named: readonly NamedAnew[],
  ): PatchedHandles | undefined {
    const { handles, count } = before
    const patched = handles instanceof PatchedHandles ? handles : undefined
    const first = patched === undefined ? handles : patched.#first
    const known = patched === undefined ? NONE_APART : patched.#apart
    if (known.size + named.length > count * APART) return undefined
    const now = patched === undefined ? handleOf.slice(0, count) : patched.#now.slice()
    if (patched !== undefined) {
      for (let at = 0; at < now.length; at++) if (now[at] !== NONE) now[at] = handleOf[now[at]]
    }
    const apart = new Map<string, number>()
    for (const [id, handle] of known) if (handleOf[handle] !== NONE) apart.set(id, handleOf[handle])
    for (const { was } of named) {
      if (was === undefined) continue
      const at = apart.delete(was) ? undefined : first.get(was)
      if (at !== undefined) now[at] = NONE
    }
    for (const { id, handle } of named) apart.set(id, handle)
    return new PatchedHandles(first, now, apart)
  }

  get(id: string): number | undefined {
    const apart = this.#apart.get(id)
    if (apart !== undefined) return apart
    const at = this.#first.get(id)
    if (at === undefined) return undefined
    const handle = this.#now[at]
    return handle === NONE ? undefined : handle
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }
}

const NONE_APART: ReadonlyMap<string, number> = new Map()
