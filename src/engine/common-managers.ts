import type { Lines } from '../model/line.js'
import type { OrgState } from './org-state.js'
import { climb, managersOfHandle } from './reach.js'
import { strongComponents } from './strong-components.js'

/** Everyone who is above each of the roles, in the order of the first role's management chain. */
export function commonManagers(state: OrgState, handles: readonly number[], lines: Lines): number[] {
  const [first, ...others] = new Set(handles)
  let common = climb(state, first, lines)
  for (const other of others) {
    const above = new Set(climb(state, other, lines))
    common = common.filter((handle) => above.has(handle))
  }
  return common
}

/**
 * Those of the common managers of some roles below whom no other stands, in input order. Roles that are above
 * each other, in a cycle, are not below one another. O(roles and lines above).
 */
export function lowestManagers(state: OrgState, common: readonly number[], lines: Lines): number[] {
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
