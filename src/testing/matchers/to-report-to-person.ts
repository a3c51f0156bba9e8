import { managersOfPerson, type Org, personOf, quote, quotedList, type VacantOption } from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { rolesLine } from '../message-lines.js'

/**
 * Whether a person reports to another: one of their roles reports to a role of the other, directly or across vacant roles.
 *
 * Complexity: O(roles of the person + roles above them passed over or found + their holders).
 *
 * @param org The org.
 * @param person The id of the person who should report.
 * @param manager The id of the person they should report to.
 * @param options `lines`: which reporting lines count, `'solid'` by default; `vacant`: whether to look beyond vacant managers
 * (`'skip'`, the default) or `'stop'` there.
 * @returns Whether it passes, and the message with all managers of the person.
 * @throws {@link OrgError} `UNKNOWN_PERSON`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toReportToPerson } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: {
 *     head: { holders: ['Ada'] },
 *     manager: { reportsTo: 'head', vacant: true },
 *     analyst: { reportsTo: 'manager', holders: ['Joe'] },
 *   },
 * })
 * console.log(toReportToPerson(org, 'Joe', 'Ada').pass) // => true
 * console.log(toReportToPerson(org, 'Joe', 'Ada', { vacant: 'stop' }).message())
 * // => expect(org).toReportToPerson('Joe', 'Ada', { vacant: 'stop' })
 * // =>
 * //    'Joe' reports to nobody, not to 'Ada'.
 * //    'Joe' holds 'analyst'.
 * //    'Ada' holds 'head'.
 * ```
 * @see `managersOfPerson`, {@link toReportTo} for roles.
 */
export function toReportToPerson<Id extends string, Unit extends string, Data, Person extends string>(
  org: Org<Id, Unit, Data, Person>,
  person: NoInfer<Person>,
  manager: NoInfer<Person>,
  options?: VacantOption,
): MatchResult {
  const managers: readonly string[] = managersOfPerson(org, person, options)
  const pass = managers.includes(personOf(org, manager).id)
  return matchResult(pass, 'toReportToPerson', [person, manager, options], () => [
    `${quote(person)} reports to ${quotedList(managers, 'nobody')}${pass ? '' : `, not to ${quote(manager)}`}.`,
    rolesLine(org, person),
    rolesLine(org, manager),
  ])
}
