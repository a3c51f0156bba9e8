import { NONE } from '../../engine/columns.js'

/** The size of a member of a reporting cycle, which is counted when it is asked for. */
const IN_CYCLE = 0

/**
 * The solid lines of a draft as linked columns: of each node its manager, its first report, its siblings (the reports of a
 * manager are one list) and how many roles it leads. A move takes O(layers) and no memory.
 *
 * A chart can have cycles from the start, and loses them by moves. Their members have the size {@link IN_CYCLE}, and walks end there.
 */
export class LinkedRoles {
  #count: number
  #manager: Int32Array
  /** The first report. */
  #first: Int32Array
  /** The next report of the same manager. */
  #next: Int32Array
  /** The previous report of the same manager; of the first report, the last one. */
  #previous: Int32Array
  /** The node and everyone below it. */
  #size: Int32Array
  /** Whether the chart had a cycle at the start, so that taking a move back can close it again. */
  readonly #hadCycle: boolean

  constructor(manager: Int32Array) {
    const count = manager.length
    this.#count = count
    this.#manager = manager.slice()
    this.#first = new Int32Array(count).fill(NONE)
    this.#next = new Int32Array(count).fill(NONE)
    this.#previous = new Int32Array(count).fill(NONE)
    this.#size = new Int32Array(count).fill(1)
    for (let node = 0; node < count; node++) {
      if (manager[node] !== NONE && manager[node] !== node) this.#append(node, manager[node])
    }
    this.#hadCycle = this.#addSizes()
  }

