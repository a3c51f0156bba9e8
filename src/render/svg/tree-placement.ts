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
/** A chart up to this width is drawn with each box beside its peers. */
const COMFORTABLE = 1800
/** Wider than high, as a screen and a sheet of paper are. */
const RATIO = 1.5

/** From row to row, from box to box of a column, and between the blocks of a row. */
interface Steps {
  readonly row: number
  readonly listed: number
  readonly beside: number
}

/** Lines across the tree run in the room between its boxes; the more there are, the more room there is. */
function stepsOf(boxes: number, across: number, height: number): Steps {
  if (across === 0) return { row: height + 44, listed: height + 12, beside: 24 }
  const crowded = Math.min(1, across / boxes)
  const more = (least: number, further: number): number => least + Math.round(further * crowded)
  return { row: height + more(44, 24), listed: height + more(20, 12), beside: more(40, 60) }
}

/** A part and where it stands, for the layout; a column takes as many nodes below each other as it covers rows. */
interface Spot {
  readonly part: Part
  /** Its place from left to right among the spots of a row. */
  order: number
  readonly right: number
}

/**
 * Places a tree: managers above their reports, small teams as columns, by the algorithm of d3-hierarchy. How large a
 * team may be to stand as a column is chosen by the shape of the whole, and the room between boxes by the number of lines
 * that lead across the tree.
 */
export function treePlacement(boxes: readonly Box[], height: number, across: number): TreePlacement {
  const tree = boxTree(boxes)
  const steps = stepsOf(boxes.length, across, height)
  const root = treeColumns(tree, columnSize(tree, boxes.length, steps))
  const left: number[] = boxes.map(() => 0)
  const top: number[] = boxes.map(() => 0)
  const rail: (number | undefined)[] = boxes.map(() => undefined)

  const placed = placedParts(root, steps)
  for (const { part, x } of placed) {
    const start = x - BOX_WIDTH / 2
    if (part.box !== undefined) {
      left[part.box] = start
      top[part.box] = part.row * steps.row
    }
    for (const [place, box] of (part.column?.boxes ?? []).entries()) {
      const indent = part.column?.indents[place] ?? 0
      left[box] = start + indent * INDENT
      top[box] = part.row * steps.row + place * steps.listed
      rail[box] = indent === 0 ? undefined : INDENT - RAIL
    }
  }
  const least = left.reduce((min, x) => Math.min(min, x), Infinity)
  const lefts = left.map((x) => Math.round(x - least))
  return {
    left: lefts,
    top,
    rail,
    blocks: placed.flatMap(({ part, x }) => blockOf(part, Math.round(x - BOX_WIDTH / 2 - least), steps)),
    rowStep: steps.row,
    width: lefts.reduce((most, x) => Math.max(most, x + BOX_WIDTH), 0),
    height: top.reduce((most, y) => Math.max(most, y + height), 0),
  }
}

function blockOf({ box, column, row }: Part, left: number, steps: Steps): Block[] {
  if (box !== undefined) return [{ boxes: [box], left, right: left + BOX_WIDTH, row, rows: 1 }]
  if (column === undefined) return []
  const right = left + BOX_WIDTH / 2 + rightOf(column)
  return [{ boxes: column.boxes, left, right, row, rows: rowsOf(column, steps) }]
}

/** The parts with the middle of their first box. */
function placedParts(root: Part, steps: Steps): { part: Part; x: number }[] {
  const spots = spotsOf(root, steps)
  const place = tidyTree<Spot>()
    .nodeSize([1, 1])
    .separation((a, b) => {
      const [first] = a.data.order < b.data.order ? [a, b] : [b, a]
      return first.data.right + steps.beside + BOX_WIDTH / 2
    })
  place(spots)
  const placed: { part: Part; x: number }[] = []
  const seen = new Set<Part>()
  spots.eachBefore((node) => {
    // The further nodes of a column stand for the room that it takes.
    if (!seen.has(node.data.part)) placed.push({ part: node.data.part, x: node.x ?? 0 })
    seen.add(node.data.part)
  })
  return placed
}

function spotsOf(root: Part, steps: Steps): HierarchyNode<Spot> {
  // Nodes are linked by hand: d3's own way takes the square of the depth for the heights, which nobody asks for.
  const nodeOf = (part: Part, parent: HierarchyNode<Spot> | null): HierarchyNode<Spot> => {
    const node = hierarchy<Spot>({ part, order: 0, right: rightOf(part.column) })
    node.parent = parent
    Object.assign(node, { depth: parent === null ? 0 : parent.depth + 1 })
    if (parent !== null) (parent.children ??= []).push(node)
    return node
  }
  const top = nodeOf(root, null)
  const open = [top]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const below = node.data.part.parts.map((part) => nodeOf(part, node))
    open.push(...below.filter(({ data }) => data.part.column === undefined))
    for (const first of below) {
      const rows = rowsOf(first.data.part.column, steps)
      for (let row = 1, last = first; row < rows; row++) last = nodeOf(first.data.part, last)
    }
  }
  let order = 0
  top.eachBefore(({ data }) => (data.order = order++))
  return top
}

function rightOf(column: Column | undefined): number {
  const deepest = column?.indents.reduce((most, indent) => Math.max(most, indent), 0) ?? 0
  return BOX_WIDTH / 2 + deepest * INDENT
}

function rowsOf(column: Column | undefined, steps: Steps): number {
  return column === undefined ? 1 : Math.ceil((column.boxes.length * steps.listed) / steps.row)
}

/** The size of a team up to which it stands as a column: the one that brings the chart nearest to its best shape. */
function columnSize(tree: BoxTree, count: number, steps: Steps): number {
  let best = { size: 1, distance: Infinity }
  for (let size = 1; size <= count; size = Math.ceil(size * 1.35)) {
    const shape = shapeOf(treeColumns(tree, size), steps)
    if (size === 1 && shape.width <= COMFORTABLE) return 1
    const distance = Math.abs(Math.log(shape.width / shape.height / RATIO))
    if (distance < best.distance) best = { size, distance }
    if (size === count) break
  }
  return best.size
}

function shapeOf(root: Part, steps: Steps): { width: number; height: number } {
  let width = 0
  let bottom = 0
  const open = [root]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { column, parts, row } = part
    const listed = column?.boxes.length ?? 1
    if (parts.length === 0) width += rightOf(column) + BOX_WIDTH / 2 + steps.beside
    bottom = Math.max(bottom, row * steps.row + listed * steps.listed)
    for (const below of parts) open.push(below)
  }
  return { width, height: bottom }
}
