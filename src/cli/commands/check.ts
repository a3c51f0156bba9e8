import {
  type AnyIssueCode,
  checkOrg,
  type Issue,
  issuesOf,
  makeIssue,
  type Policy,
  quote,
  rolesOf,
  type Rule,
  type Severity,
  structureRules,
} from '../../internal.js'
import type { Call, Command } from '../call.js'
import { EXIT } from '../exit-code.js'
import { requireUsed } from '../reading/used-options.js'
import { policyOf } from '../reading/policy-file.js'
import { type ChartRead, readChart } from '../reading/read-chart.js'
import { readingOptions } from '../reading/reading-options.js'
import { choice } from '../choice.js'
import type { CheckedChart, CheckedRule, CheckReport } from '../reports/checked-chart.js'
import { isFailure } from '../reports/checked-chart.js'
import { githubReport } from '../reports/github-report.js'
import { jsonReport } from '../reports/json-report.js'
import { junitReport } from '../reports/junit-report.js'
import { located } from '../reports/located-issue.js'
import { markdownReport } from '../reports/markdown-report.js'
import { sarifReport } from '../reports/sarif-report.js'
import { textReport } from '../reports/text-report.js'
import { type Paint, paintOf } from '../terminal-text.js'

const REPORTS: ReadonlyMap<string, (report: CheckReport, paint: Paint) => string> = new Map([
  ['text', textReport],
  ['json', jsonReport],
  ['markdown', markdownReport],
  ['sarif', sarifReport],
  ['junit', junitReport],
  ['github', githubReport],
])
const SEVERITIES = Object.freeze(['error', 'warning', 'info'] as const)
const LISTED = 1000

/** Checks charts: what could not be read, their structure, and a policy. */
export const check: Command = async (call) => {
  const { words, options, world } = call
  const report = choice(call, 'format', [...REPORTS.keys()], 'text')
  const failsOn = choice(call, 'fail-on', SEVERITIES, 'error')
  const most = options.wholeNumber('max') ?? LISTED
  const reading = readingOptions(call)
  const rules = await policyOf(call)
  const approvals = await approvalRules(call)
  const charts: CheckedChart[] = []
  const read: Pick<ChartRead, 'name' | 'format' | 'isDated'>[] = []
  for (const path of words) {
    const chart = await readChart(path, reading, world)
    const structure = [noEmptyChart(chart, reading.on), ...structureRules, ...approvals]
    charts.push(checked(chart, structure, rules, most))
    read.push({ name: chart.name, format: chart.format, isDated: chart.isDated })
  }
  requireUsed(read, reading)
  const failed = charts.some(({ counts, roles }) => {
    return roles === undefined || SEVERITIES.some((each) => counts[each] > 0 && isFailure(each, failsOn))
  })
  const text = REPORTS.get(report)?.(
    { charts, isOk: !failed, failsOn, version: world.version },
    paintOf(world),
  )
  if (text !== undefined && text !== '') world.output.write(`${text}\n`)
  if (charts.some(({ roles }) => roles === undefined)) return EXIT.unusable
  return failed ? EXIT.findings : EXIT.sound
}

/** A chart without roles passes every other rule; it is usually an export that failed. */
function noEmptyChart({ name, history }: ChartRead, on?: string): Rule<AnyIssueCode> {
  const when = history === undefined ? '' : ` on ${on ?? 'this day'}`
  return {
    codes: ['NO_ROLES'],
    *check({ org }) {
      if (rolesOf(org).length > 0) return
      yield makeIssue({
        code: 'NO_ROLES',
        message: `The chart ${quote(name)} has no roles${when}`,
        suggestion:
          history === undefined
            ? 'Check that the export was complete, and that this is the right file.'
            : 'Ask for another date with --on.',
      })
    },
  }
}

/** The check of the approval policy of `--approval` as a rule: who cannot get anything approved, and what else does not work today. */
async function approvalRules({ options, world }: Call): Promise<Rule<AnyIssueCode>[]> {
  const path = options.text('approval')
  if (path === undefined) return []
  const { APPROVAL_ISSUES, checkApprovalPolicy } = await import('../../approval/index.js')
  const { approvalPolicyFrom } = await import('../reading/approval-file.js')
  const policy = await approvalPolicyFrom(path, world)
  const date = options.text('on') ?? world.today()
  return [
    {
      codes: APPROVAL_ISSUES,
      *check({ org }) {
        yield* checkApprovalPolicy(org, policy, { date })
      },
    },
  ]
}

function checked(
  chart: ChartRead,
  structure: readonly Rule<AnyIssueCode>[],
  ours: Policy<string, AnyIssueCode>,
  most: number,
): CheckedChart {
  const { org, issues: read, name: file, format } = chart
  const counts = { error: 0, warning: 0, info: 0 }
  const found: Issue<AnyIssueCode>[] = []
  // An org keeps the errors of its file, which the check gives again; it does not keep the warnings.
  const kept = new Set(org === undefined ? [] : issuesOf(org).map(textOf))
  for (const issue of read) {
    if (kept.has(textOf(issue))) continue
    counts[issue.severity]++
    found.push(issue)
  }
  if (org !== undefined) {
    const rules = [...structure, ...ours].map((rule) => counting(rule, counts, most))
    found.push(...checkOrg(org, { rules, maxIssues: SEVERITIES.length * most }).issues)
  }
  const inOrder = SEVERITIES.flatMap((each) => found.filter(({ severity }) => severity === each))
  return {
    file,
    format,
    roles: org && rolesOf(org).length,
    issues: located(chart, inOrder.slice(0, most)),
    counts,
    rules: org === undefined ? [] : checkedRules(structure, ours),
  }
}

function textOf({ code, message }: Issue<AnyIssueCode>): string {
  return `${code} ${message}`
}

/** A rule that counts its findings by severity, and gives as many of each as are listed at most: no warning displaces an error. */
function counting(
  rule: Rule<AnyIssueCode>,
  counts: Record<Severity, number>,
  most: number,
): Rule<AnyIssueCode> {
  return {
    codes: rule.codes,
    *check(context) {
      for (const finding of rule.check(context)) {
        if (++counts[finding.severity] <= most) yield finding
      }
    },
  }
}

function checkedRules(
  structure: readonly Rule<AnyIssueCode>[],
  ours: Policy<string, AnyIssueCode>,
): CheckedRule[] {
  return [
    ...structure.flatMap(({ codes }) => codes.map((code) => ({ code, name: undefined, because: undefined }))),
    ...ours.flatMap(({ codes, name, because }) => codes.map((code) => ({ code, name, because }))),
  ]
}
