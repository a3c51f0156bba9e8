import { NONE } from '../engine/columns.js'
import { partitionPoint } from '../kernel/partition-point.js'

/** Runs of nodes that follow each other: where each begins in the order, its first node, and its length. */
interface Runs {
  readonly starts: ArrayLike<number>
  readonly firsts: ArrayLike<number>
  readonly sizes: ArrayLike<number>
}

/**
 * The order of roles while it changes, as the few runs of nodes that it consists of: its cost is that of the runs, whatever the
 * number of roles.
 */
export class RoleRuns {
  readonly #firsts: number[]
  readonly #sizes: number[]

  private constructor(firsts: readonly number[], sizes: readonly number[]) {
    this.#firsts = [...firsts]
    this.#sizes = [...sizes]
  }

  /** The order of the nodes themselves. */
  static upTo(count: number): RoleRuns {
    return count === 0 ? new RoleRuns([], []) : new RoleRuns([0], [count])
  }

  /** The order of these nodes. */
  static ofNodes(nodes: Int32Array): RoleRuns {
    const firsts: number[] = []
    const sizes: number[] = []
    for (let place = 0; place < nodes.length; place++) {
      const node = nodes[place]
      if (place > 0 && nodes[place - 1] + 1 === node) sizes[sizes.length - 1]++
      else {
        firsts.push(node)
        sizes.push(1)
      }
    }
    return new RoleRuns(firsts, sizes)
  }

  static of({ firsts, sizes }: Runs): RoleRuns {
    return new RoleRuns(Array.from(firsts), Array.from(sizes))
  }

  get size(): number {
    return this.#firsts.length
  }

  /** The node after another one; `undefined` after the last. */
  after(node: number): number | undefined {
    const run = this.#runOf(node)
    return node + 1 < this.#firsts[run] + this.#sizes[run] ? node + 1 : this.#firsts.at(run + 1)
  }

  /** Places a node that is not in the order before another one, or last. */
  insert(node: number, before: number | undefined): void {
    const run = before === undefined ? this.size : this.#splitAt(before)
    if (run > 0 && this.#firsts[run - 1] + this.#sizes[run - 1] === node) {
      this.#sizes[run - 1]++
      this.#joinAt(run)
    } else if (before === node + 1) {
      this.#firsts[run]--
      this.#sizes[run]++
    } else {
      this.#firsts.splice(run, 0, node)
      this.#sizes.splice(run, 0, 1)
    }
  }

  remove(node: number): void {
    const run = this.#splitAt(node)
    if (this.#sizes[run] > 1) {
      this.#firsts[run]++
      this.#sizes[run]--
    } else {
      this.#firsts.splice(run, 1)
      this.#sizes.splice(run, 1)
      this.#joinAt(run)
    }
  }

  /** All nodes in order. */
  toArray(count: number): Int32Array {
    return nodesOf(count, { firsts: this.#firsts, sizes: this.#sizes })
  }

  *[Symbol.iterator](): Generator<number> {
    for (const [run, first] of this.#firsts.entries()) {
      for (let node = first; node < first + this.#sizes[run]; node++) yield node
    }
  }

  /** The order as it is now. */
  placed(): RolePlaces {
    return new RolePlaces(this.#firsts, this.#sizes)
  }

  #runOf(node: number): number {
    const firsts = this.#firsts
    const sizes = this.#sizes
    let run = 0
    while (node < firsts[run] || node >= firsts[run] + sizes[run]) run++
    return run
  }

  /** Makes a run begin at a node. */
  #splitAt(node: number): number {
    const run = this.#runOf(node)
    const size = node - this.#firsts[run]
    if (size === 0) return run
    this.#firsts.splice(run + 1, 0, node)
    this.#sizes.splice(run + 1, 0, this.#sizes[run] - size)
    this.#sizes[run] = size
    return run + 1
  }

  /** Makes one run of two where the second follows from the first. */
  #joinAt(run: number): void {
    const last = run - 1
    if (last < 0 || run >= this.size || this.#firsts[last] + this.#sizes[last] !== this.#firsts[run]) return
    this.#sizes[last] += this.#sizes[run]
    this.#firsts.splice(run, 1)
    this.#sizes.splice(run, 1)
  }
}

/** The places of nodes in an order that does not change any more, each found in O(log runs). */
export class RolePlaces implements Runs {
  readonly starts: Int32Array
  readonly firsts: Int32Array
  readonly sizes: Int32Array
  /** The runs by their first node. */
  readonly #byNode: Int32Array

  constructor(firsts: readonly number[], sizes: readonly number[]) {
    this.firsts = Int32Array.from(firsts)
    this.sizes = Int32Array.from(sizes)
    this.starts = new Int32Array(firsts.length)
    for (let run = 1; run < firsts.length; run++) this.starts[run] = this.starts[run - 1] + sizes[run - 1]
    this.#byNode = Int32Array.from(firsts.keys()).sort((a, b) => firsts[a] - firsts[b])
  }

  nodeAt(handle: number): number {
    const run = partitionPoint(this.starts.length, (index) => this.starts[index] <= handle) - 1
    return this.firsts[run] + handle - this.starts[run]
  }

  /** The handle of a node, or {@link NONE} for one that is not in the order. */
  handleOf(node: number): number {
    const at = this.#lastFrom(node)
    if (at < 0) return NONE
    const run = this.#byNode[at]
    const place = node - this.firsts[run]
    return place < this.sizes[run] ? this.starts[run] + place : NONE
  }

  /** The places of nodes that follow each other, as runs in the order of the nodes. Nodes that are not in the order are left out. */
  runsOf(node: number, size: number): { readonly place: number; readonly size: number }[] {
    const runs: { place: number; size: number }[] = []
    const end = node + size
    for (let at = Math.max(this.#lastFrom(node), 0); at < this.#byNode.length; at++) {
      const run = this.#byNode[at]
      const first = Math.max(this.firsts[run], node)
      const last = Math.min(this.firsts[run] + this.sizes[run], end)
      if (this.firsts[run] >= end) break
      if (first < last) runs.push({ place: this.starts[run] + first - this.firsts[run], size: last - first })
    }
    return runs
  }

  /** The index of the last run, by node, that begins at a node or before it; -1 for none. */
  #lastFrom(node: number): number {
    const byNode = this.#byNode
    return partitionPoint(byNode.length, (index) => this.firsts[byNode[index]] <= node) - 1
  }

  /** All nodes in order. */
  toArray(count: number): Int32Array {
    return nodesOf(count, this)
  }
}

function nodesOf(count: number, { firsts, sizes }: Pick<Runs, 'firsts' | 'sizes'>): Int32Array {
  const nodes = new Int32Array(count)
  let handle = 0
  for (let run = 0; run < firsts.length; run++) {
    const end = firsts[run] + sizes[run]
    for (let node = firsts[run]; node < end; node++) nodes[handle++] = node
  }
  return nodes
}
