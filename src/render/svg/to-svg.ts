import { type GivenOptions, givenOptions, invalidOption, type Org, trueOrFalse } from '../../internal.js'
import { checkedOptions, PICTURE_OPTIONS } from '../picture/checked-options.js'
import { type FieldOptions, withFields } from '../picture/box-fields.js'
import { checkedPicture } from '../picture/picture-of.js'
import type { PictureOptions } from '../picture/picture-options.js'
import type { DrawingStyle } from './drawing.js'
import type { ChartLayout } from './layouts.js'
import { type Chart, svgDocument } from './svg-document.js'
import { styleOptions, titleOption } from './svg-options.js'
import { twoCharts } from './two-charts.js'

/** How to draw a picture as SVG. */
export interface SvgOptions<Id extends string = string, Unit extends string = string, Data = unknown>
  extends PictureOptions<Id, Unit, Data>, FieldOptions {
  /** The accessible name of the picture. Default: `'Organisation chart'` or `'Career paths'`. */
  readonly title?: string
  /** Whether the key below the chart is drawn, which explains colours and lines. Default: `true`. */
  readonly legend?: boolean
  /**
   * Where boxes are placed. `'top-down'` (the default) has managers above their reports; `'left-to-right'` has them to the left: boxes of one layer
   * share a column, but staff move the boxes after them, and what is below these, further to the right; `'indented'` is a list, each role indented below its manager; `'compact'` is `'top-down'` with larger teams as columns, which
   * takes less paper unless many dotted lines run between them.
   * Careers run from left to right in every layout.
   */
  readonly layout?: ChartLayout
  /**
   * Whether units have frames, in their colours and with their names, and a sub-unit's frame lies inside its unit's. Roles of one unit are kept together, as by
   * `groupBy: 'unit'`. A frame has only roles of its unit inside it, and never cuts a box: a unit whose roles are scattered, or separated by roles of other units, has several frames. Default: `false`.
   */
  readonly frames?: boolean
  /**
   * The org after some changes. Both are then drawn next to each other, each with a caption and with marks: what is removed, moved or changed on the left, what is
   * added, moved or changed on the right. Units and lines have the same colours on both sides. `root` is in both orgs, each role of `highlight` must be in at least
   * one of them; `marks` are left out. Default: one chart.
   */
  readonly after?: Org
  /** The captions of two charts. Default: `['Before', 'After']`. */
  readonly captions?: readonly [before: string, after: string]
}

/** The options that only this output has. The compiler reports a missing one. */
const OWN: { readonly [Option in Exclude<keyof SvgOptions, keyof PictureOptions>]-?: true } = {
  title: true,
  legend: true,
  layout: true,
  frames: true,
  after: true,
  fields: true,
  captions: true,
}

/**
 * Returns an org as an SVG document, drawn like a printed org chart.
 *
 * A box shows the title of a role, its holders, its grade, and a stripe in the colour of its unit; a key below the chart
 * explains the colours. Reporting lines are elbows, dashed if dotted. A dotted line to a further manager runs between
 * the boxes and has an arrowhead at that manager; so do career moves over a reporting chart. Staff, who report by a solid
 * line `as: 'assistant'` or `'adviser'`, are beside the line down from their manager, or first in its column. Small teams are drawn as
 * columns: the size limit depends on the chart, so that large ones are neither too wide nor too tall. Careers run from left to right. Marks are a colour, a dash and a flag in words; a removed title is struck out, and
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
 * @param options `title`, `fields`, `legend`, `layout`, `frames`, `after`, `captions`, and the options of every picture: `root`, `depth`, `lines`, `relations`, `label`, `highlight`,
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
 * @see {@link pictureOf} for what the picture shows, {@link toSvgPages} for paper.
 */
export function toSvg<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
  options?: SvgOptions<NoInfer<Id>, NoInfer<Unit>, Data>,
): string {
  const given = givenOptions('toSvg', options, [...PICTURE_OPTIONS, ...Object.keys(OWN)])
  const style = styleOptions(given)
  const hasKey = trueOrFalse('legend', given.get('legend'), true)
  const charts =
    given.get('after') === undefined ? [oneChart(org, given, style)] : twoCharts(org, given, style)
  const usual = charts[0].picture.relations === 'career' ? 'Career paths' : 'Organisation chart'
  return svgDocument(charts, style, titleOption(given.get('title'), usual), hasKey)
}

function oneChart(org: Org, given: GivenOptions, { frames }: DrawingStyle): Chart {
  if (given.get('captions') !== undefined)
    throw invalidOption('captions', given.get('captions'), 'used only with `after`')
  const checked = checkedOptions(org, given)
  const picture = withFields(
    org,
    checkedPicture(org, { ...checked, groupBy: checked.groupBy || frames }),
    given,
  )
  return { picture, caption: undefined }
}
