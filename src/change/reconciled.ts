import { NONE } from '../engine/columns.js'
import type { OrgState } from '../engine/org-state.js'
import { partitionPoint } from '../kernel/partition-point.js'
import type { Change } from '../model/change.js'
import { applyChanges } from './apply-changes.js'
import { OpenOrg } from './open-org.js'

/** The org before while it is led to the org after: each change that is found is applied at once. */
export class Reconciled {
  readonly open: OpenOrg
  readonly changes: Change[] = []
  #nodes: Int32Array | 'same' | undefined

  constructor(
    before: OrgState,
    readonly after: OrgState,
  ) {
    this.open = new OpenOrg(before)
  }

  /**
   * The nodes of the roles of the org after, by their handles there; {@link NONE} for one that is not there yet. `undefined` where nodes and
   * handles are the same.
   */
  get nodes(): Int32Array | undefined {
    const nodes = (this.#nodes ??= this.#readNodes())
    return nodes === 'same' ? undefined : nodes
  }

  /** Adds a role of the org after. */
  add(handle: number, change: Change): void {
    const { nodes } = this
    this.emit(change)
    if (nodes !== undefined) nodes[handle] = this.open.nodeOf(this.after.columns.ids[handle]) ?? NONE
  }

  #readNodes(): Int32Array | 'same' {
    const { open, after } = this
    const before = open.base.columns
    const { handles, ids, count } = after.columns
    if (open.isReordered) return Int32Array.from(ids, (id) => open.nodeOf(id) ?? NONE)
    if (handles === before.handles) return 'same'
    const nodes = new Int32Array(count)
    const known = before.ids
    let next = 0
    let same = 0
    for (let handle = 0; handle < count; handle++) {
      const id = ids[handle]
      // Most roles follow each other in both orgs.
      const node = next < before.count && known[next] === id ? next : (before.handles.get(id) ?? NONE)
      nodes[handle] = node
      if (node === handle) same++
      if (node !== NONE) next = node + 1
    }
    return same === count && count === before.count ? 'same' : nodes
  }

  emit(change: Change): void {
    applyChanges(this.open, [change])
    this.changes.push(change)
  }
}

/**
 * The items of an order that have to move for it to become another one, as few as possible, and what each moves before: the last first.
 * `place` gives the present place of the item at a place of the wanted order.
 */
export function itemsToMove(count: number, place: (wanted: number) => number): number[] {
  let isAscending = true
  for (let wanted = 1; wanted < count && isAscending; wanted++)
    isAscending = place(wanted - 1) < place(wanted)
  if (isAscending) return []
  const kept = longestAscending(count, place)
  const moves: number[] = []
  for (let wanted = count - 1; wanted >= 0; wanted--) if (!kept.has(wanted)) moves.push(wanted)
  return moves
}

/** The indexes of a longest ascending subsequence, by patience sorting. O(n log n). */
function longestAscending(count: number, valueOf: (index: number) => number): ReadonlySet<number> {
  /** The index of the smallest value at which a sequence of each length ends. */
  const ends: number[] = []
  const previous = new Int32Array(count).fill(-1)
  for (let index = 0; index < count; index++) {
    const length = partitionPoint(ends.length, (end) => valueOf(ends[end]) < valueOf(index))
    if (length > 0) previous[index] = ends[length - 1]
    ends[length] = index
  }
  const kept = new Set<number>()
  for (let index = ends.at(-1) ?? -1; index !== -1; index = previous[index]) kept.add(index)
  return kept
}
