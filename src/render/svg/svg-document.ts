import { LOOK_COLOURS } from '../../internal.js'
import type { Picture } from '../picture/picture.js'
import { drawingOf, type DrawingStyle, elementsOf } from './drawing.js'
import { pathElement, rectElement, textElement, xmlText } from './elements.js'
import { legend } from './legend.js'
import { FONTS, styleSheet } from './svg-style.js'
import { fitted } from './text-width.js'

/** A picture of a document, with the caption above it if there are several. */
export interface Chart {
  readonly picture: Picture
  readonly caption: string | undefined
}

const MARGIN = 28
const ABOVE_LEGEND = 30
const LEAST_WIDTH = 320
const CAPTION_HEIGHT = 34
const CAPTION_SIZE = 15
/** The distance between two charts. */
const BETWEEN = 64
const NO_KEY = { rows: '', height: 0, width: 0 }

/** The document of charts next to each other, with one key below them. */
export function svgDocument(
  charts: readonly Chart[],
  style: DrawingStyle,
  title: string,
  hasKey: boolean,
): string {
  const pictures = charts.map(({ picture }) => picture)
  const drawings = pictures.map((picture) => drawingOf(picture, style))
  const least = charts.length === 1 ? 0 : LEAST_WIDTH
  const widths = drawings.map(({ width }) => Math.max(least, width))
  const drawn = {
    width: widths.reduce((sum, width) => sum + width, BETWEEN * (charts.length - 1)),
    height: drawings.reduce((most, { height }) => Math.max(most, height), 0),
  }
  const over = charts.length === 1 ? 0 : CAPTION_HEIGHT
  const inside = Math.max(LEAST_WIDTH, drawn.width)
  const below = MARGIN + over + drawn.height + ABOVE_LEGEND
  const key = hasKey ? legend(pictures, MARGIN, below, inside) : NO_KEY
  const size = {
    width: Math.max(inside, key.width) + 2 * MARGIN,
    height: over + drawn.height + 2 * MARGIN + (key.height === 0 ? 0 : ABOVE_LEGEND + key.height),
  }
  let left = MARGIN + Math.round((size.width - 2 * MARGIN - drawn.width) / 2)
  const groups = drawings.map((drawing, place) => {
    const { caption } = charts[place]
    const at = `translate(${String(left + drawing.left)} ${String(MARGIN + over + drawing.top)})`
    const text = caption === undefined ? [] : [captionOf(caption, left, widths[place])]
    left += widths[place] + BETWEEN
    return [
      ...text,
      `<g transform="${at}"${caption === undefined ? '' : ` role="group" aria-label="${xmlText(caption)}"`}>`,
      ...elementsOf(drawing),
      '</g>',
    ]
  })
  return [
    svgStart(pictures, title, style, { ...size, unit: '', shownWidth: size.width, shownHeight: size.height }),
    rectElement('rg-paper', 0, 0, size.width, size.height),
    ...groups.flat(),
    ...(key.rows === '' ? [] : [key.rows]),
    '</svg>',
  ].join('\n')
}

function captionOf(caption: string, left: number, width: number): string {
  return textElement('rg-heading', left, MARGIN + CAPTION_SIZE, fitted(caption, width / CAPTION_SIZE / 1.06))
}

/** The size of a document, and the size at which it is shown. */
export interface DocumentSize {
  readonly width: number
  readonly height: number
  readonly shownWidth: number
  readonly shownHeight: number
  /** The unit of the size at which it is shown. */
  readonly unit: '' | 'mm'
}

/** The start of a document: its title, its style sheet and its arrowheads. */
export function svgStart(
  pictures: readonly Picture[],
  title: string,
  { frames }: DrawingStyle,
  { width, height, shownWidth, shownHeight, unit }: DocumentSize,
): string {
  const shown = `width="${String(shownWidth)}${unit}" height="${String(shownHeight)}${unit}"`
  const ends = new Set(['rg-line-end', 'rg-move-end', 'rg-highlighted-end', ...pictures.flatMap(namedEnds)])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="rg" ${shown} viewBox="0 0 ${String(width)} ${String(height)}" font-family="${FONTS}" role="graphics-document" aria-roledescription="organisation chart" aria-label="${xmlText(title)}">`,
    `<title>${xmlText(title)}</title>`,
    `<style>${styleSheet(frames || pictures.length > 1 || unit === 'mm')}</style>`,
    `<defs>${Array.from(ends, arrow).join('')}</defs>`,
  ].join('\n')
}

/** The arrowheads of named lines that the org has. */
function namedEnds({ lineNames }: Picture): string[] {
  return lineNames.slice(0, LOOK_COLOURS).map((_, place) => `rg-n${String(place)}-end`)
}

function arrow(name: string): string {
  return `<marker id="${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">${pathElement(name, 'M0 0L8 4L0 8z')}</marker>`
}
