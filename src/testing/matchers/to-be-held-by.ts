import { holdersOf, type Org, personOf, quote, quotedList } from '../../internal.js'
import { answeringRole } from '../answering-role.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { holdersLine } from '../message-lines.js'

/**
 * Whether a role is held by exactly these people, in any order; without `people`, whether anybody holds it.
 *
 * Assignments of any kind and date count. A unit answers through its head.
 *
 * Complexity: O(holders).
 *
 * @param org The org.
 * @param role The id of a role, or of a unit with a head.
 * @param people The id of the only holder, or a list of all holders; an empty list means nobody.
 * @returns Whether it passes, and the message with the missing and the unexpected people.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `UNKNOWN_PERSON`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toBeHeldBy } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: { planner: { holders: [{ person: 'ada', share: 0.6 }, { person: 'joe', share: 0.4 }] } },
 *   people: { ada: {}, joe: {}, may: {} },
 * })
 * console.log(toBeHeldBy(org, 'planner', ['joe', 'ada']).pass) // => true
 * console.log(toBeHeldBy(org, 'planner', ['ada', 'may']).message())
 * // => expect(org).toBeHeldBy('planner', ['ada', 'may'])
 * // =>
 * //    'planner' is held by 'ada' (share 0.6) and 'joe' (share 0.4).
 * //    - missing: 'may'
 * //    + unexpected: 'joe'
 * ```
 * @see `holdersOf`, {@link toHold} for one of several.
 */
export function toBeHeldBy<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  role: NoInfer<Id | Unit>,
  people?: NoInfer<Person> | readonly NoInfer<Person>[],
): MatchResult {
  const answering = answeringRole(org, role)
  const actual: readonly string[] = holdersOf<string, Unit, Data, string>(org, answering)
  const given: readonly string[] | undefined = people === undefined ? undefined : peopleIn(people)
  const expected = given?.map((person) => personOf<string, Unit, Data, string>(org, person).id)
  const missing = expected?.filter((person) => !actual.includes(person)) ?? []
  const extra = expected === undefined ? [] : actual.filter((person) => !expected.includes(person))
  const pass = expected === undefined ? actual.length > 0 : missing.length === 0 && extra.length === 0
  return matchResult(pass, 'toBeHeldBy', [role, people], () => [
    holdersLine(org, quote(role), answering),
    missing.length > 0 ? `- missing: ${quotedList(missing)}` : undefined,
    extra.length > 0 ? `+ unexpected: ${quotedList(extra)}` : undefined,
  ])
}

/** Anything but a list is taken as one person, possibly an unknown one. */
function peopleIn<Person>(people: Person | readonly Person[]): readonly Person[] {
  return isList(people) ? people : [people]
}

function isList<Person>(people: Person | readonly Person[]): people is readonly Person[] {
  return Array.isArray(people)
}
