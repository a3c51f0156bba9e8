import type { Org } from '../../internal.js'
import { checkedOptions, invalidOption } from '../picture/checked-options.js'
import { checkedPicture } from '../picture/picture-of.js'
import type { PictureOptions } from '../picture/picture-options.js'
import type { Picture } from '../picture/picture.js'
import { boxSizes } from './box-size.js'
import { latticeMoves, treeConnectors } from './connectors.js'
import { drawnBox } from './drawn-box.js'
import { latticePlacement } from './lattice-placement.js'
import { legend } from './legend.js'
import type { Placement } from './placement.js'
import { SVG_STYLE } from './svg-style.js'
import { treePlacement } from './tree-placement.js'
import { xmlText } from './xml-text.js'

/** How a picture is drawn as SVG. */
export interface SvgOptions<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
> extends PictureOptions<Id, Unit, Data> {
  /** The name of the picture, for those who do not see it. Default: `'Organisation chart'`, `'Career paths'`. */
  readonly title?: string
}

const MARGIN = 28
const ABOVE_LEGEND = 30
const LEAST_WIDTH = 320

/**
 * Draws an org as an SVG of its own size: a printed org chart.
 *
 * A box shows the title of a role, who fills it, its grade, and a stripe in the colour of its unit, which a key below
 * names. Reporting lines are elbows, dotted ones dashed; a dotted line to another manager runs in the room between
 * the boxes, with the arrow at that manager, and so do career moves over a reporting chart. Small teams stand in columns, and how small is chosen by the shape of the whole, so that a
 * chart of thousands is neither a line nor a tower. Careers run from left to right. Colours follow the scheme of the
 * reader, light or dark. Text is text, and each box says in words what it shows, its label uncut.
 *
 * The file has no script, no link and no font, and what is in it is text whatever a label holds.
 *
 * Complexity: O(length of the answer), beside that of {@link pictureOf}; with moves O(n log n) for n of them, and with a
 * line or a move across the tree O(what lies between its ends), at the worst O(boxes log boxes).
 *
 * @param org The org.
 * @param options `title`, and what every picture takes: `root`, `depth`, `lines`, `relations`, `label`, `highlight`,
 * `groupBy`, `collapse`, `order`, `marks`.
 * @returns An SVG document, without a line end after the last line.
 * @throws {@link OrgError} `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toSvg } from 'rolegraph/render'
 *
 * const org = defineOrg({ roles: { lead: { title: 'R&D "Lead"' }, analyst: { reportsTo: 'lead' } } })
 * console.log(/<title>.*?<\/title>/.exec(toSvg(org, { title: 'R&D' }))?.[0]) // => <title>R&amp;D</title>
 * ```
 * @see {@link pictureOf} for what is drawn.
 */
export function toSvg<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
  options?: SvgOptions<NoInfer<Id>, NoInfer<Unit>, Data>,
): string {
  const picture = checkedPicture(org, checkedOptions(org, options, ['title']))
  const title: unknown =
    options?.title ?? (picture.relations === 'career' ? 'Career paths' : 'Organisation chart')
  if (typeof title !== 'string') throw invalidOption('title', title, 'a string')
  return document(picture, title)
}

function document(picture: Picture, title: string): string {
  const { rows, height } = boxSizes(picture)
  const { placement, edges } = placed(picture, height)
  const inside = Math.max(LEAST_WIDTH, placement.width)
  const below = MARGIN + placement.height + ABOVE_LEGEND
  const key = legend(picture, MARGIN, below, inside)
  const size = {
    width: Math.max(inside, key.width) + 2 * MARGIN,
    height: placement.height + 2 * MARGIN + (key.height === 0 ? 0 : ABOVE_LEGEND + key.height),
  }
  const offset = MARGIN + Math.round((size.width - 2 * MARGIN - placement.width) / 2)
  const boxes = picture.boxes.map((box) => {
    return drawnBox(box, picture, rows[box.index], {
      left: placement.left[box.index],
      top: placement.top[box.index],
      height,
    })
  })
  const [width, high] = [String(size.width), String(size.height)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="rg" width="${width}" height="${high}" viewBox="0 0 ${width} ${high}" role="graphics-document" aria-roledescription="organisation chart" aria-label="${xmlText(title)}">`,
    `<title>${xmlText(title)}</title>`,
    `<style>${SVG_STYLE}</style>`,
    `<defs>${arrow('rg-line-end')}${arrow('rg-move-end')}</defs>`,
    `<rect class="rg-paper" width="${width}" height="${high}"/>`,
    `<g transform="translate(${String(offset)} ${String(MARGIN)})">`,
    `<g aria-hidden="true">`,
    ...edges,
    '</g>',
    '<g role="list">',
    ...boxes,
    '</g>',
    '</g>',
    ...(key.rows === '' ? [] : [key.rows]),
    '</svg>',
  ].join('\n')
}

function placed(picture: Picture, boxHeight: number): { placement: Placement; edges: string[] } {
  if (picture.relations === 'career') {
    const placement = latticePlacement(picture, boxHeight)
    return { placement, edges: latticeMoves(picture, placement, boxHeight) }
  }
  const across = picture.moves.length + picture.lines.filter(({ tree }) => !tree).length
  const placement = treePlacement(picture.boxes, boxHeight, across)
  return { placement, edges: treeConnectors(picture, placement, boxHeight) }
}

function arrow(name: string): string {
  return `<marker id="${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="${name}" d="M0 0L8 4L0 8z"/></marker>`
}
