/**
 * A binary heap of items by cost (Williams 1964); `isBefore` orders items of equal cost. `push` and `drop` are
 * O(log size).
 *
 * Items and costs are in two arrays: creating an object per entry would take longer than all the rest.
 */
export class Heap<Item> {
  readonly #items: Item[] = []
  readonly #costs: number[] = []
  readonly #isBefore: (a: Item, b: Item) => boolean

  constructor(isBefore: (a: Item, b: Item) => boolean) {
    this.#isBefore = isBefore
  }

  /** The item with the lowest cost; `undefined` if the heap is empty. */
  get first(): Item | undefined {
    return this.#items[0]
  }

  /** The lowest cost; `Infinity` if the heap is empty. */
  get cost(): number {
    return this.#costs.length === 0 ? Infinity : this.#costs[0]
  }

  push(item: Item, cost: number): void {
    this.#items.push(item)
    this.#costs.push(cost)
    let at = this.#items.length - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#precedes(item, cost, above)) break
      this.#put(at, this.#items[above], this.#costs[above])
      at = above
    }
    this.#put(at, item, cost)
  }

  /** Removes the first item. */
  drop(): void {
    const item = this.#items.pop()
    const cost = this.#costs.pop()
    const size = this.#items.length
    if (item === undefined || cost === undefined || size === 0) return
    let at = 0
    for (let below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && this.#precedes(this.#items[below + 1], this.#costs[below + 1], below)) below++
      if (this.#precedes(item, cost, below)) break
      this.#put(at, this.#items[below], this.#costs[below])
      at = below
    }
    this.#put(at, item, cost)
  }

  #precedes(item: Item, cost: number, at: number): boolean {
    const other = this.#costs[at]
    return cost < other || (cost === other && this.#isBefore(item, this.#items[at]))
  }

  #put(at: number, item: Item, cost: number): void {
    this.#items[at] = item
    this.#costs[at] = cost
  }
}
