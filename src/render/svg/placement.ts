/** Where boxes are placed. */
export interface Placement {
  /** The left edge of each box. */
  readonly left: readonly number[]
  /** The upper edge of each box. */
  readonly top: readonly number[]
  readonly width: number
  readonly height: number
}

/** The size of every box, along the axes of a layout. */
export interface BoxShape {
  readonly width: number
  readonly height: number
}

/** One box, or the boxes of a column, which have consecutive indexes. */
export interface Block {
  readonly first: number
  readonly count: number
  readonly left: number
  readonly right: number
  /** The row of its first box, and how many rows it covers. */
  readonly row: number
  readonly rows: number
}

/**
 * Where the boxes of a tree are placed, with managers above their reports; a chart that runs from left to right is turned when it is drawn.
 * Blocks of one row do not touch, and there is free space between two rows.
 */
export interface TreePlacement extends Placement {
  readonly box: BoxShape
  /**
   * How the line of a box reaches it: on its left edge, from a rail at this distance to the left, or, if undefined, on
   * its upper edge.
   */
  readonly rail: readonly (number | undefined)[]
  /** Where the line down from each box turns to its reports: below its staff. */
  readonly bus: readonly number[]
  /** Where the one line down from each box starts. */
  readonly stem: readonly number[]
  readonly blocks: readonly Block[]
  /** The upper edge of each row. */
  readonly rowTops: readonly number[]
  /** The row of the middle of each box, and of the free space below it. */
  readonly rowOf: readonly number[]
  readonly rowBelow: readonly number[]
}

/** Room for lines across the tree, in addition to the usual distances. */
export interface Room {
  /** By block, then by row of the block: to the left of it. */
  readonly before: ReadonlyMap<number, readonly number[]>
  /** Above each row, and below the last one. */
  readonly above: readonly number[]
  /** To the left and to the right of everything. */
  readonly sides: readonly [left: number, right: number]
}

export const NO_ROOM: Room = { before: new Map(), above: [], sides: [0, 0] }
