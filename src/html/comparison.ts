import { type Change, type Org, ownValue } from '../internal.js'
import {
  changeInWords,
  type DiffMark,
  type DiffMarks,
  diffOrgs,
  type Figure,
  figuresOf,
  marksOf,
  namesInDiff,
  type OrgDiff,
} from '../internal-change.js'
import { visibleText } from '../render/index.js'
import { NONE, type PageComparison, type PageFigure } from './page-data.js'
import type { PageFields } from './page-fields.js'

/** Two orgs that a page compares, as far as its fields allow: what changed in others is not in the page. */
export class Comparison {
  readonly marks: DiffMarks
  readonly #diff: OrgDiff
  readonly #changes: readonly Change[]

  constructor(
    private readonly before: Org,
    private readonly after: Org,
    private readonly fields: PageFields,
  ) {
    this.#diff = diffOrgs(before, after)
    this.#changes = this.#diff.changes.flatMap((change) => shownChange(change, fields))
    const seen = new Set(this.#changes.flatMap((change) => ('role' in change ? [change.role] : [])))
    const marks: DiffMarks = marksOf(this.#diff)
    this.marks = marks
    // The marks are a map of its own.
    const own = marks as Map<string, DiffMark> & DiffMarks
    for (const [role, mark] of marks) if (mark === 'changed' && !seen.has(role)) own.delete(role)
  }

  /** What the page holds: figures, and the changes in words with the row of each. */
  data(ids: readonly string[], ghosts: readonly number[]): PageComparison {
    const rows = new Map<string, number>()
    const isGhost = new Set(ghosts)
    // A ghost does not hide the role itself.
    for (const [row, id] of ids.entries()) if (isGhost.has(row) || !rows.has(id)) rows.set(id, row)
    for (const [row, id] of ids.entries()) if (!isGhost.has(row)) rows.set(id, row)
    const figures = figuresOf(this.#diff)
    const names = namesInDiff(this.before, this.after)
    return {
      figures: [
        figure('Roles', figures.roles),
        figure('Layers', figures.layers),
        figure('Managers', figures.managers),
        figure('Average span', figures.averageSpan),
        ...(this.fields.has('holders') ? [figure('Headcount', figures.headcount)] : []),
        ...(this.fields.has('fte') ? [figure('FTE', figures.fte)] : []),
        ...(this.fields.has('cost') ? [figure('Cost', figures.cost)] : []),
      ],
      byManager: figures.byManager.flatMap(({ role, span, seats, fte, cost }) => {
        const row = rows.get(role)
        const own = [
          figure('Span of control', span),
          ...(this.fields.has('holders') ? [figure('Filled seats', seats)] : []),
          ...(this.fields.has('fte') ? [figure('FTE', fte)] : []),
          ...(this.fields.has('cost') ? [figure('Cost', cost)] : []),
        ].filter(([, was, is]) => was !== is)
        return row === undefined || own.length === 0 ? [] : [[row, own] as const]
      }),
      changes: this.#changes.map((change) => {
        const row = 'role' in change ? rows.get(change.role) : undefined
        return [visibleText(changeInWords(change, this.before, names)), row ?? NONE]
      }),
    }
  }
}

function figure(label: string, { before, after }: Figure): PageFigure {
  return [label, before, after]
}

/** What a change sets, by the field that has to be shown for it. */
const FIELD_OF: ReadonlyMap<string, Parameters<PageFields['has']>[0]> = new Map([
  ...(['grade', 'family', 'unit', 'fte', 'cost', 'minYears', 'certifications', 'skills'] as const).map(
    (field) => [field, field] as const,
  ),
  ['alsoIn', 'unit'],
  ['aliases', 'aliases'],
  ['holders', 'holders'],
  ['sources', 'sources'],
  ['hedge', 'sources'],
  ['note', 'sources'],
  ['email', 'email'],
  ['data', 'data'],
])
const ABOUT_PEOPLE: readonly Change['do'][] = [
  'assign',
  'unassign',
  'add-person',
  'update-person',
  'remove-person',
  'list-people',
  'unlist-people',
]
const ABOUT_UNITS: readonly Change['do'][] = ['add-unit', 'update-unit', 'remove-unit']

/** The part of a change that the fields show; nothing if there is none. */
function shownChange(change: Change, fields: PageFields): Change[] {
  if (ABOUT_PEOPLE.includes(change.do) && !fields.has('holders')) return []
  if (ABOUT_UNITS.includes(change.do) && !fields.has('unit')) return []
  if (change.do === 'reorder') {
    if ('person' in change && !fields.has('holders')) return []
    if ('unit' in change && !fields.has('unit')) return []
  }
  const shown = withoutHidden(change, fields)
  const set = ownValue(shown, 'set')
  if (typeof set === 'object' && set !== null && Object.keys(set).length === 0) return []
  // It is the same kind of change with fewer fields.
  return [shown as Change]
}

function withoutHidden(value: unknown, fields: PageFields, depth = 0): unknown {
  // A change has specs in lists in specs, and nothing deeper that is shown.
  if (typeof value !== 'object' || value === null || depth > 4) return value
  if (Array.isArray(value)) return value.map((item) => withoutHidden(item, fields, depth + 1))
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      const field = FIELD_OF.get(name)
      // A part of the data is shown on the box, but the change has all of it.
      const isHidden = depth > 0 && field !== undefined && !fields.has(field)
      return isHidden ? [] : [[name, withoutHidden(part, fields, depth + 1)] as const]
    }),
  )
}
