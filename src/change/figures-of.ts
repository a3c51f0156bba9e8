import { measured } from '../engine/measured.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { type SubtreeSums, subtreeSums } from '../engine/subtree-sums.js'
import { headcountOf } from '../query/headcount-of.js'
import { type OrgDiff, requireDiff } from './diff-orgs.js'

/** A figure of two orgs. */
export interface Figure {
  readonly before: number
  readonly after: number
}

/** The figures of two orgs in all. */
export interface OrgFigures {
  readonly roles: Figure
  readonly layers: Figure
  /** Roles with direct reports. */
  readonly managers: Figure
  /** Direct reports per manager; 0 where nobody has any. */
  readonly averageSpan: Figure
  /** People, each once. */
  readonly headcount: Figure
  /** Filled seats: a person in two roles fills two. */
  readonly seats: Figure
  readonly fte: Figure
  readonly cost: Figure
  /** The managers of which a figure differs, in the order of the org before, then those that are new. */
  readonly byManager: readonly ManagerFigures[]
}

/** The figures of a role that has reports in one of the orgs. Sums are those of the role and everyone below it. */
export interface ManagerFigures {
  readonly role: string
  readonly span: Figure
  readonly seats: Figure
  readonly fte: Figure
  readonly cost: Figure
}

/**
 * Compares the figures of two orgs: roles, layers, spans of control, headcount, filled seats, full-time equivalents and cost, in all and for
 * each manager for whom one of them differs. A role that an org does not have has the figures 0 there.
 *
 * Figures are counted as {@link headcountOf}, {@link seatsOf}, {@link rollUp} and {@link spansAndLayers} count them: along solid lines, 0 for a role
 * without a figure. Managers have no headcount of their own: somebody who holds a role below two of them would count for both.
 *
 * Complexity: O(roles) of both orgs.
 *
 * @param diff What `diffOrgs` returns.
 * @returns A fresh object.
 * @throws {@link OrgError} `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { changeOrg, defineOrg, diffOrgs, figuresOf } from 'rolegraph'
 *
 * const before = defineOrg({
 *   roles: { lead: { cost: 90 }, senior: { reportsTo: 'lead', cost: 70 }, analyst: { reportsTo: 'senior', cost: 50 } },
 * })
 * const { org: after } = changeOrg(before, [{ do: 'remove-role', role: 'senior', reports: 'lift' }])
 * const { cost, layers } = figuresOf(diffOrgs(before, after))
 * console.log(cost, layers) // => { before: 210, after: 140 } { before: 3, after: 2 }
 * ```
 * @see {@link diffOrgs}, {@link spansAndLayers}, {@link rollUp}.
 */
export function figuresOf(diff: OrgDiff): OrgFigures {
  requireDiff('figuresOf', diff)
  const before = new OrgSums(stateOf(diff.before))
  const after = new OrgSums(stateOf(diff.after))
  const figure = (of: (sums: OrgSums) => number): Figure => ({ before: of(before), after: of(after) })
  return {
    roles: figure(({ roles }) => roles),
    layers: figure(({ layers }) => layers),
    managers: figure(({ managers }) => managers),
    averageSpan: figure(({ managers, lines }) => (managers === 0 ? 0 : lines / managers)),
    headcount: { before: headcountOf(diff.before), after: headcountOf(diff.after) },
    seats: figure(({ seats }) => seats.total),
    fte: figure(({ fte }) => fte.total),
    cost: figure(({ cost }) => cost.total),
    byManager: managerFigures(before, after),
  }
}

/** The sums of an org. */
class OrgSums {
  readonly seats: SubtreeSums
  readonly fte: SubtreeSums
  readonly cost: SubtreeSums
  managers = 0
  lines = 0

  constructor(readonly state: OrgState) {
    const sumsOf = (measure: 'headcount' | 'fte' | 'cost'): SubtreeSums =>
      subtreeSums({ state, lines: 'solid' }, measured(state, measure, true))
    this.seats = sumsOf('headcount')
    this.fte = sumsOf('fte')
    this.cost = sumsOf('cost')
    for (let handle = 0; handle < state.columns.count; handle++) {
      const span = this.spanOf(handle)
      this.lines += span
      if (span > 0) this.managers++
    }
  }

  get roles(): number {
    return this.state.columns.count
  }

  get layers(): number {
    return this.state.hierarchy.layerSizes.length
  }

  spanOf(handle: number): number {
    const { start, to } = this.state.hierarchy.reports
    return to.length === 0 ? 0 : start[handle + 1] - start[handle]
  }
}

function managerFigures(before: OrgSums, after: OrgSums): ManagerFigures[] {
  const list: ManagerFigures[] = []
  const add = (role: string, was: number | undefined, is: number | undefined): void => {
    const figure = (of: (sums: OrgSums, handle: number) => number): Figure => ({
      before: was === undefined ? 0 : of(before, was),
      after: is === undefined ? 0 : of(after, is),
    })
    const span = figure((sums, handle) => sums.spanOf(handle))
    if (span.before === 0 && span.after === 0) return
    const figures = {
      span,
      seats: figure((sums, handle) => sums.seats.of(handle)),
      fte: figure((sums, handle) => sums.fte.of(handle)),
      cost: figure((sums, handle) => sums.cost.of(handle)),
    }
    if (Object.values(figures).some((each) => each.before !== each.after)) list.push({ role, ...figures })
  }
  const [was, is] = [before.state.columns, after.state.columns]
  for (let handle = 0; handle < was.count; handle++) {
    add(was.ids[handle], handle, was.handles === is.handles ? handle : is.handles.get(was.ids[handle]))
  }
  if (was.handles === is.handles) return list
  for (let handle = 0; handle < is.count; handle++) {
    if (!was.handles.has(is.ids[handle])) add(is.ids[handle], undefined, handle)
  }
  return list
}
