import { partitionPoint } from '../../internal.js'
import type { Box } from '../picture/picture.js'

/** Boxes with consecutive indexes in a column, each indented below its manager. */
export interface Column {
  readonly first: number
  readonly count: number
  /** The indent of the first box: several boxes at the edge share one rail. */
  readonly indent: number
  /** The indent of the deepest box. */
  readonly deepest: number
}

/** A part of the tree: a column, or a box above further parts. The root part has no box and is above all tops. */
export interface Part {
  /** For a box above parts, a column of one. */
  readonly column: Column | undefined
  /** Staff of a box above parts, which are between it and the parts, beside the line down. */
  readonly staff: Column | undefined
  readonly parts: Part[]
  readonly row: number
}

/**
 * For each box, the number of boxes at and below it, and of layers below it. Boxes are in preorder, so this describes
 * the whole tree.
 */
export interface BoxTree {
  readonly sizes: Int32Array
  readonly layersBelow: Int32Array
  /** For each box, how many staff come right after it. */
  readonly staffBelow: Int32Array
}

export function boxTree(boxes: readonly Box[]): BoxTree {
  const sizes = new Int32Array(boxes.length).fill(1)
  const layersBelow = new Int32Array(boxes.length)
  const staffBelow = new Int32Array(boxes.length)
  // Each box comes after its parent.
  for (let index = boxes.length - 1; index >= 0; index--) {
    const { parent, staff } = boxes[index]
    if (parent === undefined) continue
    if (staff) staffBelow[parent]++
    sizes[parent] += sizes[index]
    layersBelow[parent] = Math.max(layersBelow[parent], layersBelow[index] + 1)
  }
  return { sizes, layersBelow, staffBelow }
}

/** Which teams are columns. */
export interface ColumnRules {
  /** The most boxes of a column that starts in some row. */
  readonly largest: (row: number) => number
  /** How many rows of their own staff take up outside of columns. */
  readonly rowsOf: (column: Column) => number
  /** Whether neighbouring columns get about the same height; otherwise the first ones are filled. */
  readonly balanced: boolean
  /** Whether two boxes must not head teams in one column. */
  readonly breaks: ((one: number, other: number) => boolean) | undefined
}

/**
 * The tree with small teams as columns. Small neighbouring teams share a column, so that neither a
 * large span nor a large number of teams makes the chart wide. In a column staff come first; elsewhere they take up
 * rows of their own.
 */
export function treeColumns({ sizes, layersBelow, staffBelow }: BoxTree, rules: ColumnRules): Part {
  const { rowsOf, balanced, breaks } = rules
  const root: Part = { column: undefined, staff: undefined, parts: [], row: -1 }
  const stack: { part: Part; first: number; end: number }[] = [{ part: root, first: 0, end: sizes.length }]
  /** Where the columns of teams next to each other end, if each has at most some number of boxes. */
  const endsOf = (first: number, end: number, most: number): number[] => {
    const ends: number[] = []
    let start = first
    for (let child = first; child < end; child += sizes[child]) {
      if (child === start || (child + sizes[child] - start <= most && !breaks?.(start, child))) continue
      ends.push(child)
      start = child
    }
    return [...ends, end]
  }
  /** The same number of columns, as low as possible. */
  const balancedEnds = (first: number, end: number, largest: number): number[] => {
    const ends = endsOf(first, end, largest)
    if (!balanced || ends.length === 1) return ends
    const lowest = partitionPoint(largest, (most) => endsOf(first, end, most + 1).length > ends.length) + 1
    return endsOf(first, end, lowest)
  }
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { part, first, end } = next
    const row = part.row + 1 + (part.staff === undefined ? 0 : rowsOf(part.staff))
    const largest = rules.largest(row)
    const addColumns = (from: number, before: number): void => {
      let start = from
      for (const columnEnd of balancedEnds(from, before, largest)) {
        let heads = 0
        let layers = 0
        for (let child = start; child < columnEnd; child += sizes[child]) {
          heads++
          layers = Math.max(layers, layersBelow[child])
        }
        const indent = heads > 1 ? 1 : 0
        const column = { first: start, count: columnEnd - start, indent, deepest: layers + indent }
        part.parts.push({ column, staff: undefined, parts: [], row })
        start = columnEnd
      }
    }
    let start = first
    for (let child = first; child < end; child += sizes[child]) {
      if (sizes[child] <= largest) continue
      if (child > start) addColumns(start, child)
      const count = staffBelow[child]
      const spread: Part = {
        column: { first: child, count: 1, indent: 0, deepest: 0 },
        staff: count === 0 ? undefined : { first: child + 1, count, indent: 0, deepest: 0 },
        parts: [],
        row,
      }
      part.parts.push(spread)
      stack.push({ part: spread, first: child + 1 + count, end: child + sizes[child] })
      start = child + sizes[child]
    }
    if (end > start) addColumns(start, end)
  }
  return root
}
