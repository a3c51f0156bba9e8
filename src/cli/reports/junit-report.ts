import { withAdvice } from '../../internal.js'
import { type CheckedChart, type CheckedRule, type CheckReport, isFailure } from './checked-chart.js'
import type { LocatedIssue } from './located-issue.js'
import { ruleText } from './rule-texts.js'

/** A check as JUnit XML: a suite for each file, a case for each rule, those that hold too. */
export function junitReport({ charts, failsOn }: CheckReport): string {
  const suites = charts.map((chart) => suiteOf(chart, failsOn))
  const sum = (of: 'tests' | 'failures'): number => suites.reduce((total, suite) => total + suite[of], 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="rolegraph check" tests="${sum('tests')}" failures="${sum('failures')}" errors="0">`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
  ].join('\n')
}

interface Suite {
  readonly tests: number
  readonly failures: number
  readonly lines: readonly string[]
}

function suiteOf({ file, issues, rules }: CheckedChart, failsOn: CheckReport['failsOn']): Suite {
  const all = new Map<string, { readonly rule: CheckedRule; readonly issues: LocatedIssue[] }>()
  for (const rule of rules) all.set(caseName(rule), { rule, issues: [] })
  for (const issue of issues) {
    const { rule } = issue.issue
    const broken = { code: issue.code, name: rule?.name, because: rule?.because }
    const name = caseName(broken)
    const entry = all.get(name) ?? { rule: broken, issues: [] }
    entry.issues.push(issue)
    all.set(name, entry)
  }
  const cases = [...all].map(([name, { issues: found }]) => {
    const failing = found.filter(({ severity }) => isFailure(severity, failsOn))
    return { name, failing, others: found.filter((issue) => !failing.includes(issue)) }
  })
  const failures = cases.filter(({ failing }) => failing.length > 0).length
  return {
    tests: cases.length,
    failures,
    lines: [
      `  <testsuite name="${attribute(file)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">`,
      ...cases.flatMap(({ name, failing, others }) => caseLines(file, name, failing, others)),
      '  </testsuite>',
    ],
  }
}

/** A name with words: readers take one that looks like a number for a number. */
function caseName({ code, name, because }: CheckedRule): string {
  return `${code}: ${name === undefined ? ruleText(code) : `${name}. ${because ?? ''}`}`.trim()
}

function caseLines(
  file: string,
  name: string,
  failing: readonly LocatedIssue[],
  others: readonly LocatedIssue[],
): string[] {
  const open = `    <testcase classname="${attribute(`rolegraph check ${file}`)}" name="${attribute(name)}"`
  if (failing.length === 0 && others.length === 0) return [`${open}/>`]
  const [first] = failing
  const more = failing.length > 1 ? ` (and ${failing.length - 1} more)` : ''
  return [
    `${open}>`,
    ...(failing.length === 0
      ? []
      : [
          `      <failure type="${attribute(first.code)}" message="${attribute(first.message + more)}">`,
          ...failing.map((issue) => content(issueText(issue))),
          '      </failure>',
        ]),
    ...(others.length === 0
      ? []
      : ['      <system-out>', ...others.map((issue) => content(issueText(issue))), '      </system-out>']),
    '    </testcase>',
  ]
}

function issueText({ file, line, column, severity, message, suggestion }: LocatedIssue): string {
  return `${file}:${line}:${column}: ${severity}: ${withAdvice(message, suggestion)}`.trimEnd()
}

function content(text: string): string {
  // XML 1.0 has no control characters, not even escaped, and no lone surrogates.
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function attribute(text: string): string {
  return content(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;')
}
