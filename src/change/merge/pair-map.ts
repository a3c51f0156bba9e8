/**
 * A map whose keys are pairs of texts, in the order in which they were added. Two look-ups take less time than joining the texts to one,
 * whose hash is not known yet. No two values are the same object, also not one after another.
 */
export class PairMap<Value extends object> {
  readonly #pairs = new Map<string, Map<string, Value>>()
  /** With those that were deleted since the last iteration. */
  #inOrder: Value[] = []
  readonly #deleted = new Set<Value>()

  get size(): number {
    return this.#inOrder.length - this.#deleted.size
  }

  get(first: string, second: string): Value | undefined {
    return this.#pairs.get(first)?.get(second)
  }

  has(first: string, second: string): boolean {
    return this.#pairs.get(first)?.has(second) === true
  }

  /** Sets the value of a pair, which is then the last one. */
  set(first: string, second: string, value: Value): void {
    const values = this.#pairs.get(first)
    if (values === undefined) this.#pairs.set(first, new Map<string, Value>().set(second, value))
    else {
      this.#delete(values, second)
      values.set(second, value)
    }
    this.#inOrder.push(value)
  }

  delete(first: string, second: string): void {
    const values = this.#pairs.get(first)
    if (values !== undefined) this.#delete(values, second)
  }

  #delete(values: Map<string, Value>, second: string): void {
    const value = values.get(second)
    if (value === undefined) return
    values.delete(second)
    this.#deleted.add(value)
  }

  /** The values of the pairs that begin with a text, in order. */
  of(first: string): Iterable<Value> {
    return this.#pairs.get(first)?.values() ?? []
  }

  /** The values in order, with those that are added during the iteration, while none is deleted. */
  [Symbol.iterator](): IterableIterator<Value> {
    if (this.#deleted.size > 0) {
      this.#inOrder = this.#inOrder.filter((value) => !this.#deleted.has(value))
      this.#deleted.clear()
    }
    return this.#inOrder.values()
  }
}

/** A set of pairs of texts. */
export class PairSet {
  readonly #pairs = new Map<string, Set<string>>()

  has(first: string, second: string): boolean {
    return this.#pairs.get(first)?.has(second) === true
  }

  /** Whether a pair begins with a text. */
  hasAny(first: string): boolean {
    return this.#pairs.has(first)
  }

  add(first: string, second: string): this {
    const known = this.#pairs.get(first)
    if (known === undefined) this.#pairs.set(first, new Set([second]))
    else known.add(second)
    return this
  }
}
