import { counted, type Issue, issuesOf, type Org, sameOrg } from '../../internal.js'
import { diffOrgs } from '../../internal-change.js'
import { type MatchResult, matchResult, Shown } from '../match-result.js'
import { changeLines, changesLead } from '../message-lines.js'

/**
 * Whether an org equals another one: the same roles, units, people, services and issues, in the same order.
 *
 * Passes when `toEqual` does with {@link orgEquality}. The message is the diff: the changes that lead from the expected org to
 * this one.
 *
 * Complexity: O(roles + lines + moves) of both.
 *
 * @param org The org.
 * @param expected The org that it should equal.
 * @returns Whether it passes, and the message with the changes between the two.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toEqualOrg } from 'rolegraph/testing'
 *
 * const org = defineOrg({ roles: { lead: {}, planner: { reportsTo: 'lead' }, analyst: { reportsTo: 'planner' } } })
 * const expected = defineOrg({ roles: { lead: {}, planner: { reportsTo: 'lead' }, analyst: { reportsTo: 'lead' } } })
 * console.log(toEqualOrg(org, expected).message())
 * // => expect(org).toEqualOrg(expected)
 * // =>
 * //    1 change leads from the expected org to this one:
 * //      'analyst' reports to 'planner'
 * ```
 * @see {@link toHaveChanged}, `diffOrgs`, `describeChange`.
 */
export function toEqualOrg(org: Org, expected: Org): MatchResult {
  const pass = sameOrg(org, expected)
  return matchResult(pass, 'toEqualOrg', [new Shown('expected')], () => {
    if (pass) return ['The two orgs are equal.']
    const { changes } = diffOrgs(expected, org)
    return [
      changes.length === 0
        ? 'Only the issues differ.'
        : `${changesLead(changes.length)} from the expected org to this one:`,
      ...changeLines(changes),
      ...issueDifference(issuesOf(expected), issuesOf(org)),
    ]
  })
}

const MOST_ISSUES = 10

/** The issues that only one of two orgs has: `-` for a missing one, `+` for an unexpected one. */
function issueDifference(
  expected: readonly Issue<string>[],
  actual: readonly Issue<string>[],
): readonly string[] {
  const lineOf = ({ code, message }: Issue<string>): string => `issue ${code}: ${message}`
  const left = new Map<string, number>()
  for (const line of expected.map(lineOf)) left.set(line, (left.get(line) ?? 0) + 1)
  const lines: string[] = []
  for (const line of actual.map(lineOf)) {
    const count = left.get(line) ?? 0
    if (count === 0) lines.push(`+ ${line}`)
    else left.set(line, count - 1)
  }
  for (const [line, count] of left) for (let index = 0; index < count; index++) lines.push(`- ${line}`)
  if (lines.length <= MOST_ISSUES) return lines
  return [...lines.slice(0, MOST_ISSUES), `  … and ${counted(lines.length - MOST_ISSUES, 'more issue')}`]
}
