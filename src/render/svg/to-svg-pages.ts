import { givenOptions, invalidOption, oneOf, type Org, trueOrFalse } from '../../internal.js'
import { checkedOptions, PICTURE_OPTIONS } from '../picture/checked-options.js'
import { withFields } from '../picture/box-fields.js'
import { checkedPicture } from '../picture/picture-of.js'
import type { PictureOptions } from '../picture/picture-options.js'
import type { Picture } from '../picture/picture.js'
import { type DrawingStyle, elementsOf } from './drawing.js'
import { rectElement, textElement } from './elements.js'
import { type Legend, legend } from './legend.js'
import { type PageDivision, type Sheet, sheetsOf } from './sheets.js'
import { svgStart } from './svg-document.js'
import { styleOptions, titleOption } from './svg-options.js'
import { fitted, wrapped } from './text-width.js'
import type { SvgOptions } from './to-svg.js'

/** How to draw a picture on paper. */
export interface SvgPagesOptions<Id extends string = string, Unit extends string = string, Data = unknown>
  extends
    PictureOptions<Id, Unit, Data>,
    Pick<SvgOptions<Id, Unit, Data>, 'title' | 'fields' | 'legend' | 'layout' | 'frames'> {
  /** The size of a page. Default: `'A4'`. */
  readonly paper?: 'A4' | 'A3'
  /** Default: `'landscape'`. */
  readonly orientation?: 'landscape' | 'portrait'
  /**
   * How a chart that is larger than a page is divided: `'subtrees'` (the default) has as many teams on each page as fit, and says on a box on which page its team
   * is; `'tiles'` has pages that overlap, to be put together: each box is complete on at least one page.
   */
  readonly division?: PageDivision
  /** A date as it is printed at the top of each page, on one line: line breaks become blanks, and a text that is too long is cut. Default: none. */
  readonly date?: string
}

const OWN: {
  readonly [Option in Exclude<keyof SvgPagesOptions, keyof PictureOptions>]-?: true
} = {
  title: true,
  fields: true,
  legend: true,
  layout: true,
  frames: true,
  paper: true,
  orientation: true,
  division: true,
  date: true,
}

/** In landscape, in millimetres. */
const PAPERS = { A4: [297, 210], A3: [420, 297] } as const
/** Printers leave this free, in millimetres. */
const MARGIN = 10
/** Sizes of the head of a page, in millimetres: two sizes of text, and the distance of their lines. */
const TITLE = { size: 4.6, step: 6 }
const SMALL = { size: 3.4, step: 5 }
const BELOW_HEAD = 4
const ABOVE_KEY = 3
const MOST_TITLE_LINES = 12

/**
 * Returns an org as pages to print: SVG documents of the size of the paper, each with the title, the date that you give, its number,
 * what it shows, and a key of the colours on it and of the lines of the chart or team. No text is smaller than 7 points.
 *
 * A chart that fits is on one page. A larger one is divided by teams or into tiles. On pages of teams, lines across the tree are drawn if both ends
 * are on the page; a team that is larger than a page is divided into tiles. The shape of the chart, or of each part, is that of the paper.
 *
 * Complexity: that of {@link toSvg} for each page; for pages of teams, up to O(managers) layouts, each of one page's boxes.
 *
 * @param org The org.
 * @param options `paper`, `orientation`, `division`, `date`, `title`, `fields`, `legend`, `layout`, `frames`, and the options of every picture: `root`, `depth`,
 * `lines`, `relations`, `label`, `highlight`, `groupBy`, `collapse`, `order`, `marks`, `dotted`.
 * @returns The documents in the order of the pages; at least one.
 * @throws {@link OrgError} `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toSvgPages } from 'rolegraph/render'
 *
 * const org = defineOrg({ roles: { lead: { title: 'Head of Delivery' }, analyst: { reportsTo: 'lead' } } })
 * const pages = toSvgPages(org, { paper: 'A3', title: 'Delivery', date: '1 March 2027' })
 * const [page = ''] = pages
 * console.log(pages.length, /width="\w+" height="\w+"/.exec(page)?.[0]) // => 1 width="420mm" height="297mm"
 * ```
 * @see {@link toSvg} for one picture of the whole chart.
 */
export function toSvgPages<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
  options?: SvgPagesOptions<NoInfer<Id>, NoInfer<Unit>, Data>,
): readonly string[] {
  const given = givenOptions('toSvgPages', options, [...PICTURE_OPTIONS, ...Object.keys(OWN)])
  const style = styleOptions(given)
  const paper = oneOf('paper', given.get('paper'), ['A4', 'A3'], 'A4')
  const orientation = oneOf('orientation', given.get('orientation'), ['landscape', 'portrait'], 'landscape')
  const division = oneOf('division', given.get('division'), ['subtrees', 'tiles'], 'subtrees')
  const hasKey = trueOrFalse('legend', given.get('legend'), true)
  const date = given.get('date')
  if (date !== undefined && typeof date !== 'string')
    throw invalidOption('date', date, 'a string, as it is printed')
  const checked = checkedOptions(org, given)
  const grouped = { ...checked, groupBy: checked.groupBy || style.frames }
  const picture = withFields(org, checkedPicture(org, grouped), given)
  const usual = picture.relations === 'career' ? 'Career paths' : 'Organisation chart'
  const title = titleOption(given.get('title'), usual)
  const [long, short] = PAPERS[paper]
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long]
  const lines = titleLines(title, width)
  const page: Page = { width, height, title, date: dateLine(date), style, hasKey, lines }
  const head = lines.length * TITLE.step + SMALL.step + BELOW_HEAD
  const keyHeight = keyOf(picture, page).height
  const below = keyHeight === 0 ? 0 : keyHeight * KEY_SCALE + ABOVE_KEY
  const room = { width: width - 2 * MARGIN, height: height - 2 * MARGIN - head - below }
  const sheets = sheetsOf(picture, style, room, division)
  return sheets.map((sheet, index) =>
    pageOf(sheet, page, { head, index, count: sheets.length, room, keyHeight }),
  )
}

