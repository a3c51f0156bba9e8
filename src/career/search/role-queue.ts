/**
 * Roles that a search has reached and has yet to walk on from; the one of the least cost comes first. A role whose
 * cost has become less is in it twice; whoever reads it passes the dearer entry over.
 */
export class RoleQueue {
  readonly #roles: number[] = []
  readonly #costs: number[] = []
  #isSorted = false
  #first = 0
  #end = 0

  /** Empties the queue. It is a binary heap, unless all that is pushed comes in order of cost anyway. */
  begin(isSorted: boolean): void {
    this.#isSorted = isSorted
    this.#first = 0
    this.#end = 0
  }

  get size(): number {
    return this.#end - this.#first
  }

  /** The least cost in the queue, `Infinity` when it is empty. */
  get cost(): number {
    return this.#first < this.#end ? this.#costs[this.#first] : Infinity
  }

  /** The role of the least cost. The queue must not be empty. */
  get role(): number {
    return this.#roles[this.#first]
  }

  /** The role at a place from 0 to before `size`, in an order in which they may be pushed into another queue. */
  at(place: number): number {
    return this.#roles[this.#first + place]
  }

  /** The cost at which the role at a place was pushed. */
  costAt(place: number): number {
    return this.#costs[this.#first + place]
  }

  push(role: number, cost: number): void {
    const roles = this.#roles
    const costs = this.#costs
    let at = this.#end++
    while (!this.#isSorted && at > 0) {
      const above = (at - 1) >> 1
      if (costs[above] <= cost) break
      roles[at] = roles[above]
      costs[at] = costs[above]
      at = above
    }
    roles[at] = role
    costs[at] = cost
  }

  /** Takes the first role out. */
  drop(): void {
    if (this.#isSorted) this.#first++
    else this.#dropTop()
  }

  #dropTop(): void {
    const roles = this.#roles
    const costs = this.#costs
    const end = --this.#end
    const role = roles[end]
    const cost = costs[end]
    let at = 0
    for (let below = 1; below < end; below = 2 * at + 1) {
      if (below + 1 < end && costs[below + 1] < costs[below]) below++
      if (costs[below] >= cost) break
      roles[at] = roles[below]
      costs[at] = costs[below]
      at = below
    }
    roles[at] = role
    costs[at] = cost
  }
}
