import type { Lines } from '../model/line.js'
import { NONE } from './columns.js'
import { targetsOf } from './edges.js'
import type { OrgState } from './org-state.js'

/**
 * The managers of a role: the solid one first, then the dotted ones in input order, each once. The role
 * itself is left out, also where a broken chart has it report to itself.
 */
export function managersOfHandle(state: OrgState, handle: number, lines: Lines): number[] {
  const solid = state.columns.manager[handle]
  const managers = lines === 'dotted' || solid === NONE || solid === handle ? [] : [solid]
  if (lines === 'solid') return managers
  for (const manager of targetsOf(state.columns.dotted, handle)) {
    // Dotted lines differ among each other; one may run beside the solid line.
    if (lines === 'dotted' || manager !== solid) managers.push(manager)
  }
  return managers
}

/** The direct reports of a role, each once, in input order. The role itself is left out here too. */
export function reportsOfHandle(state: OrgState, handle: number, lines: Lines): ArrayLike<number> {
  const solid = lines === 'dotted' ? undefined : solidReportsOfHandle(state, handle)
  const dotted = lines === 'solid' ? undefined : targetsOf(state.dottedReports, handle)
  if (solid === undefined || solid.length === 0) return dotted ?? []
  if (dotted === undefined || dotted.length === 0) return solid
  return [...new Set([...solid, ...dotted])].sort((a, b) => a - b)
}

function solidReportsOfHandle(state: OrgState, handle: number): Int32Array {
  const reports = targetsOf(state.hierarchy.reports, handle)
  return state.columns.manager[handle] === handle ? reports.filter((report) => report !== handle) : reports
}

/** How many direct reports a role has: the length of what {@link reportsOfHandle} gives, without a list along solid lines. */
export function spanOfHandle(state: OrgState, handle: number, lines: Lines): number {
  if (lines !== 'solid') return reportsOfHandle(state, handle, lines).length
  const { start } = state.hierarchy.reports
  // Where there is no line at all there are no rows.
  if (start.length === 0) return 0
  const reports = start[handle + 1] - start[handle]
  return state.columns.manager[handle] === handle ? reports - 1 : reports
}

/**
 * Everyone above a role, nearest first; among equally near ones, in the order of the lines. The role itself
 * is left out, also where a cycle leads back to it. O(roles and lines above).
 */
export function climb(state: OrgState, handle: number, lines: Lines): number[] {
  const { marks } = state
  const { manager } = state.columns
  const above: number[] = []
  marks.begin()
  marks.mark(handle)
  if (lines === 'solid') {
    for (let next = manager[handle]; next !== NONE && marks.mark(next); next = manager[next]) above.push(next)
    return above
  }
  let current = handle
  for (let next = 0; ; next++) {
    for (const upper of managersOfHandle(state, current, lines)) if (marks.mark(upper)) above.push(upper)
    if (next >= above.length) return above
    current = above[next]
  }
}

/**
 * Everyone below a role, in preorder, each once at its first place, down to `depth` levels along the
 * shortest route. The role itself is left out. O(roles and lines below).
 */
export function descend(state: OrgState, handle: number, lines: Lines, depth = Infinity): number[] {
  const within = Number.isFinite(depth) ? withinDepth(state, handle, lines, depth) : undefined
  const { marks } = state
  marks.begin()
  marks.mark(handle)
  const below: number[] = []
  const open: number[] = []
  const push = (reports: ArrayLike<number>): void => {
    // Backwards, so that the stack gives the first report first.
    for (let next = reports.length - 1; next >= 0; next--) open.push(reports[next])
  }
  push(reportsOfHandle(state, handle, lines))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (within?.has(next) === false || !marks.mark(next)) continue
    below.push(next)
    push(reportsOfHandle(state, next, lines))
  }
  return below
}

function withinDepth(state: OrgState, handle: number, lines: Lines, depth: number): Set<number> {
  const reached = new Set([handle])
  let level = [handle]
  for (let distance = 0; distance < depth && level.length > 0; distance++) {
    const nextLevel: number[] = []
    for (const upper of level) {
      const reports = reportsOfHandle(state, upper, lines)
      for (let next = 0; next < reports.length; next++) {
        if (reached.has(reports[next])) continue
        reached.add(reports[next])
        nextLevel.push(reports[next])
      }
    }
    level = nextLevel
  }
  reached.delete(handle)
  return reached
}
