import {
  headcountOf,
  peopleOf,
  rolesOf,
  spansAndLayers,
  unitsOf,
  vacantRolesOf,
  visible,
} from '../../internal.js'
import type { Command } from '../call.js'
import { EXIT } from '../exit-code.js'
import { soundChart } from '../reading/sound-chart.js'
import { markdownCell } from '../reports/markdown-report.js'
import { jsonText } from '../terminal-text.js'
import { choice } from '../choice.js'

const WIDEST = 3

/** The figures of a chart: layers, spans, people. */
export const stats: Command = async (call) => {
  const { words, world } = call
  const { org } = await soundChart(words[0], call)
  const figures = spansAndLayers(org)
  const counts = {
    units: unitsOf(org).length,
    people: peopleOf(org).length,
    headcount: headcountOf(org),
    vacant: vacantRolesOf(org).length,
  }
  const format = choice(call, 'format', ['text', 'json', 'markdown'], 'text')
  if (format === 'json') {
    world.output.write(`${jsonText({ ...figures, ...counts })}\n`)
    return EXIT.sound
  }
  const { widest } = figures
  const more = widest.length > WIDEST ? ` and ${widest.length - WIDEST} more` : ''
  const rows: (readonly [string, string])[] = [
    ['roles', String(rolesOf(org).length)],
    ['vacant roles', String(counts.vacant)],
    ['units', String(counts.units)],
    ['headcount', String(counts.headcount)],
    ['managers', String(figures.managers)],
    ['tops', String(figures.tops)],
    ['layers', String(figures.layers)],
    ['roles by layer', figures.rolesPerLayer.join(', ')],
    ['average span', String(Math.round(figures.averageSpan * 100) / 100)],
    [
      'widest span',
      widest.length === 0 ? '0' : `${figures.widestSpan} (${widest.slice(0, WIDEST).join(', ')}${more})`,
    ],
    ...figures.bands.map(({ band, managers }) => [`span ${band}`, String(managers)] as const),
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines =
    format === 'markdown'
      ? [
          '| figure | value |',
          '| :-- | --: |',
          ...rows.map((row) => `| ${row.map(markdownCell).join(' | ')} |`),
        ]
      : rows.map(([name, value]) => `${name.padEnd(width)}  ${visible(value)}`)
  world.output.write(`${lines.join('\n')}\n`)
  return EXIT.sound
}
