import { brokenLines } from '../../kernel/text-layout.js'

const FACE = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
/** The fonts of a box, as in the style sheet. */
export const TITLE_FONT = titleFont(13)
export const SMALL_FONT = `400 11.5px ${FACE}`

/** The font of titles in another size. */
export function titleFont(size: number): string {
  return `600 ${size}px ${FACE}`
}

/** Only this many characters are measured. */
const MEASURED = 400

const context = document.createElement('canvas').getContext('2d')

function widthOf(text: string, font: string): number {
  if (context === null) return text.length * 7
  context.font = font
  return context.measureText(text).width
}

/** A line of text: the part that is shown, and the rest, which is cut off. */
export interface FittedLine {
  readonly shown: string
  readonly rest: string
  /** The width of what is shown, with the dots for the rest. */
  readonly width: number
  /** What separates this line from the text after it: a space, or nothing inside a word. */
  readonly after: string
}

/** A text in lines that fit; each may be cut. Together, the lines have the whole text. */
export function fitText(text: string, font: string, width: number, most: number): FittedLine[] {
  const whole = text.trim()
  // Very long texts are not measured as a whole.
  const lines = brokenLines(whole.slice(0, MEASURED), most, (line) => widthOf(line, font) <= width)
  lines[lines.length - 1] += whole.slice(MEASURED)
  return lines
    .filter((line) => line.trim() !== '')
    .map((line, place, all) => {
      const isInWord = place < all.length - 1 && !line.endsWith(' ')
      return { ...cut(line.trimEnd(), font, width), after: isInWord ? '' : ' ' }
    })
}

function cut(text: string, font: string, width: number): Omit<FittedLine, 'after'> {
  const whole = text.length <= MEASURED ? widthOf(text, font) : Infinity
  if (whole <= width) return { shown: text, rest: '', width: whole }
  const characters = Array.from(text.slice(0, MEASURED))
  let [fits, tooLong] = [0, characters.length]
  while (tooLong - fits > 1) {
    const half = (fits + tooLong) >> 1
    if (widthOf(`${characters.slice(0, half).join('')}…`, font) <= width) fits = half
    else tooLong = half
  }
  const shown = characters.slice(0, fits).join('').trimEnd()
  return { shown, rest: text.slice(shown.length), width: widthOf(`${shown}…`, font) }
}
