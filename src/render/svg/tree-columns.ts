import type { Box } from '../picture/picture.js'

/** Roles that stand below each other, each a little further in than its manager: boxes that follow each other. */
export interface Column {
  readonly first: number
  readonly count: number
  /** How far in the first box is: several at the edge hang from one rail. */
  readonly indent: number
  /** How far in the furthest box is. */
  readonly deepest: number
}

/** A part of the tree: a column, or a box over the parts below it. The first part has no box and is over all tops. */
export interface Part {
  /** A column of one where it is a box over parts. */
  readonly column: Column | undefined
  readonly parts: Part[]
  readonly row: number
}

/**
 * How many boxes are at or below each box, and in how many layers below it. What hangs below a box follows it, so that
 * this is all there is to know of a tree.
 */
export interface BoxTree {
  readonly sizes: Int32Array
  readonly layersBelow: Int32Array
}

export function boxTree(boxes: readonly Box[]): BoxTree {
  const sizes = new Int32Array(boxes.length).fill(1)
  const layersBelow = new Int32Array(boxes.length)
  // Each box comes after the one that it hangs below.
  for (let index = boxes.length - 1; index >= 0; index--) {
    const { parent } = boxes[index]
    if (parent === undefined) continue
    sizes[parent] += sizes[index]
    layersBelow[parent] = Math.max(layersBelow[parent], layersBelow[index] + 1)
  }
  return { sizes, layersBelow }
}

/**
 * The tree with teams of at most so many boxes as columns. Neighbours that are small share one, so that neither a
 * manager of many nor a chart of many teams grows wide.
 */
export function treeColumns({ sizes, layersBelow }: BoxTree, largest: number): Part {
  const root: Part = { column: undefined, parts: [], row: -1 }
  const open: { part: Part; first: number; end: number }[] = [{ part: root, first: 0, end: sizes.length }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part, first, end } = next
    const row = part.row + 1
    let start = first
    let heads = 0
    let layers = 0
    const endColumn = (before: number): void => {
      if (heads > 0) {
        const indent = heads > 1 ? 1 : 0
        const column = { first: start, count: before - start, indent, deepest: layers + indent }
        part.parts.push({ column, parts: [], row })
      }
      start = before
      heads = 0
      layers = 0
    }
    for (let child = first; child < end; child += sizes[child]) {
      if (sizes[child] > largest) {
        endColumn(child)
        const spread: Part = { column: { first: child, count: 1, indent: 0, deepest: 0 }, parts: [], row }
        part.parts.push(spread)
        open.push({ part: spread, first: child + 1, end: child + sizes[child] })
        start = child + sizes[child]
        continue
      }
      if (child + sizes[child] - start > largest) endColumn(child)
      heads++
      layers = Math.max(layers, layersBelow[child])
    }
    endColumn(end)
  }
  return root
}
