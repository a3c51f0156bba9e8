import { targetsOf } from '../engine/edges.js'
import { seatsOfHandle } from '../engine/measured.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { peopleIndexOf } from '../engine/people-index.js'
import { excludesPlanned, isPlanned } from '../engine/planned.js'
import { descend } from '../engine/reach.js'
import { ownHandle } from '../engine/role-handle.js'
import { membersOfUnit, unitIndexOf } from '../engine/unit-index.js'
import { givenOptions } from '../kernel/option-check.js'
import type { Org } from '../model/org.js'
import type { PlannedOption } from '../model/role.js'

/**
 * Returns how many people hold roles: in the whole org, in a role and everyone below it along solid lines, or in a unit.
 *
 * A person in several roles counts once, a job share of two counts as two, a vacant role as none. A role whose holders the chart
 * does not name counts as one more person. {@link seatsOf} counts seats instead.
 *
 * A unit is counted by membership, with or without a head: its members and those of the units that are part of it. Planned
 * roles count only with `planned: 'include'`.
 *
 * Complexity: O(roles counted + their holders).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit. Default: the whole org.
 * @param options `planned`: whether planned roles count, `'exclude'` by default.
 * @returns A whole number, never more than the number of seats.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `INVALID_OPTION`, `NOT_AN_ORG`.
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
  options?: PlannedOption,
): number {
  const state = stateOf(org)
  const counted = countedRoles(state, role, 'headcountOf', options)
  const { holders } = state.kept(peopleIndexOf)
  const people = new Set<number>()
  let unknown = 0
  for (const handle of counted) {
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
 * role whose holders the chart does not name is one. Units and planned roles count as in {@link headcountOf}.
 *
 * Complexity: O(roles counted).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit. Default: the whole org.
 * @param options `planned`: whether planned roles count, `'exclude'` by default.
 * @returns A whole number.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `INVALID_OPTION`, `NOT_AN_ORG`.
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
  options?: PlannedOption,
): number {
  const state = stateOf(org)
  let seats = 0
  for (const handle of countedRoles(state, role, 'seatsOf', options)) seats += seatsOfHandle(state, handle)
  return seats
}

function countedRoles(
  state: OrgState,
  role: string | undefined,
  caller: string,
  options: PlannedOption | undefined,
): readonly number[] {
  const given = givenOptions(caller, options, ['planned'])
  const roles = askedRoles(state, role)
  if (!excludesPlanned(given.get('planned'))) return roles
  return state.columns.attributes.status === undefined
    ? roles
    : roles.filter((handle) => !isPlanned(state, handle))
}

function askedRoles(state: OrgState, role: string | undefined): readonly number[] {
  if (role === undefined) return Array.from({ length: state.columns.count }, (_, handle) => handle)
  if (state.units.has(role)) return membersOfUnit(state.kept(unitIndexOf), role, true)
  const handle = ownHandle(state, role)
  return [handle, ...descend(state, handle, 'solid')]
}
