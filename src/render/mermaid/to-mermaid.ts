import { counted, givenOptions, type Org, trueOrFalse, upperLimit } from '../../internal.js'
import { HIGHLIGHT, isOldPlace, MARK_COLOURS } from '../picture/marks.js'
import { FOLDED_NOTE, type FoldedBoxes, foldedBoxes } from '../picture/folded.js'
import { nestedLines } from '../picture/nested-lines.js'
import { type CheckedOptions, checkedOptions, PICTURE_OPTIONS } from '../picture/checked-options.js'
import { withFields } from '../picture/box-fields.js'
import { checkedPicture } from '../picture/picture-of.js'
import { DIRECTED_OPTIONS, type DirectedOptions, isSideways, withFrames } from '../picture/directed.js'
import type { PictureOptions } from '../picture/picture-options.js'
import type { Box, Picture, PictureLine, PictureMove } from '../picture/picture.js'
import { boxText, yearsText } from '../picture/texts.js'
import { unitHex, unitLook } from '../svg/svg-style.js'
import { edgeCount, fitted, roleCount } from './fitted.js'
import { mermaidLabel } from './mermaid-label.js'

/** How to write a picture for Mermaid. */
export interface MermaidOptions<Id extends string = string, Unit extends string = string, Data = unknown>
  extends PictureOptions<Id, Unit, Data>, DirectedOptions {
  /** The most edges to write: Mermaid refuses more than its own `maxEdges`. Default: 500, as in Mermaid. */
  readonly maxEdges?: number
  /** The most characters to write: Mermaid refuses more than its own `maxTextSize`. Default: 50,000, as in Mermaid. */
  readonly maxTextSize?: number
  /**
   * Whether each edge gets an id, `e0`, `e1` and so on, lines before moves, by which a page can style or animate it. Mermaid reads
   * these from version 11.3 on. Default: `false`.
   */
  readonly edgeIds?: boolean
}

const MOST_EDGES = 500
const MOST_TEXT = 50_000
const CLASSES = {
  vacant: 'stroke-dasharray:4 3',
  planned: 'stroke-dasharray:1 4',
  more: 'stroke-dasharray:1 3,fill:none',
  added: `stroke:${MARK_COLOURS.added},stroke-width:2px`,
  removed: `stroke:${MARK_COLOURS.removed},stroke-width:2px,stroke-dasharray:6 3`,
  moved: `stroke:${MARK_COLOURS.moved},stroke-width:2px`,
  changed: `stroke:${MARK_COLOURS.changed},stroke-width:2px`,
  ghost: 'fill:none,stroke-dasharray:2 3',
  lit: `stroke:${HIGHLIGHT},stroke-width:4px`,
}

/**
 * Returns an org as a Mermaid flowchart, which GitHub, GitLab and many editors render.
 *
 * Reporting lines have no arrowhead, and the manager is drawn above; career moves have an arrowhead and their years, and
 * run from left to right. With `frames`, each unit is a subgraph in its colour. Node names are generated, and every label is plain
 * text at every security level of Mermaid, with HTML labels and without; `"` is written as curly quotes and `>` as `›`. Marks are written on the boxes and are classes with a colour; a removed role is dashed,
 * the old place of one that has moved is dotted.
 *
 * In a wide chart, reports of one manager with nothing below them are drawn in columns, and a comment says so.
 *
 * Mermaid refuses a chart of more than `maxEdges` edges or `maxTextSize` characters. A larger chart is reduced: fewer
 * reports of each manager are drawn, with the others as "+37 more", then fewer layers. If that is not enough, and of
 * careers, only the first moves and lines are drawn, and the first roles without any. The first line of the text, which is
 * always written, then says how many edges and roles are left out.
 *
 * Complexity: O(length of the text), in addition to that of {@link pictureOf}; O(log n) pictures if any part is left out.
 *
 * @param org The org.
 * @param options `layout`, `frames`, `fields`, `maxEdges`, `maxTextSize`, `edgeIds`, and the options of every picture: `root`, `depth`, `lines`, `relations`,
 * `label`, `highlight`, `groupBy`, `collapse`, `order`, `marks`, `dotted`.
 * @returns A flowchart, without a line break after the last line.
 * @throws {@link OrgError} `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toMermaid } from 'rolegraph/render'
 *
 * const org = defineOrg({ roles: { lead: { title: 'PMO "Lead"' }, analyst: { reportsTo: 'lead' } } })
 * for (const line of toMermaid(org).split('\n')) console.log(line)
 * // => flowchart TB
 * //      b0["PMO “Lead”"]
 * //      b1["analyst"]
 * //      b0 --- b1
 * ```
 * @see {@link pictureOf} for what the picture shows.
 */
