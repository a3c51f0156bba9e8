import type { ChartLayout, Steps } from './layouts.js'
import { type BoxTree, type Column, type Part, treeColumns } from './tree-columns.js'

/** How far a compact chart may be from its best shape, as a factor, to take less paper. */
const ANY_SHAPE = 1.6

/** Whether two boxes must not share a column. */
type Breaks = ((one: number, other: number) => boolean) | undefined

export interface Rules {
  readonly breaks: Breaks
  /** A chart up to this width is drawn with peers next to each other. */
  readonly comfortable: number
  readonly ratio: number
}

/** The tree in columns, for each layout. */
export const COLUMNS_OF: Readonly<Record<ChartLayout, (tree: BoxTree, steps: Steps, rules: Rules) => Part>> =
  {
    'top-down': (tree, steps, rules) => {
      const leaves = tree.sizes.reduce((sum, size) => sum + (size === 1 ? 1 : 0), 0)
      const isNarrow = leaves * (steps.box.width + steps.beside) <= rules.comfortable
      return isNarrow ? columnsOf(tree, 1, steps, rules.breaks) : inBestShape(tree, steps, rules)
    },
    'left-to-right': (tree, steps, { breaks }) => columnsOf(tree, 1, steps, breaks),
    indented: (tree, steps, { breaks }) => columnsOf(tree, tree.sizes.length, steps, breaks),
    compact: leastArea,
  }

/** How far a column reaches to the right of the middle of its first box. */
export function rightOf(column: Column | undefined, { box, indent }: Steps): number {
  return box.width / 2 + (column?.deepest ?? 0) * indent
}

/** How far the staff of a box reach to the right of the line down from it. */
export function staffRight({ box, indent }: Steps): number {
  return indent + box.width
}

/** Teams of up to some size as columns. */
function columnsOf(tree: BoxTree, largest: number, steps: Steps, breaks: Breaks): Part {
  return treeColumns(tree, {
    largest: () => largest,
    rowsOf: (column) => rowsOf(column, steps),
    balanced: false,
    breaks,
  })
}

/** Teams as columns that end at about the same height, that of a number of boxes. */
function columnsDownTo(tree: BoxTree, height: number, steps: Steps, breaks: Breaks): Part {
  return treeColumns(tree, {
    largest: (row) => Math.max(1, height - Math.floor((row * steps.row) / steps.listed)),
    rowsOf: (column) => rowsOf(column, steps),
    balanced: true,
    breaks,
  })
}

/** How many rows a column takes up. */
export function rowsOf(column: Column | undefined, { listed, row, after }: Steps): number {
  return column === undefined ? 1 : Math.ceil((column.count * listed + after) / row)
}

/** Sizes to try, the largest first, each by a factor smaller than the one before. */
function sizesUpTo(count: number, factor: number): number[] {
  const sizes: number[] = []
  for (let size = 1; size <= count; size = Math.ceil(size * factor)) sizes.push(size)
  return sizes.reverse()
}

export interface Shape {
  readonly width: number
  readonly height: number
}

/** The tree with the columns that bring the chart nearest to its best shape. */
function inBestShape(tree: BoxTree, steps: Steps, { breaks, ratio }: Rules): Part {
  let best = { size: 1, distance: Infinity }
  // Large columns first: they are fast to measure, and the charts of many small columns are too wide.
  for (const size of sizesUpTo(tree.sizes.length, 1.35)) {
    const { width, height } = shapeOf(columnsOf(tree, size, steps, breaks), steps)
    const tooWide = Math.log(width / height / ratio)
    const distance = Math.abs(tooWide)
    if (distance <= best.distance) best = { size, distance }
    else if (tooWide > best.distance + Math.log(2)) break
  }
  return columnsOf(tree, best.size, steps, breaks)
}

/** The tree with the columns for which the chart takes the least paper, in a shape that is not far from that of a sheet. */
function leastArea(tree: BoxTree, steps: Steps, { breaks, ratio }: Rules): Part {
  let best = { columns: columnsOf, size: 1, cost: Infinity }
  for (const columns of [columnsOf, columnsDownTo]) {
    for (const size of sizesUpTo(tree.sizes.length, 1.15)) {
      const { width, height } = shapeOf(columns(tree, size, steps, breaks), steps)
      const offShape = Math.abs(Math.log(width / height / ratio)) - Math.log(ANY_SHAPE)
      const cost = Math.log(width * height) + 2 * Math.max(0, offShape)
      if (cost < best.cost) best = { columns, size, cost }
    }
  }
  return best.columns(tree, best.size, steps, breaks)
}

function shapeOf(root: Part, steps: Steps): Shape {
  let width = 0
  let bottom = 0
  const stack = [root]
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    const { column, staff, parts, row } = part
    const listed = column?.count ?? 1
    const right = staff === undefined ? rightOf(column, steps) : staffRight(steps)
    if (parts.length === 0) width += right + steps.box.width / 2 + steps.beside
    const below = staff === undefined ? 0 : rowsOf(staff, steps)
    bottom = Math.max(bottom, (row + below) * steps.row + listed * steps.listed)
    for (const below of parts) stack.push(below)
  }
  return { width, height: bottom }
}
