import { invalidArgument } from '../kernel/invalid-input.js'
import type { LineKinds } from '../model/line.js'
import { NONE } from './columns.js'
import { positionOf } from './hierarchy-index.js'
import type { OrgState } from './org-state.js'
import { climb, managersOfHandle } from './reach.js'
import { strongComponents } from './strong-components.js'

/** Throws `INVALID_ARGUMENT` for anything but a list of two or more roles. */
export function requireSeveralRoles(roles: readonly string[], query: string): void {
  const received: unknown = roles
  if (Array.isArray(received) && received.length >= 2) return
  throw invalidArgument(query, 'roles', received, 'an array of two or more roles')
}

/** Everyone who is above each of the roles, in the order of the first role's management chain. */
export function commonManagers(state: OrgState, handles: readonly number[], lines: LineKinds): number[] {
  const [first, ...others] = new Set(handles)
  let common = climb(state, first, lines)
  for (const other of others) {
    const above = new Set(climb(state, other, lines))
    common = common.filter((handle) => above.has(handle))
  }
  return common
}

/**
 * The lowest of the common managers of some roles: those with no other common manager below them, in input order.
 * Roles of one cycle do not count as below each other. O(roles + lines above).
 */
export function lowestManagers(state: OrgState, common: readonly number[], lines: LineKinds): number[] {
  const managers = (handle: number): readonly number[] => managersOfHandle(state, handle, lines)
  const { handles, component, componentOf } = strongComponents(common, managers)
  const withOthersBelow = new Set<number | undefined>()
  for (const [index, report] of handles.entries()) {
    for (const manager of managers(report)) {
      const above = componentOf(manager)
      if (above !== component[index]) withOthersBelow.add(above)
    }
  }
  return common.filter((handle) => !withOthersBelow.has(componentOf(handle))).sort((a, b) => a - b)
}

/**
 * The lowest role above all the given ones along solid lines, or {@link NONE}; if a chain runs into a cycle, the first
 * common role on the chain of the first. O(roles given + layers climbed); in or below a cycle, O(length of all chains).
 */
export function lowestCommonManager(state: OrgState, handles: readonly number[]): number {
  const { hierarchy } = state
  const { layer } = hierarchy
  let shallowest = handles[0]
  let first = positionOf(hierarchy, shallowest)
  let last = first
  for (const handle of handles) {
    const here = positionOf(hierarchy, handle)
    if (here === NONE) return commonManagers(state, handles, 'solid').at(0) ?? NONE
    if (here < first) first = here
    if (here > last) last = here
    if (layer[handle] < layer[shallowest]) shallowest = handle
  }
  // The manager of the shallowest role is above the layers of all given roles, so it is not one of them.
  return lowestCovering(state, state.columns.manager[shallowest], first, last)
}

/**
 * The first role from `start` upwards that, with everyone below it, covers the preorder positions from
 * `first` to `last`, or {@link NONE}. `start` must be numbered or {@link NONE}. O(steps up).
 */
export function lowestCovering(state: OrgState, start: number, first: number, last: number): number {
  const { runs } = state.hierarchy
  const { manager } = state.columns
  let handle = start
  while (handle !== NONE && (runs[2 * handle] > first || last >= runs[2 * handle + 1])) {
    handle = manager[handle]
  }
  return handle
}
