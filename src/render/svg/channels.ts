import type { Block, Room, TreePlacement } from './placement.js'
import { GAP_INSIDE } from './tree-placement.js'

export interface Range {
  readonly low: number
  readonly high: number
}

/** How far inside a range a line runs that could not continue straight, if there is room. */
const INSIDE = 8

/** The value itself if it is in the range, else a nearby one inside it. */
export function entered(value: number, low: number, high: number): number {
  if (value >= low && value <= high) return value
  const inside = Math.min(INSIDE, Math.floor((high - low) / 2))
  return value < low ? low + inside : high - inside
}

/** The place of the first of some ascending positions, from one place to another, that is after a position. Inlined, since searches ask it most. */
export function placeAfter(positions: readonly number[], position: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (positions[middle] <= position) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The free space for lines between the boxes of a tree: slots, which are vertical, between two neighbouring blocks; bands,
 * which are horizontal, between two rows; and gaps, which are horizontal, between two boxes of a column, from slot to slot.
 *
 * Channels are numbers: slots first, row by row from left to right, then bands. The same tree has the same numbers, however
 * much room there is.
 */
export interface Channels {
  readonly slots: number
  readonly count: number
  /** Where a line can run in each channel: its x in a slot, its y in a band. */
  readonly low: readonly number[]
  readonly high: readonly number[]
  /** By row, the slots from left to right. */
  readonly inRow: readonly (readonly number[])[]
  /** By slot: the bands at its ends, and the gaps that lead out of it. */
  readonly bandAbove: readonly number[]
  readonly bandBelow: readonly number[]
  readonly gapsLeft: readonly (readonly GapLink[])[]
  readonly gapsRight: readonly (readonly GapLink[])[]
  readonly gapLow: readonly number[]
  readonly gapHigh: readonly number[]
  readonly bands: readonly Band[]
  /** By slot: what limits it on either side; a block, or nothing. */
  readonly between: readonly Between[]
  /** The slots on either side of each box. */
  readonly leftOf: readonly number[]
  readonly rightOf: readonly number[]
}

export interface GapLink {
  readonly gap: number
  readonly to: number
}

/** A band, with its slots in the row above and in the row below: the places of the first and of the last. */
export interface Band {
  readonly row: number
  readonly above: readonly [first: number, last: number]
  readonly below: readonly [first: number, last: number]
}

interface Between {
  readonly first: boolean
  /** The block to the right, and the rows of that block along the slot. */
  readonly block: number | undefined
  readonly rows: number[]
}

/** How far lines stay from the sides of boxes, where an arrowhead needs room, and from their other edges. */
const FROM_SIDE = 11
const FROM_EDGE = 4
/** How far lines may run outside the outermost boxes. */
const OUTSIDE = 28

/** The free space between the boxes of a tree. */
export function channelsOf(placement: TreePlacement, room: Room): Channels {
  const { blocks, top, width, height, rowTops, rowOf, rowBelow } = placement
  const boxHeight = placement.box.height
  const rows = blocksByRow(blocks)
  const [more, after] = room.sides
  const low: number[] = []
  const high: number[] = []
  const channel = (from: number, to: number, margin: number): void => {
    const inside = Math.min(margin, Math.max(0, Math.floor((to - from) / 2)))
    low.push(from + inside)
    high.push(Math.max(from + inside, to - inside))
  }

  const inRow: number[][] = []
  const gapsLeft: GapLink[][] = []
  const gapsRight: GapLink[][] = []
  const gapLow: number[] = []
  const gapHigh: number[] = []
  const between: Between[] = []
  const leftOf: number[] = []
  const rightOf: number[] = []
  for (const [row, here] of rows.entries()) {
    const slots: number[] = []
    inRow.push(slots)
    const continued = row === 0 ? new Map<number, number>() : continuing(rows, blocks, row, inRow[row - 1])
    for (let place = 0; place <= here.length; place++) {
      const block = here.at(place)
      const above = continued.get(place)
      if (above === undefined) {
        const from = place === 0 ? -OUTSIDE - more : blocks[here[place - 1]].right
        const to = block === undefined ? width + OUTSIDE + after : blocks[block].left
        between.push({ first: place === 0, block, rows: [] })
        gapsLeft.push([])
        gapsRight.push([])
        slots.push(low.length)
        channel(from, to, FROM_SIDE)
      } else slots.push(above)
      if (block !== undefined) between[slots[place]].rows.push(row - blocks[block].row)
    }
    for (const [place, block] of here.entries()) {
      const [before, next] = [slots[place], slots[place + 1]]
      const { first, count } = blocks[block]
      const start =
        first + Math.max(0, Math.floor(((row - blocks[block].row) * count) / blocks[block].rows) - 2)
      for (let box = start; box < first + count && rowOf[box] <= row; box++) {
        if (rowOf[box] === row) {
          leftOf[box] = before
          rightOf[box] = next
        }
        if (box + 1 === first + count || rowBelow[box] !== row) continue
        gapsRight[before].push({ gap: gapLow.length, to: next })
        gapsLeft[next].push({ gap: gapLow.length, to: before })
        gapLow.push(top[box] + boxHeight + GAP_INSIDE)
        gapHigh.push(top[box + 1] - FROM_EDGE)
      }
    }
  }
  const slots = low.length

  const bandAbove: number[] = []
  const bandBelow: number[] = []
  const bands: Band[] = []
  for (let row = 0; row <= rows.length; row++) {
    // The last row may reach less far than a box below its upper edge.
    const bottom = row === 0 ? -OUTSIDE - (room.above[0] ?? 0) : rowTops[row - 1] + boxHeight
    const start = Math.min(bottom, height)
    const end = row === rows.length ? height + OUTSIDE + (room.above[row] ?? 0) : rowTops[row]
    const [over, under] = [rows[row - 1] ?? [], rows[row] ?? []].map((each) => uncrossed(each, blocks, row))
    for (const [part, { from, to }] of over.entries()) {
      const below = under[part]
      const isInside = row > 0 && row < rows.length
      // Between two blocks that both continue there is no band: the slot continues.
      if (isInside && from === to && below.from === below.to) continue
      const ends = (rows[row - 1] ?? []).slice(from, to).map((block) => {
        const { first, count } = blocks[block]
        return top[first + count - 1] + boxHeight
      })
      const band = low.length
      channel(Math.max(start, ...ends), end, FROM_EDGE)
      const above: [number, number] = row === 0 ? [0, -1] : [from, to]
      const beneath: [number, number] = row === rows.length ? [0, -1] : [below.from, below.to]
      for (let place = above[0]; place <= above[1]; place++) bandBelow[inRow[row - 1][place]] = band
      for (let place = beneath[0]; place <= beneath[1]; place++) bandAbove[inRow[row][place]] = band
      bands.push({ row, above, below: beneath })
    }
  }
  return {
    slots,
    count: low.length,
    low,
    high,
    inRow,
    bandAbove,
    bandBelow,
    gapsLeft,
    gapsRight,
    gapLow,
    gapHigh,
    bands,
    between,
    leftOf,
    rightOf,
  }
}

/** The slots of a row that continue one of the row above, by their places: both have the same blocks on either side. */
function continuing(
  rows: readonly (readonly number[])[],
  blocks: readonly Block[],
  row: number,
  above: readonly number[],
): Map<number, number> {
  const [over, under] = [rows[row - 1], rows[row]].map((each) => uncrossed(each, blocks, row))
  const found = new Map<number, number>()
  for (const [part, { from, to }] of over.entries()) {
    if (from === to && under[part].from === under[part].to) found.set(under[part].from, above[from])
  }
  return found
}

/** The blocks in each row, from left to right. */
function blocksByRow(blocks: readonly Block[]): number[][] {
  const rows: number[][] = []
  for (const [index, block] of blocks.entries()) {
    for (let row = block.row; row < block.row + block.rows; row++) (rows[row] ??= []).push(index)
  }
  for (const row of rows) row.sort((a, b) => blocks[a].left - blocks[b].left)
  return rows
}

/** The runs of blocks in a row, separated by the blocks that extend across the boundary to the next row. */
function uncrossed(
  inRow: readonly number[],
  blocks: readonly Block[],
  boundary: number,
): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  let from = 0
  for (const [place, block] of inRow.entries()) {
    const { row, rows } = blocks[block]
    if (row >= boundary || row + rows <= boundary) continue
    runs.push({ from, to: place })
    from = place + 1
  }
  return [...runs, { from, to: inRow.length }]
}
