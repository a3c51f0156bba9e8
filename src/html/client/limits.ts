import { NONE, type PageData } from '../page-data.js'
import { type EdgeIndex, edgesOf } from './edge-index.js'

/**
 * Which reports are left out at first, because their manager has more than the limit, and the boxes that stand for
 * them. Such a box has a row of its own, after those of the roles and of the root.
 */
export interface Limits {
  /** 1 for what is left out. */
  readonly leftOut: Uint8Array
  /** The managers of such reports. */
  readonly managers: readonly number[]
}

interface Tree {
  readonly data: PageData
  readonly count: number
  readonly parent: Int32Array
  readonly children: EdgeIndex
}

/** As in the other pictures: first those with a highlight or a mark at or below them are shown, then those that stand first. */
export function limitsOf({ data, count, parent, children }: Tree): Limits {
  const leftOut = new Uint8Array(count)
  const managers: number[] = []
  if (data.collapse === NONE) return { leftOut, managers }
  const wanted = new Uint8Array(count + 1)
  for (const start of [...data.highlight, ...data.marks.map(([row]) => row)]) {
    for (let row = start; row !== NONE && wanted[row] === 0; row = parent[row]) wanted[row] = 1
  }
  for (let manager = 0; manager < count; manager++) {
    const below = edgesOf(children, manager)
    if (below.length <= data.collapse) continue
    managers.push(manager)
    const inTurn = [...below.filter((row) => wanted[row] === 1), ...below.filter((row) => wanted[row] === 0)]
    for (const row of inTurn.slice(data.collapse)) leftOut[row] = 1
  }
  return { leftOut, managers }
}
