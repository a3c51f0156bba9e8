import type { LineKinds } from '../model/line.js'
import type { OrgState } from './org-state.js'
import { managersOfHandle } from './reach.js'
import { marksUp } from './visit-marks.js'

/** A role and everyone above it, nearest first, with the path to each. */
export interface Ascent {
  /** The role itself, then everyone above it; at equal distance, in the order of the lines. */
  readonly roles: readonly number[]
  /** The index in `roles` of the report through which each was first reached; -1 for the role itself. */
  readonly through: readonly number[]
  /** The number of lines between the role and each. */
  readonly distance: readonly number[]
}

/** Everyone above a role with the path to each, or only until `goal` is reached. O(roles + lines above). */
export function ascend(state: OrgState, handle: number, lines: LineKinds, goal?: number): Ascent {
  const marks = marksUp(state)
  const roles = [handle]
  const through = [-1]
  const distance = [0]
  marks.begin()
  marks.mark(handle)
  for (let next = 0; next < roles.length; next++) {
    if (roles[next] === goal) break
    for (const manager of managersOfHandle(state, roles[next], lines)) {
      if (!marks.mark(manager)) continue
      roles.push(manager)
      through.push(next)
      distance.push(distance[next] + 1)
    }
  }
  return { roles, through, distance }
}

/** The path up to the role at an index of the ascent, both ends included. */
export function pathUp(ascent: Ascent, index: number): number[] {
  const path: number[] = []
  for (let next = index; next !== -1; next = ascent.through[next]) path.push(ascent.roles[next])
  return path.reverse()
}
