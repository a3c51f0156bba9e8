import type { CompareOptions, LinesOption, MoveKind, Policy, Rule } from '../internal.js'
import type { ValidOptions } from './matchers/to-be-valid-org.js'
import type { CareerPathBounds } from './matchers/to-have-career-path.js'
import type { ChartOptions } from './matchers/to-match-chart.js'

/**
 * The matchers as a test writes them, after `expect(org)`. Ids are those of the org; a unit answers through its head.
 * An id that the org does not have fails with `.not` too.
 */
export interface OrgMatchers<Returns = void, Id extends string = string, Unit extends string = string> {
  /** The org has a role with this id. */
  toHaveRole: (role: string) => Returns
  /** The role reports to the manager directly. */
  toReportTo: (role: NoInfer<Id | Unit>, manager: NoInfer<Id | Unit>, options?: LinesOption) => Returns
  /** The role reports to the other, directly or not. */
  toReportUpTo: (role: NoInfer<Id | Unit>, upper: NoInfer<Id | Unit>, options?: LinesOption) => Returns
  /** The first role is above the second: by the management chain, or `by` grade or layer. */
  toBeAbove: (upper: NoInfer<Id | Unit>, lower: NoInfer<Id | Unit>, options?: CompareOptions) => Returns
  /** The roles report to the same manager. */
  toBePeers: (...roles: NoInfer<Id | Unit>[]) => Returns
  /** The role has a manager, or this one. */
  toHaveManager: (role: NoInfer<Id | Unit>, manager?: NoInfer<Id | Unit>) => Returns
  /** The role has exactly these direct reports, in any order, or any at all. */
  toHaveDirectReports: (
    role: NoInfer<Id | Unit>,
    reports?: readonly NoInfer<Id | Unit>[],
    options?: LinesOption,
  ) => Returns
  /** No role, or not this one, has more direct reports. */
  toHaveSpanOfControlAtMost: (max: number, role?: NoInfer<Id | Unit>) => Returns
  /** No manager, or not this role, has fewer direct reports. */
  toHaveSpanOfControlAtLeast: (min: number, role?: NoInfer<Id | Unit>) => Returns
  /** The chart has no more layers; the top is layer 1. */
  toHaveLayersAtMost: (max: number) => Returns
  /** One role reports to nobody, or this one alone does. */
  toHaveSingleTop: (top?: NoInfer<Id | Unit>) => Returns
  /** No solid lines run in a circle. */
  toHaveNoReportingCycles: () => Returns
  /** Career moves lead from one role to the other, within `steps` and `years`. */
  toHaveCareerPath: (from: NoInfer<Id>, to: NoInfer<Id>, within?: CareerPathBounds<NoInfer<Id>>) => Returns
  /** One career move leads from the role to the other. */
  toProgressTo: (role: NoInfer<Id>, next: NoInfer<Id>, kind?: MoveKind) => Returns
  /** `checkOrg` finds no error. */
  toBeValidOrg: (options?: ValidOptions) => Returns
  /** Every rule of the policy holds. */
  toSatisfyPolicy: (rules: Policy | readonly Rule[]) => Returns
  /** The chart looks like this text: a role a line, reports indented by two spaces. */
  toMatchChart: (chart: string, options?: ChartOptions<NoInfer<Id>, NoInfer<Unit>>) => Returns
}
