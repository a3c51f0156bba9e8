import { stateOf } from '../engine/org-state.js'
import { peopleIndexOf, personRecord } from '../engine/people-index.js'
import { personNumber } from '../engine/role-handle.js'
import type { Org } from '../model/org.js'
import type { Person } from '../model/person.js'

/**
 * Returns the ids of all people.
 *
 * If the org has `people`, they come in that order, including those who hold no role; otherwise each distinct name among the
 * holders is a person, in the order of the roles.
 *
 * Complexity: O(people); the first query about people reads all holders once.
 *
 * @param org The org.
 * @returns A fresh array.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, peopleOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { lead: { holders: ['ada'] }, analyst: { reportsTo: 'lead', holders: [{ person: 'joe', share: 0.5 }] } },
 *   people: { ada: { name: 'Ada Lovelace' }, joe: { name: 'Joe Bloggs' }, may: {} },
 * })
 * console.log(peopleOf(org)) // => [ 'ada', 'joe', 'may' ]
 * ```
 * @see {@link personOf}, {@link rolesHeldBy}.
 */
export function peopleOf<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
): Person[] {
  // The definition has checked that every holder is one of the people.
  return [...stateOf(org).kept(peopleIndexOf).ids] as Person[]
}

/**
 * Returns what the org has on one person.
 *
 * If the org has no `people`, the id of a person is also the name, and nothing else is known.
 *
 * Complexity: O(1); the first query about people reads all holders once.
 *
 * @param org The org.
 * @param person The id of a person.
 * @returns A frozen record.
 * @throws {@link OrgError} `UNKNOWN_PERSON`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, personOf } from 'rolegraph'
 *
 * const org = defineOrg({
 *   roles: { lead: { holders: ['ada'] } },
 *   people: { ada: { name: 'Ada Lovelace', email: 'ada@example.org' } },
 * })
 * console.log(personOf(org, 'ada').name) // => Ada Lovelace
 * ```
 * @see {@link assignmentsOf} for the roles that the person holds.
 */
export function personOf<Id extends string, Unit extends string, Data, PersonId extends string>(
  org: Org<Id, Unit, Data, PersonId>,
  person: NoInfer<PersonId>,
): Person<PersonId> {
  const state = stateOf(org)
  const id = state.kept(peopleIndexOf).ids[personNumber(state, person)]
  return Object.freeze(personRecord(state, id)) as Person<PersonId>
}

/**
 * Whether a value is the id of a person. Narrows the type to the ids of the org.
 *
 * People and roles are two namespaces: one id can name both. Ids are exact text.
 *
 * Complexity: O(1); the first query about people reads all holders once.
 *
 * @param org The org.
 * @param x Anything, usually text from outside.
 * @returns Whether the org has a person with this id.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg, isPerson, rolesHeldBy } from 'rolegraph'
 *
 * const org = defineOrg({ roles: { lead: { holders: ['ada'] } }, people: { ada: {} } })
 * const typed: string = 'ada'
 * if (isPerson(org, typed)) console.log(rolesHeldBy(org, typed)) // => [ 'lead' ]
 * ```
 * @see {@link isRole}, {@link isUnit}.
 */
export function isPerson<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  x: unknown,
): x is Person {
  const { numbers } = stateOf(org).kept(peopleIndexOf)
  return typeof x === 'string' && numbers.has(x)
}
