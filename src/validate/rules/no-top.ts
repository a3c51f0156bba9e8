import { stateOf } from '../../engine/org-state.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'
import { solidLinesOf } from '../solid-lines.js'

/**
 * A chart without a top: every chain ends in a cycle or at an unknown manager. The roles are the first of each cycle and
 * those with an unknown manager; the witness is the first cycle, or the first unknown manager and its report.
 */
export const noTop: Rule<'NO_TOP'> = Object.freeze({
  codes: Object.freeze(['NO_TOP'] as const),
  *check(context) {
    const { columns, unknownManagers } = stateOf(context.org)
    const { ids, count } = columns
    const { hierarchy, cycles } = solidLinesOf(context)
    if (count === 0 || !hierarchy.roots.every((root) => unknownManagers.has(root))) return
    yield deferredIssue('NO_TOP', 'error', () => ({
      roles: [...cycles.map(([first]) => first), ...hierarchy.roots].map((handle) => ids[handle]),
      place: { path: ['roles'] },
      witness:
        cycles.length > 0
          ? [...cycles[0], cycles[0][0]].map((handle) => ids[handle])
          : [ids[hierarchy.roots[0]], unknownManagers.get(hierarchy.roots[0]) ?? ''],
      message: 'No role is at the top: every role has a manager',
      suggestion: cycles.some((cycle) => cycle.length === 1)
        ? 'Leave out the manager of the top, or pass allowSelfManagedTops to accept a top that is its own manager.'
        : 'Leave out the manager of the top.',
    }))
  },
} satisfies Rule<'NO_TOP'>)
