import { targetsOf } from '../engine/edges.js'
import { isHandleAbove } from '../engine/is-handle-above.js'
import { alongLines } from '../engine/lines-option.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { peopleIndexOf } from '../engine/people-index.js'
import { isUnfilled } from '../engine/planned.js'
import { climb, descend, managersOfHandle, reportsOfHandle } from '../engine/reach.js'
import { personNumber, roleHandle } from '../engine/role-handle.js'
import { oneOf, ownOption, trueOrFalse } from '../kernel/option-check.js'
import type { LinesOption } from '../model/line.js'
import type { Org } from '../model/org.js'

/** What to do if a manager's role is vacant. */
export interface VacantOption extends LinesOption {
  /** `'skip'` (the default) goes on to the manager of the vacant role; `'stop'` ends there and returns nobody for it. */
  readonly vacant?: 'stop' | 'skip'
}

/** The options of {@link reportsOfPerson}. */
export interface ReportsOfPersonOptions extends VacantOption {
  /** Whether to include everyone below, at any depth. Default: `false`. */
  readonly transitive?: boolean
}

const VACANT = ['skip', 'stop'] as const

/**
 * Returns the people to whom a person reports, each once: the holders of the managers of each role that the person holds.
 *
 * They are in the order of the person's roles, then of each manager's holders. The person is never among them, even if they hold a
 * role above another of theirs. A vacant manager is passed over unless `vacant` is `'stop'`; a manager whose holders the chart does
 * not name adds nobody. In a cycle each vacant role is passed once.
 *
 * Complexity: O(roles of the person + roles passed over + holders found).
 *
 * @param org The org.
 * @param person The id of a person.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default; `vacant`.
 * @returns A fresh array of person ids; empty at the top.
 * @throws {@link OrgError} `UNKNOWN_PERSON`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, managersOfPerson } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     head: { holders: ['Ada'] },
 *     manager: { reportsTo: 'head', holders: [] },
 *     analyst: { reportsTo: 'manager', holders: ['Joe'] },
 *   },
 * })
 * console.log(managersOfPerson(org, 'Joe')) // => [ 'Ada' ]
 * console.log(managersOfPerson(org, 'Joe', { vacant: 'stop' })) // => []
 * ```
 * @see {@link reportsOfPerson}, its inverse; {@link filledManagerOf} for roles.
 */
export function managersOfPerson<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  person: NoInfer<Person>,
  options?: VacantOption,
): Person[] {
  const people = stateOf(org)
  const { state, lines } = alongLines(people, 'managersOfPerson', options, ['vacant'])
  const skip = skipsVacant(options)
  return neighboursOf<Person>(people, person, skip, (handle) => managersOfHandle(state, handle, lines))
}

/**
 * Returns the people who report to a person, each once: the holders of the roles that report to a role of the person.
 *
 * Direct reports are in the order of the person's roles, then of the reports of each; with `transitive` everyone below counts, role
 * by role in preorder. The person is never among them. The reports of a vacant role count as reports of its manager unless `vacant`
 * is `'stop'`, so this is the inverse of {@link managersOfPerson}. In a cycle each vacant role is passed once.
 *
 * Complexity: O(roles of the person + roles below them passed over or found + their holders).
 *
 * @param org The org.
 * @param person The id of a person.
 * @param options `transitive`; `lines`: which reporting lines to follow, `'solid'` by default; `vacant`, for direct reports.
 * @returns A fresh array of person ids.
 * @throws {@link OrgError} `UNKNOWN_PERSON`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, reportsOfPerson } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     head: { holders: ['Ada'] },
 *     manager: { reportsTo: 'head', holders: ['Ada'] },
 *     analyst: { reportsTo: 'manager', holders: ['Joe', 'May'] },
 *   },
 * })
 * console.log(reportsOfPerson(org, 'Ada')) // => [ 'Joe', 'May' ]
 * ```
 * @see {@link managersOfPerson}, {@link directReportsOf} for roles.
 */
export function reportsOfPerson<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  person: NoInfer<Person>,
  options?: ReportsOfPersonOptions,
): Person[] {
  const people = stateOf(org)
  const { state, lines } = alongLines(people, 'reportsOfPerson', options, ['transitive', 'vacant'])
  const skip = skipsVacant(options)
  const isTransitive = trueOrFalse('transitive', ownOption(options, 'transitive'), false)
  // With `transitive`, vacant roles need no skipping: the roles below them are transitive reports anyway.
  return neighboursOf<Person>(people, person, skip && !isTransitive, (handle) =>
    isTransitive ? descend(state, handle, lines) : reportsOfHandle(state, handle, lines),
  )
}

