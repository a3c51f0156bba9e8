import type { Picture } from '../picture/picture.js'
import { around, type Behind, wholeElement } from './behind.js'
import { rectElement, textElement, xmlText } from './elements.js'
import { NAME_HEIGHT, type NameAt } from './frame-pads.js'
import { type FrameRegion, frameRegions, type TreeLine } from './frame-regions.js'
import type { BoxShape, Placement } from './placement.js'
import { unitLook } from './svg-style.js'
import { fitted, textWidth } from './text-width.js'

const NAME_SIZE = 11.5
const INSET = 8
const FROM_LINE = 5
const RADIUS = 9
/** A name that would be cut to less than this is left out: the key has it. */
const LEAST_NAME = 28

/** The frames of a picture, and their names, which are drawn over the lines. */
export interface Frames {
  readonly frames: readonly Behind[]
  readonly names: readonly Behind[]
  readonly regions: readonly FrameRegion[]
}

/** Frames around the units of a placed picture, each in the colour of its unit; `linesAt` are those that start or end at a box. */
export function drawnFrames(
  picture: Picture,
  placement: Placement,
  box: BoxShape,
  nameAt: NameAt,
  linesAt: (box: number) => readonly TreeLine[],
): Frames {
  const regions = frameRegions(picture, placement, box, nameAt, linesAt)
  return {
    regions,
    frames: regions.map((region) => {
      const { unit, left, top, right, bottom } = region
      const { place, title } = picture.units[unit]
      const { colour, parts } = unitLook(place)
      const classes = `rg-frame rg-f${String(colour)}${parts === 1 ? '' : ` rg-frame${String(parts)}`}`
      const rect = rectElement(classes, left, top, right - left, bottom - top, RADIUS)
      return wholeElement(`<g><title>${xmlText(title)}</title>${rect}</g>`, region)
    }),
    names: regions.flatMap((region) => nameOf(picture.units[region.unit].title, region, nameAt, linesAt)),
  }
}

/** The name of a frame in the widest part of its edge that no line of the tree crosses. */
function nameOf(
  title: string,
  { boxes, left, top, right, bottom }: FrameRegion,
  nameAt: NameAt,
  linesAt: (box: number) => readonly TreeLine[],
): Behind[] {
  const [from, to] = nameAt === 'head' ? [top + 2, top + NAME_HEIGHT] : [bottom - NAME_HEIGHT, bottom - 2]
  const crossed: (readonly [from: number, to: number])[] = []
  for (const box of boxes) {
    for (const { stretches } of linesAt(box)) {
      for (const { x1, y1, x2, y2 } of stretches) {
        if (Math.max(y1, y2) < from || Math.min(y1, y2) > to) continue
        crossed.push([Math.min(x1, x2) - FROM_LINE, Math.max(x1, x2) + FROM_LINE])
      }
    }
  }
  crossed.sort((a, b) => a[0] - b[0])
  const wanted = Math.ceil(textWidth(title) * NAME_SIZE)
  let free = { start: left + INSET, room: 0 }
  let start = left + INSET
  for (const [first, last] of [...crossed, [right - INSET, Infinity] as const]) {
    const room = Math.min(first, right - INSET) - start
    // The first part that has room for all of it, or the widest one.
    if (free.room < wanted && room > free.room) free = { start, room }
    start = Math.max(start, last)
  }
  if (free.room < Math.min(wanted, LEAST_NAME)) return []
  const name = textElement('rg-name', free.start, to - 4, fitted(title, free.room / NAME_SIZE))
  return [wholeElement(name, around(free.start, from, free.start + free.room, to))]
}
