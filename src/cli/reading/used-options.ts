import { quote } from '../../internal.js'
import { CommandError } from '../exit-code.js'
import type { ChartFormat } from './chart-format.js'
import type { ChartRead } from './read-chart.js'
import type { ReadingOptions } from './reading-options.js'

type Reader = Pick<ChartRead, 'name' | 'format' | 'isDated'>

/** The options of some formats only. */
const OF_FORMATS: readonly {
  readonly name: string
  readonly what: string
  readonly formats: readonly ChartFormat[]
  readonly isGiven: (options: ReadingOptions) => boolean
}[] = [
  {
    name: 'column',
    what: 'tables and records',
    formats: ['csv', 'records'],
    isGiven: ({ columns }) => columns.size > 0,
  },
  {
    name: 'top',
    what: 'tables and records',
    formats: ['csv', 'records'],
    isGiven: ({ tops }) => tops.length > 0,
  },
  {
    name: 'job-shares',
    what: 'tables and records',
    formats: ['csv', 'records'],
    isGiven: ({ hasJobShares }) => hasJobShares,
  },
  { name: 'vacant', what: 'tables', formats: ['csv'], isGiven: ({ vacant }) => vacant.length > 0 },
  { name: 'match', what: 'tables', formats: ['csv'], isGiven: ({ match }) => match !== undefined },
  {
    name: 'junior',
    what: 'organograms',
    formats: ['organogram'],
    isGiven: ({ junior }) => junior !== undefined,
  },
]

/**
 * Refuses an option of reading that none of the charts has used: the answer would be the same without it. Of several charts one is enough, so
 * that a history can be compared with a snapshot, and a document with a table.
 */
export function requireUsed(charts: readonly Reader[], options: ReadingOptions): void {
  const [first] = charts
  for (const { name, what, formats, isGiven } of OF_FORMATS) {
    if (!isGiven(options) || charts.some(({ format }) => formats.includes(format))) continue
    throw new CommandError(
      `--${name} is for ${what}, but ${quote(first.name)} is read as ${first.format}`,
      `Leave it out, or name the format with --from ${formats[0]}.`,
    )
  }
  if (options.on === undefined || charts.some(({ isDated }) => isDated)) return
  throw new CommandError(
    `--on is ${options.on}, but ${quote(first.name)} has no data about other dates`,
    'Leave out --on, or name a history or a chart whose assignments have dates.',
  )
}
