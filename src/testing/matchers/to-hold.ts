import { type Org, personOf, quote, rolesHeldBy } from '../../internal.js'
import { answeringRole } from '../answering-role.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { holdersLine, rolesLine } from '../message-lines.js'

/**
 * Whether a person holds a role, by an assignment of any kind and date.
 *
 * A unit answers through its head.
 *
 * Complexity: O(roles of the person).
 *
 * @param org The org.
 * @param person The id of a person.
 * @param role The id of a role, or of a unit with a head. Default: any role.
 * @returns Whether it passes, and the message.
 * @throws {@link OrgError} `UNKNOWN_PERSON`, `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toHold } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: {
 *     director: { holders: [{ person: 'ada', kind: 'acting' }] },
 *     manager: { reportsTo: 'director', holders: ['joe'] },
 *   },
 *   people: { ada: {}, joe: {} },
 * })
 * console.log(toHold(org, 'ada', 'director').pass) // => true
 * console.log(toHold(org, 'ada', 'manager').message())
 * // => expect(org).toHold('ada', 'manager')
 * // =>
 * //    'ada' holds 'director' (acting).
 * //    'manager' is held by 'joe'.
 * ```
 * @see `rolesHeldBy`, {@link toBeHeldBy}.
 */
export function toHold<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  person: NoInfer<Person>,
  role?: NoInfer<Id | Unit>,
): MatchResult {
  const { id } = personOf(org, person)
  const held: readonly string[] = rolesHeldBy(org, id)
  const pass = role === undefined ? held.length > 0 : held.includes(answeringRole(org, role))
  return matchResult(pass, 'toHold', [person, role], () => [
    rolesLine(org, id),
    pass || role === undefined ? undefined : holdersLine(org, quote(role), answeringRole(org, role)),
  ])
}
