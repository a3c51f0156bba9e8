import {
  counted,
  headcountOf,
  invalidArgument,
  isWholeNumber,
  type Org,
  type PlannedOption,
  quote,
  seatsOf,
  vacantRolesOf,
} from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'

/**
 * Whether this many people hold roles: in the whole org, in a role and everyone below it, or in a unit.
 *
 * Counts as `headcountOf` does: a person in several roles counts once.
 *
 * Complexity: O(roles counted + their holders).
 *
 * @param org The org.
 * @param count The number of people.
 * @param role The id of a role, or of a unit. Default: the whole org.
 * @param options `planned`: whether planned roles count, `'exclude'` by default.
 * @returns Whether it passes, and the message.
 * @throws {@link OrgError} `UNKNOWN_ROLE`, `INVALID_ARGUMENT`, `INVALID_OPTION`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toHaveHeadcount } from 'rolegraph/testing'
 *
 * const org = defineOrg({
 *   roles: { head: { holders: ['Ada'] }, manager: { reportsTo: 'head', holders: ['Ada', 'Joe'] } },
 * })
 * console.log(toHaveHeadcount(org, 2).pass) // => true
 * console.log(toHaveHeadcount(org, 3, 'head').message())
 * // => expect(org).toHaveHeadcount(3, 'head')
 * // =>
 * //    'head' has a headcount of 2, not 3.
 * //    There are 3 filled seats: a person in several roles counts once.
 * ```
 * @see `headcountOf`, `seatsOf`.
 */
export function toHaveHeadcount<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  count: number,
  role?: NoInfer<Id | Unit>,
  options?: PlannedOption,
): MatchResult {
  const actual = headcountOf(org, role, options)
  if (!isWholeNumber(count, 0)) {
    throw invalidArgument('toHaveHeadcount', 'count', count, 'a whole number, 0 or more')
  }
  const pass = actual === count
  return matchResult(pass, 'toHaveHeadcount', [count, role, options], () => {
    const seats = seatsOf(org, role, options)
    const vacant = role === undefined ? vacantRolesOf(org).length : 0
    return [
      `${role === undefined ? 'The org' : quote(role)} has a headcount of ${String(actual)}${pass ? '' : `, not ${String(count)}`}.`,
      seats === actual
        ? undefined
        : `There are ${counted(seats, 'filled seat')}: a person in several roles counts once.`,
      vacant === 0 ? undefined : `${counted(vacant, 'role')} ${vacant === 1 ? 'is' : 'are'} vacant.`,
    ]
  })
}
