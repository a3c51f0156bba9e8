/**
 * Compares the readers of tables, records and org documents, and the changes of charts, with naive ones, on generated and damaged
 * inputs. The inputs depend only on the seed. The readers are in lenient mode, and read text or bytes.
 *
 * npm run fuzz:naive                                   20,000 inputs per format
 * npm run fuzz:naive -- --count 1000000                as many
 * npm run fuzz:naive -- --format csv --from 123 --count 1    one input again
 * npm run fuzz:naive -- --format changes --count 1000000     lists of three changes
 */
import { inspect, isDeepStrictEqual, parseArgs } from 'node:util'
import {
  type ImportResult,
  safeParseCsv,
  safeParseOrgDocument,
  safeParseRecords,
  type Source,
} from 'rolegraph/import'
import { type NaiveChange, naivelyChanged, type NaiveRole } from '../tests/change/naive-changes.js'
import { expectedAfter, orgOf, seenAfter, SMALL_CHANGES, smallCharts } from '../tests/change/small-changes.js'
import { csvInput, type Pick } from '../tests/import/naive/csv-inputs.js'
import { bothViews } from '../tests/import/naive/difference.js'
import { csvOptions, type NaiveChart, naiveCsv } from '../tests/import/naive/naive-csv.js'
import { documentInput } from '../tests/import/naive/document-inputs.js'
import { naiveDocument } from '../tests/import/naive/naive-document.js'
import { naiveRecords, recordsOptions } from '../tests/import/naive/naive-records.js'
import { recordsInput } from '../tests/import/naive/record-inputs.js'
import { Random } from './fuzz/random.js'

const SHOWN = 3
const SLOW = 1_000

/** One input: as text to show, and what the library and the naive model make of it, in forms that can be compared. */
interface Comparison {
  readonly input: string
  readonly isSound: boolean
  readonly milliseconds: number
  readonly seen: unknown
  readonly expected: unknown
}

type Compared = (random: Random, seed: number) => Comparison

function reader(
  inputOf: (pick: Pick) => string,
  read: (source: Source, text: string) => ImportResult,
  naively: (text: string) => NaiveChart,
): Compared {
  return (random, seed) => {
    const input = inputOf((limit) => random.below(limit))
    const source = seed % 2 === 0 ? input : new TextEncoder().encode(input)
    const naive = naively(input)
    const [result, milliseconds] = timed(() => read(source, input))
    const [seen, expected] = bothViews(result, naive)
    return { input, isSound: naive.faults.length === 0, milliseconds, seen, expected }
  }
}

function timed<Result>(call: () => Result): readonly [result: Result, milliseconds: number] {
  const start = performance.now()
  const result = call()
  return [result, performance.now() - start]
}

const CHARTS = [...smallCharts()]

/** Most changes drawn at random have a problem in most charts: in every second list only few do. */
const TRIES = [1, 20]

function threeChanges(random: Random, seed: number): Comparison {
  const chart = random.pick(CHARTS)
  const changes: NaiveChange[] = []
  let now: readonly NaiveRole[] | undefined = chart
  while (changes.length < 3) {
    let change = random.pick(SMALL_CHANGES)
    for (let left = TRIES[seed % 2]; left > 1 && now && !naivelyChanged(now, change); left--)
      change = random.pick(SMALL_CHANGES)
    changes.push(change)
    now &&= naivelyChanged(now, change)
  }
  const org = orgOf(chart)
  const expected = expectedAfter(chart, changes)
  const [seen, milliseconds] = timed(() => seenAfter(org, changes))
  const input = JSON.stringify({ chart, changes })
  return { input, isSound: expected !== undefined, milliseconds, seen, expected }
}

const FORMATS = new Map<string, Compared>([
  ['csv', reader(csvInput, (source, text) => safeParseCsv(source, csvOptions(text)), naiveCsv)],
  [
    'records',
    reader(recordsInput, (source, text) => safeParseRecords(source, recordsOptions(text)), naiveRecords),
  ],
  [
    'documents',
    reader(documentInput, (source) => safeParseOrgDocument(source, { mode: 'lenient' }), naiveDocument),
  ],
  ['changes', threeChanges],
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

function compare(name: string, compared: Compared, from: number, count: number): void {
  let different = 0
  let sound = 0
  let slowest = 0
  for (let seed = from; seed < from + count; seed++) {
    const { input, isSound, milliseconds, seen, expected } = compared(new Random(seed), seed)
    if (isSound) sound++
    slowest = Math.max(slowest, milliseconds)
    if (isDeepStrictEqual(seen, expected)) continue
    if (different++ < SHOWN) {
      const shown = inspect({ seen, expected }, { depth: 6, breakLength: 120 })
      console.log(`${name} ${String(seed)}: ${input}\n${shown}`)
    }
  }
  console.log(
    `${name}: ${count.toLocaleString('en')} inputs, ${sound.toLocaleString('en')} of them sound, ` +
      `${String(different)} different, the slowest ${slowest.toFixed(0)} ms`,
  )
  if (different > 0 || slowest > SLOW) process.exitCode = 1
}
