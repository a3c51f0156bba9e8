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

/**
 * The tree with teams of at most `largest` boxes as columns. Small neighbouring teams share a column, so that neither a
 * large span nor a large number of teams makes the chart wide. In a column staff come first; elsewhere they take up
 * `rowsOf` rows of their own.
 */
export function treeColumns(
  { sizes, layersBelow, staffBelow }: BoxTree,
  largest: number,
  rowsOf: (column: Column) => number,
): Part {
  const root: Part = { column: undefined, staff: undefined, parts: [], row: -1 }
  const stack: { part: Part; first: number; end: number }[] = [{ part: root, first: 0, end: sizes.length }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { part, first, end } = next
    const row = part.row + 1 + (part.staff === undefined ? 0 : rowsOf(part.staff))
    let start = first
    let heads = 0
    let layers = 0
    const endColumn = (before: number): void => {
      if (heads > 0) {
        const indent = heads > 1 ? 1 : 0
        const column = { first: start, count: before - start, indent, deepest: layers + indent }
        part.parts.push({ column, staff: undefined, parts: [], row })
      }
      start = before
      heads = 0
      layers = 0
    }
    for (let child = first; child < end; child += sizes[child]) {
      if (sizes[child] > largest) {
        endColumn(child)
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
