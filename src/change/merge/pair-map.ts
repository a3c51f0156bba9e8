/**
 * A map whose keys are pairs of texts, in the order in which they were set. Two look-ups take less time than joining the texts to one,
 * whose hash is not known yet.
 */
export class PairMap<Value extends object> {
  readonly #places = new Map<string, Map<string, number>>()
  /** The values by place, `undefined` where one was deleted. */
  readonly #values: (Value | undefined)[] = []
  #size = 0

  get size(): number {
    return this.#size
  }

  get(first: string, second: string): Value | undefined {
    const place = this.#places.get(first)?.get(second)
    return place === undefined ? undefined : this.#values[place]
  }

  has(first: string, second: string): boolean {
    return this.#places.get(first)?.has(second) === true
  }

  set(first: string, second: string, value: Value): this {
    let places = this.#places.get(first)
    if (places === undefined) this.#places.set(first, (places = new Map()))
    const place = places.get(second)
    if (place === undefined) {
      places.set(second, this.#values.push(value) - 1)
      this.#size++
    } else this.#values[place] = value
    return this
  }

  delete(first: string, second: string): void {
    const places = this.#places.get(first)
    const place = places?.get(second)
    if (place === undefined) return
    places?.delete(second)
    this.#values[place] = undefined
    this.#size--
  }

  /** The values in order, with those that are set during the iteration. */
  *[Symbol.iterator](): Generator<Value> {
    for (const value of this.#values) if (value !== undefined) yield value
  }
}

/** A set of pairs of texts. */
export class PairSet {
  readonly #pairs = new Map<string, Set<string>>()

  has(first: string, second: string): boolean {
    return this.#pairs.get(first)?.has(second) === true
  }

  add(first: string, second: string): this {
    const known = this.#pairs.get(first)
    if (known === undefined) this.#pairs.set(first, new Set([second]))
    else known.add(second)
    return this
  }
}
