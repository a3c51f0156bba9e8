import { countedReports } from '../engine/lines-option.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { givenOptions } from '../kernel/option-check.js'
import type { StaffOption } from '../model/line.js'
import type { Org } from '../model/org.js'

const BANDS = [
  { band: '1', widest: 1 },
  { band: '2–3', widest: 3 },
  { band: '4–7', widest: 7 },
  { band: '8–12', widest: 12 },
  { band: '13–16', widest: 16 },
  { band: '17+', widest: Infinity },
] as const

/** The smallest span in the unbounded band. */
const BEYOND_BOUNDED = 17

/** How many managers have a span of control in a band. */
export interface SpanBand {
  readonly band: (typeof BANDS)[number]['band']
  readonly managers: number
}

/** The shape of a whole chart along solid lines. */
export interface SpansAndLayers<Id extends string = string> {
  readonly roles: number
  /** Roles with at least one direct report. */
  readonly managers: number
  /** Roles that report to nobody. */
  readonly tops: number
  /** Roles whose manager is unknown, see {@link orphansOf}. They count in layer 1. */
  readonly orphans: number
  /** The number of layers; the top is layer 1. */
  readonly layers: number
  /** The number of roles in each layer, from the top down. */
  readonly rolesPerLayer: readonly number[]
  /** The average span of control, counting managers only; 0 if there are none. */
  readonly averageSpan: number
  readonly widestSpan: number
  /** All managers with the widest span, in input order. */
  readonly widest: readonly Id[]
  /** The spans of control of managers, in the six usual bands; empty bands are listed too. */
  readonly bands: readonly SpanBand[]
  /** Roles in or below a reporting cycle: they have a span and no layer. */
  readonly unlayered: number
}

/**
 * Returns the spans and layers of the whole chart, along solid lines.
 *
 * The average span counts managers only: roles without reports would distort it. Vacant roles count. Every top is in
 * layer 1. Roles in or below a cycle have no layer and are counted in `unlayered`; their spans count. With
 * `staff: 'exclude'` reports by staff lines (solid lines `as: 'assistant'` or `'adviser'`) do not count in spans; they have
 * a layer all the same.
 *
 * Complexity: O(roles).
 *
 * @param org The org.
 * @param options `staff`: whether reports by staff lines count in spans, `'include'` by default; `planned`: whether planned
 * roles do, `'exclude'` by default. They have layers in any case.
 * @returns A fresh object.
 * @throws {@link OrgError} `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, spansAndLayers } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: {},
 *     manager: { reportsTo: 'director' },
 *     analyst: { reportsTo: 'manager' },
 *     planner: { reportsTo: 'manager' },
 *   },
 * })
 * const { layers, rolesPerLayer, averageSpan, widest, bands } = spansAndLayers(org)
 * console.log(layers, rolesPerLayer) // => 3 [ 1, 1, 2 ]
 * console.log(averageSpan, widest) // => 1.5 [ 'manager' ]
 * console.log(bands[1]) // => { band: '2–3', managers: 1 }
 * ```
 * @see {@link spanOfControlOf}, {@link layerOf}, {@link topRolesOf}.
 */
export function spansAndLayers<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  options?: StaffOption,
): SpansAndLayers<Id> {
  const state = stateOf(org)
  const given = givenOptions('spansAndLayers', options, ['staff', 'planned'])
  const countedIn = countedReports(given.get('staff'), given.get('planned'))
  const { count } = state.columns
  const { preorder, layerSizes } = state.hierarchy
  const { managersOfSpan, reports, widestSpan, widest } = spansOf(countedIn(state))
  const perBand = BANDS.map(() => 0)
  let managers = 0
  for (let span = 1; span < managersOfSpan.length; span++) {
    managers += managersOfSpan[span]
    perBand[BANDS.findIndex((band) => span <= band.widest)] += managersOfSpan[span]
  }
  return {
    roles: count,
    managers,
    tops: state.tops.length,
    orphans: state.unknownManagers.size,
    layers: layerSizes.length,
    rolesPerLayer: [...layerSizes],
    averageSpan: managers === 0 ? 0 : reports / managers,
    widestSpan,
    widest: widest.map((handle) => state.columns.ids[handle]),
    bands: BANDS.map(({ band }, index) => ({ band, managers: perBand[index] })),
    unlayered: count - preorder.length,
  }
}

interface Spans {
  /** The number of roles by span of control; the last entry counts every span wider than the bounded bands. */
  readonly managersOfSpan: Int32Array
  /** The sum of all spans. */
  readonly reports: number
  readonly widestSpan: number
  readonly widest: readonly number[]
}

/** One pass over the rows of the reporting lines; a span is the difference of two offsets. */
function spansOf({ columns: { manager, count }, hierarchy }: OrgState): Spans {
  const { start, to } = hierarchy.reports
  const managersOfSpan = new Int32Array(BEYOND_BOUNDED + 1)
  let reports = to.length
  let widestSpan = 0
  let widest: number[] = []
  const broken = hierarchy.preorder.length < count
  // A chart without lines has no rows.
  for (let handle = 0; handle + 1 < start.length; handle++) {
    let span = start[handle + 1] - start[handle]
    // A role of a broken chart that reports to itself is not its own report.
    if (broken && manager[handle] === handle) {
      span--
      reports--
    }
    managersOfSpan[span < BEYOND_BOUNDED ? span : BEYOND_BOUNDED]++
    if (span < widestSpan || span === 0) continue
    if (span > widestSpan) widest = []
    widestSpan = span
    widest.push(handle)
  }
  return { managersOfSpan, reports, widestSpan, widest }
}
