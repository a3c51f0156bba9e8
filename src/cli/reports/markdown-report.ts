import { type CheckReport, countsText, sizeText, unlisted } from './checked-chart.js'
import { reasonText } from './located-issue.js'

/** A check as Markdown, for a comment on a pull request or the summary of a job. */
export function markdownReport({ charts }: CheckReport): string {
  return charts
    .map((chart) => {
      const { file, counts, issues } = chart
      const more = unlisted(chart)
      return [
        `**${markdownCell(file)}**: ${sizeText(chart)}, ${countsText(counts)}`,
        ...(issues.length > 0
          ? ['', '| severity | line | problem | what to do |', '| :-- | --: | :-- | :-- |']
          : []),
        ...issues.map(({ severity, line, code, message, suggestion, issue: { rule } }) => {
          const reason = rule === undefined ? '' : `<br>${markdownCell(reasonText(rule))}`
          const problem = `${markdownCell(message)} (\`${code.replaceAll(/[`|]/g, '')}\`)${reason}`
          return `| ${severity} | ${line} | ${problem} | ${markdownCell(suggestion)} |`
        }),
        ...(more > 0 ? ['', `… and ${more} more`] : []),
      ].join('\n')
    })
    .join('\n\n')
}

/** Text that is only text in a cell of a table: no link, no mention, no element, no second cell. */
export function markdownCell(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#|~!$]/g, '\\$&')
    .replaceAll('@', '&#64;')
    .replace(/:\/\//g, '&#58;//')
    .replace(/\bwww\./gi, 'www&#46;')
    .replace(/\s+/g, ' ')
}
