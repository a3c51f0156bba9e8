import type { AnyIssueCode, BrokenRule, Issue, Severity } from '../../internal.js'
import { visible } from '../../internal.js'
import type { ChartRead } from '../reading/read-chart.js'
import type { Paint } from '../terminal-text.js'
import { inCommandOptions } from './command-options.js'
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
      suggestion: visible(inCommandOptions(issue.suggestion)),
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

const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const

/** An issue as compilers print theirs, so that editors and terminals find the place; below it, how to fix it. */
export function linesOfIssue(located: LocatedIssue, paint: Paint): string[] {
  const { file, line, column, severity, code, message, suggestion, issue } = located
  const { rule } = issue
  const lines = [`${file}:${line}:${column}: ${paint(COLOURS[severity], severity)} ${code}: ${message}`]
  if (suggestion !== '') lines.push(`    ${suggestion}`)
  if (rule !== undefined) lines.push(paint('dim', `    ${reasonText(rule)}`))
  return lines
}

/** The name and the reason of a broken rule of a policy, in one line. */
export function reasonText({ name, because, source }: BrokenRule): string {
  return `Rule '${visible(name)}': ${visible(source === undefined ? because : `${because} (${source})`)}`
}
