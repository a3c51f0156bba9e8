import { addToList } from '../kernel/add-to-list.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { movesFrom } from '../engine/role-record.js'
import { strongComponents } from '../engine/strong-components.js'
import type { Move } from '../model/move.js'
import type { Org } from '../model/org.js'
import { rolesOfFamily } from './roles-of-family.js'

/** The career moves within one family, as rungs. */
export interface Ladder<Id extends string = string> {
  readonly family: string
  /** The roles of the family, the lowest rung first, each rung in input order. */
  readonly rungs: readonly (readonly Id[])[]
  /** Every move between two roles of the family, of any kind, in input order. */
  readonly moves: readonly Move<Id>[]
}

/**
 * Returns the ladder of a family: its roles on rungs, from those that no advancement enters to those that none leaves.
 *
 * A role is one rung above the highest role of the family that advances to it. A role that no advancement enters is on
 * the lowest rung; roles that advance to each other in a cycle share a rung. Lateral moves and transitions are listed
 * among the moves but do not affect the rungs, and neither do grades or the chart.
 *
 * Complexity: O(roles and moves of the family), after one pass over the roles of the org.
 *
 * @param org The org.
 * @param family The family of at least one role.
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

/** The rung of each role, from 0: the length of the longest path of advancements to it, counting each cycle as one role. */
function rungsOf(state: OrgState, roles: readonly number[]): ReadonlyMap<number, number> {
  const upward = advancementsAmong(state, roles)
  const { componentOf } = strongComponents(roles, (role) => upward.get(role) ?? [])
  const componentOfRole = (role: number): number => componentOf(role) ?? role
  const steps = roles.flatMap((role) => {
    const ups = upward.get(role) ?? []
    return ups
      .map((up) => [componentOfRole(role), componentOfRole(up)] as const)
      .filter(([below, above]) => below !== above)
  })
  const above = new Map<number, number[]>()
  const entering = new Map<number, number>()
  for (const [below, up] of steps) {
    addToList(above, below, up)
    entering.set(up, (entering.get(up) ?? 0) + 1)
  }
  const rungOf = new Map<number, number>()
  const pending = [...new Set(roles.map(componentOfRole))].filter((component) => !entering.has(component))
  for (let component = pending.pop(); component !== undefined; component = pending.pop()) {
    const rung = rungOf.get(component) ?? 0
    for (const up of above.get(component) ?? []) {
      rungOf.set(up, Math.max(rungOf.get(up) ?? 0, rung + 1))
      const left = (entering.get(up) ?? 0) - 1
      entering.set(up, left)
      if (left === 0) pending.push(up)
    }
  }
  return new Map(roles.map((role) => [role, rungOf.get(componentOfRole(role)) ?? 0]))
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
