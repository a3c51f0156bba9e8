import { NONE, type PageData } from '../page-data.js'
import { type EdgeIndex, edgesOf } from './edge-index.js'

/**
 * Which reports are not shown at first because their manager has more than the limit. The "+37 more" box of such a manager
 * has a row of its own, after those of the roles and of the root.
 */
export interface Limits {
  /** 1 for a role that is not shown at first. */
  readonly leftOut: Uint8Array
  /** The managers of these roles. */
  readonly managers: readonly number[]
}

interface Tree {
  readonly data: PageData
  readonly count: number
  readonly parent: Int32Array
  readonly children: EdgeIndex
  /** 1 for a ghost, which the limit does not apply to. */
  readonly ghost: Uint8Array
}

/**
 * As in the other pictures, reports that are, or have below them, a highlighted or marked role are shown first, then the
 * others in order.
 */
export function limitsOf({ data, count, parent, children, ghost }: Tree): Limits {
  const leftOut = new Uint8Array(count)
  const managers: number[] = []
  if (data.collapse === NONE) return { leftOut, managers }
  const wanted = new Uint8Array(count + 1)
  for (const start of [...data.highlight, ...data.marks.map(([row]) => row)]) {
    for (let row = start; row !== NONE && wanted[row] === 0; row = parent[row]) wanted[row] = 1
  }
  for (let manager = 0; manager < count; manager++) {
    if (children.start[manager + 1] - children.start[manager] <= data.collapse) continue
    const below = edgesOf(children, manager).filter((row) => ghost[row] === 0)
    if (below.length <= data.collapse) continue
    managers.push(manager)
    const inOrder = [...below.filter((row) => wanted[row] === 1), ...below.filter((row) => wanted[row] === 0)]
    for (const row of inOrder.slice(data.collapse)) leftOut[row] = 1
  }
  return { leftOut, managers }
}
