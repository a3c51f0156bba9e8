import type { Change, Org } from '../internal.js'
import type { CheckedChanges } from '../internal-change.js'
import type { MatchResult } from './match-result.js'
import { toBeAbove } from './matchers/to-be-above.js'
import { toBeApprovedBy } from './matchers/to-be-approved-by.js'
import { toBeHeldBy } from './matchers/to-be-held-by.js'
import { toBePeers } from './matchers/to-be-peers.js'
import { toBeValidOrg } from './matchers/to-be-valid-org.js'
import { toEqualOrg } from './matchers/to-equal-org.js'
import { toHaveApprovalRoute } from './matchers/to-have-approval-route.js'
import { toHaveCareerPath } from './matchers/to-have-career-path.js'
import { toHaveChanged } from './matchers/to-have-changed.js'
import { toHaveDirectReports } from './matchers/to-have-direct-reports.js'
import { toHaveHeadcount } from './matchers/to-have-headcount.js'
import { toHaveLayersAtMost } from './matchers/to-have-layers-at-most.js'
import { toHaveManager } from './matchers/to-have-manager.js'
import { toHaveNoReportingCycles } from './matchers/to-have-no-reporting-cycles.js'
import { toHaveRole } from './matchers/to-have-role.js'
import { toHaveSingleTop } from './matchers/to-have-single-top.js'
import { toHaveSpanOfControlAtLeast } from './matchers/to-have-span-of-control-at-least.js'
import { toHaveSpanOfControlAtMost } from './matchers/to-have-span-of-control-at-most.js'
import { toHold } from './matchers/to-hold.js'
import { toMatchChart } from './matchers/to-match-chart.js'
import { toProgressTo } from './matchers/to-progress-to.js'
import { toReportTo } from './matchers/to-report-to.js'
import { toReportToPerson } from './matchers/to-report-to-person.js'
import { toReportUpTo } from './matchers/to-report-up-to.js'
import { toSatisfyPolicy } from './matchers/to-satisfy-policy.js'

/**
 * All matchers, for `expect.extend` of vitest, Jest and any compatible runner. `rolegraph/vitest` and `rolegraph/jest`
 * register them for you, with types.
 */
export const matchers = /* @__PURE__ */ Object.freeze({
  toHaveRole,
  toReportTo,
  toReportUpTo,
  toBeAbove,
  toBePeers,
  toHaveManager,
  toHaveDirectReports,
  toHaveSpanOfControlAtMost,
  toHaveSpanOfControlAtLeast,
  toHaveLayersAtMost,
  toHaveSingleTop,
  toHaveNoReportingCycles,
  toHaveCareerPath,
  toProgressTo,
  toHold,
  toBeHeldBy,
  toReportToPerson,
  toHaveHeadcount,
  toBeValidOrg,
  toSatisfyPolicy,
  toMatchChart,
  toEqualOrg,
  toHaveChanged,
  toBeApprovedBy,
  toHaveApprovalRoute,
} satisfies Record<keyof OrgMatchers, (...args: never) => MatchResult>)

/** A matcher as a test calls it: without the org or route, which is passed to `expect`. */
type Called<Matcher, Returns> = Matcher extends (org: never, ...args: infer Args) => MatchResult
  ? (...args: Args) => Returns
  : never

/**
 * The matchers as a test calls them, after `expect(org)` or, for approvals, `expect(route)`. Ids are those of the org; a unit
 * answers through its head. An unknown id fails with `.not` too.
 */
export interface OrgMatchers<
  Returns = void,
  Id extends string = string,
  Unit extends string = string,
  Person extends string = string,
  Chart extends Org = Org<Id, Unit, unknown, Person>,
