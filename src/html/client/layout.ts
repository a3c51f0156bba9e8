import { lookAt } from '../../kernel/look.js'
import { NONE } from '../page-data.js'

/** The size of a box, in the units of the drawing. */
export const BOX_WIDTH = 204
export const BOX_HEIGHT = 68
/** The room for the line next to boxes in a column. */
export const RAIL = 20

/** A part of the drawing. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type Point = readonly [x: number, y: number]

/** A box, or the boxes at and below it together, when the drawing is too small for boxes. */
export interface Block extends Rect {
  readonly row: number
  /** Whether everything below the box is part of the block. */
  readonly isTeam: boolean
}

/** The visible part of the drawing: boxes by row, and the paths of edges, each once. */
export interface Scene {
  readonly boxes: number[]
  /** What is drawn instead of boxes where text would be too small to read. */
  readonly blocks: Block[]
  /** The outlines of blocks that are too small for a text; the row is -1 for a team. */
  readonly bars: { readonly row: number; readonly path: string }[]
  /** The paths of edges and arrowheads by their kind, followed by the classes of a name: `dotted n3 dash0`. */
  readonly edges: Map<string, Set<string>>
}

/** The kinds of edges, from the lowest to the one on top. */
export const EDGES = [
  /** Lines of ghosts. */
  'gone',
  'dotted',
  'heads',
  'solid',
  /** Edges of the selected role. */
  'near',
  'near-dotted',
  'near-heads',
  'highlighted',
  'highlighted-heads',
  /** From the old places of roles that have moved to their new ones. */
  'moved-to',
  'moved-heads',
] as const
export type EdgeKind = (typeof EDGES)[number]

/** The paths of one kind. */
export function edgesIn({ edges }: Scene, kind: EdgeKind, name = NONE): Set<string> {
  const key = name === NONE ? kind : `${kind} ${nameClasses(name)}`
  const known = edges.get(key)
  if (known !== undefined) return known
  const made = new Set<string>()
  edges.set(key, made)
  return made
}

/** Where everything is placed in one view of the chart. */
export interface Layout {
  /** The shown boxes in reading order, on screen or not. */
  readonly order: readonly number[]
  /** The position of each row in the order; -1 if it is not shown. */
  readonly position: Int32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly bounds: Rect
  /**
   * What to draw in a part of the drawing: boxes if `detail` is 0, otherwise blocks, where `detail` is the size of one pixel of the
   * screen.
   */
  sceneIn(rect: Rect, detail: number, highlights: Highlights): Scene
}

/** Highlighted roles, and the edges between pairs of them. */
export interface Highlights {
  readonly rows: ReadonlySet<number>
  /** These roles and the managers above them. */
  readonly above: ReadonlySet<number>
  /** The selected role. */
  readonly focus: number
  /** Whether an edge from one role to the other is highlighted. */
  readonly joins: (from: number, to: number) => boolean
  /** Whether a line across the tree is drawn. */
  readonly shows: (from: number, to: number) => boolean
  /** The roles whose line up may be highlighted. */
  readonly along: Iterable<number>
  /** What is written at the edge of boxes, by row: the step in which a role is asked. */
  readonly steps: ReadonlyMap<number, string>
}

/** What a further script highlights for a role. */
export type Marking = Pick<Highlights, 'joins' | 'along' | 'steps'> & { readonly rows: readonly number[] }

/** A placed tree of reporting lines, in any direction. */
export interface TreeLayout extends Layout {
  /** The routes of those lines across the tree that have been in view. */
  readonly routes: Map<number, readonly Point[]>
  /** A route between the boxes, from a point at the second box to one at the first. */
  readonly route: (from: number, to: number, lane: number) => readonly Point[]
  /** The path from a role to the manager that it is placed below. */
  readonly pathUp: (row: number) => string
}

/** A tree from the top down: also the strip of each box, which holds everything that is shown below it. */
export interface PlacedTree extends TreeLayout {
  readonly open: Uint8Array
  /** The rows to show below a row once it is open. */
  readonly below: (row: number) => Int32Array
  /** The left edge, the width and the lower edge of the strip of each box. */
  readonly left: Float64Array
  readonly room: Float64Array
  readonly bottom: Float64Array
  /** Where the line down from each box turns to its reports: below its staff. */
  readonly bus: Float64Array
  /** The left and the right edge of each box together with its rail and staff; those of its column for a box in a column. */
  readonly edgeLeft: Float64Array
  readonly edgeRight: Float64Array
  /** 1 for a box in a column, next to a rail. */
  readonly railed: Uint8Array
  /** 1 for a box in the same column as its manager. */
  readonly listed: Uint8Array
}

export function emptyScene(): Scene {
  return { boxes: [], blocks: [], bars: [], edges: new Map() }
}

/** The sets of a scene that an edge and its arrowhead belong to; `name` is the place of the name of a line, or -1. */
export function setsFor(
  scene: Scene,
  isHighlighted: boolean,
  isNear: boolean,
  isDotted: boolean,
  name = NONE,
): readonly [paths: Set<string>, heads: Set<string>] {
  if (isHighlighted) return [edgesIn(scene, 'highlighted'), edgesIn(scene, 'highlighted-heads')]
  if (isNear)
    return [edgesIn(scene, isDotted ? 'near-dotted' : 'near', name), edgesIn(scene, 'near-heads', name)]
  return [edgesIn(scene, isDotted ? 'dotted' : 'solid', name), edgesIn(scene, 'heads', name)]
}

/** The classes of lines of a name: a colour, and dashes that tell names of one colour apart. */
export function nameClasses(place: number): string {
  const { colour, pattern } = lookAt(place)
  return `n${colour} dash${pattern}`
}

/** Whether two parts overlap or touch. */
export function meets(a: Rect, b: Rect): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

/** The smallest part with both parts. */
export function withBoth(a: Rect, b: Rect): Rect {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

export function boxRect({ x, y }: Layout, row: number): Rect {
  return { left: x[row], top: y[row], right: x[row] + BOX_WIDTH, bottom: y[row] + BOX_HEIGHT }
}

/** The path of an arrowhead that ends at a point, pointing right (1) or left (-1). */
export function arrowHead(x: number, y: number, direction: 1 | -1): string {
  return `M${x} ${y}l${-8 * direction} -4v8z`
}

/** A block narrower or lower than this on the screen is drawn without text. */
const SMALLEST_BLOCK = 12

/** Adds a block to a scene, where `detail` is the size of one pixel of the screen. */
export function addBlock(scene: Scene, block: Block, detail: number): void {
  const { left, top, right, bottom } = block
  if (right - left >= SMALLEST_BLOCK * detail && bottom - top >= SMALLEST_BLOCK * detail)
    scene.blocks.push(block)
  else
    scene.bars.push({
      row: block.isTeam ? NONE : block.row,
      path: `M${left} ${top}H${right}V${bottom}H${left}z`,
    })
}
