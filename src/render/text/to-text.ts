import { givenOptions, invalidOption, oneOf, type Org, upperLimit } from '../../internal.js'
import { checkedOptions, PICTURE_OPTIONS } from '../picture/checked-options.js'
import { isOldPlace, MARK_ORDER, MARK_SIGNS, placeText } from '../picture/marks.js'
import { checkedPicture } from '../picture/picture-of.js'
import type { PictureOptions } from '../picture/picture-options.js'
import type { Box, Picture } from '../picture/picture.js'
import { yearsText } from '../picture/texts.js'
import { columnsOf, lineText } from './terminal-text.js'
import { careerRows, reportingRows, type TextRow } from './text-rows.js'
import { ASCII, type TextSigns, UNICODE } from './text-signs.js'

/** A column next to the tree. */
export type TextColumn = 'grade' | 'holder' | 'unit'

/** How to write a picture as text. */
export interface TextOptions<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
> extends PictureOptions<Id, Unit, Data> {
  /** The characters of the branches; titles stay as they are. Default: `'unicode'`. */
  readonly charset?: 'unicode' | 'ascii'
  /**
   * The columns next to the tree. Default: grade and holder, each if some role has one, and unit with `groupBy`.
   */
  readonly columns?: readonly TextColumn[]
  /**
   * The most columns of a terminal that a line takes. Longer lines are cut with `…`: notes first, then the columns next to the
   * tree, from the last one on, then titles. Default: no limit.
   */
  readonly width?: number
}

const COLUMNS: readonly TextColumn[] = ['grade', 'holder', 'unit']
const BETWEEN = '  '
/** The least width that can be asked for, and the least that a cut column next to the tree keeps. */
const LEAST_WIDTH = 20
const LEAST_COLUMN = 8

/**
 * Returns an org as a tree for terminals and logs, one line per role.
 *
 * Roles are listed in preorder, each below its manager. A dotted line is drawn as a dotted branch; a dotted line to a
 * further manager is noted at the end of the row (`⇢ Sponsor`). Vacant roles are written as `(vacant)`. Roles that are
 * left out are counted: `+37 more` with `collapse`, `(+12 below)` with `depth`. The row of a highlighted role starts
 * with `▸`, that of a marked role with `+`, `-`, `~` or `*`, and the old place of a role that has moved with `·`; a line at the end
 * says what the signs mean. Careers are a tree of next steps: the steps out of a role are
 * listed once, further rows of the role refer to them with `(above)`, and moves other than advancements have dotted
 * branches.
 *
 * The branches of a layer below the 200th begin with `⋯` in place of the rails that are furthest to the left.
 *
 * Titles are written as they are, except for characters that would break the line or control the terminal: a line
 * break is written as `\n`, an escape character as `\u{1b}`.
 *
 * Complexity: O(length of the text), in addition to that of {@link pictureOf}.
 *
 * @param org The org.
 * @param options `charset`, `columns`, `width`, and the options of every picture: `root`, `depth`, `lines`, `relations`,
 * `label`, `highlight`, `groupBy`, `collapse`, `order`, `marks`, `dotted`.
 * @returns The lines, without a line break after the last one; an empty string for a picture without boxes.
 * @throws {@link OrgError} `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toText } from 'rolegraph/render'
 *
 * const org = defineOrg({
 *   roles: {
 *     ceo: { title: 'Chief Executive', grade: 10 },
 *     director: { title: 'PMO Director', grade: 9, reportsTo: 'ceo', holders: ['Ada'] },
 *     analyst: { title: 'PMO Analyst', grade: 5, reportsTo: 'director', vacant: true, dottedTo: 'ceo' },
 *   },
 * })
 * for (const line of toText(org).split('\n')) console.log(line)
 * // => Chief Executive    10
 * // => └─ PMO Director     9  Ada
 * // =>    └─ PMO Analyst   5  (vacant)  ⇢ Chief Executive
 * ```
 * @see {@link pictureOf} for what the picture shows.
 */
export function toText<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
  options?: TextOptions<NoInfer<Id>, NoInfer<Unit>, Data>,
): string {
  const given = givenOptions('toText', options, [...PICTURE_OPTIONS, 'charset', 'columns', 'width'])
  const signs = signsOption(given.get('charset'))
  const chosen = columnsOption(given.get('columns'))
  const width = upperLimit('width', given.get('width'), LEAST_WIDTH)
  const picture = checkedPicture(org, checkedOptions(org, given))
  const columns = chosen ?? usualColumns(picture)
  const rows = picture.relations === 'career' ? careerRows(picture, signs) : reportingRows(picture, signs)
  const notes = notesOf(picture, signs)
  const gutter = gutterOf(picture.boxes, signs)
  const cells = rows.map((row): Cell[] => [
    treeCell(gutter(row.box) + row.lead, labelOf(row)),
    ...columns.map((column) => cell(row.again ? '' : cellOf(row.box, column, picture))),
    cell(row.again ? '' : notes(row.box)),
  ])
  const lines = aligned(narrowed(cells, width), columns.indexOf('grade') + 1)
  return [...lines, ...keyOf(picture, signs)].map((line) => cut(line, width)).join('\n')
}

function signsOption(charset: unknown = 'unicode'): TextSigns {
  return oneOf('charset', charset, ['unicode', 'ascii']) === 'ascii' ? ASCII : UNICODE
}

function columnsOption(columns: unknown): readonly TextColumn[] | undefined {
  if (columns === undefined) return undefined
  if (!Array.isArray(columns)) throw invalidOption('columns', columns, 'an array of columns')
  return columns.map((column: unknown) => oneOf('columns', column, COLUMNS))
}

