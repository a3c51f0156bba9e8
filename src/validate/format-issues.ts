import { placeText } from '../define/issue-list.js'
import { counted } from '../kernel/in-words.js'
import { invalidArgument, invalidOption } from '../kernel/invalid-input.js'
import type { Issue, Severity } from '../kernel/issue.js'
import { givenOptions, upperLimit } from '../kernel/option-check.js'
import { quote, visible } from '../kernel/quote.js'
import { isBrokenRule, wrongPartOf } from '../kernel/issue-shape.js'

/** The options of {@link formatIssues}. */
export interface FormatIssuesOptions {
  /** How many issues of each code to list at most; the rest are only counted. Default: 10. */
  readonly max?: number
  /** The true number of issues of each code, for a truncated list: the `counts` of {@link checkOrg}. */
  readonly counts?: Readonly<Partial<Record<string, number>>>
}

const MAX_LISTED = 10
const SEVERITIES: readonly (readonly [Severity, noun: string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'note'],
]

/**
 * Formats issues as text for a person: grouped by severity and code, each with its place, what is wrong and how to
 * fix it.
 *
 * Errors come first, then warnings, then information; codes and issues keep their order. If several issues in a row share
 * a suggestion, it is printed once, after the last of them; so are the rule of a policy and its reason. Invisible
 * characters are escaped, so that an issue cannot control a terminal.
 *
 * Complexity: O(issues).
 *
 * @param issues The issues of {@link checkOrg}, `issuesOf`, an importer or an `INVALID_ORG` error.
 * @param options `max`: how many issues of each code to list, 10 by default; `counts`: the true number of issues of each
 * code, for a truncated list.
 * @returns Lines without a newline at the end; `'No issues'` for an empty list.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but an array of issues, `INVALID_OPTION`.
 * @example
 * ```ts
 * import { checkOrg, formatIssues, orgFromRecords } from 'rolegraph'
 *
 * const rows = [{ post: '1', boss: null }, { post: '2', boss: '1' }, { post: '3', boss: '9' }]
 * const org = orgFromRecords(rows, { id: 'post', manager: 'boss', onIssue: 'collect' })
 * const { issues, counts } = checkOrg(org)
 * console.log(formatIssues(issues, { counts }))
 * // => 1 issue: 1 error
 * // =>
 * // => error UNKNOWN_MANAGER (1)
 * // =>   record 2, manager: The role '3' reports to '9', which is not a role of this org
 * // =>     Add the role, correct the id, or leave the manager out for a role at the top.
 * ```
 * @see {@link checkOrg}, {@link makeIssue}.
 */
export function formatIssues(issues: readonly Issue<string>[], options?: FormatIssuesOptions): string {
  requireIssues(issues)
  const given = givenOptions('formatIssues', options, ['max', 'counts'])
  const max = upperLimit('max', given.get('max'), 0, MAX_LISTED)
  const groups = groupsOf(issues, countsOption(given.get('counts')))
  if (groups.length === 0) return 'No issues'
  return [headingOf(groups), ...groups.map((group) => groupText(group, max))].join('\n\n')
}

/** Issues of one severity and code. */
interface Group {
  readonly code: string
  /** `undefined` if the list has no issue of this code. */
  readonly severity: Severity | undefined
  readonly issues: Issue<string>[]
  /** Includes issues that were cut from the list. */
  total: number
}

function groupsOf(issues: readonly Issue<string>[], counts: ReadonlyMap<string, number>): Group[] {
  const groups: Group[] = []
  const listed = new Map<string, number>()
  for (const [severity] of SEVERITIES) {
    const byCode = new Map<string, Group>()
    for (const issue of issues) {
      if (issue.severity !== severity) continue
      const group = byCode.get(issue.code) ?? { code: issue.code, severity, issues: [], total: 0 }
      group.issues.push(issue)
      group.total++
      byCode.set(issue.code, group)
      listed.set(issue.code, (listed.get(issue.code) ?? 0) + 1)
    }
    groups.push(...byCode.values())
  }
  for (const [code, count] of counts) {
    const missing = count - (listed.get(code) ?? 0)
    if (missing <= 0) continue
    // A policy can give one code several severities; which of them were cut is unknown.
    const group = groups.findLast((candidate) => candidate.code === code)
    if (group === undefined) groups.push({ code, severity: undefined, issues: [], total: missing })
    else group.total += missing
  }
  return groups
}

