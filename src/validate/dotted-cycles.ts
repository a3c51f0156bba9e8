import { addToList } from '../kernel/add-to-list.js'
import { NONE } from '../engine/columns.js'
import { type Edges, edgesFrom, reversed, targetsOf } from '../engine/edges.js'
import type { OrgState } from '../engine/org-state.js'
import { strongComponents } from '../engine/strong-components.js'
import { ShortestCycles } from './shortest-cycles.js'

/** Roles that are all above each other along lines that include a dotted one. */
export interface DottedCycle {
  /** All such roles, ascending. */
  readonly members: readonly number[]
  /** The shortest cycle that takes a dotted line, in the order of reporting; it starts with that line. */
  readonly cycle: readonly number[]
}

/** Every such set of roles, ordered by first member. Takes O(roles + lines), without recursion. */
export function dottedCycles(state: OrgState): DottedCycle[] {
  const { count, manager, dotted } = state.columns
  if (dotted.to.length === 0) return []
  const up = allLines(manager, dotted)
  const alive = new Uint8Array(count).fill(1)
  const down = reversed(count, up)
  peel(alive, up, down)
  peel(alive, down, up)

  const members = new Map<number, number[]>()
  const componentOf = componentsOf(alive, up)
  for (let handle = 0; handle < count; handle++) {
    if (alive[handle] === 0) continue
    const component = componentOf[handle]
    addToList(members, component, handle)
  }
  const shortest = new ShortestCycles(up, manager, componentOf)
  const cycles: DottedCycle[] = []
  for (const list of members.values()) {
    const cycle = list.length === 1 ? undefined : shortest.within(list)
    if (cycle !== undefined) cycles.push({ members: list, cycle })
  }
  return cycles
}

/** Solid and dotted lines combined, upwards, with a role's solid line first. */
function allLines(manager: Int32Array, dotted: Edges): Edges {
  const from: number[] = []
  const to: number[] = []
  for (let handle = 0; handle < manager.length; handle++) {
    const solid = manager[handle]
    if (solid !== NONE && solid !== handle) {
      from.push(handle)
      to.push(solid)
    }
    for (let edge = dotted.start[handle]; edge < dotted.start[handle + 1]; edge++) {
      from.push(handle)
      to.push(dotted.to[edge])
    }
  }
  return edgesFrom(manager.length, from, to)
}

/**
 * Repeatedly removes roles without an edge to a remaining role, since they are not in a cycle. In most charts that removes
 * all roles, and no search for components is needed.
 */
function peel(alive: Uint8Array, edges: Edges, back: Edges): void {
  const remaining = new Int32Array(alive.length)
  const pending: number[] = []
  for (let handle = 0; handle < alive.length; handle++) {
    if (alive[handle] === 0) continue
    for (let edge = edges.start[handle]; edge < edges.start[handle + 1]; edge++)
      remaining[handle] += alive[edges.to[edge]]
    if (remaining[handle] === 0) pending.push(handle)
  }
  for (let handle = pending.pop(); handle !== undefined; handle = pending.pop()) {
    alive[handle] = 0
    for (let edge = back.start[handle]; edge < back.start[handle + 1]; edge++) {
      const source = back.to[edge]
      if (alive[source] === 1 && --remaining[source] === 0) pending.push(source)
    }
  }
}

function componentsOf(alive: Uint8Array, up: Edges): Int32Array {
  const starts: number[] = []
  for (let handle = alive.indexOf(1); handle !== -1; handle = alive.indexOf(1, handle + 1))
    starts.push(handle)
  const { handles, component } = strongComponents(starts, (handle) => {
    return Array.from(targetsOf(up, handle)).filter((target) => alive[target] === 1)
  })
  const componentOf = new Int32Array(alive.length).fill(NONE)
  for (const [index, handle] of handles.entries()) componentOf[handle] = component[index]
  return componentOf
}
