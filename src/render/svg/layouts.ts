import { oneOf } from '../../internal.js'
import { BOX_WIDTH } from './box-size.js'
import type { FramePads } from './frame-pads.js'
import type { BoxShape } from './placement.js'

/** How the boxes of a reporting chart are placed. */
export type ChartLayout = 'top-down' | 'left-to-right' | 'indented' | 'compact'

const LAYOUTS: readonly ChartLayout[] = ['top-down', 'left-to-right', 'indented', 'compact']

/** Throws `INVALID_OPTION`. */
export function layoutOption(layout: unknown): ChartLayout {
  return oneOf('layout', layout, LAYOUTS, 'top-down')
}

/** The distances of a layout, along its axes: those of a chart from left to right are turned. */
export interface Steps {
  readonly box: BoxShape
  /** From row to row, from box to box in a column, and between the blocks of a row. */
  readonly row: number
  readonly listed: number
  readonly beside: number
  /** What a column needs below its last box, in addition to the distance to a next one. */
  readonly after: number
  /** How far below a box, or its staff, the line down from it turns. */
  readonly bend: number
  /** How far a box in a column is indented below its manager, and where the line down from the manager is. */
  readonly indent: number
  readonly rail: number
}

/** What the distances depend on. */
export interface Crowding {
  readonly boxes: number
  /** The lines across the tree, which run between its boxes. */
  readonly across: number
  /** The room that frames need around a box; `undefined` without frames. */
  readonly frame: FramePads | undefined
  /** Whether boxes of a column are in different frames. */
  readonly mixed: boolean
}

const RAIL = 10
const NO_FRAME: FramePads = { side: 0, head: 0, foot: 0 }

/** The distances of a layout for boxes of some height. */
export function stepsOf(
  layout: ChartLayout,
  height: number,
  { boxes, across, frame = NO_FRAME, mixed }: Crowding,
): Steps {
  const { side, head, foot } = frame
  const isCompact = layout === 'compact'
  const crowded =
    across === 0 ? 0 : (isCompact ? 4 : 8) + Math.round((isCompact ? 8 : 12) * Math.min(1, across / boxes))
  const framed = frame === NO_FRAME ? 0 : 1
  if (layout === 'left-to-right') {
    const bend = Math.max(24, side + 10 * framed)
    const indent = Math.max(20, head + 6 * framed)
    return {
      box: { width: height, height: BOX_WIDTH },
      row: BOX_WIDTH + bend + Math.max(28, side + 12 * framed),
      listed: BOX_WIDTH + Math.max(16 + crowded, 2 * side + 6),
      beside: Math.max(across === 0 ? 16 : 30, head + foot + 6),
      after: 0,
      bend,
      indent,
      rail: RAIL,
    }
  }
  const bend = Math.max(isCompact ? 15 : 22, foot + 10 * framed)
  const between = isCompact ? 31 : Math.max(44, Math.ceil(height / 2))
  const apart = head + foot + 4 * framed
  const listed = (isCompact ? 11 : 12) + crowded
  const [closest, spaced] = isCompact ? [16, 26] : [24, 40]
  const beside = across === 0 ? closest : spaced
  return {
    box: { width: BOX_WIDTH, height },
    row: height + Math.max(between, bend + head + 8 * framed),
    listed: height + (mixed ? Math.max(listed, apart) : listed),
    beside: Math.max(beside, 2 * side + 8),
    after: mixed ? 0 : Math.max(0, apart - listed),
    bend,
    indent: RAIL + Math.max(10, side + 5 * framed),
    rail: RAIL,
  }
}
