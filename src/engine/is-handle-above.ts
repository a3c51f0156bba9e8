import type { Lines } from '../model/line.js'
import { NONE } from './columns.js'
import { isNumberedAbove } from './hierarchy-index.js'
import type { OrgState } from './org-state.js'

/** Whether `upper` is in the management chain of `lower`; never true of a role and itself. */
export function isHandleAbove(state: OrgState, upper: number, lower: number, lines: Lines): boolean {
  if (upper === lower) return false
  if (lines === 'solid') return isSolidAbove(state, upper, lower)
  if (state.columns.dotted.to.length === 0) return lines === 'all' && isSolidAbove(state, upper, lower)
  if (lines === 'all' && isNumberedAbove(state.hierarchy, upper, lower)) return true
  return isReachedUpwards(state, upper, lower, lines)
}

function isSolidAbove(state: OrgState, upper: number, lower: number): boolean {
  const { runs } = state.hierarchy
  const position = runs[2 * lower]
  // Everyone above a numbered role is numbered, and the run of a role without a number is empty.
  if (position !== NONE) return runs[2 * upper] < position && position < runs[2 * upper + 1]
  const { marks } = state
  const { manager } = state.columns
  marks.begin()
  for (let next = manager[lower]; next !== NONE && marks.mark(next); next = manager[next]) {
    if (next === upper) return true
  }
  return false
}

/** Walks up until it meets `upper`, or a role below it in the solid tree where these lines count too. */
function isReachedUpwards(state: OrgState, upper: number, lower: number, lines: 'dotted' | 'all'): boolean {
  const { marks, hierarchy } = state
  const { manager, dotted } = state.columns
  marks.begin()
  marks.mark(lower)
  const open = [lower]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const solid = lines === 'all' ? manager[next] : NONE
    if (solid === upper) return true
    if (solid !== NONE && marks.mark(solid)) open.push(solid)
    for (let edge = dotted.start[next]; edge < dotted.start[next + 1]; edge++) {
      const to = dotted.to[edge]
      if (to === upper || (lines === 'all' && isNumberedAbove(hierarchy, upper, to))) return true
      if (marks.mark(to)) open.push(to)
    }
  }
  return false
}
