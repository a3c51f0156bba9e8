import { reportingCycleIssue } from '../../define/cycle-issues.js'
import { stateOf } from '../../engine/org-state.js'
import { foundIssues } from './found-in-input.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'
import { solidLinesOf } from '../solid-lines.js'

/** A cycle of solid lines: one issue per cycle, with exactly its members, in the order of reporting. */
export const reportingCycle: Rule<'REPORTING_CYCLE'> = Object.freeze({
  codes: Object.freeze(['REPORTING_CYCLE'] as const),
  *check(context) {
    const { ids } = stateOf(context.org).columns
    const found = foundIssues(context.org, 'REPORTING_CYCLE')
    yield* found
    const reported = new Set(found.flatMap((issue) => issue.roles.slice(0, 1)))
    for (const cycle of solidLinesOf(context).cycles) {
      // A role that reports to itself has its own rule.
      if (cycle.length === 1 || reported.has(ids[cycle[0]])) continue
      const roles = cycle.map((handle) => ids[handle])
      const place = { path: ['roles', roles[0], 'reportsTo'] }
      yield deferredIssue('REPORTING_CYCLE', 'error', () => reportingCycleIssue(roles, place))
    }
  },
} satisfies Rule<'REPORTING_CYCLE'>)
