import { cyclesAbove } from '../parent-walks.js'

/** The cycles of things of which each has at most one above it. */
export class ParentCycles {
  readonly #parentOf: (id: string) => string | undefined
  readonly #isUncertain: ((id: string) => boolean) | undefined

  /** `isUncertain` is true for those whose parent is not decided, which are looked at last. */
  constructor(parentOf: (id: string) => string | undefined, isUncertain?: (id: string) => boolean) {
    this.#parentOf = parentOf
    this.#isUncertain = isUncertain
  }

  /**
   * Each cycle above one of the starts, from its first id in the order of code units on. The caller may change parents after each of
   * them; those that are closed by that follow.
   */
  *each(startsOf: () => Iterable<string>): Generator<readonly string[]> {
    const given = new Set<string>()
    for (const isUncertain of this.#isUncertain === undefined
      ? [undefined]
      : [this.#isUncertain, undefined]) {
      const parentOf = (id: string): string | undefined =>
        isUncertain?.(id) === true ? undefined : this.#parentOf(id)
      for (let isFound = true; isFound;) {
        isFound = false
        for (const found of cyclesAbove(startsOf(), parentOf)) {
          const cycle = fromFirst(found)
          const key = JSON.stringify(cycle.map((id) => [id, this.#parentOf(id)]))
          if (given.has(key)) continue
          given.add(key)
          isFound = true
          yield cycle
        }
      }
    }
  }
}

/** A cycle from its first id in the order of code units on. */
function fromFirst(cycle: readonly string[]): readonly string[] {
  const first = cycle.reduce((least, id, at) => (id < cycle[least] ? at : least), 0)
  return [...cycle.slice(first), ...cycle.slice(0, first)]
}