  /** Adds each node to the size of its manager once its own is known, and marks cycles. Whether there are any. */
  #addSizes(): boolean {
    const pending = new Int32Array(this.#count)
    for (const manager of this.#manager) if (manager !== NONE) pending[manager]++
    let left = this.#count
    for (let node = 0; node < this.#count; node++) {
      // A node whose reports are all counted is counted, and perhaps its manager after it.
      for (let at = node; at !== NONE && pending[at] === 0;) {
        pending[at] = NONE
        left--
        const manager = this.#manager[at]
        if (manager !== NONE) {
          this.#size[manager] += this.#size[at]
          pending[manager]--
        }
        at = manager
      }
    }
    if (left > 0)
      for (let node = 0; node < this.#count; node++) if (pending[node] > 0) this.#size[node] = IN_CYCLE
    return left > 0
  }

  /** The number of nodes. */
  get count(): number {
    return this.#count
  }

  /** Adds a node without a manager and reports, and returns it. */
  add(): number {
    const node = this.#count++
    if (node === this.#manager.length) this.#grow()
    this.#manager[node] = NONE
    this.#first[node] = NONE
    this.#next[node] = NONE
    this.#previous[node] = NONE
    this.#size[node] = 1
    return node
  }

  #grow(): void {
    const length = this.#count + (this.#count >> 1) + 16
    this.#manager = longer(this.#manager, length)
    this.#first = longer(this.#first, length)
    this.#next = longer(this.#next, length)
    this.#previous = longer(this.#previous, length)
    this.#size = longer(this.#size, length)
  }

  /** Takes back the last {@link add}. */
  removeLast(): void {
    this.#count--
  }

  /** The manager of a node, itself where a broken chart says so, or {@link NONE}. */
  managerOf(node: number): number {
    return this.#manager[node]
  }

  isInCycle(node: number): boolean {
    return this.#size[node] === IN_CYCLE
  }

  /** Lets a node report to another one, or to nobody. */
  link(node: number, manager: number): void {
    const was = this.#manager[node]
    if (was === manager) return
    if (was !== NONE) this.#detach(node, was)
    this.#manager[node] = manager
    if (manager !== NONE) this.#attach(node, manager)
  }

  #detach(node: number, manager: number): void {
    if (manager !== node) this.#unlink(node, manager)
    const size = this.#size
    if (size[node] !== IN_CYCLE) {
      const leads = size[node]
      for (let at = manager; at !== NONE && size[at] !== IN_CYCLE; at = this.#manager[at]) size[at] -= leads
      return
    }
    // The other members of the cycle are now below the node, each below the one before.
    for (let at = manager; ; at = this.#manager[at]) {
      let leads = 1
      for (let report = this.#first[at]; report !== NONE; report = this.#next[report]) leads += size[report]
      size[at] = leads
      if (at === node) return
    }
  }

  #attach(node: number, manager: number): void {
    const size = this.#size
    const closes = this.#hadCycle && (manager === node || this.isAbove(node, manager))
    if (manager !== node) this.#append(node, manager)
    if (closes) {
      for (let at = manager; at !== node; at = this.#manager[at]) size[at] = IN_CYCLE
      size[node] = IN_CYCLE
      return
    }
    const leads = size[node]
    for (let at = manager; at !== NONE && size[at] !== IN_CYCLE; at = this.#manager[at]) size[at] += leads
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

  /** Whether one node is above another one; never true of a node and itself. O(layers between them) at most outside cycles. */
  isAbove(upper: number, lower: number): boolean {
    if (upper === lower) return false
    const size = this.#size
    const manager = this.#manager
    const leads = size[upper]
    if (leads === IN_CYCLE) return this.#isMemberAbove(upper, lower)
    // Sizes rise on the way up, so whoever leads as many roles as `upper` is not below it.
    if (size[lower] >= leads) return false
    for (let at = manager[lower]; at !== NONE; at = manager[at]) {
      if (at === upper) return true
      if (size[at] >= leads || size[at] === IN_CYCLE) return false
    }
    return false
  }

  /** The same for a member of a cycle: everyone below it leads to the cycle. */
  #isMemberAbove(upper: number, lower: number): boolean {
    let entry = this.#manager[lower]
    while (entry !== NONE && this.#size[entry] !== IN_CYCLE) entry = this.#manager[entry]
    if (entry === NONE) return false
    let at = entry
    do {
      if (at === upper) return true
      at = this.#manager[at]
    } while (at !== entry)
    return false
  }

  /** Everyone above a node, nearest first, each once. */
  chainOf(node: number): number[] {
    const chain: number[] = []
    let entry = NONE
    for (let at = this.#manager[node]; at !== NONE && at !== node && at !== entry; at = this.#manager[at]) {
      if (entry === NONE && this.#size[at] === IN_CYCLE) entry = at
      chain.push(at)
    }
    return chain
  }

  /** A node and everyone below it, counted. O(1), for a member of a cycle O(reports of all members). */
  sizeOf(node: number): number {
    const size = this.#size
    if (size[node] !== IN_CYCLE) return size[node]
    let leads = 0
    let member = node
    do {
      leads++
      // The members have the size 0.
      for (let report = this.#first[member]; report !== NONE; report = this.#next[report])
        leads += size[report]
      member = this.#manager[member]
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
    let lowest = this.#manager[nodes[0]]
    for (const node of nodes) {
      const met = this.#meeting(lowest, this.#manager[node])
      if (met === undefined) return this.#firstCommon(nodes)
      if (met === NONE) return NONE
      lowest = met
    }
    return lowest
  }

  /** The first node that is at or above two others, or {@link NONE}; `undefined` where a chain runs into a cycle. */
  #meeting(one: number, other: number): number | undefined {
    const size = this.#size
    let [a, b] = [one, other]
    while (a !== NONE && b !== NONE) {
      if (size[a] === IN_CYCLE || size[b] === IN_CYCLE) return undefined
      if (a === b) return a
      // Whoever leads fewer roles cannot be above the other.
      if (size[a] <= size[b]) a = this.#manager[a]
      else b = this.#manager[b]
    }
    return NONE
  }

  #firstCommon(nodes: readonly number[]): number {
    const [first, ...others] = new Set(nodes)
    let common = this.chainOf(first)
    for (const other of others) {
      const above = new Set(this.chainOf(other))
      common = common.filter((node) => above.has(node))
    }
    return common.at(0) ?? NONE
  }
}

/** A copy with room for more. */
export function longer(column: Int32Array, length: number): Int32Array {
  const made = new Int32Array(length)
  made.set(column)
  return made
}
