/*!
 * The layout of trees is that of d3-hierarchy, which is built into rolegraph/render.
 *
 * Copyright 2010-2021 Mike Bostock
 *
 * Permission to use, copy, modify, and/or distribute this software for any purpose
 * with or without fee is hereby granted, provided that the above copyright notice
 * and this permission notice appear in all copies.
 *
 * THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
 * REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
 * FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
 * INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS
 * OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
 * TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
 * THIS SOFTWARE.
 */
import { hierarchy, type HierarchyNode, tree as tidyTree } from 'd3-hierarchy'
import type { Box } from '../picture/picture.js'
import { BOX_WIDTH } from './box-size.js'
import { type Block, NO_ROOM, type Room, type TreePlacement } from './placement.js'
import { boxTree, type BoxTree, type Column, type Part, treeColumns } from './tree-columns.js'

const INDENT = 20
const RAIL = 10
/** How far below a box, or its staff, the line down from it turns. */
const BEND = 22
/** A chart up to this width is drawn with peers next to each other. */
const COMFORTABLE = 1800
/** Wider than high, like a screen or a sheet of paper. */
const RATIO = 1.5

/** The distance from row to row, from box to box in a column, and between the blocks of a row. */
interface Steps {
  readonly row: number
  readonly listed: number
  readonly beside: number
}

/** Lines across the tree run between its boxes. */
function stepsOf(boxes: number, across: number, height: number): Steps {
  const between = Math.max(44, Math.ceil(height / 2))
  if (across === 0) return { row: height + between, listed: height + 12, beside: 24 }
  const crowded = Math.min(1, across / boxes)
  return { row: height + between, listed: height + 20 + Math.round(12 * crowded), beside: 40 }
}

/** A node of the layout: a part, or a further row of a column; each further row is a child of the row before. */
interface Spot {
  readonly part: Part
  /** The rows that it has in the layout: its own, then those of its staff. */
  readonly row: number
  /** Ascends from left to right within a layer. */
  readonly order: number
  readonly right: number
  /** The block that it belongs to, and the row of that block. */
  readonly block: number
  readonly blockRow: number
}

/**
 * The layout of a tree by the algorithm of d3-hierarchy: managers above their reports, small teams as columns. The largest
 * team drawn as a column depends on the shape of the whole chart. The result places the boxes, with as much room between
 * them as lines across the tree need.
 */
export function treeLayout(
  boxes: readonly Box[],
  height: number,
  across: number,
): (room?: Room) => TreePlacement {
  const tree = boxTree(boxes)
  const steps = stepsOf(boxes.length, across, height)
  const root = columnsOf(tree, columnSize(tree, boxes.length, steps), steps)
  const { spots, columns } = spotsOf(root, steps)
  return (room = NO_ROOM) => placed(boxes, height, steps, spots, columns, room)
}

function placed(
  boxes: readonly Box[],
  height: number,
  steps: Steps,
  spots: readonly HierarchyNode<Spot>[],
  columns: readonly PlacedColumn[],
  { before, above }: Room,
): TreePlacement {
  const place = tidyTree<Spot>()
    .nodeSize([1, 1])
    .separation((a, b) => {
      const [leftOne, rightOne] = a.data.order < b.data.order ? [a.data, b.data] : [b.data, a.data]
      const more = before.get(rightOne.block)?.[rightOne.blockRow] ?? 0
      return leftOne.right + steps.beside + more + BOX_WIDTH / 2
    })
  place(spots[0])
  const left: number[] = boxes.map(() => 0)
  const top: number[] = boxes.map(() => 0)
  const rail: (number | undefined)[] = boxes.map(() => undefined)
  const bus: number[] = boxes.map(() => 0)
  const stem: number[] = boxes.map(() => 0)
  const rowOf: number[] = boxes.map(() => 0)
  const rowBelow: number[] = boxes.map(() => 0)
  const blocks: Block[] = []
  const rowTops = rowTopsOf(columns, steps, above)
  const startOf = ({ spot: { x = 0 }, isBeside }: PlacedColumn): number =>
    isBeside ? x + INDENT : x - BOX_WIDTH / 2
  const least = columns.reduce(
    (min, column) => Math.min(min, startOf(column) + column.column.indent * INDENT),
    Infinity,
  )
  for (const each of columns) {
    const { column, row, staff, isBeside } = each
    const start = startOf(each)
    const { first, count, indent } = column
    for (let place = 0, box = first; place < count; place++, box++) {
      const inwards = indent + boxes[box].layer - boxes[first].layer
      const down = place * steps.listed
      // Room above a row moves the boxes of a column that have their middle in it.
      const inRow = Math.floor((down + height / 2) / steps.row)
      rowOf[box] = row + inRow
      rowBelow[box] = row + Math.floor((down + height + GAP_INSIDE) / steps.row)
      left[box] = Math.round(start + inwards * INDENT - least)
      top[box] = rowTops[row + inRow] + down - inRow * steps.row
      stem[box] = left[box] + (boxes[box + 1]?.parent === box && place + 1 < count ? RAIL : BOX_WIDTH / 2)
      if (inwards > 0) rail[box] = INDENT - RAIL
      else if (isBeside) rail[box] = INDENT
      bus[box] = top[box] + height + BEND
    }
    if (staff !== undefined) bus[first] = rowTops[row + rowsOf(staff, steps)] + height + BEND
    const edge = Math.round(start - least)
    const right = edge + BOX_WIDTH / 2 + rightOf(column)
    blocks.push({ first, count, left: edge, right, row, rows: rowsOf(column, steps) })
  }
  return {
    left,
    top,
    rail,
    bus,
    stem,
    blocks,
    rowTops,
    rowOf,
    rowBelow,
    width: left.reduce((most, x) => Math.max(most, x + BOX_WIDTH), 0),
    height: top.reduce((most, y) => Math.max(most, y + height), 0),
  }
}