interface Page {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly date: string
  readonly style: DrawingStyle
  readonly hasKey: boolean
  /** The lines of the title. */
  readonly lines: readonly string[]
}

/** What the date and the number of a page may take of the width, in millimetres, and the space before them. */
const RIGHT = { width: 56, before: 4 }

/** All of the title, next to the date and the number of the page. */
function titleLines(title: string, width: number): string[] {
  const free = width - 2 * MARGIN - RIGHT.width - RIGHT.before
  return wrapped(title, free / TITLE.size / 1.06, MOST_TITLE_LINES)
}

function dateLine(date = ''): string {
  return fitted(date.trim().replace(/\s+/g, ' '), RIGHT.width / SMALL.size)
}

/** Millimetres for each unit of the key, whose text then has 7.6 points. */
const KEY_SCALE = 0.235

/** The key of some boxes of a picture, or of all, and of its lines. */
function keyOf(
  picture: Picture,
  { width, hasKey }: Page,
  only?: readonly number[],
  highest?: number,
): Legend {
  if (!hasKey) return { rows: '', height: 0, width: 0 }
  const boxes = only?.map((box) => picture.boxes[box]) ?? picture.boxes
  return legend([{ ...picture, boxes }], 0, 0, (width - 2 * MARGIN) / KEY_SCALE, highest)
}

interface PagePlace {
  readonly head: number
  readonly index: number
  readonly count: number
  readonly room: { readonly width: number; readonly height: number }
  /** The room for the key, in its own units. */
  readonly keyHeight: number
}

/** A page, in tenths of a millimetre. */
function pageOf(
  { picture, drawing, part, isWhole, boxes, scale, caption }: Sheet,
  page: Page,
  { head, index, count, room, keyHeight }: PagePlace,
): string {
  const { width, height, title, date, style, lines } = page
  const number = count === 1 ? '' : `${String(index + 1)} / ${String(count)}`
  const spoken = [title, ...(count === 1 ? [] : [`page ${String(index + 1)} of ${String(count)}`])].join(', ')
  const units = (millimetres: number): number => Math.round(millimetres * 100) / 10
  const text = (classes: string, x: number, y: number, content: string): string =>
    content === '' ? '' : textElement(classes, units(x), units(y), content)
  const right = width - MARGIN
  const firstLine = MARGIN + TITLE.size
  const [drawnWidth, drawnHeight] = [part.width * scale, part.height * scale]
  const left = MARGIN + Math.max(0, (room.width - drawnWidth) / 2)
  const top = MARGIN + head
  const [seenLeft, seenTop] = [part.left - drawing.left, part.top - drawing.top]
  const seen = {
    left: Math.floor(seenLeft),
    top: Math.floor(seenTop),
    right: Math.ceil(seenLeft + part.width),
    bottom: Math.ceil(seenTop + part.height),
  }
  const shift = `translate(${String(drawing.left - part.left)} ${String(drawing.top - part.top)})`
  const at = (x: number, y: number, by: number): string =>
    `translate(${String(units(x))} ${String(units(y))}) scale(${String(Number((by * 10).toFixed(4)))})`
  const key = keyOf(picture, page, boxes, keyHeight)
  const clip = isWhole
    ? ''
    : `<clipPath id="rg-part">${rectElement('rg-clip', 0, 0, units(drawnWidth / scale) / 10, units(drawnHeight / scale) / 10)}</clipPath>`
  return [
    svgStart([picture], spoken, style, {
      width: width * 10,
      height: height * 10,
      shownWidth: width,
      shownHeight: height,
      unit: 'mm',
    }),
    clip,
    rectElement('rg-paper', 0, 0, width * 10, height * 10),
    ...lines.map((line, place) => text('rg-page-title', MARGIN, firstLine + place * TITLE.step, line)),
    text('rg-page-text rg-page-end', right, firstLine, date),
    text('rg-page-text rg-page-end', right, firstLine + TITLE.step, number),
    text('rg-page-text', MARGIN, firstLine + lines.length * TITLE.step, caption),
    `<g transform="${at(left, top, scale)}"${isWhole ? '' : ' clip-path="url(#rg-part)"'}>`,
    `<g transform="${shift}">`,
    ...elementsOf(drawing, isWhole ? undefined : { part: seen, boxes }),
    '</g>',
    '</g>',
    ...(key.rows === ''
      ? []
      : [
          `<g transform="${at(MARGIN, height - MARGIN - key.height * KEY_SCALE, KEY_SCALE)}">`,
          key.rows,
          '</g>',
        ]),
    '</svg>',
  ]
    .filter((line) => line !== '')
    .join('\n')
}
