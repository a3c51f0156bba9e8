import { addToList } from '../kernel/add-to-list.js'
import { targetsOf } from '../engine/edges.js'
import type { OrgState } from '../engine/org-state.js'
import { strongComponents } from '../engine/strong-components.js'

/** Roles that reach each other by advancements alone. */
export interface AdvancementCycle {
  /** All of these roles, in input order. */
  readonly members: readonly number[]
  /** A shortest cycle through the first member, which comes first and is not repeated at the end. */
  readonly shortest: readonly number[]
}

/** Yields each set of roles that reach each other by advancements, ordered by first member. */
export function* advancementCycles({ columns }: OrgState): Generator<AdvancementCycle> {
  const { moves, count } = columns
  if (moves.to.length === 0) return
  const advancements = (from: number): number[] => {
    return Array.from(targetsOf(moves, from)).filter((_, index) => {
      return moves.kind[moves.start[from] + index] === 'advancement'
    })
  }
  const { componentOf } = strongComponents(Array(count).keys(), advancements)
  const components = new Map<number, number[]>()
  for (let role = 0; role < count; role++) {
    const component = componentOf(role) ?? role
    addToList(components, component, role)
  }
  for (const [component, members] of components) {
    if (members.length === 1) continue
    const inside = (from: number): number[] => {
      return advancements(from).filter((to) => componentOf(to) === component)
    }
    yield { members, shortest: shortestCycle(members[0], inside) }
  }
}

/** A shortest cycle through a role that lies on one: the first that a breadth-first search finds. */
function shortestCycle(start: number, targetsOf: (role: number) => readonly number[]): readonly number[] {
  const reachedFrom = new Map<number, number>()
  const pending = [start]
  for (let next = 0; next < pending.length; next++) {
    for (const target of targetsOf(pending[next])) {
      if (target === start) return pathTo(pending[next], start, reachedFrom)
      if (reachedFrom.has(target)) continue
      reachedFrom.set(target, pending[next])
      pending.push(target)
    }
  }
  return [start]
}

function pathTo(end: number, start: number, reachedFrom: ReadonlyMap<number, number>): readonly number[] {
  const path = [end]
  for (let role = end; role !== start;) {
    role = reachedFrom.get(role) ?? start
    path.push(role)
  }
  return path.reverse()
}
