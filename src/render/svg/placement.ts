/** Where boxes stand. */
export interface Placement {
  /** The left edge of each box. */
  readonly left: readonly number[]
  /** The upper edge of each box. */
  readonly top: readonly number[]
  readonly width: number
  readonly height: number
}

/** A box that stands for itself, or the boxes of a column, which follow each other. */
export interface Block {
  readonly first: number
  readonly count: number
  readonly left: number
  readonly right: number
  /** The row of its first box, and how many rows it covers. */
  readonly row: number
  readonly rows: number
}

/** Where the boxes of a tree stand. Blocks that share a row stand apart, and there is free room between two rows. */
export interface TreePlacement extends Placement {
  /**
   * How the line of a box reaches it: on its upper edge from between two rows, or on its left edge from a rail that
   * goes down at this distance from it.
   */
  readonly rail: readonly (number | undefined)[]
  readonly blocks: readonly Block[]
  readonly rowStep: number
}
