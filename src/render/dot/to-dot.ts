import { givenOptions, type Org } from '../../internal.js'
import { HIGHLIGHT, isOldPlace, MARK_COLOURS } from '../picture/marks.js'
import { FOLDED_NOTE, foldedBoxes } from '../picture/folded.js'
import { nestedLines } from '../picture/nested-lines.js'
import { checkedOptions, PICTURE_OPTIONS } from '../picture/checked-options.js'
import { withFields } from '../picture/box-fields.js'
import { checkedPicture } from '../picture/picture-of.js'
import { DIRECTED_OPTIONS, type DirectedOptions, isSideways, withFrames } from '../picture/directed.js'
import type { PictureOptions } from '../picture/picture-options.js'
import type { Box, Picture, PictureLine, PictureMove } from '../picture/picture.js'
import { boxText, yearsText } from '../picture/texts.js'
import { unitHex } from '../svg/svg-style.js'
import { visibleText } from '../picture/visible-text.js'

/** How to write a picture in DOT. */
export interface DotOptions<Id extends string = string, Unit extends string = string, Data = unknown>
  extends PictureOptions<Id, Unit, Data>, DirectedOptions {}

const MOVE = '#1d4ed8'

/**
 * Returns an org in DOT, the language of Graphviz.
 *
 * Each layer is one rank. Solid lines are plain; dotted lines are dashed, with an arrow to the manager; lines across
 * the tree do not affect the placement of boxes. Marks are written on the boxes and coloured; a removed role is dashed, the old
 * place of one that has moved is dotted, and so are the lines to both. With `frames`, each unit is a cluster in its colour, inside that of its larger unit.
 * Career moves run from left to right; moves other than advancements are dashed. Node names are generated, so no id or
 * title is ever read as DOT. In a wide chart, reports of one manager with nothing below them are drawn in columns, and a comment
 * says so.
 *
 * Complexity: O(length of the text), in addition to that of {@link pictureOf}.
 *
 * @param org The org.
 * @param options `layout`, `frames`, `fields`, and the options of every picture: `root`, `depth`, `lines`, `relations`, `label`, `highlight`, `groupBy`,
 * `collapse`, `order`, `marks`, `dotted`.
 * @returns A digraph, without a line break after the last line.
 * @throws {@link OrgError} `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toDot } from 'rolegraph/render'
 *
 * const org = defineOrg({ roles: { lead: { title: 'PMO "Lead"' }, analyst: { reportsTo: 'lead' } } })
 * const lines = toDot(org).split('\n')
 * console.log(lines.filter((line) => line.startsWith('  b')).join(' ').replace(/ +/g, ' '))
 * // =>  b0 [label="PMO \"Lead\""] b1 [label="analyst"] b0 -> b1 [arrowhead=none]
 * ```
 * @see {@link pictureOf} for what the picture shows.
 */
export function toDot<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
  options?: DotOptions<NoInfer<Id>, NoInfer<Unit>, Data>,
): string {
  const given = givenOptions('toDot', options, [...PICTURE_OPTIONS, ...DIRECTED_OPTIONS])
  const checked = withFrames(given, checkedOptions(org, given))
  const sideways = isSideways(given, checked)
  const picture = withFields(org, checkedPicture(org, checked), given)
  // From left to right, many reports of one manager are as high as a list.
  const folded = sideways ? [] : foldedBoxes(picture)
  return [
    ...(folded.length === 0 ? [] : [`// ${FOLDED_NOTE}`]),
    'digraph org {',
    `  graph [rankdir=${sideways ? 'LR' : 'TB'}, newrank=true, nodesep=0.3, ranksep=0.5, charset="UTF-8"]`,
    '  node [shape=box, style="rounded,filled", fillcolor="#f8fafc", color="#64748b", fontname="Helvetica", fontsize=11]',
    '  edge [color="#64748b", fontname="Helvetica", fontsize=9, arrowsize=0.7]',
    ...nestedLines(picture, {
      box: (box) => `${name(box.index)} [${boxAttributes(box, picture).join(', ')}]`,
      open: ({ title, place }, unit) => [
        `subgraph cluster_u${String(unit)} {`,
        `graph [label=${dotString(title)}, style="rounded", color="${unitHex(place)}", fontname="Helvetica", fontsize=11]`,
      ],
      close: '}',
    }),
    ...ranks(picture, new Set(folded.map(([, lower]) => lower))),
    ...picture.lines.map((line) => lineOf(line, picture)),
    ...folded.map(([upper, lower]) => `  ${name(upper)} -> ${name(lower)} [style=invis]`),
    ...picture.moves.map((move) => moveOf(move, picture)),
    '}',
  ].join('\n')
}

