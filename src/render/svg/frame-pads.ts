import type { Picture } from '../picture/picture.js'

/** How far a frame reaches beyond the boxes in it; its name is at the head or at the foot. */
export interface FramePads {
  readonly side: number
  readonly head: number
  readonly foot: number
}

/** Where the name of a frame is: at the edge that lines of the tree rarely cross. */
export type NameAt = 'head' | 'foot'

export const NAME_HEIGHT = 18
const STEP = 6

/** By unit, how many frames are inside its own at most. Larger units come before their parts. */
export function nestingOf({ units }: Pick<Picture, 'units'>): number[] {
  const inside = units.map(() => 0)
  for (let unit = units.length - 1; unit >= 0; unit--) {
    const { partOf } = units[unit]
    if (partOf !== undefined) inside[partOf] = Math.max(inside[partOf], inside[unit] + 1)
  }
  return inside
}

/** The room around the boxes in a frame that has some number of frames inside it. */
export function padsOf(inside: number, nameAt: NameAt): FramePads {
  const side = 8 + STEP * inside
  // A flag on the edge of a box reaches 9 beyond it.
  const narrow = 12 + STEP * inside
  const wide = narrow + NAME_HEIGHT * (inside + 1) - 4
  return nameAt === 'head' ? { side, head: wide, foot: narrow } : { side, head: narrow, foot: wide }
}