function usualColumns({ boxes, grouped }: Picture): TextColumn[] {
  const columns: TextColumn[] = []
  if (boxes.some(({ grade }) => grade !== undefined)) columns.push('grade')
  if (boxes.some(({ vacant, planned, holders }) => vacant || planned || holders.length > 0))
    columns.push('holder')
  if (grouped) columns.push('unit')
  return columns
}

function labelOf({ box, again, years }: TextRow): string {
  const label = lineText(box.label)
  const below = box.role !== undefined && box.hidden > 0 ? ` (+${String(box.hidden)} below)` : ''
  const line = box.as === undefined ? '' : ` (${lineText(box.as)})`
  return label + line + below + (years === '' ? '' : ` (${years})`) + (again ? ' (above)' : '')
}

function cellOf(
  { grade, holders, vacant, planned, unit }: Box,
  column: TextColumn,
  { units }: Picture,
): string {
  switch (column) {
    case 'grade':
      return grade === undefined ? '' : String(grade)
    case 'holder':
      return [
        ...(planned ? ['(planned)'] : []),
        ...(vacant ? ['(vacant)'] : []),
        ...(holders.length === 0 ? [] : [holders.map(lineText).join(', ')]),
      ].join(' ')
    case 'unit':
      return unit === undefined ? '' : lineText(units[unit].title)
  }
}

/** What follows a box: its other managers and, in a picture of both relations, its next steps. */
function notesOf({ relations, boxes, lines, moves }: Picture, signs: TextSigns): (box: Box) => string {
  const notes: string[][] = boxes.map(() => [])
  for (const { from, to, kind, as, tree } of lines) {
    if (tree) continue
    const sign = kind === 'dotted' ? signs.dottedTo : signs.reportsTo
    notes[from].push(sign + lineText(boxes[to].label) + (as === undefined ? '' : ` (${lineText(as)})`))
  }
  for (const { from, to, years } of relations === 'both' ? moves : []) {
    const range = years === undefined ? '' : ` (${yearsText(years, signs.dash)})`
    notes[from].push(signs.moveTo + lineText(boxes[to].label) + range)
  }
  return (box) => {
    const place = placeText(box)
    return [...(place === undefined ? [] : [`(${lineText(place)})`]), ...notes[box.index]].join(BETWEEN)
  }
}

/** The signs of the marks with their meaning, below the tree. */
function keyOf({ boxes }: Picture, signs: TextSigns): string[] {
  const marks = MARK_ORDER.filter((mark) => boxes.some((box) => box.mark === mark && !isOldPlace(box)))
  const keys = marks.map((mark) => `${MARK_SIGNS[mark]} ${mark}`)
  if (boxes.some(isOldPlace)) keys.push(`${signs.oldPlace} was here`)
  return keys.length === 0 ? [] : ['', keys.join(BETWEEN)]
}

/** Marks and highlights in front of the tree, if there are any. */
function gutterOf(boxes: readonly Box[], signs: TextSigns): (box: Box) => string {
  const marks = boxes.some(({ mark }) => mark !== undefined)
  const highlights = boxes.some(({ highlighted }) => highlighted)
  if (!marks && !highlights) return () => ''
  return (box) => {
    const { mark, highlighted } = box
    const sign = mark === undefined ? ' ' : isOldPlace(box) ? signs.oldPlace : MARK_SIGNS[mark]
    const lit = highlighted ? signs.highlighted : ' '
    return `${marks ? sign : ''}${highlights ? lit : ''} `
  }
}

interface Cell {
  readonly text: string
  readonly width: number
}

function cell(text: string): Cell {
  return { text, width: columnsOf(text) }
}

/** Each character of a lead takes one column. A lead grows with the depth, so it is not measured again. */
function treeCell(lead: string, label: string): Cell {
  return { text: lead + label, width: lead.length + columnsOf(label) }
}

/** Rows whose lines take at most a width: what is least important is cut first. */
function narrowed(rows: readonly (readonly Cell[])[], width: number): readonly (readonly Cell[])[] {
  const widths = columnWidths(rows)
  const used = widths.filter((each) => each > 0)
  let excess = used.reduce((sum, each) => sum + each, 0) + (used.length - 1) * BETWEEN.length - width
  if (excess <= 0) return rows
  for (let column = widths.length - 1; column >= 0 && excess > 0; column--) {
    if (widths[column] === 0) continue
    const least = Math.min(widths[column], LEAST_COLUMN)
    const kept = Math.max(least, widths[column] - excess)
    excess -= widths[column] - kept
    widths[column] = kept
  }
  return rows.map((row) =>
    row.map((each, column) => (each.width <= widths[column] ? each : cell(cut(each.text, widths[column])))),
  )
}

/** A text in at most so many columns of a terminal, cut with `…`. */
function cut(text: string, width: number): string {
  if (columnsOf(text) <= width) return text
  let [kept, used] = ['', 1]
  for (const character of text) {
    used += columnsOf(character)
    if (used > width) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

function columnWidths(rows: readonly (readonly Cell[])[]): number[] {
  return rows.reduce<number[]>((most, row) => row.map(({ width }, at) => Math.max(width, most[at] ?? 0)), [])
}

/** Rows with aligned columns, one of them flush right, and no spaces at the end of a line. */
function aligned(rows: readonly (readonly Cell[])[], flushRight: number): string[] {
  const widths = columnWidths(rows)
  return rows.map((row) => {
    const padded = row.flatMap(({ text, width }, column) => {
      if (widths[column] === 0) return []
      const space = ' '.repeat(widths[column] - width)
      return [column > 0 && column === flushRight ? space + text : text + space]
    })
    return padded.join(BETWEEN).trimEnd()
  })
}