> {
  /** The org has a role with this id. */
  toHaveRole: Called<typeof toHaveRole, Returns>
  /** The role reports to the manager directly. */
  toReportTo: Called<typeof toReportTo<Id, Unit>, Returns>
  /** The role reports to the other, directly or indirectly. */
  toReportUpTo: Called<typeof toReportUpTo<Id, Unit>, Returns>
  /** The first role is above the second: by the management chain, or `by` grade or layer. */
  toBeAbove: Called<typeof toBeAbove<Id, Unit>, Returns>
  /** The roles report to the same manager. */
  toBePeers: Called<typeof toBePeers<Id, Unit>, Returns>
  /** The role has this manager, or any. */
  toHaveManager: Called<typeof toHaveManager<Id, Unit>, Returns>
  /** The role has exactly these direct reports, in any order, or any at all. */
  toHaveDirectReports: Called<typeof toHaveDirectReports<Id, Unit>, Returns>
  /** No role, or not this one, has more direct reports. */
  toHaveSpanOfControlAtMost: Called<typeof toHaveSpanOfControlAtMost<Id, Unit>, Returns>
  /** No manager, or not this role, has fewer direct reports. */
  toHaveSpanOfControlAtLeast: Called<typeof toHaveSpanOfControlAtLeast<Id, Unit>, Returns>
  /** The chart has no more layers than this; the top is layer 1. */
  toHaveLayersAtMost: Called<typeof toHaveLayersAtMost, Returns>
  /** Exactly one role reports to nobody, or only this one does. */
  toHaveSingleTop: Called<typeof toHaveSingleTop<Id, Unit>, Returns>
  /** No solid lines form a cycle. */
  toHaveNoReportingCycles: Called<typeof toHaveNoReportingCycles, Returns>
  /** Career moves lead from one role to the other, within `steps` and `years`. */
  toHaveCareerPath: Called<typeof toHaveCareerPath<Id, Unit>, Returns>
  /** One career move leads from the role to the other. */
  toProgressTo: Called<typeof toProgressTo<Id, Unit>, Returns>
  /** The person holds the role, or any. */
  toHold: Called<typeof toHold<Id, Unit, unknown, Person>, Returns>
  /** The role is held by exactly these people, or by anyone. */
  toBeHeldBy: Called<typeof toBeHeldBy<Id, Unit, unknown, Person>, Returns>
  /** The person reports to the other, directly or across vacant roles. */
  toReportToPerson: Called<typeof toReportToPerson<Id, Unit, unknown, Person>, Returns>
  /** This many people hold roles in the org, in a role and everyone below it, or in a unit. */
  toHaveHeadcount: Called<typeof toHaveHeadcount<Id, Unit>, Returns>
  /** `checkOrg` finds no error. */
  toBeValidOrg: Called<typeof toBeValidOrg<Chart>, Returns>
  /** Every rule of the policy holds. */
  toSatisfyPolicy: Called<typeof toSatisfyPolicy<Chart>, Returns>
  /** The chart equals this text: one line per role, reports indented by two spaces. */
  toMatchChart: Called<typeof toMatchChart<Id, Unit>, Returns>
  /** The org equals this one; if not, the message is the diff. */
  toEqualOrg: Called<typeof toEqualOrg, Returns>
  /** The org differs from the earlier one, by exactly these changes. Ids are those of the earlier org and those that the changes add. */
  toHaveChanged: <
    Before extends string,
    BeforeUnit extends string,
    Data,
    BeforePerson extends string,
    const List extends readonly Change[],
  >(
    before: Org<Before, BeforeUnit, Data, BeforePerson>,
    changes?: List & CheckedChanges<List, NoInfer<Before>, NoInfer<BeforeUnit>, NoInfer<BeforePerson>>,
  ) => Returns
  /** In `expect(route)`: the person or role is asked in this answer of `approvalRoute`. */
  toBeApprovedBy: Called<typeof toBeApprovedBy<Id, Person>, Returns>
  /** In `expect(route)`: this answer of `approvalRoute` has exactly these steps or, without them, any route. */
  toHaveApprovalRoute: Called<typeof toHaveApprovalRoute<Id, Person>, Returns>
}
