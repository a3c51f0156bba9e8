/**
 * Career paths beside the algorithms of the graphology family, in one run; equal answers by checksum.
 * Run it with: npm run build:js && node bench/career.mjs
 *
 * --rounds 5      fewer or more rounds than 9
 */
import { MultiDirectedGraph } from 'graphology'
import { bidirectional, dijkstra } from 'graphology-shortest-path'
import { allSimplePaths } from 'graphology-simple-path'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { careerPath, careerPaths, orgFromRecords } from 'rolegraph'
import { careersInGrades, lattice, randomCareers, randomFrom, shortCareers } from './career-records.mjs'
import { measureWork } from './measure.mjs'
import { duration, table, times } from './table.mjs'

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } })
const rounds = Number(options.rounds)
const ROLES = 10_000
const PAIRS = 200

const orgOf = (records) => orgFromRecords(records, { id: 'id', moves: 'moves' })

function graphOf(records) {
  const graph = new MultiDirectedGraph()
  for (const { id } of records) graph.addNode(id)
  for (const { id, moves } of records) {
    for (const { to, years } of moves) graph.addEdge(id, to, { years: years[0] })
  }
  return graph
}

const total = (pairs, measure) => pairs.reduce((sum, [from, to]) => sum + measure(from, to), 0)
const rows = []

/** Each contender is a name and what it gives for a pair of roles, as a number that all of them must agree on. */
function compare(name, pairs, contenders) {
  const works = contenders.map(([contender, measure]) => ({
    name: contender,
    run: () => total(pairs, measure),
  }))
  const work = { name, operations: pairs.length, run: (contender) => contender.run() }
  const microseconds = measureWork(work, works, works, rounds, 40)
  rows.push({ name, contenders, microseconds })
  return microseconds
}

console.log(
  `${cpus()[0].model}, ${availableParallelism()} cores; load before the run ${loadavg()[0].toFixed(1)}`,
)
console.log(
  `Node ${process.version}; ${ROLES.toLocaleString('en')} roles with 3 moves each, ${PAIRS} random pairs\n`,
)

const random = randomFrom(7)
const role = () => `r${Math.floor(random() * ROLES)}`
const pairs = Array.from({ length: PAIRS }, () => [role(), role()])
const tangle = randomCareers(ROLES, 1)
const org = orgOf(tangle)
const graph = graphOf(tangle)

const bySteps = compare('shortest by steps', pairs, [
  ['careerPath', (from, to) => careerPath(org, from, to)?.roles.length ?? 0],
  ['graphology-shortest-path, bidirectional', (from, to) => bidirectional(graph, from, to)?.length ?? 0],
])
const yearsOf = (from, to) => careerPath(org, from, to, { by: 'years' })?.years?.[0]
const dijkstraBetween = (from, to) => dijkstra.bidirectional(graph, from, to, 'years')
const longer = pairs.filter(([from, to]) => isLonger(dijkstraBetween(from, to), yearsOf(from, to)))
// The search of graphology-shortest-path from both ends does not always find the shortest, so that only the number
// of ways can agree; that no way of ours is longer than one of its is checked here.
const byYears = compare('shortest by years', pairs, [
  ['careerPath', (from, to) => (yearsOf(from, to) === undefined ? 0 : 1)],
  ['graphology-shortest-path, dijkstra', (from, to) => (dijkstraBetween(from, to) === null ? 0 : 1)],
])

/** Whether a path of graphology takes more years than ours; throws when it takes fewer, or when only one exists. */
function isLonger(path, years) {
  if (path === null && years === undefined) return false
  const steps = (path ?? [])
    .slice(1)
    .map((to, step) => graph.getEdgeAttribute(graph.edges(path[step], to)[0], 'years'))
  const theirs = steps.reduce((sum, step) => sum + step, 0)
  if (path === null || years === undefined || theirs < years) throw new Error('A shorter way exists')
  return theirs > years
}

const count = (paths) => {
  let found = 0
  for (const path of paths) found += path.roles.length > 0 ? 1 : 0
  return found
}
const tenBySteps = compare('ten best by steps', pairs, [
  ['careerPaths', (from, to) => count(careerPaths(org, from, to, { limit: 10 }))],
])
const tenByYears = compare('ten best by years', pairs, [
  ['careerPaths', (from, to) => count(careerPaths(org, from, to, { by: 'years', limit: 10 }))],
])

function compareAll(name, records, pairsOfIt) {
  const chart = orgOf(records)
  const itsGraph = graphOf(records)
  return compare(name, pairsOfIt, [
    ['careerPaths', (from, to) => count(careerPaths(chart, from, to, { order: 'any' }))],
    ['graphology-simple-path', (from, to) => allSimplePaths(itsGraph, from, to).length],
  ])
}
// All simple paths end soon only where moves lead ahead.
const upPairs = [0, 1, 2, 3, 4].map((place) => [`0.${place}`, `9.${place * 7}`])
const upTen = compareAll('all paths up ten grades', careersInGrades(10, ROLES / 10, 5), upPairs)
const shortPairs = [0, 60, 120, 180, 240].map((career) => [`${career}.0`, `${career}.30`])
const within = compareAll('all paths in careers of 40 roles', shortCareers(ROLES / 40, 40, 6, 5), shortPairs)

console.log(
  table(
    ['', 'rolegraph', 'beside it', 'beside it ÷ rolegraph', 'what stands beside it'],
    rows.map(({ name, contenders, microseconds }) => [
      name,
      duration(microseconds[0]),
      duration(microseconds[1]),
      microseconds[1] === undefined ? '–' : times(microseconds[1] / microseconds[0]),
      contenders[1]?.[0] ?? '–',
    ]),
  ),
)

console.log(
  `\ngraphology's dijkstra took a longer way than the shortest between ${longer.length} of ${PAIRS} pairs`,
)

const big = orgOf(lattice(10, 9))
const once = (name, run) => {
  const start = performance.now()
  const found = run()
  return [name, duration((performance.now() - start) * 1000), String(found)]
}
const firstOnes = (settings) => count(careerPaths(big, 'start', 'goal', { ...settings, limit: 1000 }))
console.log(
  `\n${table(
    ['on a lattice of 3,486,784,401 paths, once each', 'time', 'paths'],
    [
      once('the first 1,000, best first', () => firstOnes({})),
      once('the first 1,000, by years', () => firstOnes({ by: 'years' })),
      once("the first 1,000, order: 'any'", () => firstOnes({ order: 'any' })),
      once('to a goal that nothing leads to', () => count(careerPaths(big, 'start', 'island'))),
    ],
  )}`,
)

const goals = [
  ['shortest by steps: 4 × faster than graphology', bySteps[1] / bySteps[0], 'at least', 4],
  ['shortest by years: 4 × faster than graphology', byYears[1] / byYears[0], 'at least', 4],
  ['ten best by steps: at most 5 × the shortest', tenBySteps[0] / bySteps[0], 'at most', 5],
  ['ten best by years: at most 5 × the shortest', tenByYears[0] / byYears[0], 'at most', 5],
  ['all paths up ten grades: 50 × faster than graphology', upTen[1] / upTen[0], 'at least', 50],
  ['all paths in careers of 40: 50 × faster than graphology', within[1] / within[0], 'at least', 50],
]
const isReached = (ratio, side, bound) => (side === 'at least' ? ratio >= bound : ratio <= bound)
console.log(
  `\n${table(
    ['goal', 'measured', 'reached'],
    goals.map(([goal, ratio, side, bound]) => [
      goal,
      times(ratio),
      isReached(ratio, side, bound) ? 'yes' : 'no',
    ]),
  )}`,
)
