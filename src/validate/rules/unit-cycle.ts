import { unitCycleIssue } from '../../define/cycle-issues.js'
import { stateOf } from '../../engine/org-state.js'
import { reportingCycles } from '../../engine/reporting-cycles.js'
import { foundIssues } from './found-in-input.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'
import { unitTree } from '../unit-tree.js'

/** Units that are part of each other in a cycle, or a unit that is part of itself. */
export const unitCycle: Rule<'UNIT_CYCLE'> = Object.freeze({
  codes: Object.freeze(['UNIT_CYCLE'] as const),
  *check({ org }) {
    const found = foundIssues(org, 'UNIT_CYCLE')
    yield* found
    const reported = new Set(found.flatMap((issue) => issue.units))
    const { ids, larger } = stateOf(org).kept(unitTree)
    for (const members of reportingCycles(larger)) {
      const units = members.map((handle) => ids[handle])
      if (reported.has(units[0])) continue
      yield deferredIssue('UNIT_CYCLE', 'error', () => unitCycleIssue(units))
    }
  },
} satisfies Rule<'UNIT_CYCLE'>)
