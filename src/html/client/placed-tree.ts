import type { Layout, Point } from './layout.js'

/** The room for the line beside boxes that stand in a column. */
export const RAIL = 20

/** A placed tree: beside the boxes, the room of each with all that is shown below it. */
export interface PlacedTree extends Layout {
  readonly open: Uint8Array
  /** Those below a row that are shown once it is open. */
  readonly below: (row: number) => Int32Array
  readonly left: Float64Array
  readonly room: Float64Array
  readonly bottom: Float64Array
  /** The ways of those lines across the tree that have been in view. */
  readonly routes: Map<number, readonly Point[]>
  /** 1 where a box stands in a column, beside a rail. */
  readonly railed: Uint8Array
}
