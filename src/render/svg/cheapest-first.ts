/** Items that wait, the one of the least cost first; among equals the one that came first. */
export class CheapestFirst<Item> {
  readonly #items: { readonly item: Item; readonly cost: number; readonly turn: number }[] = []
  #turn = 0

  add(item: Item, cost: number): void {
    const items = this.#items
    const added = { item, cost, turn: this.#turn++ }
    let at = items.push(added) - 1
    for (let above = (at - 1) >> 1; at > 0 && precedes(added, items[above]); above = (at - 1) >> 1) {
      items[at] = items[above]
      at = above
    }
    items[at] = added
  }

  take(): Item | undefined {
    const items = this.#items
    const first = items.at(0)
    const last = items.pop()
    if (first === undefined || last === undefined || first === last) return first?.item
    let at = 0
    for (let below = 1; below < items.length; below = 2 * at + 1) {
      if (below + 1 < items.length && precedes(items[below + 1], items[below])) below++
      if (precedes(last, items[below])) break
      items[at] = items[below]
      at = below
    }
    items[at] = last
    return first.item
  }
}

interface Waiting {
  readonly cost: number
  readonly turn: number
}

function precedes(a: Waiting, b: Waiting): boolean {
  return a.cost < b.cost || (a.cost === b.cost && a.turn < b.turn)
}
