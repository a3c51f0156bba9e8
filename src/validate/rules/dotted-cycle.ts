import { quote } from '../../kernel/quote.js'
import { stateOf } from '../../engine/org-state.js'
import { dottedCycles } from '../dotted-cycles.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'

const LISTED = 8

/**
 * Roles that are all above each other through dotted lines: legal, but rarely intended. One issue per set of roles, with all
 * members in input order; the witness is the shortest cycle that takes a dotted line, in the order of reporting.
 */
export const dottedCycle: Rule<'DOTTED_CYCLE'> = Object.freeze({
  codes: Object.freeze(['DOTTED_CYCLE'] as const),
  *check({ org }) {
    const state = stateOf(org)
    const { ids, manager } = state.columns
    const arrow = (from: number, to: number): string => (manager[from] === to ? '→' : '⇢')
    for (const { members, cycle } of dottedCycles(state)) {
      const route = cycle.slice(0, LISTED).map((handle, step) => {
        return `${quote(ids[handle])} ${arrow(handle, cycle[step + 1] ?? cycle[0])} `
      })
      if (cycle.length > LISTED) route.push(`… ${arrow(cycle[cycle.length - 1], cycle[0])} `)
      const shortest = cycle.length === members.length ? '' : 'the shortest cycle is '
      yield deferredIssue('DOTTED_CYCLE', 'info', () => ({
        roles: members.map((handle) => ids[handle]),
        place: { path: ['roles', ids[cycle[0]], 'dottedTo'] },
        witness: [...cycle, cycle[0]].map((handle) => ids[handle]),
        message: `${String(members.length)} roles report to each other along dotted lines: ${shortest}${route.join('')}${quote(ids[cycle[0]])}`,
        suggestion: 'This is allowed. If it is not intended, remove a dotted line.',
      }))
    }
  },
} satisfies Rule<'DOTTED_CYCLE'>)
