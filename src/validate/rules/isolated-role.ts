import { NONE } from '../../engine/columns.js'
import type { Edges } from '../../engine/edges.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import { quotedList } from '../../kernel/in-words.js'
import { quote } from '../../kernel/quote.js'
import { deferredIssue } from '../make-issue.js'
import type { DeferredIssue, Rule } from '../rule.js'
import { solidLinesOf } from '../solid-lines.js'

/**
 * A role that nothing connects to another: no line, report, move or service. The only role of an org passes, and so does a
 * role with an error found while the org was made, because its line may be what could not be read. In a chart without
 * reporting lines, all isolated roles are one issue, because the managers were probably not read at all.
 */
export const isolatedRole: Rule<'ISOLATED_ROLE'> = Object.freeze({
  codes: Object.freeze(['ISOLATED_ROLE'] as const),
  *check(context) {
    const state = stateOf(context.org)
    const { ids, count, dotted } = state.columns
    if (count === 1) return
    const { manager } = solidLinesOf(context)
    const connected = connectedRoles(state, manager)
    const isolated = ids.filter((_, handle) => connected[handle] === 0)
    const hasLines = dotted.to.length > 0 || manager.some((above) => above !== NONE)
    if (!hasLines && isolated.length > 1) yield chartWithoutLines(isolated)
    else for (const id of isolated) yield singleRole(id)
  },
} satisfies Rule<'ISOLATED_ROLE'>)

function singleRole(id: string): DeferredIssue<'ISOLATED_ROLE'> {
  return deferredIssue('ISOLATED_ROLE', 'warning', () => ({
    roles: [id],
    message: `The role ${quote(id)} is isolated: it has no lines, reports, moves or services`,
    suggestion: 'Give it a manager or a move, or remove it from the chart.',
  }))
}

function chartWithoutLines(isolated: readonly string[]): DeferredIssue<'ISOLATED_ROLE'> {
  return deferredIssue('ISOLATED_ROLE', 'warning', () => ({
    roles: isolated,
    place: { path: ['roles'] },
    message: `The chart has no reporting lines, and ${String(isolated.length)} roles are isolated: ${quotedList(isolated)}`,
    suggestion: 'Give the roles their managers. If the data has them, name the field of the manager.',
  }))
}

/** By handle, 1 for each role that is connected to something. */
function connectedRoles(state: OrgState, manager: Int32Array): Uint8Array {
  const { handles, dotted, moves } = state.columns
  const connected = new Uint8Array(manager.length)
  for (let handle = 0; handle < manager.length; handle++) {
    if (manager[handle] === NONE) continue
    connected[handle] = 1
    connected[manager[handle]] = 1
  }
  markEnds(connected, dotted)
  markEnds(connected, moves)
  const named = [...state.services.flatMap(({ from, to }) => [from, to]), ...rolesFoundWrong(state)]
  for (const id of named) {
    const handle = handles.get(id)
    if (handle !== undefined) connected[handle] = 1
  }
  return connected
}

function markEnds(connected: Uint8Array, edges: Edges): void {
  if (edges.to.length === 0) return
  for (let handle = 0; handle < connected.length; handle++) {
    if (edges.start[handle] < edges.start[handle + 1]) connected[handle] = 1
  }
  for (const to of edges.to) connected[to] = 1
}

function* rolesFoundWrong(state: OrgState): Generator<string> {
  for (const issue of state.issues) if (issue.severity === 'error') yield* issue.roles
}
