import { type Policy, policy } from './policy.js'
import { gradeAboveReports } from './rules/grade-above-reports.js'
import { maxLayers } from './rules/max-layers.js'
import { maxSpan } from './rules/max-span.js'
import { minSpan } from './rules/min-span.js'
import { noVacantManager } from './rules/no-vacant-manager.js'
import { oneTop } from './rules/one-top.js'

/** The figures of {@link starterPolicy}. */
export interface StarterFigures {
  /** The fewest direct reports of a manager. Default: 3. */
  readonly minSpan?: number
  /** The most direct reports of a manager. Default: 12. */
  readonly maxSpan?: number
  /** The most layers of the chart. Default: 8. */
  readonly maxLayers?: number
  /** The most direct reports of a manager whose role is vacant. Default: 3. */
  readonly maxReportsOfVacant?: number
}

/** The names of the rules of {@link starterPolicy}. */
export type StarterRule =
  'span at least' | 'span at most' | 'layers' | 'one top' | 'grades rise' | 'vacant managers'

/** The codes of the issues of {@link starterPolicy}. */
export type StarterCode =
  | 'SPAN_UNDER_MIN'
  | 'SPAN_OVER_MAX'
  | 'LAYERS_OVER_MAX'
  | 'SEVERAL_TOPS'
  | 'GRADE_NOT_ABOVE_REPORT'
  | 'VACANT_MANAGER'

const GENERAL = 'general'

/**
 * A policy to start from: spans of 3 to 12, at most 8 layers, one top, managers graded above their reports, and no
 * vacant manager of more than 3.
 *
 * The figures are starting points and no law: the work decides how many reports a manager can have. Each rule
 * says in `source` where its figure comes from, `'general'` where it is a rule of thumb that no source stands for.
 * Take your own figures, leave rules out with `filter`, and add your own.
 *
 * Complexity: O(1).
 *
 * @param figures The figures that are not to be the usual ones.
 * @returns A frozen array of named rules.
 * @throws {@link OrgError} `INVALID_ARGUMENT` when a figure is no whole number.
 * @example
 * ```ts
 * import { checkOrg, defineOrg, starterPolicy } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } })
 * console.log(checkOrg(org, { rules: starterPolicy() }).issues.map((issue) => issue.code)) // => [ 'SPAN_UNDER_MIN' ]
 * console.log(checkOrg(org, { rules: starterPolicy({ minSpan: 1 }) }).ok) // => true
 * console.log(starterPolicy().map((rule) => rule.name).join(', '))
 * // => span at least, span at most, layers, one top, grades rise, vacant managers
 * ```
 * @see {@link policy}.
 */
export function starterPolicy(figures: StarterFigures = {}): Policy<StarterRule, StarterCode> {
  return policy<StarterRule, StarterCode>({
    'span at least': {
      rule: minSpan(figures.minSpan ?? 3),
      because: 'A manager of one or two adds a layer and little else.',
      source:
        'The narrowest of five kinds of manager, the player/coach, has three to five reports: McKinsey & Company, ' +
        'How to identify the right spans of control for your organization, December 2017',
    },
    'span at most': {
      rule: maxSpan(figures.maxSpan ?? 12),
      because: 'A manager of many has no time for each of them.',
      source: GENERAL,
    },
    layers: {
      rule: maxLayers(figures.maxLayers ?? 8),
      because: 'Each layer is one more hand-over between those who decide and those who do the work.',
      source: GENERAL,
    },
    'one top': {
      rule: oneTop(),
      because: 'A second top is usually a role whose manager nobody has entered.',
      source: GENERAL,
    },
    'grades rise': {
      rule: gradeAboveReports(),
      because: 'Whoever decides on the pay and work of a person is graded above that person.',
      source: GENERAL,
    },
    'vacant managers': {
      rule: noVacantManager({ maxReports: figures.maxReportsOfVacant ?? 3 }),
      because: 'A team whose manager is missing needs someone to turn to.',
      source: GENERAL,
    },
  })
}
