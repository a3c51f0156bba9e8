import { givenOptions, invalidOption, LOOK_COLOURS, type Org, trueOrFalse } from '../../internal.js'
import { checkedOptions, PICTURE_OPTIONS } from '../picture/checked-options.js'
import { checkedPicture } from '../picture/picture-of.js'
import type { PictureOptions } from '../picture/picture-options.js'
import type { Picture } from '../picture/picture.js'
import { drawingOf, type DrawingStyle } from './drawing.js'
import { pathElement, rectElement, xmlText } from './elements.js'
import { type ChartLayout, layoutOption } from './layouts.js'
import { legend } from './legend.js'
import { FONTS, styleSheet } from './svg-style.js'

/** How to draw a picture as SVG. */
export interface SvgOptions<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
> extends PictureOptions<Id, Unit, Data> {
  /** The accessible name of the picture. Default: `'Organisation chart'` or `'Career paths'`. */
  readonly title?: string
  /** Whether the key below the chart is drawn, which explains colours and lines. Default: `true`. */
  readonly legend?: boolean
  /**
   * Where boxes are placed. `'top-down'` (the default) has managers above their reports; `'left-to-right'` has them to the left, every box in the column
   * of its layer; `'indented'` is a list, each role indented below its manager; `'compact'` is `'top-down'` on little paper, with larger teams as columns.
   * Careers run from left to right in every layout.
   */
  readonly layout?: ChartLayout
  /**
   * Whether units have frames, in their colours and with their names, a part of a unit inside the frame of the unit. Roles of one unit are kept together, as by
   * `groupBy: 'unit'`. A frame has only roles of its unit inside it, and never cuts a box: a unit whose roles are scattered, or have others between them, has several frames. Default: `false`.
   */
  readonly frames?: boolean
}

const MARGIN = 28
const ABOVE_LEGEND = 30
const LEAST_WIDTH = 320
const NO_KEY = { rows: '', height: 0, width: 0 }

/**
 * Returns an org as an SVG document, drawn like a printed org chart.
 *
 * A box shows the title of a role, its holders, its grade, and a stripe in the colour of its unit; a key below the chart
 * explains the colours. Reporting lines are elbows, dashed if dotted. A dotted line to a further manager runs between
 * the boxes and has an arrowhead at that manager; so do career moves over a reporting chart. Staff, who report by a solid
 * line `as: 'assistant'` or `'adviser'`, are beside the line down from their manager, or first in its column. Small teams are drawn as
 * columns, and how small depends on the shape of the whole chart, so that a chart of thousands of roles is neither a
 * line nor a tower. Careers run from left to right. Marks are a colour, a dash and a flag in words; a removed title is struck out, and
 * ghosts are joined to the chart by lines of dots. On a screen, colours follow the colour scheme of the reader, light
 * or dark; in print, and in software that reads no style sheet, they are light. Text
 * is text, and the title of each box has everything that the box shows, its label uncut.
 *
 * The document has no scripts, links or fonts, and labels are always written as text.
 *
 * Complexity: O(length of the document), in addition to that of {@link pictureOf}; with n moves O(n log n), and for each
 * line or move across the tree O(boxes between its ends), at worst O(boxes log boxes).
 *
 * @param org The org.
 * @param options `title`, `legend`, `layout`, `frames`, and the options of every picture: `root`, `depth`, `lines`, `relations`, `label`, `highlight`,
 * `groupBy`, `collapse`, `order`, `marks`, `dotted`.
 * @returns An SVG document, without a line break after the last line.
 * @throws {@link OrgError} `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toSvg } from 'rolegraph/render'
 *
 * const org = defineOrg({ roles: { lead: { title: 'R&D "Lead"' }, analyst: { reportsTo: 'lead' } } })
 * console.log(/<title>.*?<\/title>/.exec(toSvg(org, { title: 'R&D' }))?.[0]) // => <title>R&amp;D</title>
 * ```
 * @see {@link pictureOf} for what the picture shows.
 */
export function toSvg<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
  options?: SvgOptions<NoInfer<Id>, NoInfer<Unit>, Data>,
): string {
  const given = givenOptions('toSvg', options, [...PICTURE_OPTIONS, 'title', 'legend', 'layout', 'frames'])
  const checked = checkedOptions(org, given)
  const style = {
    layout: layoutOption(given.get('layout')),
    frames: trueOrFalse('frames', given.get('frames'), false),
  }
  const picture = checkedPicture(org, { ...checked, groupBy: checked.groupBy || style.frames })
  const usual = picture.relations === 'career' ? 'Career paths' : 'Organisation chart'
  const hasKey = trueOrFalse('legend', given.get('legend'), true)
  return document(picture, style, titleOption(given.get('title'), usual), hasKey)
}

function titleOption(title: unknown, usual: string): string {
  if (title === undefined) return usual
  if (typeof title !== 'string') throw invalidOption('title', title, 'a string')
  return title
}

function document(picture: Picture, style: DrawingStyle, title: string, hasKey: boolean): string {
  const drawing = drawingOf(picture, style)
  const inside = Math.max(LEAST_WIDTH, drawing.width)
  const below = MARGIN + drawing.height + ABOVE_LEGEND
  const key = hasKey ? legend(picture, MARGIN, below, inside) : NO_KEY
  const size = {
    width: Math.max(inside, key.width) + 2 * MARGIN,
    height: drawing.height + 2 * MARGIN + (key.height === 0 ? 0 : ABOVE_LEGEND + key.height),
  }
  const offset = MARGIN + drawing.left + Math.round((size.width - 2 * MARGIN - drawing.width) / 2)
  const [width, high] = [String(size.width), String(size.height)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="rg" width="${width}" height="${high}" viewBox="0 0 ${width} ${high}" font-family="${FONTS}" role="graphics-document" aria-roledescription="organisation chart" aria-label="${xmlText(title)}">`,
    `<title>${xmlText(title)}</title>`,
    `<style>${styleSheet(style.frames)}</style>`,
    `<defs>${['rg-line-end', 'rg-move-end', 'rg-highlighted-end', ...namedEnds(picture)].map(arrow).join('')}</defs>`,
    rectElement('rg-paper', 0, 0, size.width, size.height),
    `<g transform="translate(${String(offset)} ${String(MARGIN + drawing.top)})">`,
    ...drawing.elements,
    '</g>',
    ...(key.rows === '' ? [] : [key.rows]),
    '</svg>',
  ].join('\n')
}

/** The arrowheads of named lines that the org has. */
function namedEnds({ lineNames }: Picture): string[] {
  return lineNames.slice(0, LOOK_COLOURS).map((_, place) => `rg-n${String(place)}-end`)
}

function arrow(name: string): string {
  return `<marker id="${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">${pathElement(name, 'M0 0L8 4L0 8z')}</marker>`
}
