/** The size of a box, in the units of the drawing. */
export const BOX_WIDTH = 204
export const BOX_HEIGHT = 68

/** A part of the drawing. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What of the drawing is in view: boxes by row, and the paths of edges. */
export interface Scene {
  readonly boxes: number[]
  /** What is too small to be a box. */
  readonly bars: string[]
  readonly solid: string[]
  readonly dotted: string[]
  readonly heads: string[]
  /** The edges of the selected role that are not in the tree. */
  readonly near: string[]
  readonly nearDotted: string[]
  readonly nearHeads: string[]
  readonly lit: string[]
  readonly litHeads: string[]
}

/** Where everything stands in one view of the chart. */
export interface Layout {
  /** The boxes that are shown, wherever they stand, in the order in which they are read. */
  readonly order: readonly number[]
  /** The place of each row in the order; -1 where it is not shown. */
  readonly position: Int32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly bounds: Rect
  /** What there is to draw in a part; at a scale at which less than `detail` cannot be told apart. */
  sceneIn(rect: Rect, detail: number, lit: Lit): Scene
}

/** What is highlighted: roles, and pairs of roles with the edges between them. */
export interface Lit {
  readonly rows: ReadonlySet<number>
  /** The selected role. */
  readonly focus: number
  /** Whether an edge from one to the other is highlighted. */
  readonly joins: (from: number, to: number) => boolean
}

export function emptyScene(): Scene {
  return {
    boxes: [],
    bars: [],
    solid: [],
    dotted: [],
    heads: [],
    near: [],
    nearDotted: [],
    nearHeads: [],
    lit: [],
    litHeads: [],
  }
}

/** Whether two parts have something in common. */
export function meets(a: Rect, b: Rect): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

export function boxRect({ x, y }: Layout, row: number): Rect {
  return { left: x[row], top: y[row], right: x[row] + BOX_WIDTH, bottom: y[row] + BOX_HEIGHT }
}
