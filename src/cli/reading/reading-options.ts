import { quote } from '../../internal.js'
import type { Call } from '../call.js'
import { oneOfWords } from '../choice.js'
import { CommandError } from '../exit-code.js'
import { type ChartFormat, FORMATS } from './chart-format.js'

/** How a chart is read, as the options of a call say. */
export interface ReadingOptions {
  readonly format: ChartFormat | undefined
  /** The columns of a table, or the fields of rows, by what they hold; `null` for none. */
  readonly columns: ReadonlyMap<string, string | null>
  readonly encoding: string | undefined
  readonly junior: string | undefined
  readonly match: string | undefined
  readonly tops: readonly string[]
  /** Words for a vacancy in a table. */
  readonly vacant: readonly string[]
  /** Whether rows that repeat an id are further holders of the role. */
  readonly hasJobShares: boolean
  /** A file with corrections of what the chart says. */
  readonly corrections: string | undefined
  /** The date of the chart: for a history, which chart it is. */
  readonly on: string | undefined
  readonly isLenient: boolean
}

export function readingOptions({ options }: Pick<Call, 'options'>): ReadingOptions {
  const columns = new Map<string, string | null>()
  for (const pair of options.list('column')) {
    const at = pair.indexOf('=')
    if (at < 1) {
      throw new CommandError(
        `--column is ${quote(pair)}; it can be a part and a header: --column manager=Supervisor`,
      )
    }
    const header = pair.slice(at + 1)
    columns.set(pair.slice(0, at), header === '' ? null : header)
  }
  for (const name of ['top', 'vacant', 'column', 'on', 'encoding', 'junior', 'corrections']) {
    if (options.list(name).includes(''))
      throw new CommandError(`--${name} is empty`, 'Give it a value, or leave it out.')
  }
  const from = options.text('from')
  return {
    format: from === undefined ? undefined : oneOfWords('--from', from, FORMATS),
    columns,
    encoding: options.text('encoding'),
    junior: options.text('junior'),
    match: options.text('match'),
    tops: options.list('top'),
    vacant: options.list('vacant'),
    hasJobShares: options.isOn('job-shares'),
    corrections: options.text('corrections'),
    on: options.text('on'),
    isLenient: options.isOn('lenient'),
  }
}
