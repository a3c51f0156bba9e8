import { NONE } from '../../engine/columns.js'
import { longer } from '../../kernel/longer.js'

/** The size of a member of a reporting cycle, which is counted when it is asked for. */
const IN_CYCLE = 0

/**
 * The solid lines of a draft as linked columns: of each node its manager, its first report, its siblings (the reports of a
 * manager are one list) and how many roles it leads. A move takes O(layers) and no memory.
 *
 * A broken chart can have cycles, which moves can only take apart. Their members have the size {@link IN_CYCLE}, at which walks end.
 */
export class LinkedRoles {
  #count: number
  /** The manager of each node at `2 * node`, and its size at `2 * node + 1`. A walk up reads both, so they lie together. */
  #up: Int32Array
  /** The first report. */
  #first: Int32Array
  /** The next report of the same manager. */
  #next: Int32Array
  /** The previous report of the same manager; of the first report, the last one. */
  #previous: Int32Array
  /** Whether the chart had a cycle at the start, so that taking a move back can close it again. */
  readonly #hadCycle: boolean

  constructor(manager: Int32Array) {
    const count = manager.length
    this.#count = count
    this.#up = new Int32Array(2 * count).fill(1)
    this.#first = new Int32Array(count).fill(NONE)
    this.#next = new Int32Array(count)
    this.#previous = new Int32Array(count)
    for (let node = 0; node < count; node++) {
      this.#up[2 * node] = manager[node]
      if (manager[node] !== NONE && manager[node] !== node) this.#append(node, manager[node])
    }
    this.#hadCycle = this.#addSizes()
  }

  /** Adds each node to the size of its manager once its own is known, and marks cycles. Whether there are any. */
  #addSizes(): boolean {
    const up = this.#up
    const pending = new Int32Array(this.#count)
    for (let node = 0; node < this.#count; node++) if (up[2 * node] !== NONE) pending[up[2 * node]]++
    let left = this.#count
    for (let node = 0; node < this.#count; node++) {
      // A node whose reports are all counted is counted, and perhaps its manager after it.
      for (let at = node; at !== NONE && pending[at] === 0;) {
        pending[at] = NONE
        left--
        const manager = up[2 * at]
        if (manager !== NONE) {
          up[2 * manager + 1] += up[2 * at + 1]
          pending[manager]--
        }
        at = manager
      }
    }
    if (left === 0) return false
    for (let node = 0; node < this.#count; node++) if (pending[node] > 0) up[2 * node + 1] = IN_CYCLE
    return true
  }

  /** The number of nodes. */
  get count(): number {
    return this.#count
  }

  /** Adds a node without a manager and reports, and returns it. */
  add(): number {
    const node = this.#count++
    if (node === this.#first.length) this.#grow()
    this.#up[2 * node] = NONE
    this.#up[2 * node + 1] = 1
    this.#first[node] = NONE
    return node
  }

  #grow(): void {
    const length = this.#count + (this.#count >> 1) + 16
    this.#up = longer(this.#up, 2 * length)
    this.#first = longer(this.#first, length)
    this.#next = longer(this.#next, length)
    this.#previous = longer(this.#previous, length)
  }

  /** Takes back the last {@link add}. */
  removeLast(): void {
    this.#count--
  }

  /** The manager of a node, itself where a broken chart says so, or {@link NONE}. */
  managerOf(node: number): number {
    return this.#up[2 * node]
  }

  isInCycle(node: number): boolean {
    return this.#up[2 * node + 1] === IN_CYCLE
  }

  /** Lets a node report to another one, or to nobody. */
  link(node: number, manager: number): void {
    const was = this.#up[2 * node]
    if (was === manager) return
    if (was !== NONE && manager !== NONE && !this.#hadCycle) {
      this.#unlink(node, was)
      this.#up[2 * node] = manager
      this.#append(node, manager)
      this.#handOver(was, manager, this.#up[2 * node + 1])
      return
    }
    if (was !== NONE) this.#detach(node, was)
    this.#up[2 * node] = manager
    if (manager !== NONE) this.#attach(node, manager)
  }

  #detach(node: number, manager: number): void {
    if (manager !== node) this.#unlink(node, manager)
    const up = this.#up
    const leads = up[2 * node + 1]
    if (leads !== IN_CYCLE) {
      this.#addAbove(manager, -leads)
      return
    }
    // The other members of the cycle are now below the node, each below the one before.
    for (let at = manager; ; at = up[2 * at]) {
      up[2 * at + 1] = 1 + this.#sizeOfReports(at)
      if (at === node) return
    }
  }

  #attach(node: number, manager: number): void {
    const up = this.#up
    const closes = this.#hadCycle && this.isAtOrAbove(node, manager)
    if (manager !== node) this.#append(node, manager)
    if (!closes) {
      this.#addAbove(manager, up[2 * node + 1])
      return
    }
    for (let at = manager; at !== node; at = up[2 * at]) up[2 * at + 1] = IN_CYCLE
    up[2 * node + 1] = IN_CYCLE
  }

