import { longer } from '../../kernel/longer.js'
import { RoleOrder } from '../role-order.js'

/** The room between two nodes that are next to each other at first. */
const ROOM = 2 ** 20

/**
 * The order of the nodes of a draft, kept once it is not that of their numbers. Each node has a label that rises in order, so that
 * siblings are sorted without a walk over all roles. A node that is removed keeps its place.
 */
export class DraftOrder {
  readonly #order: RoleOrder
  #labels: Float64Array

  constructor(count: number) {
    this.#order = new RoleOrder(count, 16)
    this.#labels = Float64Array.from({ length: count + 16 }, (_, node) => node * ROOM)
  }

  /** The node after another one; `undefined` after the last. */
  after(node: number): number | undefined {
    return this.#order.after(node)
  }

  /** Adds a new node as the last one. */
  add(node: number): void {
    if (node >= this.#labels.length) {
      this.#labels = longer(this.#labels, 2 * node)
    }
    this.#insert(node, undefined)
  }

  remove(node: number): void {
    this.#order.remove(node)
  }

  /** Places a node before another one or last. */
  place(node: number, before: number | undefined): void {
    this.#order.remove(node)
    this.#insert(node, before)
  }

  sort(nodes: number[]): number[] {
    const labels = this.#labels
    return nodes.sort((a, b) => labels[a] - labels[b])
  }

  #insert(node: number, before: number | undefined): void {
    const previous = this.#order.before(before)
    this.#order.insert(node, before)
    const labels = this.#labels
    const above = before === undefined ? undefined : labels[before]
    const below = previous === undefined ? (above ?? 0) - 2 * ROOM : labels[previous]
    const label = (below + (above ?? below + 2 * ROOM)) / 2
    labels[node] = label
    // No number is left between the two.
    if (label === below || label === above) this.#relabel()
  }

  #relabel(): void {
    let label = 0
    for (const node of this.#order) this.#labels[node] = label += ROOM
  }
}
