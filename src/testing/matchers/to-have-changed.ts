import { type Change, invalidArgument, type Org } from '../../internal.js'
import { changeOrg, type CheckedChanges, diffOrgs } from '../../internal-change.js'
import { type MatchResult, matchResult, Shown } from '../match-result.js'
import { changeLines, changesLead } from '../message-lines.js'

/**
 * Whether an org differs from an earlier one, by exactly the given changes.
 *
 * Without `changes`, any difference passes. With them, it passes if they lead from the earlier org to this one, however they are
 * expressed: a report that `remove-role` lifts may just as well have its manager set. The order of roles counts, issues do not.
 *
 * Complexity: O(roles + lines + moves) of both.
 *
 * @param org The org after the changes.
 * @param before The org before the changes.
 * @param changes All changes, as `changeOrg` takes them. Default: any change.
 * @returns Whether it passes, and the message with the further changes needed.
 * @throws {@link OrgError} `INVALID_CHANGES` if `changes` cannot be applied to `before`, `INVALID_ARGUMENT`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { changeOrg, defineOrg } from 'rolegraph'
 * import { toHaveChanged } from 'rolegraph/testing'
 *
 * const before = defineOrg({
 *   roles: { lead: {}, planner: { reportsTo: 'lead' }, analyst: { reportsTo: 'planner' } },
 * })
 * const { org } = changeOrg(before, [{ do: 'remove-role', role: 'planner', reports: 'lift' }])
 * console.log(toHaveChanged(org, before).pass) // => true
 * console.log(toHaveChanged(org, before, [{ do: 'set-manager', role: 'analyst', manager: 'lead' }]).message())
 * // => expect(org).toHaveChanged(before, changes)
 * // =>
 * //    After these changes, 1 more change leads to this org:
 * //      remove the role 'planner'
 * ```
 * @see {@link toEqualOrg}, `changeOrg`, `describeChange`.
 */
export function toHaveChanged<
  Id extends string,
  Unit extends string,
  Data,
  Person extends string,
  const List extends readonly Change[],
>(
  org: Org,
  before: Org<Id, Unit, Data, Person>,
  changes?: List & CheckedChanges<List, NoInfer<Id>, NoInfer<Unit>, NoInfer<Person>>,
): MatchResult {
  const given: unknown = changes
  if (given !== undefined && !Array.isArray(given))
    throw invalidArgument('toHaveChanged', 'changes', given, 'a list of changes')
  const start: Org = before
  const list: readonly Change[] = changes ?? []
  const { org: expected, changes: applied } = changeOrg(start, list)
  const difference = diffOrgs(expected, org).changes
  const isLed = difference.length === 0
  const shown = ['before', ...(changes === undefined ? [] : ['changes'])].map((word) => new Shown(word))
  return matchResult(changes === undefined ? !isLed : isLed, 'toHaveChanged', shown, () => {
    if (isLed && list.length === 0) return ['The org is the same as before.']
    if (isLed)
      return [`${changesLead(list.length)} from the org before to this one:`, ...changeLines(applied)]
    return [
      list.length === 0
        ? `${changesLead(difference.length)} from the org before to this one:`
        : `After these changes, ${changesLead(difference.length, 'more change')} to this org:`,
      ...changeLines(difference),
    ]
  })
}
