/**
 * Compares the readers of tables and of records with naive ones, on generated and damaged inputs. The inputs depend only on
 * the seed. Every input is read in lenient mode, as text or as bytes.
 *
 * npm run fuzz:naive                                   20,000 inputs per format
 * npm run fuzz:naive -- --count 1000000                as many
 * npm run fuzz:naive -- --format csv --from 123 --count 1    one input again
 */
import { inspect, isDeepStrictEqual, parseArgs } from 'node:util'
import { type ImportResult, safeParseCsv, safeParseRecords, type Source } from 'rolegraph/import'
import { csvInput, type Pick } from '../tests/import/naive/csv-inputs.js'
import { bothViews } from '../tests/import/naive/difference.js'
import { csvOptions, type NaiveChart, naiveCsv } from '../tests/import/naive/naive-csv.js'
import { naiveRecords, recordsOptions } from '../tests/import/naive/naive-records.js'
import { recordsInput } from '../tests/import/naive/record-inputs.js'
import { Random } from './fuzz/random.js'

const SHOWN = 3
const SLOW = 1_000

interface Compared {
  readonly input: (pick: Pick) => string
  readonly read: (source: Source, text: string) => ImportResult
  readonly naive: (text: string) => NaiveChart
}

const FORMATS = new Map<string, Compared>([
  [
    'csv',
    {
      input: csvInput,
      read: (source, text) => safeParseCsv(source, csvOptions(text)),
      naive: naiveCsv,
    },
  ],
  [
    'records',
    {
      input: recordsInput,
      read: (source, text) => safeParseRecords(source, recordsOptions(text)),
      naive: naiveRecords,
    },
  ],
])

const { values: options } = parseArgs({
  options: {
    format: { type: 'string', default: [...FORMATS.keys()].join(',') },
    count: { type: 'string', default: '20000' },
    from: { type: 'string', default: '1' },
  },
})

for (const name of options.format.split(',')) {
  const format = FORMATS.get(name)
  if (format === undefined) throw new Error(`There is no format ${name}: ${[...FORMATS.keys()].join(', ')}`)
  compare(name, format, Number(options.from), Number(options.count))
}

function compare(name: string, format: Compared, from: number, count: number): void {
  let different = 0
  let sound = 0
  let slowest = 0
  for (let seed = from; seed < from + count; seed++) {
    const random = new Random(seed)
    const text = format.input((limit) => random.below(limit))
    const source = seed % 2 === 0 ? text : new TextEncoder().encode(text)
    const naive = format.naive(text)
    if (naive.faults.length === 0) sound++
    const start = performance.now()
    const result = format.read(source, text)
    slowest = Math.max(slowest, performance.now() - start)
    const [seen, expected] = bothViews(result, naive)
    if (isDeepStrictEqual(seen, expected)) continue
    if (different++ < SHOWN) {
      const shown = inspect({ seen, expected }, { depth: 6, breakLength: 120 })
      console.log(`${name} ${String(seed)}: ${JSON.stringify(text)}\n${shown}`)
    }
  }
  console.log(
    `${name}: ${count.toLocaleString('en')} inputs, ${sound.toLocaleString('en')} of them sound, ` +
      `${String(different)} different, the slowest ${slowest.toFixed(0)} ms`,
  )
  if (different > 0 || slowest > SLOW) process.exitCode = 1
}
