import { toBeAbove } from './matchers/to-be-above.js'
import { toBePeers } from './matchers/to-be-peers.js'
import { toBeValidOrg } from './matchers/to-be-valid-org.js'
import { toHaveCareerPath } from './matchers/to-have-career-path.js'
import { toHaveDirectReports } from './matchers/to-have-direct-reports.js'
import { toHaveLayersAtMost } from './matchers/to-have-layers-at-most.js'
import { toHaveManager } from './matchers/to-have-manager.js'
import { toHaveNoReportingCycles } from './matchers/to-have-no-reporting-cycles.js'
import { toHaveRole } from './matchers/to-have-role.js'
import { toHaveSingleTop } from './matchers/to-have-single-top.js'
import { toHaveSpanOfControlAtLeast } from './matchers/to-have-span-of-control-at-least.js'
import { toHaveSpanOfControlAtMost } from './matchers/to-have-span-of-control-at-most.js'
import { toMatchChart } from './matchers/to-match-chart.js'
import { toProgressTo } from './matchers/to-progress-to.js'
import { toReportTo } from './matchers/to-report-to.js'
import { toReportUpTo } from './matchers/to-report-up-to.js'
import { toSatisfyPolicy } from './matchers/to-satisfy-policy.js'

/**
 * All matchers, for `expect.extend` of vitest, Jest and whatever has the same: `rolegraph/vitest` and `rolegraph/jest`
 * do it for you, with types.
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
  toBeValidOrg,
  toSatisfyPolicy,
  toMatchChart,
})
