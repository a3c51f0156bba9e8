import { stateOf } from '../../engine/org-state.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'
import { solidLinesOf } from '../solid-lines.js'

/** A chart in which every role has a manager. The roles are the first of each cycle; the witness is the first cycle. */
export const noTop: Rule<'NO_TOP'> = Object.freeze({
  codes: Object.freeze(['NO_TOP'] as const),
  *check(context) {
    const { ids, count } = stateOf(context.org).columns
    const { hierarchy, cycles } = solidLinesOf(context)
    if (count === 0 || hierarchy.tops.length > 0) return
    yield deferredIssue('NO_TOP', 'error', () => ({
      roles: cycles.map((cycle) => ids[cycle[0]]),
      place: { path: ['roles'] },
      witness: [...cycles[0], cycles[0][0]].map((handle) => ids[handle]),
      message: 'No role is at the top: every role has a manager',
      suggestion: cycles.some((cycle) => cycle.length === 1)
        ? 'Leave the manager of the top out, or accept a top that is its own manager with allowSelfManagedTops.'
        : 'Leave the manager of the top out.',
    }))
  },
} satisfies Rule<'NO_TOP'>)
