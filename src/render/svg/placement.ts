/** Where boxes stand. */
export interface Placement {
  /** The left edge of each box. */
  readonly left: readonly number[]
  /** The upper edge of each box. */
  readonly top: readonly number[]
  /**
   * How the line of a box reaches it: on its upper edge from between two rows, or on its left edge from a rail that
   * goes down at this distance from it.
   */
  readonly rail: readonly (number | undefined)[]
  readonly width: number
  readonly height: number
}
