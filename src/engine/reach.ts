import type { LineKinds } from '../model/line.js'
import { NONE, type RoleReader } from './columns.js'
import { targetsOf } from './edges.js'
import { positionOf, treeSizeOf } from './hierarchy-index.js'
import type { OrgState } from './org-state.js'
import { dottedManagersAt, idAt, managerAt } from './role-reader.js'
import { marksUp } from './visit-marks.js'

/**
 * The managers of a role: the solid one first, then the dotted ones in input order, each once. The role
 * itself is left out, even if a broken chart has it report to itself.
 */
export function managersOfHandle(state: OrgState, handle: number, lines: LineKinds): number[] {
  const solid = managerAt(state, handle)
  const managers = lines === 'dotted' || solid === NONE || solid === handle ? [] : [solid]
  if (lines === 'solid') return managers
  const dotted = dottedManagersAt(state, handle)
  for (let next = 0; next < dotted.length; next++) {
    // The dotted lines of a role go to different managers, and one of them may be its solid manager too.
    if (lines === 'dotted' || dotted[next] !== solid) managers.push(dotted[next])
  }
  return managers
}

/** The direct reports of a role, each once, in input order. The role itself is left out here too. */
export function reportsOfHandle(state: OrgState, handle: number, lines: LineKinds): ArrayLike<number> {
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

/** The number of direct reports of a role: the length of {@link reportsOfHandle}, without making a list for solid lines. */
export function spanOfHandle(state: OrgState, handle: number, lines: LineKinds): number {
  if (lines !== 'solid') return reportsOfHandle(state, handle, lines).length
  const { start } = state.hierarchy.reports
  // A chart without lines has no rows of reports.
  if (start.length === 0) return 0
  const reports = start[handle + 1] - start[handle]
  return state.columns.manager[handle] === handle ? reports - 1 : reports
}

/**
 * Everyone above a role, nearest first; at equal distance, in the order of the lines. The role itself is left out, even
 * if a cycle leads back to it. O(roles + lines above).
 */
export function climb(state: OrgState, handle: number, lines: LineKinds): number[] {
  return listAbove(state, handle, lines, (upper) => upper)
}

/** The same by id. */
export function idsAbove<Id extends string>(state: OrgState<Id>, handle: number, lines: LineKinds): Id[] {
  if (state.reader !== undefined) return listAbove(state, handle, lines, (upper) => idAt(state, upper))
  const { ids } = state.columns
  return listAbove(state, handle, lines, (upper) => ids[upper])
}

function listAbove<Item>(
  state: OrgState,
  handle: number,
  lines: LineKinds,
  itemOf: (upper: number) => Item,
): Item[] {
  if (lines === 'solid' && state.reader !== undefined) {
    const chain = readChain(state, state.reader, handle)
    if (chain !== undefined) return chain.map(itemOf)
  }
  const above: Item[] = []
  if (lines === 'solid' && positionOf(state.hierarchy, handle) !== NONE) {
    const { manager } = state.columns
    // The chain of a numbered role ends at a top, so no role on it needs a mark.
    for (let next = manager[handle]; next !== NONE; next = manager[next]) above.push(itemOf(next))
    return above
  }
  const marks = marksUp(state)
  marks.begin()
  marks.mark(handle)
  const pending = [handle]
  for (let next = 0; next < pending.length; next++) {
    for (const upper of managersOfHandle(state, pending[next], lines)) {
      if (!marks.mark(upper)) continue
      pending.push(upper)
      above.push(itemOf(upper))
    }
  }
  return above
}

/**
 * Everyone above a role by solid lines, read role by role so that a few questions make no column. As in `isHandleAbove`,
 * `undefined` once as many steps have been walked in all as there are roles, or if the hierarchy has been made.
 */
function readChain(state: OrgState, reader: RoleReader, handle: number): number[] | undefined {
  if (state.madeHierarchy !== undefined) return undefined
  // In insertion order. The role is not above itself, even in a cycle.
  const chain = new Set([handle])
  for (
    let next = reader.managerAt(handle);
    next !== NONE && !chain.has(next);
    next = reader.managerAt(next)
  ) {
    if (++state.walked >= state.columns.count) return undefined
    chain.add(next)
  }
  chain.delete(handle)
  return [...chain]
}

/**
 * Everyone below a role, in preorder, each once at its first place, down to `depth` levels along the
 * shortest path. The role itself is left out. O(roles + lines below).
 */
export function descend(state: OrgState, handle: number, lines: LineKinds, depth = Infinity): number[] {
  const within = Number.isFinite(depth) ? withinDepth(state, handle, lines, depth) : undefined
  const { marks } = state
  marks.begin()
  marks.mark(handle)
  const below: number[] = []
  const pending: number[] = []
  const push = (reports: ArrayLike<number>): void => {
    // In reverse, so that the stack returns the first report first.
    for (let next = reports.length - 1; next >= 0; next--) pending.push(reports[next])
  }
  push(reportsOfHandle(state, handle, lines))
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (within?.has(next) === false || !marks.mark(next)) continue
    below.push(next)
    push(reportsOfHandle(state, next, lines))
  }
  return below
}

function withinDepth(state: OrgState, handle: number, lines: LineKinds, depth: number): Set<number> {
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

/** The number of roles below a role, itself included. O(1) along solid lines outside cycles, else O(roles + lines below). */
export function organizationSize(state: OrgState, handle: number, lines: LineKinds): number {
  // A role in or below a cycle has no run, and the size 0.
  const size = lines === 'solid' ? treeSizeOf(state.hierarchy, handle) : 0
  return size > 0 ? size : descend(state, handle, lines).length + 1
}