function name(box: number): string {
  return `b${String(box)}`
}

function boxAttributes(box: Box, { units }: Picture): string[] {
  const attributes = [`label=${dotString(boxText(box).join('\n'))}`]
  if (box.role === undefined) attributes.push('style="dashed"')
  else if (box.ghost)
    attributes.push(`style="rounded,${isOldPlace(box) ? 'dotted' : 'dashed'}"`, 'fontcolor="#475569"')
  else if (box.planned) attributes.push('style="rounded,filled,dotted"')
  else if (box.vacant) attributes.push('style="rounded,filled,dashed"')
  const plain = box.role !== undefined && !box.ghost && !box.highlighted
  // Two colours with a weight are a stripe in the colour of the unit at the left edge.
  if (plain && box.unit !== undefined)
    attributes.push(`fillcolor="${unitHex(units[box.unit].place)};0.03:#f8fafc"`)
  if (box.mark !== undefined) attributes.push(`color="${MARK_COLOURS[box.mark]}"`, 'penwidth=2')
  if (box.highlighted) attributes.push(`color="${HIGHLIGHT}"`, 'penwidth=2.5', 'fillcolor="#fff7ed"')
  return attributes
}

/** Each layer on one rank, across the trees of several tops too. */
function ranks({ boxes, relations }: Picture, folded: ReadonlySet<number>): string[] {
  if (relations === 'career') return []
  const layers: number[][] = []
  for (const { layer, index } of boxes) if (!folded.has(index)) (layers[layer - 1] ??= []).push(index)
  return layers
    .filter((layer) => layer.length > 1)
    .map((layer) => `  { rank=same; ${layer.map(name).join('; ')} }`)
}

/** From the manager to the report, so that the manager is drawn above. */
function lineOf(
  { from, to, kind, as, tree, ghost, highlighted }: PictureLine,
  { lineNames }: Picture,
): string {
  const attributes = kind === 'solid' ? ['arrowhead=none'] : ['style=dashed', 'dir=back']
  if (ghost) attributes.push('style=dotted')
  if (!tree) attributes.push('constraint=false')
  if (as !== undefined) attributes.push(`label=${dotString(as)}`)
  if (as !== undefined && kind === 'dotted' && !highlighted)
    attributes.push(`color="${unitHex(lineNames.indexOf(as))}"`)
  if (highlighted) attributes.push(`color="${HIGHLIGHT}"`, 'penwidth=2.5')
  return `  ${name(to)} -> ${name(from)} [${attributes.join(', ')}]`
}

function moveOf({ from, to, kind, years, highlighted }: PictureMove, { relations }: Picture): string {
  const attributes = [`color="${highlighted ? HIGHLIGHT : MOVE}"`]
  if (highlighted) attributes.push('penwidth=2.5')
  if (kind !== 'advancement') attributes.push('style=dashed')
  // A lateral move keeps its target on the same rank.
  if (relations === 'both' || kind === 'lateral') attributes.push('constraint=false')
  if (years !== undefined) attributes.push(`label=${dotString(yearsText(years))}`)
  return `  ${name(from)} -> ${name(to)} [${attributes.join(', ')}]`
}

/**
 * A text as a quoted string of DOT that Graphviz draws exactly. Graphviz reads a backslash in a label as an escape, and
 * `&amp;` as an entity, so both are escaped.
 */
function dotString(text: string): string {
  const escaped = visibleText(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('&', '&amp;')
    .replace(/\r\n?|[\n\u2028\u2029]/g, '\\n')
  return `"${escaped}"`
}
