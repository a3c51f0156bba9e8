const FACE = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
/** The fonts of a box, as the style has them. */
export const TITLE_FONT = `600 13px ${FACE}`
export const SMALL_FONT = `400 11.5px ${FACE}`

const context = document.createElement('canvas').getContext('2d')

function widthOf(text: string, font: string): number {
  if (context === null) return text.length * 7
  context.font = font
  return context.measureText(text).width
}

/** A text in lines that fit; where more is left after the last of them, it ends with an ellipsis. */
export function fitText(text: string, font: string, width: number, most: number): string[] {
  // What is far too long is not measured whole.
  const words = text.slice(0, 400).trim().split(/\s+/)
  const lines: string[] = []
  let line = ''
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer, font) <= width) {
      line = longer
      continue
    }
    const isLast = lines.length === most - 1
    if (isLast) return [...lines, cut([line, ...words.slice(index)].join(' ').trim(), font, width)]
    if (line === '') lines.push(cut(word, font, width))
    else {
      lines.push(line)
      line = word
      // A word that is too wide for any line.
      if (widthOf(word, font) > width) line = cut(word, font, width)
    }
  }
  return line === '' ? lines : [...lines, line]
}

function cut(text: string, font: string, width: number): string {
  if (widthOf(text, font) <= width) return text
  const characters = Array.from(text)
  let [fits, tooLong] = [0, characters.length]
  while (tooLong - fits > 1) {
    const half = (fits + tooLong) >> 1
    if (widthOf(`${characters.slice(0, half).join('')}…`, font) <= width) fits = half
    else tooLong = half
  }
  return `${characters.slice(0, fits).join('').trimEnd()}…`
}
