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

export type Point = readonly [x: number, y: number]

/** What of the drawing is in view: boxes by row, and the paths of edges, each once. */
export interface Scene {
  readonly boxes: number[]
  /** What is too small to be a box. */
  readonly bars: string[]
  readonly solid: Set<string>
  readonly dotted: Set<string>
  readonly heads: Set<string>
  /** The edges of the selected role that are not in the tree. */
  readonly near: Set<string>
  readonly nearDotted: Set<string>
  readonly nearHeads: Set<string>
  readonly lit: Set<string>
  readonly litHeads: Set<string>
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
    solid: new Set(),
    dotted: new Set(),
    heads: new Set(),
    near: new Set(),
    nearDotted: new Set(),
    nearHeads: new Set(),
    lit: new Set(),
    litHeads: new Set(),
  }
}

/** Where the path of an edge belongs, and the head of its arrow. */
export function placesOf(
  scene: Scene,
  isLit: boolean,
  isNear: boolean,
  isDotted: boolean,
): readonly [paths: Set<string>, heads: Set<string>] {
  if (isLit) return [scene.lit, scene.litHeads]
  if (isNear) return [isDotted ? scene.nearDotted : scene.near, scene.nearHeads]
  return [isDotted ? scene.dotted : scene.solid, scene.heads]
}

/** Whether two parts have something in common. */
export function meets(a: Rect, b: Rect): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

export function boxRect({ x, y }: Layout, row: number): Rect {
  return { left: x[row], top: y[row], right: x[row] + BOX_WIDTH, bottom: y[row] + BOX_HEIGHT }
}
