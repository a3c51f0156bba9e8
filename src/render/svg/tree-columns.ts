import type { Box } from '../picture/picture.js'

/** Roles that stand below each other, each a little further in than its manager. */
export interface Column {
  readonly boxes: readonly number[]
  /** How far each is in: 0 for a single head; from 1 on where several heads hang from one rail. */
  readonly indents: readonly number[]
  readonly heads: number
}

/** A part of the tree: a box over the parts below it, or a column. The first part is over all tops. */
export interface Part {
  readonly box: number | undefined
  readonly column: Column | undefined
  readonly parts: Part[]
  readonly row: number
}

/** The parent of each box and the children, and how many boxes are at or below each. */
export interface BoxTree {
  readonly tops: readonly number[]
  readonly children: readonly (readonly number[])[]
  readonly sizes: readonly number[]
}

export function boxTree(boxes: readonly Box[]): BoxTree {
  const children: number[][] = boxes.map(() => [])
  const sizes = boxes.map(() => 1)
  const tops: number[] = []
  for (const { index, parent } of boxes) (parent === undefined ? tops : children[parent]).push(index)
  // Each box comes after the one that it hangs below.
  for (const { index, parent } of boxes.toReversed()) if (parent !== undefined) sizes[parent] += sizes[index]
  return { tops, children, sizes }
}

/**
 * The tree with teams of at most so many boxes as columns. Neighbours that are small share one, so that neither a
 * manager of many nor a chart of many teams grows wide.
 */
export function treeColumns(tree: BoxTree, largest: number): Part {
  const root: Part = { box: undefined, column: undefined, parts: [], row: -1 }
  const open: { part: Part; children: readonly number[] }[] = [{ part: root, children: tree.tops }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part, children } = next
    const row = part.row + 1
    let heads: number[] = []
    let size = 0
    const endColumn = (): void => {
      if (heads.length > 0) part.parts.push({ box: undefined, column: columnOf(tree, heads), parts: [], row })
      heads = []
      size = 0
    }
    for (const child of children) {
      if (tree.sizes[child] > largest) {
        endColumn()
        const spread: Part = { box: child, column: undefined, parts: [], row }
        part.parts.push(spread)
        open.push({ part: spread, children: tree.children[child] })
        continue
      }
      if (size + tree.sizes[child] > largest) endColumn()
      heads.push(child)
      size += tree.sizes[child]
    }
    endColumn()
  }
  return root
}

function columnOf({ children }: BoxTree, heads: readonly number[]): Column {
  const boxes: number[] = []
  const indents: number[] = []
  const first = heads.length > 1 ? 1 : 0
  const open = heads.toReversed().map((box) => ({ box, indent: first }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { box, indent } = next
    boxes.push(box)
    indents.push(indent)
    for (const child of children[box].toReversed()) open.push({ box: child, indent: indent + 1 })
  }
  return { boxes, indents, heads: heads.length }
}
