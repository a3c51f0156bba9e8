import { type Severity, withAdvice } from '../../internal.js'
import { jsonText } from '../terminal-text.js'
import type { CheckReport } from './checked-chart.js'
import type { LocatedIssue } from './located-issue.js'
import { ruleText, usualSeverity } from './rule-texts.js'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const

interface SarifRule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
  readonly help: { readonly text: string }
  readonly defaultConfiguration: { readonly level: (typeof LEVELS)[Severity] }
}

/** A check as SARIF 2.1.0, which code scanning reads. */
export function sarifReport({ charts, version }: CheckReport): string {
  const rules = new Map<string, SarifRule>()
  for (const chart of charts) {
    for (const { code, name, because } of chart.rules) {
      const level = chart.issues.find(
        (issue) => issue.code === code && issue.issue.rule?.name === name,
      )?.severity
      addRule(rules, { code, name, because, severity: level ?? usualSeverity(code) })
    }
  }
  const results = charts.flatMap(({ issues }) => issues.map((issue) => resultOf(issue, rules)))
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'rolegraph', semanticVersion: version, rules: [...rules.values()] } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  })
}

interface RuleFacts {
  readonly code: string
  readonly name: string | undefined
  readonly because: string | undefined
  readonly severity: Severity
}

/**
 * Adds a rule and returns its id. Readers show the severity of the rule and not that of the result, so a code that comes with another
 * severity is another rule.
 */
function addRule(rules: Map<string, SarifRule>, { code, name, because, severity }: RuleFacts): string {
  const level = LEVELS[severity]
  const own = name === undefined ? code : `${code}/${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`
  const known = rules.get(own)
  const id = known !== undefined && known.defaultConfiguration.level !== level ? `${own}/${severity}` : own
  if (!rules.has(id)) {
    const text = name === undefined ? ruleText(code) : name
    const help = because === undefined ? text : because
    rules.set(id, { id, shortDescription: { text }, help: { text: help }, defaultConfiguration: { level } })
  }
  return id
}

function resultOf(located: LocatedIssue, rules: Map<string, SarifRule>): object {
  const { file, line, column, code, severity, message, suggestion, issue } = located
  const { rule, roles, units, witness } = issue
  const ruleId = addRule(rules, { code, name: rule?.name, because: rule?.because, severity })
  return {
    ruleId,
    ruleIndex: [...rules.keys()].indexOf(ruleId),
    level: LEVELS[severity],
    message: { text: suggestion === '' ? message : withAdvice(message, suggestion) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
    properties: { roles, units, witness, suggestion, ...(rule !== undefined && { rule }) },
  }
}

/** A path as a URI, relative as the path is, each segment encoded. */
function uriOf(path: string): string {
  const segments = path.replaceAll('\\', '/').split('/')
  return segments.map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'))).join('/')
}
