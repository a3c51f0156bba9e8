import type { Issue, Place, Severity } from 'rolegraph'
import { faint, strong } from './style.js'

/** How a report is written. */
export interface ReportOptions {
  /** The name of a role, by the id that the issue has. */
  readonly nameOf?: (id: string) => string
  /** Characters per line. */
  readonly width?: number
}

const HEADINGS: readonly (readonly [Severity, heading: string, one: string, many: string])[] = [
  ['error', 'Errors', 'error', 'errors'],
  ['warning', 'Warnings', 'warning', 'warnings'],
  ['info', 'Worth knowing', 'note', 'notes'],
]

/** `9 errors, 1 warning`; `no issues`. */
export function issueCounts(issues: readonly Issue<string>[]): string {
  const counts = HEADINGS.map(([severity, , one, many]) => {
    const count = issues.filter((issue) => issue.severity === severity).length
    return count === 0 ? '' : `${String(count)} ${count === 1 ? one : many}`
  })
  return counts.filter((text) => text !== '').join(', ') || 'no issues'
}

/** The lines of a report: by severity, then in the order of the file. */
export function issueReport(issues: readonly Issue<string>[], options: ReportOptions = {}): string[] {
  const { nameOf = (id: string) => id, width = 100 } = options
  return HEADINGS.flatMap(([severity, heading]) => {
    const these = issues
      .filter((issue) => issue.severity === severity)
      .toSorted((a, b) => (a.place.line ?? Infinity) - (b.place.line ?? Infinity))
    const lines = these.flatMap((issue) => [
      `  ${placeOf(issue.place)} ${faint(issue.code)}`,
      ...wrapped(`${issue.message}.`, width, '    ', '    '),
      ...wrapped(proofOf(issue, nameOf), width, '    proof: ', '           '),
      ...wrapped(issue.suggestion, width, '    fix:   ', '           '),
    ])
    return lines.length === 0 ? [] : [strong(heading), ...lines]
  })
}

/** A rule about the whole chart has no line. */
function placeOf({ line, field }: Place): string {
  if (line === undefined) return strong('the chart')
  return strong(`line ${String(line)}${field === undefined ? '' : `, ${field}`}`)
}

/** The witness in words: a cycle as its route, lines by their number, ids with their names. */
function proofOf({ code, roles, witness }: Issue<string>, nameOf: (id: string) => string): string {
  const known = new Set(roles)
  const isOfRoles = code === 'AMBIGUOUS_MANAGER' || code === 'CUT_OFF'
  const parts = witness.map((item) => {
    if (typeof item !== 'string') return `line ${String(item.line ?? '?')}`
    const name = known.has(item) || isOfRoles ? nameOf(item) : item
    return name === item ? item : `${item} ${name}`
  })
  return parts.join(code === 'REPORTING_CYCLE' || code === 'SELF_REPORT' ? ' → ' : ', ')
}

function wrapped(text: string, width: number, first: string, next: string): string[] {
  if (text === '') return []
  const lines: string[] = []
  let line = first
  for (const word of text.split(' ')) {
    const isBegun = line !== first && line !== next
    if (isBegun && line.length + 1 + word.length > width) {
      lines.push(line)
      line = next + word
    } else {
      line += isBegun ? ` ${word}` : word
    }
  }
  return [...lines, line]
}
