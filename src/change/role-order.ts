import { longer } from '../kernel/longer.js'

/** An end of the order: what follows the last role, and what precedes the first. */
const END = 0

/** The order of roles while it changes: a linked list of nodes, in which a role moves in O(1). */
export class RoleOrder {
  // The node n is at n + 1, so that the ends of the list meet at 0.
  #next: Int32Array
  #previous: Int32Array

  constructor(count: number, spare: number) {
    this.#next = new Int32Array(count + spare + 1)
    this.#previous = new Int32Array(count + spare + 1)
    for (let at = 0; at <= count; at++) {
      this.#next[at] = at === count ? END : at + 1
      this.#previous[at] = at === 0 ? count : at - 1
    }
  }

  /** The order of these nodes, of so many with those that are not in it. */
  static of(nodes: Int32Array, count: number): RoleOrder {
    const order = new RoleOrder(0, count)
    for (const node of nodes) order.insert(node, undefined)
    return order
  }

  /** The node after another one; `undefined` after the last. */
  after(node: number): number | undefined {
    const next = this.#next[node + 1]
    return next === END ? undefined : next - 1
  }

  /** The node before another one, or the last one; `undefined` before the first. */
  before(node: number | undefined): number | undefined {
    const previous = this.#previous[node === undefined ? END : node + 1]
    return previous === END ? undefined : previous - 1
  }

  /** Places a node that is not in the order before another one, or last. */
  insert(node: number, before: number | undefined): void {
    const at = node + 1
    if (at >= this.#next.length) this.#grow(at)
    const next = before === undefined ? END : before + 1
    const previous = this.#previous[next]
    this.#next[at] = next
    this.#previous[at] = previous
    this.#next[previous] = at
    this.#previous[next] = at
  }

  remove(node: number): void {
    const next = this.#next[node + 1]
    const previous = this.#previous[node + 1]
    this.#next[previous] = next
    this.#previous[next] = previous
  }

  /** All nodes in order. */
  toArray(count: number): Int32Array {
    const nodes = new Int32Array(count)
    for (let at = this.#next[END], index = 0; at !== END; at = this.#next[at]) nodes[index++] = at - 1
    return nodes
  }

  *[Symbol.iterator](): Generator<number> {
    for (let at = this.#next[END]; at !== END; at = this.#next[at]) yield at - 1
  }

  #grow(at: number): void {
    const length = Math.max(at + 1, 2 * this.#next.length)
    this.#next = longer(this.#next, length)
    this.#previous = longer(this.#previous, length)
  }
}
