import { counted, quotedList } from '../../kernel/in-words.js'
import { NONE } from '../../engine/columns.js'
import { positionOf } from '../../engine/hierarchy-index.js'
import { stateOf } from '../../engine/org-state.js'
import { quote } from '../../kernel/quote.js'
import { deferredIssue } from '../make-issue.js'
import type { Rule } from '../rule.js'
import { type SolidLines, solidLinesOf } from '../solid-lines.js'

/**
 * Roles whose management chain runs into a cycle and never reaches a top: one issue per cycle, with all the roles below
 * it. The witness is the chain from the first of these roles up to the role where it meets the cycle.
 */
export const cutOff: Rule<'CUT_OFF'> = Object.freeze({
  codes: Object.freeze(['CUT_OFF'] as const),
  *check(context) {
    const { ids } = stateOf(context.org).columns
    const lines = solidLinesOf(context)
    for (const [index, handles] of rolesBelow(lines).entries()) {
      if (handles.length === 0) continue
      const cycle = lines.cycles[index]
      const roles = handles.map((handle) => ids[handle])
      const witness = chainInto(lines, handles[0], new Set(cycle)).map((handle) => ids[handle])
      const end = cycle.length === 1 ? 'reports to itself' : `is in a cycle of ${String(cycle.length)} roles`
      yield deferredIssue('CUT_OFF', 'error', () => ({
        roles,
        place: { path: ['roles', roles[0], 'reportsTo'] },
        witness,
        message:
          `${counted(roles.length, 'role')} cannot reach a top: ${quotedList(roles)}; ` +
          `the chain of ${quote(roles[0])} ends at ${quote(witness.at(-1))}, which ${end}`,
        suggestion:
          cycle.length === 1
            ? 'Leave out the manager of the top, or pass allowSelfManagedTops to accept a top that is its own manager.'
            : 'Break the cycle; its roles are listed in a separate issue.',
      }))
    }
  },
} satisfies Rule<'CUT_OFF'>)

/** The roles below each cycle, ascending. Takes O(roles): each role is visited once. */
function rolesBelow({ manager, hierarchy, cycles }: SolidLines): number[][] {
  const below = cycles.map((): number[] => [])
  if (cycles.length === 0) return below
  const cycleOf = new Int32Array(manager.length).fill(NONE)
  for (const [index, cycle] of cycles.entries()) for (const handle of cycle) cycleOf[handle] = index
  const inCycle = cycleOf.map((index) => (index === NONE ? 0 : 1))
  for (let first = 0; first < manager.length; first++) {
    if (positionOf(hierarchy, first) !== NONE || inCycle[first] === 1) continue
    let end = first
    while (cycleOf[end] === NONE) end = manager[end]
    for (let handle = first; cycleOf[handle] === NONE; handle = manager[handle])
      cycleOf[handle] = cycleOf[end]
    below[cycleOf[first]].push(first)
  }
  return below
}

function chainInto({ manager }: SolidLines, first: number, cycle: ReadonlySet<number>): number[] {
  const chain = [first]
  for (let handle = first; !cycle.has(handle); chain.push(handle)) handle = manager[handle]
  return chain
}
