import { stateOf } from '../engine/org-state.js'
import type { AnyIssueCode, Issue } from '../kernel/issue.js'
import type { Org } from '../model/org.js'

/**
 * Returns the issues that were found in the input of an org made with `onIssue: 'collect'`.
 *
 * Lists all problems, not just the first, each with its place, a witness and a suggested fix. Any other org has none,
 * because a problem would have thrown.
 *
 * Complexity: O(1).
 *
 * @param org The org.
 * @returns A frozen list, in the order in which the problems were found; empty if the input was sound.
 * @throws {@link OrgError} `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { issuesOf, orgFromRecords } from 'rolegraph'
 *
 * const rows = [
 *   { post: '1', boss: '2' },
 *   { post: '2', boss: '1' },
 *   { post: '3', boss: '9' },
 * ]
 * const org = orgFromRecords(rows, { id: 'post', manager: 'boss', onIssue: 'collect' })
 * console.log(issuesOf(org).map((issue) => issue.code)) // => [ 'UNKNOWN_MANAGER', 'REPORTING_CYCLE' ]
 * console.log(issuesOf(org)[1]?.witness) // => [ '1', '2', '1' ]
 * ```
 */
export function issuesOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
): readonly Issue<AnyIssueCode>[] {
  return stateOf(org).issues
}
