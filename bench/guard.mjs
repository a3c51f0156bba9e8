/**
 * Guards the speed of the library where a loss would be noticed. Measures ratios to hand-written code, alternating in
 * one process, so that a slow machine slows both. A bound is about half of the lowest ratio seen; a ratio below its bound is
 * measured up to twice more before the guard fails.
 * Run it with: npm run check:speed
 */
import { readFileSync } from 'node:fs'
import { exportReaders } from './contenders/exports.mjs'
import { measureBuilds, measureWork } from './measure.mjs'
import { table } from './report/table.mjs'
import { WORKLOADS } from './workloads.mjs'
import { EXPORTS, exportFiles } from './workloads/exports.mjs'

const ROLES = 100_000
const EXPORT_ROWS = 50_000
const TRIES = 3
const LIMITS = { rounds: 5, budget: 2_000, atLeast: 15 }

/** How many times as fast as the Map by id, or as JSON.parse, the library is at least. */
const LEAST = {
  tree: {
    isAbove: 1.1,
    'isAbove by handle': 25,
    managementChainOf: 1.1,
    lowestCommonManagerOf: 1.1,
    transitiveReportsOf: 80,
    organizationSizeOf: 1_000,
    'layers and spans': 36,
    rollUp: 16,
  },
  chain: { isAbove: 50_000 },
  matrix: { 'matrix isAbove': 1.6, 'would make a cycle': 2 },
  ladder: { 'would make a cycle': 6 },
  lattice: { 'shortest by steps': 20, 'shortest by years': 24 },
  builds: { tree: [1_000, 0.35], matrix: [ROLES, 0.5], lattice: [ROLES, 0.35] },
  names: 2,
  built: { 'orgFromRecords and the first question': 0.3, 'checkOrg compared with that build': 1 },
  read: { parseRecords: 0.22, parseCsv: 0.25 },
  exports: { 'by name': 0.6, 'by id': 1.2, wide: 0.7 },
}

const start = performance.now()
const rows = [
  ...guarded('tree', ROLES),
  ...guarded('chain', ROLES),
  ...guarded('matrix', ROLES),
  ...guarded('ladder', 1_000),
  ...guarded('lattice', 10_000),
  ...builds(),
  ...firstNames(),
  ...loads(),
  ...readExports(),
]
console.log(
  table(
    ['times as fast, at least', 'wanted', 'seen', ''],
    rows.map(({ cells }) => cells),
  ),
)
console.log(`in ${((performance.now() - start) / 1_000).toFixed(0)} s`)
const slower = rows.filter(({ isFast }) => !isFast)
if (slower.length > 0) {
  console.error(`Slower than it was: ${slower.map(({ cells: [name] }) => name).join('; ')}`)
  process.exitCode = 1
}

/** The questions of a workload, compared with the Map by id. */
function guarded(workload, size) {
  const { make, contenders } = WORKLOADS[workload]
  const [ours, byHand] = ['rolegraph', 'Map by id'].map((name) =>
    contenders.find((each) => each.name === name),
  )
  const chart = make(size)
  const models = [ours, byHand].map((contender) => contender.build(chart.makeInput()))
  const workOf = (key) => chart.works.find((work) => work.key === key)
  return Object.entries(LEAST[workload]).map(([key, least]) =>
    row(`${workload} of ${size.toLocaleString('en')}: ${workOf(key).name}`, least, () => {
      // A question that a Map has no answer for is compared with the same question by id.
      const isShared = workOf(key).asks.every((question) => question in byHand)
      const other = isShared ? key : key.replace(' by handle', '')
      if (isShared) {
        const [we, they] = measureWork(workOf(key), [ours, byHand], models, LIMITS)
        if (we.answer !== they.answer)
          throw new Error(`The answers to ${key} differ: ${we.answer}, ${they.answer}`)
        return they.microseconds / we.microseconds
      }
      const [we] = measureWork(workOf(key), [ours], models.slice(0, 1), LIMITS)
      const [they] = measureWork(workOf(other), [byHand], models.slice(1), LIMITS)
      return they.microseconds / we.microseconds
    }),
  )
}