function headingOf(groups: readonly Group[]): string {
  const sum = (severity?: Severity): number =>
    groups.reduce(
      (total, group) => (severity === undefined || group.severity === severity ? total + group.total : total),
      0,
    )
  const bySeverity = SEVERITIES.map(([severity, noun]) => [sum(severity), noun] as const)
  const parts = bySeverity.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun))
  return [counted(sum(), 'issue'), parts.join(', ')].filter((part) => part !== '').join(': ')
}

function groupText({ code, severity, issues, total }: Group, max: number): string {
  if (severity === undefined) return `${visible(code)} (${String(total)}), not listed`
  const lines = [`${severity} ${visible(code)} (${String(total)})`]
  const shown = issues.slice(0, max)
  for (const [index, issue] of shown.entries()) {
    lines.push(`  ${problemText(issue)}`)
    const advice = adviceOf(issue)
    const next = index + 1 < shown.length ? adviceOf(shown[index + 1]) : []
    if (advice.join('\n') !== next.join('\n')) lines.push(...advice)
  }
  if (shown.length > 0 && total > shown.length) lines.push(`  … and ${String(total - shown.length)} more`)
  return lines.join('\n')
}

function problemText({ place, message }: Issue<string>): string {
  const where = placeText(place)
  const isSubject = message.startsWith(`${where.charAt(0).toUpperCase()}${where.slice(1)} `)
  if (where === '' || isSubject) return visible(message)
  return `${visible(where)}: ${visible(withoutPlace(message, where))}`
}

/** A message without the place that it begins or ends with. */
function withoutPlace(message: string, where: string): string {
  const suffix = ` (at ${where})`
  if (message.endsWith(suffix)) return message.slice(0, -suffix.length)
  const prefix = /^Line \d+(?:, column \d+)?: /.exec(message)?.[0] ?? ''
  const place = prefix.slice(0, -': '.length).toLowerCase()
  return where === place || where.startsWith(`${place}, `) ? message.slice(prefix.length) : message
}

function adviceOf({ suggestion, rule }: Issue<string>): string[] {
  const lines = [suggestion]
  if (rule !== undefined) {
    const source = rule.source === undefined ? '' : ` (${rule.source})`
    lines.push(`Rule ${quote(rule.name)}: ${rule.because}${source}`)
  }
  return lines.filter((line) => line !== '').map((line) => `    ${visible(line)}`)
}

function requireIssues(received: unknown): void {
  const isIssue = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    wrongPartOf(value) === undefined &&
    isBrokenRule(Reflect.get(value, 'rule'))
  if (Array.isArray(received) && Array.from<unknown>(received).every(isIssue)) return
  throw invalidArgument('formatIssues', 'issues', received, 'an array of issues')
}

function countsOption(received: unknown): ReadonlyMap<string, number> {
  if (received === undefined) return new Map()
  const isObject = typeof received === 'object' && received !== null && !Array.isArray(received)
  const entries = Object.entries<unknown>(isObject ? { ...received } : {})
  const counts = new Map<string, number>()
  for (const [code, count] of entries) {
    if (typeof count === 'number' && count >= 0) counts.set(code, count)
    else if (count !== undefined) throw invalidOption('counts', count, COUNTS)
  }
  if (!isObject) throw invalidOption('counts', received, COUNTS)
  return counts
}

const COUNTS = 'an object with a number for each code, such as the counts of checkOrg'
