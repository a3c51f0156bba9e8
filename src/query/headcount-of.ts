import { targetsOf } from '../engine/edges.js'
import { seatsOfHandle } from '../engine/measured.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { peopleIndexOf } from '../engine/people-index.js'
import { descend } from '../engine/reach.js'
import { ownHandle } from '../engine/role-handle.js'
import { membersOfUnit, unitIndexOf } from '../engine/unit-index.js'
import type { Org } from '../model/org.js'

/**
 * Returns how many people hold roles: in the whole org, in a role and everyone below it along solid lines, or in a unit.
 *
 * A person in several roles counts once, a job share of two counts two, a vacant role none. A role whose holders the chart does
 * not state counts as one person, whom nobody else is. {@link seatsOf} counts seats instead.
 *
 * A unit is counted by membership, with or without a head: its members and those of the units that are part of it.
 *
 * Complexity: O(roles counted + their holders).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit. Default: the whole org.
 * @returns A whole number; never more than the seats.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, headcountOf, seatsOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { head: { holders: ['Ada'] }, manager: { reportsTo: 'head', holders: ['Ada', 'Joe'] } },
 * })
 * console.log(headcountOf(org)) // => 2
 * console.log(seatsOf(org)) // => 3
 * ```
 * @see {@link rollUp} with `'headcount'` sums the seats of every role at once.
 */
export function headcountOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role?: NoInfer<Id | Unit>,
): number {
  const state = stateOf(org)
  const { holders } = state.kept(peopleIndexOf)
  const people = new Set<number>()
  let unknown = 0
  for (const handle of countedRoles(state, role)) {
    const held = targetsOf(holders, handle)
    for (const person of held) people.add(person)
    if (held.length === 0) unknown += seatsOfHandle(state, handle)
  }
  return people.size + unknown
}

/**
 * Returns how many seats are filled: in the whole org, in a role and everyone below it along solid lines, or in a unit.
 *
 * Each holder of each role is a seat: a person in two roles fills two, a job share of two fills two, a vacant role has none. A
 * role whose holders the chart does not state is one. A unit is counted by membership, as by {@link headcountOf}.
 *
 * Complexity: O(roles counted).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit. Default: the whole org.
 * @returns A whole number.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, seatsOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { head: { holders: ['Ada'] }, manager: { reportsTo: 'head', holders: ['Ada', 'Joe'] }, clerk: { vacant: true } },
 * })
 * console.log(seatsOf(org)) // => 3
 * console.log(seatsOf(org, 'manager')) // => 2
 * ```
 * @see {@link headcountOf} counts people.
 */
export function seatsOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role?: NoInfer<Id | Unit>,
): number {
  const state = stateOf(org)
  let seats = 0
  for (const handle of countedRoles(state, role)) seats += seatsOfHandle(state, handle)
  return seats
}

function countedRoles(state: OrgState, role: string | undefined): readonly number[] {
  if (role === undefined) return Array.from({ length: state.columns.count }, (_, handle) => handle)
  if (state.units.has(role)) return membersOfUnit(state.kept(unitIndexOf), role, true)
  const handle = ownHandle(state, role)
  return [handle, ...descend(state, handle, 'solid')]
}