export function toMermaid<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
  options?: MermaidOptions<NoInfer<Id>, NoInfer<Unit>, Data>,
): string {
  const given = givenOptions('toMermaid', options, [
    ...PICTURE_OPTIONS,
    ...DIRECTED_OPTIONS,
    'maxEdges',
    'maxTextSize',
    'edgeIds',
  ])
  const edges = limit('maxEdges', given.get('maxEdges'), MOST_EDGES)
  const length = limit('maxTextSize', given.get('maxTextSize'), MOST_TEXT)
  const edgeIds = trueOrFalse('edgeIds', given.get('edgeIds'), false)
  const checked = withFrames(given, checkedOptions(org, given))
  const sideways = isSideways(given, checked)
  const write = (drawn: Picture, folded?: FoldedBoxes): string => flowchart(drawn, sideways, edgeIds, folded)
  const draw = (tried: CheckedOptions): Picture => withFields(org, checkedPicture(org, tried), given)
  const whole = draw(checked)
  const left = (kept: Picture): string => leftOut(whole, kept)
  const picture = fitted(whole, draw, checked, (tried) => {
    return edgeCount(tried) <= edges && left(tried).length + write(tried).length <= length
  })
  // Folding takes edges too: it is done as far as the limits allow.
  const pairs = sideways ? [] : foldedBoxes(picture).slice(0, edges - edgeCount(picture))
  const folded = `${left(picture)}%% ${FOLDED_NOTE}\n${write(picture, pairs)}`
  return pairs.length > 0 && folded.length <= length ? folded : left(picture) + write(picture)
}

/** A comment that says what is left out: `%% 2 edges and 1 role are left out`. */
function leftOut(whole: Picture, kept: Picture): string {
  const missing = [
    [edgeCount(whole) - edgeCount(kept), 'edge'],
    [roleCount(whole) - roleCount(kept), 'role'],
  ] as const
  const parts = missing.flatMap(([count, noun]) => (count > 0 ? [{ count, text: counted(count, noun) }] : []))
  if (parts.length === 0) return ''
  const verb = parts.length === 1 && parts[0].count === 1 ? 'is' : 'are'
  return `%% ${parts.map(({ text }) => text).join(' and ')} ${verb} left out\n`
}

function limit(option: string, received: unknown, usual: number): number {
  return received === undefined ? usual : upperLimit(option, received, 1)
}

function flowchart(picture: Picture, sideways: boolean, edgeIds: boolean, folded: FoldedBoxes = []): string {
  const id = (place: number): string => (edgeIds ? `e${String(place)}@` : '')
  const { lines, moves } = picture
  return [
    `flowchart ${sideways ? 'LR' : 'TB'}`,
    ...nestedLines(picture, {
      box: (box) => `${name(box.index)}[${mermaidLabel(boxText(box))}]`,
      open: ({ title }, unit) => [`subgraph u${String(unit)}[${mermaidLabel([title])}]`],
      close: 'end',
    }),
    ...lines.map((line, place) => `  ${lineOf(line, id(place))}`),
    ...moves.map((move, place) => `  ${moveOf(move, id(lines.length + place))}`),
    // After the lines and moves, whose styles go by their numbers.
    ...folded.map(([upper, lower]) => `  ${name(upper)} ~~~ ${name(lower)}`),
    ...unitClasses(picture),
    ...frameStyles(picture),
    ...classes(picture),
    ...styledEdges(picture),
  ].join('\n')
}

