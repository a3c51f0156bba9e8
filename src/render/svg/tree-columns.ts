import type { Box } from '../picture/picture.js'

/** Roles that stand below each other, each a little further in than its manager. */
export interface Column {
  /** Those at its edge, or hung from one rail where they are several; everything below them is in the column too. */
  readonly heads: readonly number[]
  readonly count: number
  /** How far in the furthest box is. */
  readonly deepest: number
}

/** A part of the tree: a box over the parts below it, or a column. The first part is over all tops. */
export interface Part {
  readonly box: number | undefined
  readonly column: Column | undefined
  readonly parts: Part[]
  readonly row: number
}

/** The children of each box, how many boxes are at or below it, and in how many layers below it. */
export interface BoxTree {
  readonly tops: readonly number[]
  readonly children: readonly (readonly number[])[]
  readonly sizes: readonly number[]
  readonly layersBelow: readonly number[]
}

export function boxTree(boxes: readonly Box[]): BoxTree {
  const children: number[][] = boxes.map(() => [])
  const sizes = boxes.map(() => 1)
  const layersBelow = boxes.map(() => 0)
  const tops: number[] = []
  for (const { index, parent } of boxes) (parent === undefined ? tops : children[parent]).push(index)
  // Each box comes after the one that it hangs below.
  for (let index = boxes.length - 1; index >= 0; index--) {
    const { parent } = boxes[index]
    if (parent === undefined) continue
    sizes[parent] += sizes[index]
    layersBelow[parent] = Math.max(layersBelow[parent], layersBelow[index] + 1)
  }
  return { tops, children, sizes, layersBelow }
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
      if (heads.length > 0)
        part.parts.push({ box: undefined, column: columnOf(tree, heads, size), parts: [], row })
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

function columnOf({ layersBelow }: BoxTree, heads: readonly number[], count: number): Column {
  const deepest = heads.reduce((most, head) => Math.max(most, layersBelow[head]), 0)
  return { heads, count, deepest: deepest + firstIndent(heads) }
}

/** A single head stands at the edge; several hang from one rail. */
function firstIndent(heads: readonly number[]): number {
  return heads.length > 1 ? 1 : 0
}

/** The boxes of a column, each below the one that it hangs below, and how far in each is. */
export function columnBoxes({ children }: BoxTree, { heads }: Column): { box: number; indent: number }[] {
  const boxes: { box: number; indent: number }[] = []
  const open: { box: number; indent: number }[] = []
  const openAll = (inOrder: readonly number[], indent: number): void => {
    for (let place = inOrder.length - 1; place >= 0; place--) open.push({ box: inOrder[place], indent })
  }
  openAll(heads, firstIndent(heads))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    boxes.push(next)
    openAll(children[next.box], next.indent + 1)
  }
  return boxes
}
