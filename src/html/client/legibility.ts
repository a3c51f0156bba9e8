/** The size of a title in a box, in the units of the drawing. */
const TITLE = 13
/** No text of a box is smaller than this on the screen, in pixels. */
const LEAST = 11
/** From this scale on, boxes have all of their texts. */
export const FULL_FROM = LEAST / TITLE
/** Below this scale, there is no room for a title in a box. */
export const BLOCKS_BELOW = 0.34
/** A title that was looked for is at least this large, in pixels. */
const SOUGHT = 12
export const SOUGHT_FROM = SOUGHT / TITLE + 0.01

/** The scales at which titles get another size: a few, so that boxes are rarely made again while zooming. */
const STEPS = [0.7, 0.58, 0.48, 0.4, BLOCKS_BELOW]

/** The size of titles in boxes that have nothing but a title, so that they are legible; 0 for boxes with all of their texts. */
export function titleSizeAt(scale: number): number {
  if (scale >= FULL_FROM) return 0
  return LEAST / (STEPS.find((step) => scale >= step) ?? BLOCKS_BELOW)
}
