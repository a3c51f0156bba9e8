import { counted, listed, type Severity } from '../../internal.js'
import type { ChartFormat } from '../reading/chart-format.js'
import type { LocatedIssue } from './located-issue.js'

/** What a check found in one file. */
export interface CheckedChart {
  readonly file: string
  readonly format: ChartFormat
  /** The number of roles; `undefined` where no chart could be made of the file. */
  readonly roles: number | undefined
  readonly issues: readonly LocatedIssue[]
  /** How many issues there are of each severity, with those that are not listed. */
  readonly counts: Readonly<Record<Severity, number>>
  /** The rules that were checked. */
  readonly rules: readonly CheckedRule[]
}

/** A rule that was checked: one code, and for a rule of a policy its name. */
export interface CheckedRule {
  readonly code: string
  readonly name: string | undefined
  readonly because: string | undefined
}

/** What was checked as a whole. */
export interface CheckReport {
  readonly charts: readonly CheckedChart[]
  readonly isOk: boolean
  /** The least severity that fails the check. */
  readonly failsOn: Severity
  readonly version: string
}

const RANKS = { error: 0, warning: 1, info: 2 } as const

/** Whether an issue of a severity fails a check. */
export function isFailure(severity: Severity, failsOn: Severity): boolean {
  return RANKS[severity] <= RANKS[failsOn]
}

const NOUNS = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'note'],
] as const

/** `2 errors and 1 warning`; `no problems`. */
export function countsText(counts: Readonly<Record<Severity, number>>): string {
  const parts = NOUNS.filter(([severity]) => counts[severity] > 0).map(([severity, noun]) =>
    counted(counts[severity], noun),
  )
  return parts.length === 0 ? 'no problems' : listed(parts)
}

/** `3 roles`, or that no chart can be made of the file. */
export function sizeText({ roles }: CheckedChart): string {
  return roles === undefined ? 'no chart can be read from it' : counted(roles, 'role')
}

/** How many issues of a chart are not listed. */
export function unlisted({ issues, counts }: CheckedChart): number {
  return counts.error + counts.warning + counts.info - issues.length
}
