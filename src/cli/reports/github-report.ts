import type { CheckReport } from './checked-chart.js'
import { reasonText } from './located-issue.js'

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const

/** A check as commands of GitHub Actions, which shows them at the lines of a pull request. */
export function githubReport({ charts }: CheckReport): string {
  return charts
    .flatMap(({ issues }) =>
      issues.map(({ file, line, column, code, severity, message, suggestion, issue }) => {
        const place = `file=${property(file)},line=${line},col=${column},title=${property(code)}`
        const reason = issue.rule === undefined ? '' : reasonText(issue.rule)
        const text = [message, suggestion, reason].filter((part) => part !== '').join('\n')
        return `::${COMMANDS[severity]} ${place}::${escaped(text)}`
      }),
    )
    .join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
