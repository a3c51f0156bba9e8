import { counted, listed } from '../../internal.js'
import type { Call } from '../call.js'
import { safeLines } from '../terminal-text.js'
import type { ChartRead } from './read-chart.js'
import { READING_NAMES } from './reading-rows.js'

/**
 * Reports what a chart lacks that was read with `--lenient`: its errors and warnings by code, in one line on the standard error, and how to see
 * them. Notes are about what was read as it is.
 */
export function reportLostParts({ name, issues }: ChartRead, { options, world }: Call): void {
  const texts = (['error', 'warning'] as const).flatMap((severity) => {
    const counts = new Map<string, number>()
    for (const issue of issues) {
      if (issue.severity === severity) counts.set(issue.code, (counts.get(issue.code) ?? 0) + 1)
    }
    if (counts.size === 0) return []
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const byCode = [...counts].map(([code, count]) => (count === 1 ? code : `${count} × ${code}`))
    return [`${counted(total, severity)} (${byCode.join(', ')})`]
  })
  if (texts.length === 0) return
  const isPlain = !READING_NAMES.some((option) => options.isGiven(option))
  const file = /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`
  const how = name === 'stdin' ? 'rolegraph check -' : `rolegraph check ${file}`
  world.errors.write(
    `rolegraph: ${safeLines(name)} was read with ${listed(texts)}; ` +
      `what is wrong may be missing or changed in it. See ${safeLines(how)}${isPlain ? '' : ', with the same options'}\n`,
  )
}
