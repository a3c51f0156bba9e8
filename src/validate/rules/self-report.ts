import { selfReportIssue } from '../../define/cycle-issues.js'
import { stateOf } from '../../engine/org-state.js'
import { foundIssues } from './found-in-input.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'

/**
 * A role that is its own manager, by a solid or a dotted line. With `allowSelfManagedTops`, a solid line to itself marks a
 * top and is not an issue.
 */
export const selfReport: Rule<'SELF_REPORT'> = Object.freeze({
  codes: Object.freeze(['SELF_REPORT'] as const),
  *check({ org, allowSelfManagedTops }) {
    const { ids, manager } = stateOf(org).columns
    const selfManaged = new Set<string>()
    for (let handle = 0; handle < manager.length; handle++) {
      if (manager[handle] === handle) selfManaged.add(ids[handle])
    }
    for (const issue of foundIssues(org, 'SELF_REPORT')) {
      // Solid lines are read first, so the first issue of a self-managed role is about its solid line.
      const solid = selfManaged.delete(issue.roles[0])
      if (!solid || !allowSelfManagedTops) yield issue
    }
    if (allowSelfManagedTops) return
    for (const id of selfManaged) {
      const place = { path: ['roles', id, 'reportsTo'] }
      yield deferredIssue('SELF_REPORT', 'error', () => selfReportIssue(id, place))
    }
  },
} satisfies Rule<'SELF_REPORT'>)
