import type { Org } from '../../internal.js'
import { boxText } from '../picture/box-text.js'
import { type CheckedOptions, checkedOptions, count } from '../picture/checked-options.js'
import { nestedLines } from '../picture/nested-lines.js'
import { checkedPicture } from '../picture/picture-of.js'
import type { PictureOptions } from '../picture/picture-options.js'
import type { Box, Picture, PictureLine, PictureMove } from '../picture/picture.js'
import { yearsText } from '../picture/years-text.js'
import { edgeCount, fitted } from './fitted.js'
import { mermaidLabel } from './mermaid-label.js'

/** How a picture is written for Mermaid. */
export interface MermaidOptions<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
> extends PictureOptions<Id, Unit, Data> {
  /** How many edges at most: Mermaid draws no more than its `maxEdges`. Default: 500, as there. */
  readonly maxEdges?: number
  /** How many characters at most: Mermaid reads no more than its `maxTextSize`. Default: 50,000, as there. */
  readonly maxTextSize?: number
}

const MOST_EDGES = 500
const MOST_TEXT = 50_000
/** The room of the line that says how many edges are left out. */
const REMARK = 50
const CLASSES = {
  vacant: 'stroke-dasharray:4 3',
  more: 'stroke-dasharray:1 3,fill:none',
  added: 'stroke:#15803d,stroke-width:2px',
  removed: 'stroke:#b91c1c,stroke-width:2px',
  moved: 'stroke:#7e22ce,stroke-width:2px',
  lit: 'stroke:#c2410c,stroke-width:4px',
}

/**
 * Writes an org as a flowchart of Mermaid, which GitHub, GitLab and many editors draw.
 *
 * Reporting lines have no arrow, the manager stands above; career moves have an arrow and their years, and run from left
 * to right. With `groupBy` each unit is a subgraph. The names of nodes are generated, and a
 * label is text at every security level of Mermaid, whatever is in it. (Where a site turns `htmlLabels` off, Mermaid
 * shows quotes and other signs of labels by number, `#34;`.)
 *
 * Mermaid refuses a chart of more than `maxEdges` edges or `maxTextSize` characters. Of a larger one fewer reports of each manager are drawn, the
 * others as "+37 more", and where that is not enough fewer layers; of careers, the first moves. The first line of such a
 * text says how many edges are left out.
 *
 * Complexity: O(length of the answer), beside that of {@link pictureOf}; that of log n pictures where edges are left out.
 *
 * @param org The org.
 * @param options `maxEdges`, `maxTextSize`, and what every picture takes: `root`, `depth`, `lines`, `relations`, `label`, `highlight`,
 * `groupBy`, `collapse`, `order`, `marks`.
 * @returns A flowchart, without a line end after the last line.
 * @throws {@link OrgError} `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toMermaid } from 'rolegraph/render'
 *
 * const org = defineOrg({ roles: { lead: { title: 'PMO "Lead"' }, analyst: { reportsTo: 'lead' } } })
 * for (const line of toMermaid(org).split('\n')) console.log(line)
 * // => flowchart TB
 * //      b0["PMO #34;Lead#34;"]
 * //      b1["analyst"]
 * //      b0 --- b1
 * ```
 * @see {@link pictureOf} for what is drawn.
 */
export function toMermaid<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
  options?: MermaidOptions<NoInfer<Id>, NoInfer<Unit>, Data>,
): string {
  const checked = checkedOptions(org, options, ['maxEdges', 'maxTextSize'])
  const edges = options?.maxEdges === undefined ? MOST_EDGES : count('maxEdges', options.maxEdges, 1)
  const length = options?.maxTextSize === undefined ? MOST_TEXT : count('maxTextSize', options.maxTextSize, 1)
  const draw = (given: CheckedOptions): Picture => checkedPicture(org, given)
  const picture = fitted(draw, checked, (tried) => {
    return edgeCount(tried) <= edges && flowchart(tried).length <= length - REMARK
  })
  const missing = edgeCount(draw(checked)) - edgeCount(picture)
  return `${missing === 0 ? '' : `%% ${String(missing)} edges are left out\n`}${flowchart(picture)}`
}

function flowchart(picture: Picture): string {
  return [
    `flowchart ${picture.relations === 'career' ? 'LR' : 'TB'}`,
    ...nestedLines(picture, {
      box: (box) => `${name(box.index)}[${mermaidLabel(boxText(box))}]`,
      open: ({ title }, unit) => [`subgraph u${String(unit)}[${mermaidLabel([title])}]`],
      close: 'end',
    }),
    ...[...picture.lines.map(lineOf), ...picture.moves.map(moveOf)].map((edge) => `  ${edge}`),
    ...classes(picture),
    ...litEdges(picture),
  ].join('\n')
}

function name(box: number): string {
  return `b${String(box)}`
}

/** From the manager to the report, so that the manager stands above. */
function lineOf({ from, to, kind }: PictureLine): string {
  return `${name(to)} ${kind === 'solid' ? '---' : '-.-'} ${name(from)}`
}

function moveOf({ from, to, kind, years }: PictureMove): string {
  const arrow = kind === 'advancement' ? '-->' : '-.->'
  const label = years === undefined ? '' : `|${mermaidLabel([yearsText(years)])}|`
  return `${name(from)} ${arrow}${label} ${name(to)}`
}

function classes({ boxes }: Picture): string[] {
  const of: Record<keyof typeof CLASSES, (box: Box) => boolean> = {
    vacant: ({ vacant }) => vacant,
    more: ({ role }) => role === undefined,
    added: ({ mark }) => mark === 'added',
    removed: ({ mark }) => mark === 'removed',
    moved: ({ mark }) => mark === 'moved',
    lit: ({ highlighted }) => highlighted,
  }
  return (Object.keys(CLASSES) as (keyof typeof CLASSES)[]).flatMap((name_) => {
    const members = boxes.filter(of[name_]).map(({ index }) => name(index))
    return members.length === 0
      ? []
      : [`  classDef ${name_} ${CLASSES[name_]}`, `  class ${members.join(',')} ${name_}`]
  })
}

function litEdges({ lines, moves }: Picture): string[] {
  const lit = [...lines, ...moves].flatMap(({ highlighted }, edge) => (highlighted ? [String(edge)] : []))
  return lit.length === 0 ? [] : [`  linkStyle ${lit.join(',')} stroke:#c2410c,stroke-width:4px`]
}
