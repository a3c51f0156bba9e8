/**
 * Feeds mutated fixtures to every importer, and reports one that throws because of the data, returns a result that breaks
 * its contract, writes to a prototype, takes over a second, or never ends. The inputs depend only on the seed.
 *
 * npm run fuzz                                           some seconds per format
 * npm run fuzz -- --count 1000000 --seconds 3600         as many inputs per format, in at most this time
 * npm run fuzz -- --format csv --seed 7 --from 123 --count 1    one input again
 *
 * A finding is written to .cache/fuzz, and the command fails.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inspect, parseArgs } from 'node:util'
import { type Chunk, fuzzApart } from './fuzz/apart.js'
import { FORMATS } from './fuzz/formats.js'
import type { FuzzFormat } from './fuzz/fuzz-format.js'
import { emptyRun, type Finding, type FuzzRun, fuzzRun } from './fuzz/fuzz-run.js'
import { inputAt } from './fuzz/input-at.js'

const FOLDER = '.cache/fuzz'
const CHUNK = 25_000

const { values: options } = parseArgs({
  options: {
    format: { type: 'string', default: [...FORMATS.keys()].join(',') },
    count: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    chunk: { type: 'string' },
  },
})

if (options.chunk === undefined) fuzzAll()
else fuzzChunk(JSON.parse(options.chunk) as Chunk)

function fuzzAll(): void {
  const names = options.format.split(',')
  const rows = [['format', 'inputs', 'accepted', 'refused', 'wrong options', 'throws', 'slowest']]
  let findings = 0
  for (const name of names) {
    const format = formatNamed(name)
    const run = fuzzFormat(name)
    for (const finding of run.findings) report(format, finding)
    findings += run.findings.length
    const { inputs, accepted, refused, mistakes, throws, slowest, slowestIndex } = run
    const counts = [inputs, accepted, refused, mistakes, throws].map((count) => count.toLocaleString('en'))
    rows.push([name, ...counts, `${slowest.toFixed(0)} ms (${slowestIndex})`])
  }
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  for (const row of rows) console.log(row.map((cell, column) => cell.padStart(widths[column])).join(' | '))
  console.log(findings === 0 ? 'Nothing was found.' : `${findings} findings are in ${FOLDER}.`)
  if (findings > 0) process.exitCode = 1
}

/** The inputs of a format, in several processes: one long-lived process would hide leaks. */
function fuzzFormat(format: string): FuzzRun {
  const total = emptyRun()
  const [seed, from, count] = [options.seed, options.from, options.count].map(Number)
  const end = performance.now() + Number(options.seconds) * 1000
  for (let done = 0; done < count && total.findings.length === 0; done += CHUNK) {
    const milliseconds = end - performance.now()
    if (milliseconds <= 0) break
    const chunk = { format, seed, from: from + done, count: Math.min(CHUNK, count - done), milliseconds }
    add(total, fuzzApart(fileURLToPath(import.meta.url), chunk))
    if (process.stderr.isTTY) process.stderr.write(`\r${format} ${total.inputs.toLocaleString('en')} `)
  }
  if (process.stderr.isTTY) process.stderr.write('\r')
  return total
}

function add(total: FuzzRun, run: FuzzRun): void {
  for (const name of ['inputs', 'accepted', 'refused', 'mistakes', 'throws'] as const)
    total[name] += run[name]
  if (run.slowest > total.slowest) {
    total.slowest = run.slowest
    total.slowestIndex = run.slowestIndex
  }
  total.findings.push(...run.findings)
}

function fuzzChunk({ format, ...settings }: Chunk): void {
  console.log(JSON.stringify(fuzzRun(formatNamed(format), settings)))
}

function report(format: FuzzFormat, { index, what }: Finding): void {
  const { source, options: given } = inputAt(format, Number(options.seed), index)
  const name = `${FOLDER}/${format.name}-${options.seed}-${index}`
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(`${name}.input`, source)
  const again = `npm run fuzz -- --format ${format.name} --seed ${options.seed} --from ${index} --count 1`
  writeFileSync(`${name}.txt`, `${what}\n\n${again}\n\noptions: ${inspect(given, { depth: 3 })}\n`)
  console.log(`${format.name} ${index}: ${what}\n  ${again}\n`)
}

function formatNamed(name: string): FuzzFormat {
  const make = FORMATS.get(name)
  if (make === undefined)
    throw new Error(`There is no format ${name}; there are ${[...FORMATS.keys()].join(', ')}.`)
  return make()
}
