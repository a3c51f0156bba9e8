import type { Channels } from './channels.js'
import type { Room, TreePlacement } from './placement.js'
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

/** Where lines can run in the channels of a tree as it is placed. */
export interface ChannelRanges {
  /** By channel: an x in a slot, a y in a band. */
  readonly low: readonly number[]
  readonly high: readonly number[]
  /** By gap: a y. */
  readonly gapLow: readonly number[]
  readonly gapHigh: readonly number[]
}

/** How far lines stay from the sides of boxes, where an arrowhead needs room, and from their other edges. */
const FROM_SIDE = 11
const FROM_EDGE = 4
/** How far lines may run outside the outermost boxes. */
const OUTSIDE = 28

/** Where lines can run in the channels of a tree that is placed with some room for them. */
export function rangesOf(
  { between, bands, inRow, aboveGap }: Channels,
  { blocks, top, width, height, rowTops, box: { height: boxHeight } }: TreePlacement,
  room: Room,
): ChannelRanges {
  const [more, after] = room.sides
  const low: number[] = []
  const high: number[] = []
  const add = (from: number, to: number, margin: number): void => {
    const inside = Math.min(margin, Math.max(0, Math.floor((to - from) / 2)))
    low.push(from + inside)
    high.push(Math.max(from + inside, to - inside))
  }
  for (const { before, block } of between) {
    const from = before === undefined ? -OUTSIDE - more : blocks[before].right
    const to = block === undefined ? width + OUTSIDE + after : blocks[block].left
    add(from, to, FROM_SIDE)
  }
  const rows = inRow.length
  for (const { row, lowest } of bands) {
    // The last row may reach less far than a box below its upper edge.
    const bottom = row === 0 ? -OUTSIDE - (room.above[0] ?? 0) : rowTops[row - 1] + boxHeight
    const end = row === rows ? height + OUTSIDE + (room.above[row] ?? 0) : rowTops[row]
    const start = lowest.reduce((most, box) => Math.max(most, top[box] + boxHeight), Math.min(bottom, height))
    add(start, end, FROM_EDGE)
  }
  return {
    low,
    high,
    gapLow: aboveGap.map((box) => top[box] + boxHeight + GAP_INSIDE),
    gapHigh: aboveGap.map((box) => top[box + 1] - FROM_EDGE),
  }
}