function skipsVacant(options: VacantOption | undefined): boolean {
  return oneOf('vacant', ownOption(options, 'vacant'), VACANT, 'skip') === 'skip'
}

/** The holders of the roles next to a person's roles, each once, without the person; with `skip`, also beyond vacant roles. */
function neighboursOf<Person extends string>(
  state: OrgState,
  person: string,
  skip: boolean,
  nextTo: (handle: number) => ArrayLike<number>,
): Person[] {
  const { ids, holders, roles } = state.kept(peopleIndexOf)
  const number = personNumber(state, person)
  const found = new Set<number>()
  const passed = new Set<number>()
  for (const own of targetsOf(roles, number)) {
    // A stack, so that the roles beyond a vacant role take its place in the order.
    const pending: number[] = []
    pushReversed(pending, nextTo(own))
    for (let handle = pending.pop(); handle !== undefined; handle = pending.pop()) {
      for (const holder of targetsOf(holders, handle)) if (holder !== number) found.add(holder)
      if (!skip || !isUnfilled(state, handle) || passed.has(handle)) continue
      passed.add(handle)
      pushReversed(pending, nextTo(handle))
    }
  }
  // The definition has checked that every holder is one of the people.
  return Array.from(found, (holder) => ids[holder] as Person)
}

function pushReversed(pending: number[], handles: ArrayLike<number>): void {
  for (let next = handles.length - 1; next >= 0; next--) pending.push(handles[next])
}

/**
 * Whether one person is above another: a role of the one is in the management chain of a role of the other.
 *
 * A person is above themselves if one of their roles is above another of theirs. Vacant roles in between do not matter.
 *
 * Complexity: u × l calls of {@link isAbove} for u roles of `upper` and l roles of `lower`.
 *
 * @param org The org.
 * @param upper The id of the person who may be above.
 * @param lower The id of the person who may be below.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns `true` when the reporting lines lead from a role of `lower` up to a role of `upper`.
 * @throws {@link OrgError} `UNKNOWN_PERSON`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, isPersonAbove } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { head: { holders: ['Ada'] }, manager: { reportsTo: 'head', holders: ['Joe'] } },
 * })
 * console.log(isPersonAbove(org, 'Ada', 'Joe')) // => true
 * ```
 * @see {@link isAbove} for roles.
 */
export function isPersonAbove<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  upper: NoInfer<Person>,
  lower: NoInfer<Person>,
  options?: LinesOption,
): boolean {
  const people = stateOf(org)
  const { state, lines } = alongLines(people, 'isPersonAbove', options)
  const { roles } = people.kept(peopleIndexOf)
  const uppers = targetsOf(roles, personNumber(people, upper))
  const lowers = targetsOf(roles, personNumber(people, lower))
  return uppers.some((one) => lowers.some((other) => isHandleAbove(state, one, other, lines)))
}

/**
 * Returns the nearest filled manager above a role: the first role in its management chain that is not vacant.
 *
 * A manager whose holders the chart does not name counts as filled, unless it is planned. Along `'dotted'` or `'all'` lines, the
 * nearest is the one with the fewest lines in between; of equally near ones, the first.
 *
 * Complexity: O(length of the chain) along solid lines, else O(roles and lines above).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param options `lines`: which reporting lines to follow, `'solid'` by default.
 * @returns The id of the manager; `undefined` at the top, and if all roles above are vacant.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, filledManagerOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { head: { holders: ['Ada'] }, manager: { reportsTo: 'head', vacant: true }, analyst: { reportsTo: 'manager' } },
 * })
 * console.log(filledManagerOf(org, 'analyst')) // => head
 * ```
 * @see {@link managerOf}, {@link managersOfPerson}.
 */
export function filledManagerOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  role: NoInfer<Id | Unit>,
  options?: LinesOption,
): Id | undefined {
  const { state, lines } = alongLines(stateOf(org), 'filledManagerOf', options)
  const filled = climb(state, roleHandle(state, role), lines).find((handle) => !isUnfilled(state, handle))
  return filled === undefined ? undefined : state.columns.ids[filled]
}