/** Making orgs of several kinds, compared with the Map by id. */
function builds() {
  return Object.entries(LEAST.builds).map(([workload, [size, least]]) => {
    const { make, contenders } = WORKLOADS[workload]
    const [ours, byHand] = ['rolegraph', 'Map by id'].map((name) =>
      contenders.find((each) => each.name === name),
    )
    return row(`orgFromRecords, ${workload} of ${size.toLocaleString('en')}`, least, () => {
      const [we, they] = measureBuilds([ours, byHand], make(size), LIMITS)
      return they.build / we.build
    })
  })
}

/** The first question for a name, compared with folding all names into a Map. */
function firstNames() {
  const { make, contenders } = WORKLOADS.names
  return [
    row(`the first find, ${ROLES.toLocaleString('en')} roles`, LEAST.names, () => {
      const [we, they] = measureBuilds(contenders, make(ROLES), LIMITS)
      return they.first / we.first
    }),
  ]
}

/** Making an org, compared with the Map by id, and reading one, compared with JSON.parse. */
function loads() {
  const { make, contenders } = WORKLOADS.tree
  const [ours, byHand] = ['rolegraph', 'Map by id'].map((name) =>
    contenders.find((each) => each.name === name),
  )
  const chart = make(ROLES)
  const size = ROLES.toLocaleString('en')
  const [built, checked] = Object.entries(LEAST.built)
  const check = { ...chart, firstQuestion: ({ checkStructure }, model) => checkStructure?.(model) }
  return [
    row(`${built[0]}, ${size} records`, built[1], () => {
      const [we, they] = measureBuilds([ours, byHand], chart, LIMITS)
      return they.both / we.both
    }),
    row(`${checked[0]}, ${size} records`, checked[1], () => {
      const [we, they] = measureBuilds([ours, byHand], check, LIMITS)
      return they.build / we.first
    }),
    ...Object.entries(LEAST.read).map(([name, least]) => {
      const [reader, parse] = [name, 'JSON.parse'].map(sourced)
      return row(`${name} and the first question, compared with JSON.parse, ${size} records`, least, () => {
        const [we, they] = measureBuilds([reader, parse], reader.table, LIMITS)
        return they.build / we.both
      })
    }),
  ]
}

/** Reading an export of an HR system, sound or not, compared with JSON.parse of the same records. */
function readExports() {
  const [ours, parse] = ['parseCsv', 'JSON.parse'].map((name) =>
    exportReaders.find((each) => each.name === name),
  )
  return EXPORTS.map((each) => {
    const files = exportFiles(each, EXPORT_ROWS)
    const readers = [ours, parse].map(({ name, takes, prepare = (bytes) => bytes, read }) => {
      const input = prepare(readFileSync(files[takes]))
      return { name, build: () => read(input) }
    })
    const title = each.title(EXPORT_ROWS.toLocaleString('en'))
    return row(`parseCsv of an export, ${title}`, LEAST.exports[each.key], () => {
      const [we, they] = measureBuilds(
        readers,
        { builds: 1, makeInput: () => undefined, firstQuestion: () => undefined },
        LIMITS,
      )
      return they.build / we.build
    })
  })
}

/** A reader with the text that it reads, so that several can be measured alternately. */
function sourced(name) {
  const { make, contenders } = WORKLOADS.tables
  const reader = contenders.find((each) => each.name === name)
  const readable = make(ROLES, reader)
  const text = readable.makeInput()
  return { ...reader, table: readable, build: () => reader.build(text) }
}

/** A guard: the best of up to three tries. */
function row(name, least, ratioOf) {
  let best = 0
  for (let tries = 0; tries < TRIES && best < least; tries++) best = Math.max(best, ratioOf())
  const isFast = best >= least
  return {
    isFast,
    cells: [
      name,
      `${least} ×`,
      `${best < 100 ? best.toPrecision(2) : Math.round(best)} ×`,
      isFast ? 'ok' : 'SLOWER',
    ],
  }
}
