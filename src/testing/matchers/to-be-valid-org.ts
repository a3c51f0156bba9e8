import { checkOrg, givenOptions, oneOf, type Org, type Rule, type Severity } from '../../internal.js'
import { type MatchResult, matchResult } from '../match-result.js'
import { countsLine, issueLines } from '../message-lines.js'

/** What {@link toBeValidOrg} checks, and what it tolerates. */
export interface ValidOptions<Chart extends Org = Org> {
  /** The rules. Default: `structureRules`. */
  readonly rules?: readonly Rule<string, Chart>[]
  /** The lowest severity that fails: with `'warning'`, only hints pass; with `'info'`, no issue does. Default: `'error'`. */
  readonly severity?: Severity
  /** Whether a role that is its own manager is a top. Default: `false`. */
  readonly allowSelfManagedTops?: boolean
}

/** From the most to the least severe. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/**
 * Whether `checkOrg` finds no error in an org.
 *
 * Complexity: as for `checkOrg`.
 *
 * @param org The org.
 * @param options `rules`, `severity`, `allowSelfManagedTops`.
 * @returns Whether it passes, and the message with the issues, each with its suggestion.
 * @throws {@link OrgError} `NOT_AN_ORG`, `INVALID_OPTION`, `RULE_FAILED`.
 * @example
 * ```ts
 * import { orgFromRecords } from 'rolegraph'
 * import { toBeValidOrg } from 'rolegraph/testing'
 *
 * const rows = [
 *   { post: 'lead', boss: null },
 *   { post: 'analyst', boss: 'led' },
 * ]
 * const org = orgFromRecords(rows, { id: 'post', manager: 'boss', onIssue: 'collect' })
 * console.log(toBeValidOrg(org).pass) // => false
 * console.log(toBeValidOrg(org).message().split('\n')[2]) // => 2 issues: 1 UNKNOWN_MANAGER, 1 ISOLATED_ROLE
 * ```
 * @see `checkOrg`, {@link toSatisfyPolicy}.
 */
export function toBeValidOrg<Chart extends Org>(
  org: Chart,
  options: ValidOptions<NoInfer<Chart>> = {},
): MatchResult {
  const given = givenOptions('toBeValidOrg', options, ['rules', 'severity', 'allowSelfManagedTops'])
  // The rules are about this org, whatever its ids.
  const { severity = 'error', ...checks } = options as ValidOptions
  const mildest = SEVERITIES.indexOf(oneOf('severity', severity, SEVERITIES))
  const fails = (found: Severity): boolean => SEVERITIES.indexOf(found) <= mildest
  const result = checkOrg<string, string, unknown, string, string>(org, { ...checks, maxIssues: Infinity })
  const pass = !result.issues.some((issue) => fails(issue.severity))
  const args = given.size > 0 ? [options] : []
  return matchResult(pass, 'toBeValidOrg', args, () => [countsLine(result), ...issueLines(result)])
}
