import { NONE } from '../../engine/columns.js'
import type { Edges } from '../../engine/edges.js'
import { type OrgState, stateOf } from '../../engine/org-state.js'
import { quote } from '../../kernel/quote.js'
import { deferredIssue } from '../deferred-issue.js'
import type { Rule } from '../rule.js'
import { solidLinesOf } from '../solid-lines.js'

/**
 * A role that nothing joins to another: no line, no report, no move, no service. The only role of an org is none,
 * and a role that was found wrong while the org was made is none either: its line may be what could not be read.
 */
export const isolatedRole: Rule<'ISOLATED_ROLE'> = Object.freeze({
  codes: Object.freeze(['ISOLATED_ROLE'] as const),
  *check(context) {
    const state = stateOf(context.org)
    const { ids, count } = state.columns
    if (count === 1) return
    const joined = joinedRoles(state, solidLinesOf(context).manager)
    for (let handle = 0; handle < count; handle++) {
      if (joined[handle] === 1) continue
      const id = ids[handle]
      yield deferredIssue('ISOLATED_ROLE', 'warning', () => ({
        roles: [id],
        message: `The role ${quote(id)} stands alone: it has no line, no report, no move and no service`,
        suggestion: 'Give it a manager or a move, or take it out of the chart.',
      }))
    }
  },
} satisfies Rule<'ISOLATED_ROLE'>)

/** 1 for each role that is joined to something, by handle. */
function joinedRoles(state: OrgState, manager: Int32Array): Uint8Array {
  const { handles, dotted, moves } = state.columns
  const joined = new Uint8Array(manager.length)
  for (let handle = 0; handle < manager.length; handle++) {
    if (manager[handle] === NONE) continue
    joined[handle] = 1
    joined[manager[handle]] = 1
  }
  markEnds(joined, dotted)
  markEnds(joined, moves)
  const named = [...state.services.flatMap(({ from, to }) => [from, to]), ...rolesFoundWrong(state)]
  for (const id of named) {
    const handle = handles.get(id)
    if (handle !== undefined) joined[handle] = 1
  }
  return joined
}

function markEnds(joined: Uint8Array, edges: Edges): void {
  if (edges.to.length === 0) return
  for (let handle = 0; handle < joined.length; handle++) {
    if (edges.start[handle] < edges.start[handle + 1]) joined[handle] = 1
  }
  for (const to of edges.to) joined[to] = 1
}

function* rolesFoundWrong(state: OrgState): Generator<string> {
  for (const issue of state.issues) if (issue.severity === 'error') yield* issue.roles
}
