import { NONE } from '../../engine/columns.js'
import type { Change } from '../../model/change.js'
import type { OpenOrg } from '../open-org.js'
import { refusal } from './direct-edits.js'
import type { DraftState } from './draft-state.js'
import { ADD, LINK, PLACE, PLAN, REMOVE, RENAME } from './edit-log.js'

/** Makes any change by the code of `changeOrg`, and brings the columns up to date. Throws `INVALID_CHANGES`. */
export function editWholly(state: DraftState, change: unknown): void {
  const { following, columns, referred } = state
  const { changes, effects, issues, inverse, open } = following.apply(change)
  if (issues.all.length > 0) throw refusal(issues)
  state.begin({ change: changes[0], inverse })
  // The inverse says what was done, from its end.
  for (let at = inverse.length - 1; at >= 0; at--) followStep(state, open, changes[0], inverse[at])
  following.skip()
  referred.addNamed(columns.ids, [changes, effects])
}

/** Does in the columns what a change takes back. */
function followStep(state: DraftState, open: OpenOrg, change: Change, back: Change): void {
  const { ids, links } = state.columns
  if (back.do === 'remove-role') {
    const node = links.count
    state.step(ADD, node, NONE, NONE)
    if (change.do === 'add-role' && typeof change.before === 'string') place(state, node, change.before)
    plan(state, open, node)
    return
  }
  if (back.do === 'rename-role') {
    const node = ids.nodeOf(back.to)
    if (node !== undefined) state.step(RENAME, node, NONE, NONE)
    return
  }
  const node = 'role' in back ? ids.nodeOf(back.role) : undefined
  if (node === undefined) return
  if (back.do === 'set-manager') link(state, node, open.managerOf(node))
  else if (back.do === 'update-role') plan(state, open, node)
  else if (back.do === 'reorder') place(state, node, ('before' in change ? change.before : null) ?? null)
  else if (back.do === 'add-role') {
    link(state, node, NONE)
    state.step(REMOVE, node, NONE, NONE)
  }
}

function link(state: DraftState, node: number, manager: number): void {
  const was = state.columns.links.managerOf(node)
  if (was !== manager) state.step(LINK, node, was, manager)
}

function place(state: DraftState, node: number, before: string | null): void {
  const { columns } = state
  state.step(PLACE, node, columns.after(node), before === null ? NONE : (columns.ids.nodeOf(before) ?? NONE))
}

function plan(state: DraftState, open: OpenOrg, node: number): void {
  const was = state.columns.planned.has(node)
  const is = open.attributeOf(node, 'status') === 'planned'
  if (was !== is) state.step(PLAN, node, Number(was), Number(is))
}
