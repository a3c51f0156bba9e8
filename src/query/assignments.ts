import { targetsOf } from '../engine/edges.js'
import { type OrgState, stateOf } from '../engine/org-state.js'
import { holderSpecsOf, peopleIndexOf } from '../engine/people-index.js'
import { excludesPlanned, isPlanned } from '../engine/planned.js'
import { ownHandle, personNumber } from '../engine/role-handle.js'
import { isVacant } from '../engine/role-record.js'
import { invalidArgument } from '../kernel/invalid-input.js'
import { givenOptions } from '../kernel/option-check.js'
import type { Org } from '../model/org.js'
import type { Assignment, HolderSpec } from '../model/person.js'
import type { PlannedOption } from '../model/role.js'

/** A role or a person, named as such because both may have the same id. */
export type AssignmentsSubject<Id extends string = string, Person extends string = string> =
  { readonly role: Id; readonly person?: never } | { readonly person: Person; readonly role?: never }

/**
 * Returns the assignments of a role or of a person: who holds which role, with the share, the kind and the dates.
 *
 * For a role they are in the order of its holders, for a person in the order of the roles. A person may have several assignments
 * to one role, one after the other. All are returned, whatever their dates. A holder given as an id alone is a permanent assignment
 * without a share or dates.
 *
 * Complexity: O(holders of the role, or of the person's roles); the first query about people reads all holders once.
 *
 * @param org The org.
 * @param subject `{ role }` or `{ person }`.
 * @returns A fresh array of fresh objects; empty for a role without known holders and for a person without a role.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_PERSON`, `INVALID_ARGUMENT`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { assignmentsOf, defineOrg } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { holders: [{ person: 'ada', kind: 'acting', from: '2026-01-01' }] },
 *     manager: { reportsTo: 'director', holders: ['ada'] },
 *   },
 *   people: { ada: { name: 'Ada Lovelace' } },
 * })
 * console.log(assignmentsOf(org, { person: 'ada' }).map(({ role, kind }) => `${role}: ${kind}`))
 * // => [ 'director: acting', 'manager: permanent' ]
 * ```
 * @see {@link holdersOf}, {@link rolesHeldBy} for ids alone.
 */
export function assignmentsOf<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  subject: AssignmentsSubject<NoInfer<Id>, NoInfer<Person>>,
): Assignment<Id, Person>[] {
  const state = stateOf(org)
  const [role, person] = subjectOf('assignmentsOf', subject)
  const found =
    role !== undefined
      ? assignmentsTo(state, ownHandle(state, role))
      : rolesOfPerson(state, personNumber(state, person)).flatMap((handle) =>
          assignmentsTo(state, handle).filter((assignment) => assignment.person === person),
        )
  // The definition has checked that every holder is one of the people.
  return found as Assignment<Id, Person>[]
}

/** The role or the person that a subject names. */
export function subjectOf(
  caller: string,
  subject: unknown,
): readonly [role: string | undefined, person: string] {
  const given = new Map<string, unknown>(
    typeof subject === 'object' && subject !== null ? Object.entries(subject) : [],
  )
  const [role, person] = [given.get('role'), given.get('person')]
  const isOne = given.size === 1 && (role !== undefined || person !== undefined)
  if (!isOne) throw invalidArgument(caller, 'subject', subject, '{ role: id } or { person: id }')
  // An id that is not a string is reported as unknown.
  return [role as string | undefined, person as string]
}

function assignmentsTo(state: OrgState, handle: number): Assignment[] {
  const role = state.columns.ids[handle]
  return holderSpecsOf(state, handle).map((holder) => assignmentFrom(role, holder))
}

/** The assignment that an entry of `holders` states. */
export function assignmentFrom(role: string, holder: HolderSpec): Assignment {
  const {
    person,
    share,
    kind = 'permanent',
    from,
    to,
  } = typeof holder === 'string' ? { person: holder } : holder
  return { role, person, share, kind, from, to }
}

/**
 * Returns the ids of the roles that a person holds, in input order, each once.
 *
 * All assignments count, acting and interim ones too, whatever their dates. It is the inverse of {@link holdersOf}: a role is among
 * the roles of each of its holders.
 *
 * Complexity: O(roles of the person); the first query about people reads all holders once.
 *
 * @param org The org.
 * @param person The id of a person; if the org has no `people`, the exact name of a holder.
 * @returns A fresh array; empty for a person who holds no role.
 * @throws {@link OrgError} `UNKNOWN_PERSON`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, rolesHeldBy } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { director: { holders: ['Ada'] }, manager: { reportsTo: 'director', holders: ['Ada', 'Joe'] } },
 * })
 * console.log(rolesHeldBy(org, 'Ada')) // => [ 'director', 'manager' ]
 * ```
 * @see {@link holdersOf}, {@link assignmentsOf}.
 */
export function rolesHeldBy<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  person: NoInfer<Person>,
): Id[] {
  const state = stateOf(org)
  return rolesOfPerson(state, personNumber(state, person)).map((handle) => state.columns.ids[handle])
}

function rolesOfPerson(state: OrgState, number: number): number[] {
  return Array.from(targetsOf(state.kept(peopleIndexOf).roles, number))
}

/**
 * Returns the ids of the people who hold a role, in the order of its holders, each once.
 *
 * It is empty for a vacant role and for one whose holders the chart does not name: `roleOf(org, role).vacant` tells them apart.
 *
 * Complexity: O(holders of the role); the first query about people reads all holders once.
 *
 * @param org The org.
 * @param role The id of a role.
 * @returns A fresh array.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, holdersOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { planner: { holders: [{ person: 'ada', share: 0.6 }, { person: 'joe', share: 0.4 }] } },
 *   people: { ada: {}, joe: {} },
 * })
 * console.log(holdersOf(org, 'planner')) // => [ 'ada', 'joe' ]
 * ```
 * @see {@link rolesHeldBy}, {@link assignmentsOf}, {@link vacantRolesOf}.
 */
export function holdersOf<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  role: NoInfer<Id>,
): Person[] {
  const state = stateOf(org)
  const handle = ownHandle(state, role)
  const { ids, holders } = state.kept(peopleIndexOf)
  // The definition has checked that every holder is one of the people.
  return Array.from(targetsOf(holders, handle), (number) => ids[number] as Person)
}

/**
 * Returns the ids of the vacant roles, in input order: those that nobody holds according to the chart.
 *
 * A role whose holders the chart does not name is not vacant. Vacant planned roles are left out unless `planned` is `'include'`.
 *
 * Complexity: O(roles).
 *
 * @param org The org.
 * @param options `planned`: whether planned roles count, `'exclude'` by default.
 * @returns A fresh array.
 * @throws {@link OrgError} `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, vacantRolesOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { lead: { holders: [] }, analyst: { reportsTo: 'lead', holders: ['Ada'] }, planner: { vacant: true } },
 * })
 * console.log(vacantRolesOf(org)) // => [ 'lead', 'planner' ]
 * ```
 * @see {@link filledManagerOf}.
 */
export function vacantRolesOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  options?: PlannedOption,
): Id[] {
  const state = stateOf(org)
  const withoutPlanned = excludesPlanned(givenOptions('vacantRolesOf', options, ['planned']).get('planned'))
  return state.columns.ids.filter(
    (_, handle) => isVacant(state, handle) && !(withoutPlanned && isPlanned(state, handle)),
  )
}