/** How far below a box the free space between two boxes of a column starts. */
export const GAP_INSIDE = 4

function rowTopsOf(columns: readonly PlacedColumn[], steps: Steps, above: readonly number[]): number[] {
  const rows = columns.reduce((most, { column, row }) => Math.max(most, row + rowsOf(column, steps)), 0)
  const tops: number[] = []
  let top = 0
  // A box may reach a little beyond the last row of its column.
  for (let row = 0; row <= rows + 1; row++) {
    if (row > 0) top += above[row] ?? 0
    tops.push(top)
    top += steps.row
  }
  return tops
}

/** A column with its row, and the node of the layout that it starts at. */
interface PlacedColumn {
  readonly column: Column
  readonly row: number
  readonly spot: HierarchyNode<Spot>
  /** The staff of its only box. */
  readonly staff: Column | undefined
  /** Whether it is the staff of a box, beside the line down from it. */
  readonly isBeside: boolean
}

/** The nodes of the layout, layer by layer; and every part except the root, and the staff of each, in the same order. */
function spotsOf(
  root: Part,
  steps: Steps,
): { spots: readonly HierarchyNode<Spot>[]; columns: readonly PlacedColumn[] } {
  const spots: HierarchyNode<Spot>[] = []
  const columns: PlacedColumn[] = []
  // Nodes are linked here, since d3 would also compute their heights, which are not needed and cost O(depth²).
  const add = (part: Part, row: number, before: Spot | undefined): HierarchyNode<Spot> => {
    const { column, staff } = part
    const isBeside = staff !== undefined && row > 0
    const starts = row === 0 || (row === 1 && staff !== undefined)
    const spot = hierarchy<Spot>({
      part,
      row,
      order: spots.length,
      right: isBeside ? STAFF_RIGHT : rightOf(column),
      block: starts ? columns.length : (before?.block ?? 0),
      blockRow: starts ? 0 : (before?.blockRow ?? 0) + 1,
    })
    spots.push(spot)
    if (isBeside && row === 1)
      columns.push({ column: staff, row: part.row + 1, spot, staff: undefined, isBeside })
    else if (row === 0 && column !== undefined) columns.push({ column, row: part.row, spot, staff, isBeside })
    return spot
  }
  add(root, 0, undefined)
  for (const spot of spots) {
    const { part, row } = spot.data
    if (row + 1 < rowsOfPart(part, steps)) spot.children = [add(part, row + 1, spot.data)]
    else if (part.parts.length > 0) spot.children = part.parts.map((below) => add(below, 0, undefined))
  }
  return { spots, columns }
}

function rightOf(column: Column | undefined): number {
  return BOX_WIDTH / 2 + (column?.deepest ?? 0) * INDENT
}

/** How far the staff of a box reach to the right of the line down from it. */
const STAFF_RIGHT = INDENT + BOX_WIDTH

function rowsOfPart({ column, staff }: Part, steps: Steps): number {
  return rowsOf(column, steps) + (staff === undefined ? 0 : rowsOf(staff, steps))
}

function columnsOf(tree: BoxTree, largest: number, steps: Steps): Part {
  return treeColumns(tree, largest, (column) => rowsOf(column, steps))
}

function rowsOf(column: Column | undefined, steps: Steps): number {
  return column === undefined ? 1 : Math.ceil((column.count * steps.listed) / steps.row)
}

/** The largest team drawn as a column: the size that brings the chart nearest to its best shape. */
function columnSize(tree: BoxTree, count: number, steps: Steps): number {
  const leaves = tree.sizes.reduce((sum, size) => sum + (size === 1 ? 1 : 0), 0)
  if (leaves * (BOX_WIDTH + steps.beside) <= COMFORTABLE) return 1
  const sizes: number[] = []
  for (let size = 1; size <= count; size = Math.ceil(size * 1.35)) sizes.push(size)
  let best = { size: 1, distance: Infinity }
  // Large columns first: they are fast to measure, and the charts of many small columns are too wide.
  for (const size of sizes.reverse()) {
    const { width, height } = shapeOf(columnsOf(tree, size, steps), steps)
    const tooWide = Math.log(width / height / RATIO)
    const distance = Math.abs(tooWide)
    if (distance <= best.distance) best = { size, distance }
    else if (tooWide > best.distance + Math.log(2)) break
  }
  return best.size
}

function shapeOf(root: Part, steps: Steps): { width: number; height: number } {
  let width = 0
  let bottom = 0
  const stack = [root]
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    const { column, staff, parts, row } = part
    const listed = column?.count ?? 1
    const right = staff === undefined ? rightOf(column) : STAFF_RIGHT
    if (parts.length === 0) width += right + BOX_WIDTH / 2 + steps.beside
    const below = staff === undefined ? 0 : rowsOf(staff, steps)
    bottom = Math.max(bottom, (row + below) * steps.row + listed * steps.listed)
    for (const below of parts) stack.push(below)
  }
  return { width, height: bottom }
}
