import type { Picture } from '../picture/picture.js'
import type { Behind } from './behind.js'
import type { Rect } from './box-index.js'
import { BOX_WIDTH, boxSizes } from './box-size.js'
import { type Around, connectedTree, type ConnectedTree, latticeMoves } from './connectors.js'
import { drawnBox } from './drawn-box.js'
import { look } from './svg-style.js'
import { drawnFrames } from './frames.js'
import type { FrameRegion } from './frame-regions.js'
import { type NameAt, nestingOf, padsOf } from './frame-pads.js'
import { latticePlacement } from './lattice-placement.js'
import type { ChartLayout } from './layouts.js'
import type { Placement } from './placement.js'
import { treeLayout } from './tree-placement.js'

/** How a picture is drawn. */
export interface DrawingStyle {
  readonly layout: ChartLayout
  /** Whether units have frames. */
  readonly frames: boolean
  /** The size of the sheet of paper whose shape a chart of columns gets. */
  readonly sheet?: { readonly width: number; readonly height: number }
  /** What some boxes say at their lower edges, by index. */
  readonly notes?: ReadonlyMap<number, string>
}

/** A picture as elements within a rectangle. */
export interface Drawing {
  /** Where the elements have their origin in the rectangle. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** What is drawn behind the boxes: units' frames, then lines and names, which are for the eye only. */
  readonly frames: readonly Behind[] | undefined
  readonly lines: readonly Behind[]
  readonly items: readonly string[]
  readonly boxes: Placement & { readonly height: number }
}

const NO_AROUND: Around = { left: 0, top: 0, right: 0, bottom: 0 }

/** Places and draws the boxes, lines and frames of a picture. */
export function drawingOf(picture: Picture, { layout, frames, sheet, notes }: DrawingStyle): Drawing {
  const { rows, height } = boxSizes(picture)
  const isTree = picture.relations !== 'career'
  const nameAt: NameAt = layout === 'left-to-right' || layout === 'indented' ? 'head' : 'foot'
  const framed = frames && isTree && picture.units.length > 0
  const pads = framed ? padsOf(Math.max(...nestingOf(picture)), nameAt) : undefined
  const { placement, around, edges, linesAt } = isTree
    ? treeOf(picture, height, layout, pads, sheet)
    : latticeOf(picture, height)
  const {
    regions,
    frames: drawn,
    names,
  } = framed
    ? drawnFrames(picture, placement, { width: BOX_WIDTH, height }, nameAt, linesAt)
    : { regions: [], frames: [], names: [] }
  const furthest = (side: keyof Around, reach: (region: FrameRegion) => number): number =>
    regions.reduce((most, region) => Math.max(most, reach(region)), around[side])
  const left = furthest('left', (region) => -region.left)
  const top = furthest('top', (region) => -region.top)
  return {
    left,
    top,
    width: left + placement.width + furthest('right', ({ right }) => right - placement.width),
    height: top + placement.height + furthest('bottom', ({ bottom }) => bottom - placement.height),
    frames: framed ? drawn : undefined,
    lines: [...edges, ...names],
    items: picture.boxes.map((each) =>
      drawnBox(each, picture, rows[each.index], {
        left: placement.left[each.index],
        top: placement.top[each.index],
        height,
        note: notes?.get(each.index),
      }),
    ),
    boxes: { ...placement, height },
  }
}

/** A part of a drawing, and the boxes of which something is in it. */
export interface DrawingPart {
  readonly part: Rect
  readonly boxes: readonly number[]
}

/** All elements of a drawing, or those that may be seen in a part of it. */
export function elementsOf({ frames, lines, items }: Drawing, only?: DrawingPart): string[] {
  const drawn = (all: readonly Behind[]): string[] =>
    all.map((each) => each(only?.part)).filter((element) => element !== '')
  return [
    ...(frames === undefined ? [] : ['<g class="rg-frames">', ...drawn(frames), '</g>']),
    '<g aria-hidden="true">',
    ...drawn(lines),
    '</g>',
    `<g role="list"${look('rg-boxes')}>`,
    ...(only === undefined ? items : only.boxes.map((box) => items[box])),
    '</g>',
  ]
}

function treeOf(
  picture: Picture,
  height: number,
  layout: ChartLayout,
  frame: ReturnType<typeof padsOf> | undefined,
  sheet: DrawingStyle['sheet'],
): ConnectedTree {
  const { boxes, lines, moves } = picture
  const across = moves.length + lines.filter(({ tree }) => !tree).length
  const unitOf = frame && ((box: number) => boxes[box].unit)
  const place = treeLayout(boxes, height, layout, { across, frame, unitOf, sheet })
  return connectedTree(picture, place, layout === 'left-to-right')
}

function latticeOf(picture: Picture, height: number): ConnectedTree {
  const placement = latticePlacement(picture, height)
  const edges = latticeMoves(picture, placement, height)
  return { placement, around: NO_AROUND, edges, linesAt: () => [] }
}
