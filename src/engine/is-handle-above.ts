import type { LineKinds } from '../model/line.js'
import { NONE, type RoleReader } from './columns.js'
import { isNumberedAbove } from './hierarchy-index.js'
import type { OrgState } from './org-state.js'

/** Whether `upper` is in the management chain of `lower`. A role is never above itself. */
export function isHandleAbove(state: OrgState, upper: number, lower: number, lines: LineKinds): boolean {
  if (upper === lower) return false
  if (lines === 'solid') return isSolidAbove(state, upper, lower)
  if (state.columns.dotted.to.length === 0) return lines === 'all' && isSolidAbove(state, upper, lower)
  return lines === 'all' ? isAboveByAnyLine(state, upper, lower) : isDottedAbove(state, upper, lower)
}

function isSolidAbove(state: OrgState, upper: number, lower: number): boolean {
  if (state.madeHierarchy === undefined) {
    const answer = walkedAnswer(state, upper, lower)
    if (answer !== undefined) return answer
  }
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

/**
 * Whether a role is above another one, by walking up: a few questions about a chart need no hierarchy. `undefined` once
 * as many steps have been walked in all as there are roles, which also ends a walk in a cycle.
 */
function walkedAnswer(state: OrgState, upper: number, lower: number): boolean | undefined {
  if (state.reader !== undefined) return readAnswer(state, state.reader, upper, lower)
  const { manager } = state.columns
  for (let next = manager[lower]; next !== NONE; next = manager[next]) {
    if (next === upper) return true
    if (++state.walked >= manager.length) return undefined
  }
  return false
}

/** The same for a column of managers that may not exist yet. */
function readAnswer(state: OrgState, reader: RoleReader, upper: number, lower: number): boolean | undefined {
  for (let next = reader.managerAt(lower); next !== NONE; next = reader.managerAt(next)) {
    if (next === upper) return true
    if (++state.walked >= state.columns.count) return undefined
  }
  return false
}

/** Walks up dotted lines until it reaches `upper`. */
function isDottedAbove(state: OrgState, upper: number, lower: number): boolean {
  const { marks } = state
  const { dotted } = state.columns
  marks.begin()
  marks.mark(lower)
  const pending = [lower]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (let edge = dotted.start[next]; edge < dotted.start[next + 1]; edge++) {
      const to = dotted.to[edge]
      if (to === upper) return true
      if (marks.mark(to)) pending.push(to)
    }
  }
  return false
}

/**
 * Walks up all lines until it reaches `upper`, or a role below it in the solid tree. Up the tree it visits only the roles
 * with dotted lines, where paths branch.
 */
function isAboveByAnyLine(state: OrgState, upper: number, lower: number): boolean {
  const { marks, hierarchy } = state
  const { manager, dotted } = state.columns
  const { crossing, leads } = state.matrix
  if (leads[upper] === 0) return false
  if (isNumberedAbove(hierarchy, upper, lower)) return true
  marks.begin()
  const pending = [lower]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (let at = crossing[next]; at !== NONE && marks.mark(at);) {
      for (let edge = dotted.start[at]; edge < dotted.start[at + 1]; edge++) {
        const to = dotted.to[edge]
        if (to === upper || isNumberedAbove(hierarchy, upper, to)) return true
        pending.push(to)
      }
      const above = manager[at]
      // Only in or below a solid cycle: elsewhere the numbers have answered for solid lines.
      if (above === upper) return true
      at = above === NONE ? NONE : crossing[above]
    }
  }
  return false
}
