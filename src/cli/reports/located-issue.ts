import type { AnyIssueCode, Issue, Severity } from '../../internal.js'
import { visible } from '../../internal.js'
import type { ChartRead } from '../reading/read-chart.js'
import type { Paint } from '../terminal-text.js'
import { LinesOfIds } from './lines-of-ids.js'

/** An issue with a place that an editor can open. */
export interface LocatedIssue {
  readonly file: string
  /** From 1: the line of the place, else the line that defines the role, else the first one. */
  readonly line: number
  readonly column: number
  readonly code: AnyIssueCode
  readonly severity: Severity
  /** What is wrong, in one line and without the place. */
  readonly message: string
  /** How to fix it, in one line. */
  readonly suggestion: string
  readonly issue: Issue<AnyIssueCode>
}

/** The issues of a chart with the places that reports need. */
export function located(
  chart: Pick<ChartRead, 'name' | 'format' | 'bytes'>,
  issues: readonly Issue<AnyIssueCode>[],
): LocatedIssue[] {
  const unplaced = issues
    .filter(({ place }) => place.line === undefined)
    .flatMap(({ roles, units }) => [...roles, ...units])
  const lines = new LinesOfIds(chart, unplaced)
  return issues.map((issue) => {
    const { code, severity, place, roles, units } = issue
    const line = place.line ?? lines.lineOf([...roles, ...units])
    return {
      file: chart.name,
      line,
      column: place.line === undefined ? 1 : (place.column ?? 1),
      code,
      severity,
      message: visible(withoutPlace(issue.message)),
      suggestion: visible(inOptions(issue.suggestion)),
      issue,
    }
  })
}

/** Messages of the library name their place in words; a report names it in its own form. */
function withoutPlace(message: string): string {
  return message
    .replace(/^Line \d+(, column \d+)?: /, '')
    .replace(/ \(at line \d+(, column \d+)?(, '[^']*')?\)$/, '')
}

/** Suggestions of the library name its options; the command has the same under other names. */
function inOptions(suggestion: string): string {
  return suggestion
    .replace(/\bcolumns: \{ (\w+): '([^']*)' \}/g, '--column $1=$2')
    .replace(/\btops: \['([^']*)'\]/g, "--top '$1'")
    .replace(/\bencoding: '([^']*)'/g, '--encoding $1')
    .replace(/\bPass match\b/g, 'Pass --match')
    .replace(/\bwith columns\b/g, 'with --column')
}

const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const

/** An issue as compilers print theirs, so that editors and terminals find the place; below it, how to fix it. */
export function linesOfIssue(located: LocatedIssue, paint: Paint): string[] {
  const { file, line, column, severity, code, message, suggestion, issue } = located
  const { rule } = issue
  const lines = [`${file}:${line}:${column}: ${paint(COLOURS[severity], severity)} ${code}: ${message}`]
  if (suggestion !== '') lines.push(`    ${suggestion}`)
  if (rule !== undefined) {
    const source = rule.source === undefined ? '' : ` (${rule.source})`
    lines.push(paint('dim', `    Rule '${visible(rule.name)}': ${visible(`${rule.because}${source}`)}`))
  }
  return lines
}
