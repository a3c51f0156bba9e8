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
import type { Block, TreePlacement } from './placement.js'
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

/** Lines across the tree run between its boxes; the more there are, the wider the distances. */
function stepsOf(boxes: number, across: number, height: number): Steps {
  if (across === 0) return { row: height + 44, listed: height + 12, beside: 24 }
  const crowded = Math.min(1, across / boxes)
  const more = (least: number, further: number): number => least + Math.round(further * crowded)
  return { row: height + more(44, 24), listed: height + more(20, 12), beside: more(40, 60) }
}

/** A node of the layout: a part, or a further row of a column; each further row is a child of the row before. */
interface Spot {
  readonly part: Part
  /** The rows that it has in the layout: its own, then those of its staff. */
  readonly row: number
  /** Ascends from left to right within a layer. */
  readonly order: number
  readonly right: number
}

/**
 * Places a tree with the algorithm of d3-hierarchy: managers above their reports, small teams as columns. The largest
 * team drawn as a column depends on the shape of the whole chart, and the distance between boxes on the number of lines
 * across the tree.
 */
export function treePlacement(boxes: readonly Box[], height: number, across: number): TreePlacement {
  const tree = boxTree(boxes)
  const steps = stepsOf(boxes.length, across, height)
  const root = columnsOf(tree, columnSize(tree, boxes.length, steps), steps)
  const left: number[] = boxes.map(() => 0)
  const top: number[] = boxes.map(() => 0)
  const rail: (number | undefined)[] = boxes.map(() => undefined)
  const rowsBelow: number[] = boxes.map(() => 0)
  const blocks: Block[] = []
  const placed = placedParts(root, steps)
  const least = placed.reduce(
    (min, { column, start }) => Math.min(min, start + column.indent * INDENT),
    Infinity,
  )
  for (const { column, row, start, staff, isBeside } of placed) {
    const { first, count, indent } = column
    if (staff !== undefined) rowsBelow[first] = rowsOf(staff, steps)
    for (let place = 0, box = first; place < count; place++, box++) {
      const inwards = indent + boxes[box].layer - boxes[first].layer
      left[box] = Math.round(start + inwards * INDENT - least)
      top[box] = row * steps.row + place * steps.listed
      if (inwards > 0) rail[box] = INDENT - RAIL
      else if (isBeside) rail[box] = INDENT
    }
    const edge = Math.round(start - least)
    const right = edge + BOX_WIDTH / 2 + rightOf(column)
    blocks.push({ first, count, left: edge, right, row, rows: rowsOf(column, steps) })
  }
  return {
    left,
    top,
    rail,
    bus: top.map((y, box) => y + rowsBelow[box] * steps.row + height + BEND),
    blocks,
    rowStep: steps.row,
    width: left.reduce((most, x) => Math.max(most, x + BOX_WIDTH), 0),
    height: top.reduce((most, y) => Math.max(most, y + height), 0),
  }
}

/** A column with its row and left edge. */
interface PlacedColumn {
  readonly column: Column
  readonly row: number
  readonly start: number
  /** The staff of its only box. */
  readonly staff: Column | undefined
  /** Whether it is the staff of a box, beside the line down from it. */
  readonly isBeside: boolean
}

/** Every part except the root, and the staff of each. */
function placedParts(root: Part, steps: Steps): PlacedColumn[] {
  const spots = spotsOf(root, steps)
  const place = tidyTree<Spot>()
    .nodeSize([1, 1])
    .separation((a, b) => {
      const leftOne = a.data.order < b.data.order ? a : b
      return leftOne.data.right + steps.beside + BOX_WIDTH / 2
    })
  place(spots[0])
  return spots.flatMap(({ data: { part, row }, x = 0 }): PlacedColumn[] => {
    const { column, staff } = part
    if (column === undefined) return []
    if (row === 0) return [{ column, row: part.row, start: x - BOX_WIDTH / 2, staff, isBeside: false }]
    return row === 1 && staff !== undefined
      ? [{ column: staff, row: part.row + 1, start: x + INDENT, staff: undefined, isBeside: true }]
      : []
  })
}

/** The nodes of the layout, layer by layer. */
function spotsOf(root: Part, steps: Steps): HierarchyNode<Spot>[] {
  const spots: HierarchyNode<Spot>[] = []
  // Nodes are linked here, since d3 would also compute their heights, which are not needed and cost O(depth²).
  const add = (part: Part, row: number): HierarchyNode<Spot> => {
    const right = part.staff !== undefined && row > 0 ? STAFF_RIGHT : rightOf(part.column)
    const spot = hierarchy<Spot>({ part, row, order: spots.length, right })
    spots.push(spot)
    return spot
  }
  add(root, 0)
  for (const spot of spots) {
    const { part, row } = spot.data
    if (row + 1 < rowsOfPart(part, steps)) spot.children = [add(part, row + 1)]
    else if (part.parts.length > 0) spot.children = part.parts.map((below) => add(below, 0))
  }
  return spots
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