function name(box: number): string {
  return `b${String(box)}`
}

/** From the manager to the report, so that the manager is drawn above. */
function lineOf({ from, to, kind, as }: PictureLine, id: string): string {
  const label = as === undefined ? '' : `|${mermaidLabel([as])}|`
  return `${name(to)} ${id}${kind === 'solid' ? '---' : '-.-'}${label} ${name(from)}`
}

function moveOf({ from, to, kind, years }: PictureMove, id: string): string {
  const arrow = kind === 'advancement' ? '-->' : '-.->'
  const label = years === undefined ? '' : `|${mermaidLabel([yearsText(years)])}|`
  return `${name(from)} ${id}${arrow}${label} ${name(to)}`
}

/** The border of each box has the colour of its unit; marks and highlights, which come later, have precedence. */
function unitClasses({ boxes, units }: Picture): string[] {
  const membersOf: string[][] = units.map(() => [])
  for (const { unit, index } of boxes) if (unit !== undefined) membersOf[unit].push(name(index))
  return units.flatMap(({ place }, unit) => {
    const members = membersOf[unit]
    const [className, width] = [`unit${String(unit)}`, unitLook(place).parts]
    if (members.length === 0) return []
    return [
      `  classDef ${className} stroke:${unitHex(place)},stroke-width:${String(width)}px`,
      `  class ${members.join(',')} ${className}`,
    ]
  })
}

/** The frame of each unit has its colour. */
function frameStyles({ units, grouped }: Picture): string[] {
  if (!grouped) return []
  return units.map(({ place }, unit) => `  style u${String(unit)} fill:none,stroke:${unitHex(place)}`)
}

function classes({ boxes }: Picture): string[] {
  const belongs: Record<keyof typeof CLASSES, (box: Box) => boolean> = {
    vacant: ({ vacant, planned }) => vacant && planned !== true,
    planned: ({ planned }) => planned === true,
    more: ({ role }) => role === undefined,
    added: ({ mark }) => mark === 'added',
    removed: ({ mark }) => mark === 'removed',
    moved: ({ mark }) => mark === 'moved',
    changed: ({ mark }) => mark === 'changed',
    ghost: isOldPlace,
    lit: ({ highlighted }) => highlighted,
  }
  return (Object.keys(CLASSES) as (keyof typeof CLASSES)[]).flatMap((className) => {
    const members = boxes.filter(belongs[className]).map(({ index }) => name(index))
    return members.length === 0
      ? []
      : [`  classDef ${className} ${CLASSES[className]}`, `  class ${members.join(',')} ${className}`]
  })
}

type StyledEdge = Pick<PictureLine, 'highlighted'> &
  Partial<Pick<PictureLine, 'as' | 'ghost'>> & { kind: string }

function styledEdges({ lines, moves, lineNames }: Picture): string[] {
  const edges: readonly StyledEdge[] = [...lines, ...moves]
  const dotted = new Map(lineNames.map((lineName): [string, string[]] => [lineName, []]))
  for (const [place, { as, kind }] of edges.entries())
    if (as !== undefined && kind === 'dotted') dotted.get(as)?.push(String(place))
  const styled = (places: readonly string[], style: string): string[] =>
    places.length === 0 ? [] : [`  linkStyle ${places.join(',')} ${style}`]
  const placesOf = (belongs: (edge: StyledEdge) => boolean): string[] =>
    edges.flatMap((edge, place) => (belongs(edge) ? [String(place)] : []))
  return [
    ...Array.from(dotted.values()).flatMap((places, place) => styled(places, `stroke:${unitHex(place)}`)),
    ...styled(
      placesOf(({ ghost }) => ghost === true),
      'stroke-dasharray:1 4',
    ),
    ...styled(
      placesOf(({ highlighted }) => highlighted),
      `stroke:${HIGHLIGHT},stroke-width:4px`,
    ),
  ]
}
