import { givenOptions, upperLimit, wholeNumber } from '../kernel/option-check.js'
import { type Policy, policy } from './policy.js'
import { gradeAboveReports } from './rules/grade-above-reports.js'
import { noVacantManager } from './rules/no-vacant-manager.js'
import { oneTop } from './rules/one-top.js'
import { maxLayers, maxSpan, minSpan } from './rules/span-and-layer-limits.js'

/** The figures of {@link starterPolicy}. */
export interface StarterFigures {
  /** The fewest direct reports of a manager. Default: 3. */
  readonly minSpan?: number
  /** The most direct reports of a manager; `Infinity` for no limit, as for every maximum. Default: 12. */
  readonly maxSpan?: number
  /** The most layers of the chart. Default: 8. */
  readonly maxLayers?: number
  /** The most direct reports of a vacant manager. Default: 3. */
  readonly maxReportsOfVacant?: number
}

/** The names of the rules of {@link starterPolicy}. */
export type StarterRule =
  'span at least' | 'span at most' | 'layers' | 'one top' | 'grades rise' | 'vacant managers'

/** The issue codes of {@link starterPolicy}. */
export type StarterCode =
  | 'SPAN_UNDER_MIN'
  | 'SPAN_OVER_MAX'
  | 'LAYERS_OVER_MAX'
  | 'SEVERAL_TOPS'
  | 'GRADE_NOT_ABOVE_REPORT'
  | 'VACANT_MANAGER'

const FIGURES = ['minSpan', 'maxSpan', 'maxLayers', 'maxReportsOfVacant']
const GENERAL = 'general'

/**
 * Returns a policy to start from: spans of 3 to 12, at most 8 layers, one top, managers graded above their reports, and
 * at most 3 direct reports of a vacant manager.
 *
 * The figures are starting points, not laws: the work decides how many reports a manager can have. The `source` of
 * each rule says where its figure comes from; `'general'` marks a rule of thumb without a source. Set your own
 * figures, leave rules out with `filter`, and add your own.
 *
 * Complexity: O(1).
 *
 * @param figures The figures to change.
 * @returns A frozen array of named rules.
 * @throws {@link OrgError} `INVALID_OPTION` when a figure is unknown or not a whole number; a maximum may be
 * `Infinity`.
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
export function starterPolicy(figures?: StarterFigures): Policy<StarterRule, StarterCode> {
  const given = givenOptions('starterPolicy', figures, FIGURES)
  const most = (name: keyof StarterFigures, least: number, otherwise: number): number =>
    upperLimit(name, given.get(name), least, otherwise)
  return policy<StarterRule, StarterCode>({
    'span at least': {
      rule: minSpan(wholeNumber('minSpan', given.get('minSpan'), 1, 3)),
      because: 'A manager with one or two reports adds a layer and little else.',
      source:
        'The narrowest of five kinds of manager, the player/coach, has three to five reports: McKinsey & Company, ' +
        'How to identify the right spans of control for your organization, December 2017',
    },
    'span at most': {
      rule: maxSpan(most('maxSpan', 0, 12)),
      because: 'A manager with many reports has no time for each of them.',
      source: GENERAL,
    },
    layers: {
      rule: maxLayers(most('maxLayers', 1, 8)),
      because: 'Each layer is one more handover between those who decide and those who do the work.',
      source: GENERAL,
    },
    'one top': {
      rule: oneTop(),
      because: 'A second top is usually a role whose manager nobody entered.',
      source: GENERAL,
    },
    'grades rise': {
      rule: gradeAboveReports(),
      because: 'Someone who decides on the pay and work of a person is graded above that person.',
      source: GENERAL,
    },
    'vacant managers': {
      rule: noVacantManager({ maxReports: most('maxReportsOfVacant', 0, 3) }),
      because: 'A team whose manager is missing needs someone to turn to.',
      source: GENERAL,
    },
  })
}
