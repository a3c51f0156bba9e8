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
import { COLUMNS_OF, rightOf, rowsOf, type Shape, staffRight } from './column-choice.js'
import { type ChartLayout, type Crowding, type Steps, stepsOf } from './layouts.js'
import { type Block, NO_ROOM, type Room, type TreePlacement } from './placement.js'
import { boxTree, type Column, type Part } from './tree-columns.js'

/** A chart up to this width is drawn with peers next to each other. */
const COMFORTABLE = 1800
/** Wider than high, like a screen or a sheet of paper. */
const RATIO = 1.5
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
 * team drawn as a column depends on the layout and on the shape of the whole chart. The result places the boxes, with as much room
 * between them as lines across the tree need. `unitOf` gives the frame of each box, in a chart with frames; a
 * `sheet` of paper gives the shape of the chart.
 */
export function treeLayout(
  boxes: readonly Box[],
  height: number,
  layout: ChartLayout,
  { across, frame, unitOf, sheet }: Surroundings,
): (room?: Room) => TreePlacement {
  const tree = boxTree(boxes)
  const crowding = { boxes: boxes.length, across, frame, mixed: false }
  const apart = unitOf && ((one: number, other: number) => unitOf(one) !== unitOf(other))
  // An indented list is one column, whatever its frames are.
  const breaks = layout === 'indented' ? undefined : apart
  const ratio = sheet === undefined ? RATIO : sheet.width / sheet.height
  const rules = { breaks, comfortable: sheet?.width ?? COMFORTABLE, ratio }
  const usual = stepsOf(layout, height, crowding)
  const root = COLUMNS_OF[layout](tree, usual, rules)
  const isMixed = apart !== undefined && isMixedIn(root, apart)
  const steps = isMixed ? stepsOf(layout, height, { ...crowding, mixed: true }) : usual
  const { spots, columns } = spotsOf(isMixed ? COLUMNS_OF[layout](tree, steps, rules) : root, steps)
  return (room = NO_ROOM) => placed(boxes, steps, spots, columns, frame !== undefined, room)
}

/** What else decides where boxes are placed. */
interface Surroundings extends Pick<Crowding, 'across' | 'frame'> {
  readonly unitOf: UnitOf | undefined
  readonly sheet: Shape | undefined
}

/** The unit of a box, by which frames are told apart. */
type UnitOf = (box: number) => number | undefined

/** Whether some column has boxes of several frames. */
function isMixedIn(root: Part, apart: (one: number, other: number) => boolean): boolean {
  const stack = [root]
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    for (const column of [part.column, part.staff]) {
      if (column === undefined) continue
      for (let box = column.first + 1; box < column.first + column.count; box++) {
        if (apart(box - 1, box)) return true
      }
    }
    stack.push(...part.parts)
  }
  return false
}

function placed(
  boxes: readonly Box[],
  steps: Steps,
  spots: readonly HierarchyNode<Spot>[],
  columns: readonly PlacedColumn[],
  framed: boolean,
  { before, above }: Room,
): TreePlacement {
  const { box: boxShape, bend, indent: step } = steps
  const { width, height } = boxShape
  const roomBefore = ({ block, blockRow }: Spot): number => before.get(block)?.[blockRow] ?? 0
  if (framed) placeApart(spots, steps, roomBefore)
  else {
    const place = tidyTree<Spot>()
      .nodeSize([1, 1])
      .separation((a, b) => {
        const [leftOne, rightOne] = a.data.order < b.data.order ? [a.data, b.data] : [b.data, a.data]
        return leftOne.right + steps.beside + roomBefore(rightOne) + width / 2
      })
    place(spots[0])
  }
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
    isBeside ? x + step : x - width / 2
  const least = columns.reduce(
    (min, column) => Math.min(min, startOf(column) + column.column.indent * step),
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
      left[box] = Math.round(start + inwards * step - least)
      top[box] = rowTops[row + inRow] + down - inRow * steps.row
      stem[box] = left[box] + (boxes[box + 1]?.parent === box && place + 1 < count ? steps.rail : width / 2)
      if (inwards > 0) rail[box] = step - steps.rail
      else if (isBeside) rail[box] = step
      bus[box] = top[box] + height + bend
    }
    if (staff !== undefined) bus[first] = rowTops[row + rowsOf(staff, steps)] + height + bend
    const edge = Math.round(start - least)
    const right = edge + width / 2 + rightOf(column, steps)
    blocks.push({ first, count, left: edge, right, row, rows: rowsOf(column, steps) })
  }
  return {
    box: boxShape,
    left,
    top,
    rail,
    bus,
    stem,
    blocks,
    rowTops,
    rowOf,
    rowBelow,
    width: left.reduce((most, x) => Math.max(most, x + width), 0),
    height: top.reduce((most, y) => Math.max(most, y + height), 0),
  }
}

/**
 * Places every subtree next to its neighbours, and no part of it above or below one of them, so that a frame around it does not
 * enclose others. Takes more room than the tidy tree.
 */
function placeApart(
  spots: readonly HierarchyNode<Spot>[],
  { box, beside }: Steps,
  roomBefore: (spot: Spot) => number,
): void {
  /** How far each subtree reaches to the left and to the right of its top. */
  const reach = spots.map(({ data }) => ({ left: box.width / 2 + roomBefore(data), right: data.right }))
  /** The distance of each top from that above it. */
  const shift = spots.map(() => 0)
  for (let index = spots.length - 1; index >= 0; index--) {
    const parts = (spots[index].children ?? []).map(({ data }) => data.order)
    if (parts.length === 0) continue
    let x = 0
    for (const [place, part] of parts.entries()) {
      if (place > 0) x += reach[parts[place - 1]].right + beside + reach[part].left
      shift[part] = x
    }
    const middle = x / 2
    for (const part of parts) {
      shift[part] -= middle
      reach[index].left = Math.max(reach[index].left, reach[part].left - shift[part])
      reach[index].right = Math.max(reach[index].right, reach[part].right + shift[part])
    }
  }
  spots[0].x = 0
  for (const { x = 0, children = [] } of spots) {
    for (const part of children) part.x = x + shift[part.data.order]
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
      right: isBeside ? staffRight(steps) : rightOf(column, steps),
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

function rowsOfPart({ column, staff }: Part, steps: Steps): number {
  return rowsOf(column, steps) + (staff === undefined ? 0 : rowsOf(staff, steps))
}
