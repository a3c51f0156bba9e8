import type { Paint } from '../terminal-text.js'
import { type CheckReport, countsText, isFailure, sizeText, unlisted } from './checked-chart.js'
import { linesOfIssue } from './located-issue.js'

/** A check for a person: a line for each problem, how to fix it, and what it comes to. */
export function textReport({ charts, failsOn }: CheckReport, paint: Paint): string {
  return charts
    .flatMap((chart) => {
      const { file, roles, counts, issues } = chart
      const more = unlisted(chart)
      const fails = issues.some(({ severity }) => isFailure(severity, failsOn)) || roles === undefined
      return [
        // Several problems in a row may have one cure, which is printed after the last of them.
        ...issues.flatMap((issue, index) => {
          const lines = linesOfIssue(issue, paint)
          const next = index + 1 < issues.length ? linesOfIssue(issues[index + 1], paint) : []
          return lines.slice(1).join('\n') === next.slice(1).join('\n') ? lines.slice(0, 1) : lines
        }),
        ...(more > 0 ? [`… and ${more} more`] : []),
        ...(issues.length > 0 ? [''] : []),
        `${paint(fails ? 'red' : 'green', fails ? 'FAILED' : 'ok')} ${file}: ${sizeText(chart)}, ${countsText(counts)}`,
      ]
    })
    .join('\n')
}