  /**
   * Takes a size from a node and those above it, and gives it to another node and those above that, up to where both chains meet: of two
   * nodes the one that leads fewer roles is not above the other.
   */
  #handOver(from: number, to: number, size: number): void {
    const up = this.#up
    let [left, joined] = [from, to]
    while (left !== joined) {
      if (joined === NONE || (left !== NONE && up[2 * left + 1] <= up[2 * joined + 1])) {
        up[2 * left + 1] -= size
        left = up[2 * left]
      } else {
        up[2 * joined + 1] += size
        joined = up[2 * joined]
      }
    }
  }

  /** Adds to the size of a node and of everyone above it. */
  #addAbove(node: number, size: number): void {
    const up = this.#up
    for (let at = node; at !== NONE && up[2 * at + 1] !== IN_CYCLE; at = up[2 * at]) up[2 * at + 1] += size
  }

  #sizeOfReports(node: number): number {
    let size = 0
    for (let at = this.#first[node]; at !== NONE; at = this.#next[at]) size += this.#up[2 * at + 1]
    return size
  }

  #append(node: number, manager: number): void {
    const first = this.#first[manager]
    this.#next[node] = NONE
    if (first === NONE) {
      this.#first[manager] = node
      this.#previous[node] = node
      return
    }
    const last = this.#previous[first]
    this.#next[last] = node
    this.#previous[node] = last
    this.#previous[first] = node
  }

  #unlink(node: number, manager: number): void {
    const next = this.#next[node]
    const previous = this.#previous[node]
    const first = this.#first[manager]
    if (first === node) this.#first[manager] = next
    else this.#next[previous] = next
    if (next !== NONE) this.#previous[next] = previous
    else if (first !== node) this.#previous[first] = previous
  }

  /** Whether one node is another one or above it: the other must not become its manager. */
  isAtOrAbove(upper: number, lower: number): boolean {
    return upper === lower || this.isAbove(upper, lower)
  }

  /** Whether one node is above another one; never true of a node and itself. O(layers between them) at most outside cycles. */
  isAbove(upper: number, lower: number): boolean {
    if (upper === lower) return false
    const up = this.#up
    const leads = up[2 * upper + 1]
    if (leads === IN_CYCLE) return this.#isMemberAbove(upper, lower)
    // Sizes grow upwards, so a node that leads as many roles as `upper` is not below it.
    if (up[2 * lower + 1] >= leads) return false
    for (let at = up[2 * lower]; at !== NONE; at = up[2 * at]) {
      if (at === upper) return true
      const size = up[2 * at + 1]
      if (size >= leads || size === IN_CYCLE) return false
    }
    return false
  }

  /** The same for a member of a cycle: everyone below it leads to the cycle. */
  #isMemberAbove(upper: number, lower: number): boolean {
    let entry = this.managerOf(lower)
    while (entry !== NONE && !this.isInCycle(entry)) entry = this.managerOf(entry)
    if (entry === NONE) return false
    let at = entry
    do {
      if (at === upper) return true
      at = this.managerOf(at)
    } while (at !== entry)
    return false
  }

  /** Everyone above a node, nearest first, each once. */
  chainOf<Item>(node: number, itemOf: (node: number) => Item): Item[] {
    const up = this.#up
    const chain: Item[] = []
    let entry = NONE
    for (let at = up[2 * node]; at !== NONE && at !== node && at !== entry; at = up[2 * at]) {
      if (entry === NONE && up[2 * at + 1] === IN_CYCLE) entry = at
      chain.push(itemOf(at))
    }
    return chain
  }

  /** A node and everyone below it, counted. O(1), for a member of a cycle O(reports of all members). */
  sizeOf(node: number): number {
    if (!this.isInCycle(node)) return this.#up[2 * node + 1]
    let leads = 0
    let member = node
    do {
      // The members themselves have the size 0.
      leads += 1 + this.#sizeOfReports(member)
      member = this.managerOf(member)
    } while (member !== node)
    return leads
  }

  /** The direct reports, in the order in which they came. */
  reportsOf(node: number): number[] {
    const reports: number[] = []
    for (let at = this.#first[node]; at !== NONE; at = this.#next[at]) reports.push(at)
    return reports
  }

  /** How many direct reports count. */
  spanOf(node: number, notCounted: ReadonlySet<number>): number {
    let span = 0
    for (let at = this.#first[node]; at !== NONE; at = this.#next[at]) span++
    if (notCounted.size === 0) return span
    for (let at = this.#first[node]; at !== NONE; at = this.#next[at]) if (notCounted.has(at)) span--
    return span
  }

  /** A node outside cycles and everyone below it, each after its manager. */
  treeOf(node: number): number[] {
    const nodes = [node]
    for (const upper of nodes) {
      for (let at = this.#first[upper]; at !== NONE; at = this.#next[at]) nodes.push(at)
    }
    return nodes
  }

  /**
   * The lowest node above all the given ones, or {@link NONE}; where chains run into a cycle, the first common node on the chain of the
   * first. O(nodes given + layers climbed), in or below a cycle O(lengths of the chains).
   */
  lowestAbove(nodes: readonly number[]): number {
    let lowest = this.managerOf(nodes[0])
    for (const node of nodes) {
      const met = this.#meeting(lowest, this.managerOf(node))
      if (met === undefined) return this.#firstCommon(nodes)
      if (met === NONE) return NONE
      lowest = met
    }
    return lowest
  }

  /** The first node that is at or above two others, or {@link NONE}; `undefined` where a chain runs into a cycle. */
  #meeting(one: number, other: number): number | undefined {
    const up = this.#up
    let [a, b] = [one, other]
    while (a !== NONE && b !== NONE) {
      const [size, others] = [up[2 * a + 1], up[2 * b + 1]]
      if (size === IN_CYCLE || others === IN_CYCLE) return undefined
      if (a === b) return a
      // The one that leads fewer roles cannot be above the other.
      if (size <= others) a = up[2 * a]
      else b = up[2 * b]
    }
    return NONE
  }

  #firstCommon(nodes: readonly number[]): number {
    const [first, ...others] = new Set(nodes)
    let common = this.chainOf(first, same)
    for (const other of others) {
      const above = new Set(this.chainOf(other, same))
      common = common.filter((node) => above.has(node))
    }
    return common.at(0) ?? NONE
  }
}

/** The item of a chain of nodes. */
export function same(node: number): number {
  return node
}
