import { stateOf } from '../../engine/org-state.js'
import { quote } from '../../kernel/quote.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'

/** A dotted line to the role's solid manager, which adds nothing to the solid line. */
export const doubledLine: Rule<'DOUBLED_LINE'> = Object.freeze({
  codes: Object.freeze(['DOUBLED_LINE'] as const),
  *check({ org }) {
    const { ids, manager, dotted } = stateOf(org).columns
    if (dotted.to.length === 0) return
    for (let handle = 0; handle < ids.length; handle++) {
      for (let edge = dotted.start[handle]; edge < dotted.start[handle + 1]; edge++) {
        if (dotted.to[edge] !== manager[handle]) continue
        const [report, upper] = [ids[handle], ids[manager[handle]]]
        yield deferredIssue('DOUBLED_LINE', 'info', () => ({
          roles: [report, upper],
          place: { path: ['roles', report, 'dottedTo'] },
          message: `The role ${quote(report)} reports to ${quote(upper)} by both a solid and a dotted line`,
          suggestion: 'Remove the dotted line.',
        }))
      }
    }
  },
} satisfies Rule<'DOUBLED_LINE'>)
