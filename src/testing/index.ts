// Matchers
export { matchers, type OrgMatchers } from './matchers.js'
export type { MatchResult } from './match-result.js'
export { toBeAbove } from './matchers/to-be-above.js'
export { toBeHeldBy } from './matchers/to-be-held-by.js'
export { toBePeers } from './matchers/to-be-peers.js'
export { toBeValidOrg, type ValidOptions } from './matchers/to-be-valid-org.js'
export { toEqualOrg } from './matchers/to-equal-org.js'
export { type CareerPathBounds, toHaveCareerPath } from './matchers/to-have-career-path.js'
export { toHaveChanged } from './matchers/to-have-changed.js'
export { toHaveDirectReports } from './matchers/to-have-direct-reports.js'
export { toHaveHeadcount } from './matchers/to-have-headcount.js'
export { toHaveLayersAtMost } from './matchers/to-have-layers-at-most.js'
export { toHaveManager } from './matchers/to-have-manager.js'
export { toHaveNoReportingCycles } from './matchers/to-have-no-reporting-cycles.js'
export { toHaveRole } from './matchers/to-have-role.js'
export { toHaveSingleTop } from './matchers/to-have-single-top.js'
export { toHaveSpanOfControlAtLeast } from './matchers/to-have-span-of-control-at-least.js'
export { toHaveSpanOfControlAtMost } from './matchers/to-have-span-of-control-at-most.js'
export { toHold } from './matchers/to-hold.js'
export { type ChartOptions, toMatchChart } from './matchers/to-match-chart.js'
export { toProgressTo } from './matchers/to-progress-to.js'
export { toReportTo } from './matchers/to-report-to.js'
export { toReportToPerson } from './matchers/to-report-to-person.js'
export { toReportUpTo } from './matchers/to-report-up-to.js'
export { toSatisfyPolicy } from './matchers/to-satisfy-policy.js'

// Equality and snapshots
export { orgEquality, orgSerializer } from './org-equality.js'

// Without a runner
export { assertPolicy, PolicyViolation } from './assert-policy.js'

// Generators
export { breakOrg, defectCodes } from './generate/break-org.js'
export type { Defect } from './generate/defects.js'
export { makeChanges, type MakeChangesOptions } from './generate/make-changes.js'
export { makeOrg, type MakeOptions } from './generate/make-org.js'
