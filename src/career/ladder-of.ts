import { rolesOfFamily } from './family-index.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { movesFrom } from '../engine/role-record.js'
import { strongComponents } from '../engine/strong-components.js'
import type { Move } from '../model/move.js'
import type { Org } from '../model/org.js'

/** The career moves within one family, as rungs. */
export interface Ladder<Id extends string = string> {
  readonly family: string
  /** The roles of the family, the lowest rung first, each rung in input order. */
  readonly rungs: readonly (readonly Id[])[]
  /** Every move between two roles of the family, of any kind, in input order. */
  readonly moves: readonly Move<Id>[]
}

/**
 * The ladder of a family: its roles as rungs, from where one enters to where no advancement leads on.
 *
 * A role stands one rung above the highest role of the family that advances to it. Only advancements make rungs;
 * lateral moves and transitions are listed among the moves. Roles that advance to each other in a circle share a
 * rung. A role that no advancement enters stands on the lowest rung. Grades and the chart play no part.
 *
 * Complexity: O(roles and moves of the family), after one pass over the roles of the org.
 *
 * @param org The org.
 * @param family A family that at least one role has.
 * @returns A fresh object.
 * @throws {@link OrgError} `UNKNOWN_FAMILY`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, ladderOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     coordinator: { family: 'pmo', progressesTo: ['analyst', 'manager'] },
 *     analyst: { family: 'pmo', progressesTo: 'manager' },
 *     manager: { family: 'pmo', progressesTo: 'chief' },
 *     chief: { family: 'executive' },
 *   },
 * })
 * console.log(ladderOf(org, 'pmo').rungs) // => [ [ 'coordinator' ], [ 'analyst' ], [ 'manager' ] ]
 * ```
 * @see {@link isLattice}, {@link careerPaths}.
 */
export function ladderOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  family: string,
): Ladder<Id> {
  const state = stateOf(org)
  const roles = rolesOfFamily(state, family)
  const members = new Set<string>(roles.map((role) => state.columns.ids[role]))
  const moves = roles.flatMap((role) => movesFrom(state, role).filter((move) => members.has(move.to)))
  const rungs: Id[][] = []
  for (const [role, rung] of rungsOf(state, roles)) {
    while (rungs.length <= rung) rungs.push([])
    rungs[rung].push(state.columns.ids[role])
  }
  return { family, rungs, moves }
}

/** The rung of each role, from 0: the longest way of advancements to it, circles taken as one. */
function rungsOf(state: OrgState, roles: readonly number[]): ReadonlyMap<number, number> {
  const upward = advancementsAmong(state, roles)
  const { componentOf } = strongComponents(roles, (role) => upward.get(role) ?? [])
  const circleOf = (role: number): number => componentOf(role) ?? role
  const steps = roles.flatMap((role) => {
    const ups = upward.get(role) ?? []
    return ups
      .map((up) => [circleOf(role), circleOf(up)] as const)
      .filter(([below, above]) => below !== above)
  })
  const above = new Map<number, number[]>()
  const entering = new Map<number, number>()
  for (const [below, up] of steps) {
    const ups = above.get(below)
    if (ups === undefined) above.set(below, [up])
    else ups.push(up)
    entering.set(up, (entering.get(up) ?? 0) + 1)
  }
  const rungOf = new Map<number, number>()
  const open = [...new Set(roles.map(circleOf))].filter((circle) => !entering.has(circle))
  for (let circle = open.pop(); circle !== undefined; circle = open.pop()) {
    const rung = rungOf.get(circle) ?? 0
    for (const up of above.get(circle) ?? []) {
      rungOf.set(up, Math.max(rungOf.get(up) ?? 0, rung + 1))
      const left = (entering.get(up) ?? 0) - 1
      entering.set(up, left)
      if (left === 0) open.push(up)
    }
  }
  return new Map(roles.map((role) => [role, rungOf.get(circleOf(role)) ?? 0]))
}

function advancementsAmong(
  state: OrgState,
  roles: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const { moves } = state.columns
  const members = new Set(roles)
  const upward = new Map<number, number[]>()
  if (moves.to.length === 0) return upward
  for (const role of roles) {
    const ups: number[] = []
    for (let edge = moves.start[role]; edge < moves.start[role + 1]; edge++) {
      if (moves.kind[edge] === 'advancement' && members.has(moves.to[edge])) ups.push(moves.to[edge])
    }
    upward.set(role, ups)
  }
  return upward
}
