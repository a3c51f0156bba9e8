/** Items that wait, the one of the least cost first; among equals the one that came first. */
export class CheapestFirst<Item> {
  // Beside each other, since an object for each that waits takes longer than all else about it.
  readonly #items: Item[] = []
  readonly #costs: number[] = []
  readonly #turns: number[] = []
  #turn = 0

  add(item: Item, cost: number): void {
    const turn = this.#turn++
    let at = this.#items.length
    for (let above = (at - 1) >> 1; at > 0 && cost < this.#costs[above]; above = (at - 1) >> 1) {
      this.#move(above, at)
      at = above
    }
    this.#put(at, item, cost, turn)
  }

  take(): Item | undefined {
    const first = this.#items.at(0)
    const item = this.#items.pop()
    const cost = this.#costs.pop()
    const turn = this.#turns.pop()
    const size = this.#items.length
    if (size === 0 || item === undefined || cost === undefined || turn === undefined) return first
    let at = 0
    for (let below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && this.#precedes(below + 1, this.#costs[below], this.#turns[below])) below++
      if (!this.#precedes(below, cost, turn)) break
      this.#move(below, at)
      at = below
    }
    this.#put(at, item, cost, turn)
    return first
  }

  #precedes(at: number, cost: number, turn: number): boolean {
    return this.#costs[at] < cost || (this.#costs[at] === cost && this.#turns[at] < turn)
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#items[from], this.#costs[from], this.#turns[from])
  }

  #put(at: number, item: Item, cost: number, turn: number): void {
    this.#items[at] = item
    this.#costs[at] = cost
    this.#turns[at] = turn
  }
}
