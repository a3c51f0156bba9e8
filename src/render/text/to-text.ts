import { type Org } from '../../internal.js'
import { checkedOptions, choice, invalidOption } from '../picture/checked-options.js'
import { checkedPicture } from '../picture/picture-of.js'
import type { PictureOptions } from '../picture/picture-options.js'
import type { Box, Picture } from '../picture/picture.js'
import { yearsText } from '../picture/years-text.js'
import { careerText } from './career-text.js'
import { columnsOf } from './columns-of.js'
import { lineText } from './line-text.js'
import { reportingText } from './reporting-text.js'
import type { TextRow } from './text-row.js'
import { ASCII, type TextSigns, UNICODE } from './text-signs.js'

/** A column beside the tree. */
export type TextColumn = 'grade' | 'holder' | 'unit'

/** How a picture is written as text. */
export interface TextOptions<
  Id extends string = string,
  Unit extends string = string,
  Data = unknown,
> extends PictureOptions<Id, Unit, Data> {
  /** What the branches are drawn with; titles stay as they are. Default: `'unicode'`. */
  readonly charset?: 'unicode' | 'ascii'
  /** The columns beside the tree. Default: grade and holder, each where some role has one; unit with `groupBy`. */
  readonly columns?: readonly TextColumn[]
}

const COLUMNS: readonly TextColumn[] = ['grade', 'holder', 'unit']
const BETWEEN = '  '

/**
 * Draws an org as a tree for terminals and logs: a line a role.
 *
 * Roles come in pre-order, each below the manager that it hangs under; a dotted line is drawn with a dotted branch, and
 * a dotted line to another manager is noted at the end of the row (`⇢ Sponsor`). Vacancies stand as `(vacant)`.
 * What is left out is counted: `+37 more` by `collapse`, `(+12 below)` by `depth`. Highlighted roles have a `▸` at the
 * start of their row, marked ones `+`, `-` or `~`. Careers are a tree of next steps in which the steps out of a role
 * stand once and `(above)` refers to them; moves that are no advancement have dotted branches.
 *
 * A title is written as it is, but for what would break the line or steer the terminal: a line end stands as `\n`, an
 * escape character as `\u{1b}`.
 *
 * Complexity: O(length of the answer), beside that of {@link pictureOf}.
 *
 * @param org The org.
 * @param options `charset`, `columns`, and what every picture takes: `root`, `depth`, `lines`, `relations`, `label`,
 * `highlight`, `groupBy`, `collapse`, `order`, `marks`.
 * @returns The lines, without a line end after the last; empty for a picture without boxes.
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
 * @see {@link pictureOf} for what is drawn.
 */
export function toText<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
  options?: TextOptions<NoInfer<Id>, NoInfer<Unit>, Data>,
): string {
  const picture = checkedPicture(org, checkedOptions(org, options, ['charset', 'columns']))
  const signs =
    choice('charset', options?.charset ?? 'unicode', ['unicode', 'ascii']) === 'ascii' ? ASCII : UNICODE
  const columns = columnsOption(options?.columns) ?? usualColumns(picture)
  const rows = picture.relations === 'career' ? careerText(picture, signs) : reportingText(picture, signs)
  const notes = notesOf(picture, signs)
  const gutter = gutterOf(picture.boxes, signs)
  const cells = rows.map((row): Cell[] => [
    treeCell(gutter(row.box) + row.lead, labelOf(row)),
    ...columns.map((column) => cell(row.again ? '' : cellOf(row.box, column, picture))),
    cell(row.again ? '' : notes(row.box)),
  ])
  return aligned(cells, columns.indexOf('grade') + 1).join('\n')
}

function columnsOption(columns: unknown): readonly TextColumn[] | undefined {
  if (columns === undefined) return undefined
  if (!Array.isArray(columns)) throw invalidOption('columns', columns, 'an array of columns')
  return columns.map((column: unknown) => choice('columns', column, COLUMNS))
}

function usualColumns({ boxes, grouped }: Picture): TextColumn[] {
  const columns: TextColumn[] = []
  if (boxes.some(({ grade }) => grade !== undefined)) columns.push('grade')
  if (boxes.some(({ vacant, holders }) => vacant || holders.length > 0)) columns.push('holder')
  if (grouped) columns.push('unit')
  return columns
}

function labelOf({ box, again, remark }: TextRow): string {
  const label = lineText(box.label)
  const below = box.role !== undefined && box.hidden > 0 ? ` (+${String(box.hidden)} below)` : ''
  const years = remark === '' ? '' : ` (${remark})`
  return label + below + years + (again ? ' (above)' : '')
}

function cellOf({ grade, holders, vacant, unit }: Box, column: TextColumn, { units }: Picture): string {
  switch (column) {
    case 'grade':
      return grade === undefined ? '' : String(grade)
    case 'holder':
      return vacant ? '(vacant)' : holders.map(lineText).join(', ')
    case 'unit':
      return unit === undefined ? '' : lineText(units[unit].title)
  }
}

/** What a box has beside its place in the tree: other managers and, over reporting lines, its next steps. */
function notesOf({ relations, boxes, lines, moves }: Picture, signs: TextSigns): (box: Box) => string {
  const notes: string[][] = boxes.map(() => [])
  for (const { from, to, kind, tree } of lines) {
    if (!tree)
      notes[from].push((kind === 'dotted' ? signs.dottedTo : signs.reportsTo) + lineText(boxes[to].label))
  }
  for (const { from, to, years } of relations === 'both' ? moves : []) {
    const remark = years === undefined ? '' : ` (${yearsText(years, signs.dash)})`
    notes[from].push(signs.moveTo + lineText(boxes[to].label) + remark)
  }
  return ({ index }) => notes[index].join(BETWEEN)
}

/** Marks and highlights before the tree, where there are any. */
function gutterOf(boxes: readonly Box[], signs: TextSigns): (box: Box) => string {
  const marks = boxes.some(({ mark }) => mark !== undefined)
  const highlights = boxes.some(({ highlighted }) => highlighted)
  if (!marks && !highlights) return () => ''
  return ({ mark, highlighted }) => {
    const sign = mark === undefined ? ' ' : signs.marks[mark]
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

/** Each sign of a lead takes one column; a lead is as long as its role is deep, so it is not read again. */
function treeCell(lead: string, label: string): Cell {
  return { text: lead + label, width: lead.length + columnsOf(label) }
}

/** Cells under each other, those of one column flush right, without spaces at the end of a line. */
function aligned(rows: readonly (readonly Cell[])[], flushRight: number): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map(({ width }, at) => Math.max(width, most[at] ?? 0)),
    [],
  )
  return rows.map((row) => {
    const padded = row.flatMap(({ text, width }, column) => {
      if (widths[column] === 0) return []
      const space = ' '.repeat(widths[column] - width)
      return [column > 0 && column === flushRight ? space + text : text + space]
    })
    return padded.join(BETWEEN).trimEnd()
  })
}
