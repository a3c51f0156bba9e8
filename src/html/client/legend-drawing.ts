import { svg } from './element.js'
import { fitText, SMALL_FONT } from './fit-text.js'
import { type KeyItem, SAMPLE } from './key-items.js'

const ROW = 20
const GAP = 18
const LONGEST = 320

/** A key as a part of a drawing, in rows of a width, and the height of these. */
export function legendDrawing(
  items: readonly KeyItem[],
  width: number,
): { readonly element: SVGGElement; readonly height: number } {
  let x = 0
  let row = 0
  const parts = items.map(({ sample, text }) => {
    const [{ shown, rest, width: textWidth }] = fitText(text, SMALL_FONT, LONGEST, 1)
    const start = sample.length === 0 ? 0 : SAMPLE.width + 6
    const needed = start + textWidth + GAP
    if (x > 0 && x + needed - GAP > width) {
      x = 0
      row++
    }
    const at = `translate(${x.toFixed(1)} ${row * ROW})`
    x += needed
    const words = rest === '' ? shown : `${shown}…`
    return svg('g', { transform: at }, ...sample, svg('text', { class: 'small', x: start, y: 9.5 }, words))
  })
  return { element: svg('g', {}, ...parts), height: (row + 1) * ROW }
}
