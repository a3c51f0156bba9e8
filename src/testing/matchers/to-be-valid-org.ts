import { checkOrg, invalidOption, type Org, type Rule, type Severity } from '../../internal.js'
import { countsLine, issueLines } from '../issue-lines.js'
import { type MatchResult, matchResult } from '../match-result.js'

/** What {@link toBeValidOrg} looks for, and what it lets pass. */
export interface ValidOptions {
  /** The rules. Default: `structureRules`. */
  readonly rules?: readonly Rule[]
  /** The mildest severity that fails: with `'warning'` only hints pass, with `'info'` nothing does. Default: `'error'`. */
  readonly severity?: Severity
  /** Whether a role that is written as its own manager is a top. Default: `false`. */
  readonly allowSelfManagedTops?: boolean
}

const FAILING: ReadonlyMap<string, readonly Severity[]> = new Map([
  ['error', ['error']],
  ['warning', ['error', 'warning']],
  ['info', ['error', 'warning', 'info']],
])

/**
 * Whether `checkOrg` finds no error in an org.
 *
 * Complexity: that of `checkOrg`.
 *
 * @param org The org.
 * @param options `rules`, `severity`, `allowSelfManagedTops`.
 * @returns Whether it passes, and the message with the issues, each with how to mend it.
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
export function toBeValidOrg(org: Org, options: ValidOptions = {}): MatchResult {
  const { severity = 'error', ...checks } = options
  const failing = FAILING.get(severity)
  if (failing === undefined) throw invalidOption('severity', severity, "'error', 'warning' or 'info'")
  const result = checkOrg<string, string, unknown, string>(org, { ...checks, maxIssues: Infinity })
  const grave = result.issues.filter((issue) => failing.includes(issue.severity))
  const mild = result.issues.filter((issue) => !failing.includes(issue.severity))
  return matchResult(
    grave.length === 0,
    'toBeValidOrg',
    [Object.keys(options).length > 0 ? options : undefined],
    () => [countsLine(result), ...issueLines([...grave, ...mild])],
  )
}
