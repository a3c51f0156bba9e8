import { counted, givenOptions, isRole, listed, roleOf, trueOrFalse, upperLimit } from '../../internal.js'
import {
  changeInWords,
  type DiffMark,
  type Figure,
  figuresOf,
  type ManagerFigures,
  marksOf,
  namesInDiff,
  type OrgDiff,
  type OrgFigures,
} from '../../internal-change.js'
import { toMermaid } from '../mermaid/to-mermaid.js'
import { MARK_ORDER } from '../picture/marks.js'
import { markdownText } from './markdown-text.js'

/** The options of {@link diffToMarkdown}. */
export interface DiffMarkdownOptions {
  /** The most managers, and the most changes, to list; the others are counted. Default: 100. */
  readonly most?: number
  /** Whether to add a picture of both orgs in Mermaid, which GitHub and GitLab draw. Default: `false`. */
  readonly picture?: boolean
}

const MOST = 100

/**
 * Returns the summary of a diff in Markdown, for the comment on a pull request: how many roles are added, removed, moved and changed; a
 * table of layers, spans, headcount, filled seats, FTE and cost before and after; and, folded, the same figures by manager and all changes in words.
 *
 * It is written for GitHub and GitLab. Titles are text only, whatever they contain: no link, mention, formula or element. Figures
 * that are 0 in both orgs are left out.
 *
 * Complexity: O(roles) of both orgs, in addition to the length of the text.
 *
 * @param diff What `diffOrgs` returns.
 * @param options `most`, `picture`.
 * @returns The lines, without a line break after the last one.
 * @throws {@link OrgError} `INVALID_ARGUMENT`, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { changeOrg, defineOrg, diffOrgs } from 'rolegraph'
 * import { diffToMarkdown } from 'rolegraph/render'
 *
 * const before = defineOrg({
 *   roles: { lead: { cost: 90 }, senior: { reportsTo: 'lead', cost: 70 }, analyst: { reportsTo: 'senior', cost: 50 } },
 * })
 * const { org: after } = changeOrg(before, [{ do: 'remove-role', role: 'senior', reports: 'lift' }])
 * const lines = diffToMarkdown(diffOrgs(before, after)).split('\n')
 * console.log(lines[0]) // => **1 role removed and 1 moved**
 * for (const line of lines.slice(2, 6)) console.log(line)
 * // => | | before | after | change |
 * //    | :-- | --: | --: | --: |
 * //    | Roles | 3 | 2 | -1 |
 * //    | Layers | 3 | 2 | -1 |
 * ```
 * @see {@link describeChange}, {@link figuresOf}, {@link toMermaid}.
 */
export function diffToMarkdown(diff: OrgDiff, options?: DiffMarkdownOptions): string {
  // Checks the diff as well.
  const marks = marksOf(diff)
  const given = givenOptions('diffToMarkdown', options, ['most', 'picture'])
  const most = upperLimit('most', given.get('most'), 0, MOST)
  const hasPicture = trueOrFalse('picture', given.get('picture'), false)
  const figures = figuresOf(diff)
  return [
    `**${headline([...marks.values()], diff.changes.length)}**`,
    '',
    ...figureTable(figures),
    ...(hasPicture ? ['', '```mermaid', toMermaid(diff.after, { marks }), '```'] : []),
    ...folded(
      `${counted(figures.byManager.length, 'manager')} with changed figures`,
      managerTable(diff, figures, most),
    ),
    ...folded(counted(diff.changes.length, 'change'), changeList(diff, most)),
  ].join('\n')
}

/** `3 roles added, 1 removed and 2 moved`. */
function headline(marks: readonly DiffMark[], changes: number): string {
  const counts = MARK_ORDER.map((mark) => [marks.filter((each) => each === mark).length, mark] as const)
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, mark], place) => `${place === 0 ? counted(count, 'role') : String(count)} ${mark}`)
  if (parts.length > 0) return listed(parts)
  return changes === 0 ? 'Nothing has changed' : 'No role has changed'
}

const ROWS: readonly (readonly [name: string, figure: Exclude<keyof OrgFigures, 'byManager'>])[] = [
  ['Roles', 'roles'],
  ['Layers', 'layers'],
  ['Managers', 'managers'],
  ['Average span of control', 'averageSpan'],
  ['Headcount', 'headcount'],
  ['Filled seats', 'seats'],
  ['FTE', 'fte'],
  ['Cost', 'cost'],
]

function figureTable(figures: OrgFigures): string[] {
  const rows = ROWS.map(([name, of]) => [name, figures[of]] as const).filter(([, figure]) => !isNone(figure))
  if (rows.length === 0) return []
  return [
    '| | before | after | change |',
    '| :-- | --: | --: | --: |',
    ...rows.map(([name, { before, after }]) => {
      const change = after === before ? '' : `${after > before ? '+' : ''}${number(after - before)}`
      return row([name, number(before), number(after), change])
    }),
  ]
}

const COLUMNS: readonly (readonly [name: string, figure: Exclude<keyof ManagerFigures, 'role'>])[] = [
  ['span', 'span'],
  ['filled seats', 'seats'],
  ['FTE', 'fte'],
  ['cost', 'cost'],
]

function managerTable({ before, after }: OrgDiff, { byManager }: OrgFigures, most: number): string[] {
  if (byManager.length === 0) return []
  const columns = COLUMNS.filter(([, of]) => byManager.some((figures) => !isNone(figures[of])))
  const titles = new Map(
    byManager.map(({ role }) => [role, roleOf(isRole(after, role) ? after : before, role).title]),
  )
  const repeated = new Map<string, number>()
  for (const title of titles.values()) repeated.set(title, (repeated.get(title) ?? 0) + 1)
  return [
    row(['manager', ...columns.map(([name]) => name)]),
    row([':--', ...columns.map(() => '--:')]),
    ...byManager.slice(0, most).map((figures) => {
      const title = titles.get(figures.role) ?? figures.role
      // Several managers may have the same title.
      const isEnough = repeated.get(title) === 1
      const name = markdownText(isEnough ? title : `${title} (${figures.role})`)
      return row([name, ...columns.map(([, of]) => fromTo(figures[of]))])
    }),
    ...more(byManager.length - most),
  ]
}

function changeList({ before, after, changes }: OrgDiff, most: number): string[] {
  const names = namesInDiff(before, after)
  return [
    ...changes.slice(0, most).map((change) => `- ${markdownText(changeInWords(change, before, names))}`),
    ...more(changes.length - most),
  ]
}

function more(count: number): string[] {
  return count > 0 ? ['', `and ${String(count)} more`] : []
}

/** Lines behind a summary. Markdown in an element of HTML needs an empty line before it. */
function folded(summary: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : ['', '<details>', `<summary>${summary}</summary>`, '', ...lines, '', '</details>']
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function isNone({ before, after }: Figure): boolean {
  return before === 0 && after === 0
}

function fromTo({ before, after }: Figure): string {
  return before === after ? number(after) : `${number(before)} → ${number(after)}`
}

/** With two decimals at most. */
function number(value: number): string {
  return String(Number(value.toFixed(2)))
}
