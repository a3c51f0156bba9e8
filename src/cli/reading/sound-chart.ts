import type { Org } from '../../internal.js'
import type { Call } from '../call.js'
import { CommandError } from '../exit-code.js'
import { linesOfIssue, located } from '../reports/located-issue.js'
import { paintOf } from '../terminal-text.js'
import { requireUsed } from './used-options.js'
import { reportLostParts } from './lost-parts.js'
import { type ChartRead, readChart } from './read-chart.js'
import { readingOptions } from './reading-options.js'

/** A chart that was read without errors, or in spite of them where the caller says so. */
export interface SoundChart extends ChartRead {
  readonly org: Org
}

const SHOWN = 5

/**
 * Reads a chart for a question. A chart with errors is refused, since the answer would be about another chart; `--lenient` answers
 * for what could be read.
 */
export async function soundChart(path: string, call: Call): Promise<SoundChart> {
  const chart = await readSound(path, call)
  requireUsed([chart], readingOptions(call))
  return chart
}

/** The same for a command that reads several charts, of which one with dates is enough for `--on`. */
export async function readSound(path: string, call: Call): Promise<SoundChart> {
  const options = readingOptions(call)
  return requireSound(await readChart(path, options, call.world), options.isLenient, call)
}

function requireSound(chart: ChartRead, isLenient: boolean, call: Call): SoundChart {
  const { org } = chart
  const errors = chart.issues.filter(({ severity }) => severity === 'error')
  if (org !== undefined && (isLenient || errors.length === 0)) {
    if (isLenient) reportLostParts(chart, call)
    return { ...chart, org }
  }
  const { world } = call
  const paint = paintOf({ ...world, output: world.errors })
  const shown = located(chart, errors.slice(0, SHOWN)).flatMap((issue) => linesOfIssue(issue, paint))
  world.errors.write(`${shown.join('\n')}\n`)
  const more = errors.length > SHOWN ? `, of which ${SHOWN} are shown` : ''
  throw new CommandError(
    `${chart.name} has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}${more}`,
    org === undefined
      ? `Fix the file, or name its format if it is not ${chart.format}: --from ${chart.format === 'csv' ? 'yaml' : 'csv'}.`
      : `Fix ${errors.length === 1 ? 'it' : 'them'} (rolegraph check shows all), or add --lenient to continue with what could be read.`,
  )
}
