/**
 * The library beside what one would write instead: a Map by hand, and loops over graphology. One run, one process,
 * equal answers by checksum; the memory of each contender in a process of its own.
 * Run it with: npm run bench (it builds first), or npm run bench -- --rounds 15
 *
 * --sizes 1000,100000      other sizes than 1,000, 100,000 and 1,000,000
 * --rounds 5               fewer or more rounds than 9
 * --graphology-million     builds a graph of graphology at 1,000,000 roles too, and measures its memory
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { contenders } from './contenders.mjs'
import { GOALS } from './goals.mjs'
import { breadthFirst, graphologyWalks, twoLookUps } from './graphology-walks.mjs'
import { measureBuilds, measureWork } from './measure.mjs'
import { duration, table, times } from './table.mjs'
import { idIn, recordsOf, treeShape } from './tree-records.mjs'
import { worksOn } from './works.mjs'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,100000,1000000' },
    rounds: { type: 'string', default: '9' },
    'graphology-million': { type: 'boolean', default: false },
  },
})
const MILLION = 1_000_000
const GOALS_AT = 100_000
const BATCH_MILLISECONDS = 20
const graphology = contenders.find(({ name }) => name === 'graphology')
const withoutGraphology = contenders.filter((contender) => contender !== graphology)

printMachine()
const figures = new Map()
for (const size of options.sizes.split(',').map(Number)) figures.set(size, printSize(size))
const bytes = printMemory()
printGoals()

function printMachine() {
  const version = (name) =>
    JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url))).version
  const load = loadavg()[0].toFixed(1)
  console.log(`${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`)
  console.log(`Node ${process.version}, graphology ${version('graphology')}; load before the run ${load}`)
}

function printSize(size) {
  const shape = treeShape(size)
  const taking = size < MILLION ? contenders : withoutGraphology
  const rounds = Number(options.rounds)
  console.log(`\n## ${size.toLocaleString('en')} roles\n`)
  const buildsATurn = Math.max(1, Math.round(20_000 / size))
  const makeRecords = () => recordsOf(shape)
  const [upper, lower] = [idIn(shape, 0), idIn(shape, 1)]
  const firstQuestion = (contender, model) => contender.isAbove(model, upper, lower)
  const buildRounds = size < MILLION ? rounds : Math.min(rounds, 5)
  const { build, first, models } = measureBuilds(taking, makeRecords, buildsATurn, buildRounds, firstQuestion)
  const rows = [
    { name: 'build from records', microseconds: build },
    { name: 'the first isAbove after it', microseconds: first },
  ]
  for (const work of worksOn(shape)) {
    rows.push({
      name: work.name,
      microseconds: measureWork(work, taking, models, rounds, BATCH_MILLISECONDS),
    })
  }
  if (size === MILLION && options['graphology-million']) {
    models.length = 0
    build.push(...measureBuilds([graphology], makeRecords, 1, 1, firstQuestion).build)
  }
  console.log(
    table(
      [
        '',
        ...contenders.map(({ name }) => name),
        ...contenders.slice(1).map(({ name }) => `${name} ÷ rolegraph`),
      ],
      rows.map(({ name, microseconds }) => [
        name,
        ...contenders.map((_, index) => duration(microseconds[index])),
        ...contenders.slice(1).map((_, index) => times(microseconds[index + 1] / microseconds[0])),
      ]),
    ),
  )
  if (size === GOALS_AT) measureWalks(shape, models, rounds)
  return rows
}

/** How many times as long as isAbove each way to walk graphology takes. */
function measureWalks(shape, models, rounds) {
  const work = worksOn(shape)[0]
  const measure = (taking, its) => measureWork(work, taking, its, rounds, BATCH_MILLISECONDS)
  const graph = models[contenders.indexOf(graphology)]
  const taking = [contenders[0], ...graphologyWalks]
  const taken = measure(taking, [models[0], ...graphologyWalks.map(() => graph)])
  const rows = taking.map(({ name }, index) => ({ name, taken: taken[index] }))
  // Apart from the others, whose answers it would push out of the caches.
  rows.push({ name: breadthFirst.name, taken: measure([breadthFirst], [graph])[0] })
  rows.push({ name: twoLookUps.name, taken: measure([twoLookUps], [twoLookUps.build(recordsOf(shape))])[0] })
  console.log(`\n### isAbove beside the ways to walk graphology, ${shape.count.toLocaleString('en')} roles\n`)
  console.log(
    table(
      ['', 'time', '÷ rolegraph'],
      rows.map((row) => [row.name, duration(row.taken), times(row.taken / taken[0])]),
    ),
  )
}

function printMemory() {
  const taking = options['graphology-million'] ? contenders : withoutGraphology
  const script = fileURLToPath(new URL('memory.mjs', import.meta.url))
  const retained = taking.map(({ name }) => {
    const output = execFileSync(process.execPath, ['--expose-gc', script, name, String(MILLION)], {
      encoding: 'utf8',
    })
    return { name, ...JSON.parse(output) }
  })
  console.log('\n## Memory at 1,000,000 roles, bytes a role\n')
  const row = ({ name, built, asked }) => [name, built.toFixed(0), asked.toFixed(0)]
  console.log(table(['', 'built', 'after every kind of question'], retained.map(row)))
  return retained[0].built
}

function printGoals() {
  const rows = figures.get(GOALS_AT)
  if (rows === undefined) return
  const of = (work, contender) => {
    const index = contenders.findIndex(({ name }) => name === contender)
    return rows.find(({ name }) => name.startsWith(work)).microseconds[index]
  }
  console.log('\n## Goals\n')
  for (const { goal, ratio, least = 0, most = Infinity } of GOALS) {
    const reached = ratio({ of, bytes })
    console.log(
      `- ${reached >= least && reached <= most ? 'met   ' : 'MISSED'} ${goal}: ${reached.toFixed(2)}`,
    )
  }
}
