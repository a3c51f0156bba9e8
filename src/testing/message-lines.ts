import {
  type Assignment,
  assignmentsOf,
  type Change,
  type CheckResult,
  counted,
  directReportsOf,
  formatIssues,
  type LinesOption,
  listed,
  managementChainOf,
  type Org,
  quote,
  quotedList,
  roleOf,
  routeText,
  spanOfControlOf,
  spansAndLayers,
  topRolesOf,
} from '../internal.js'
import { describeChange } from '../internal-change.js'
import { answeringRole } from './answering-role.js'

/** A sentence that says who is above a role. */
export function chainLine(org: Org, role: string, options?: LinesOption): string {
  const chain = managementChainOf(org, role, options)
  const lines = options?.lines ?? 'solid'
  const along = typeof lines === 'string' ? `${lines} lines` : `lines named ${quotedList([lines.as].flat())}`
  if (chain.length === 0) {
    const isTop = topRolesOf(org).includes(answeringRole(org, role))
    return `Nobody is above ${quote(role)}${isTop ? ': it is a top' : lines === 'solid' ? '' : ` along ${along}`}.`
  }
  if (lines === 'solid') return `Management chain of ${quote(role)}: ${routeText(chain)}`
  return `Above ${quote(role)} along ${along}: ${quotedList(chain)}.`
}

/** Who holds a role, with the terms of each holder; `named` is the id in the test. */
export function holdersLine(org: Org, named: string, role: string): string {
  const held = assignmentsOf(org, { role }).map(
    ({ person, ...terms }) => `${quote(person)}${termsText(terms)}`,
  )
  if (held.length > 0) return `${named} is held by ${listed(held)}.`
  return roleOf(org, role).vacant ? `${named} is vacant.` : `The org does not say who holds ${named}.`
}

/** The roles that a person holds, with the terms of each. */
export function rolesLine(org: Org, person: string): string {
  const held = assignmentsOf(org, { person }).map(({ role, ...terms }) => `${quote(role)}${termsText(terms)}`)
  return `${quote(person)} holds ${held.length === 0 ? 'no role' : listed(held)}.`
}

/** The terms of an assignment other than role and person: ` (share 0.5, acting, from 2026-01-01)`. */
function termsText({ share, kind, from, to }: Omit<Assignment, 'role' | 'person'>): string {
  const terms = [
    ...(share === undefined ? [] : [`share ${String(share)}`]),
    ...(kind === 'permanent' ? [] : [kind]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`]),
  ]
  return terms.length === 0 ? '' : ` (${terms.join(', ')})`
}

/** The span of control of a role, with its reports. */
export function spanLine(org: Org, role: string): string {
  const counted = directReportsOf(org, role).filter((report) => roleOf(org, report).status === 'active')
  const reports = quotedList(counted, 'nobody')
  return `${quote(role)} has a span of control of ${String(spanOfControlOf(org, role))}: ${reports}`
}

/** The spans of the whole chart. */
export function spansLine(org: Org): string {
  const { managers, averageSpan, widestSpan, widest } = spansAndLayers(org)
  if (managers === 0) return 'The org has no managers.'
  const average = String(Math.round(averageSpan * 10) / 10)
  return `Spans of ${counted(managers, 'manager')}: ${average} on average, ${String(widestSpan)} at most (${quotedList(widest)}).`
}

/** The issues of a check as indented lines, by severity and code, each with its suggestion; only the first if there are many. */
export function issueLines({ issues, counts }: Pick<CheckResult<string>, 'issues' | 'counts'>): string[] {
  if (issues.length === 0) return []
  // The caller prints its own heading.
  const [, , ...lines] = formatIssues(issues, { counts }).split('\n')
  return lines.map((line) => (line === '' ? '' : `  ${line}`))
}

/** The result of a check in one line: `2 issues: 1 REPORTING_CYCLE, 1 CUT_OFF`. */
export function countsLine({ total, counts }: CheckResult<string>): string {
  const byCode = Object.entries(counts).map(([code, count]) => `${String(count)} ${code}`)
  return `${counted(total, 'issue')}${byCode.length === 0 ? '' : `: ${byCode.join(', ')}`}`
}

const MOST_CHANGES = 40

/** Changes in words as indented lines; only the first if there are many. */
export function changeLines(changes: readonly Change[]): string[] {
  const lines = changes.slice(0, MOST_CHANGES).map((change) => `  ${describeChange(change)}`)
  const left = changes.length - lines.length
  return left === 0 ? lines : [...lines, `  … and ${counted(left, 'more change')}`]
}

/** The number of changes as the start of a sentence: `2 changes lead`. */
export function changesLead(count: number, noun = 'change'): string {
  return `${counted(count, noun)} ${count === 1 ? 'leads' : 'lead'}`
}
