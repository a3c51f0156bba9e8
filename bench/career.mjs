/**
 * Career paths beside the algorithms of the graphology family, in one run.
 * Run it with: npm run build && node --expose-gc bench/career.mjs
 */
import { MultiDirectedGraph } from 'graphology'
import { bidirectional, dijkstra } from 'graphology-shortest-path'
import { allSimplePaths } from 'graphology-simple-path'
import { performance } from 'node:perf_hooks'
import { careerPath, careerPaths, orgFromRecords } from 'rolegraph'

const ROLES = 10_000
const MOVES = 3
const ROUNDS = 9

/** The same numbers at each run (mulberry32). */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Roles whose moves lead to any other role (cycles and all), or only a little way ahead. */
function careers(count, reach, seed) {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, role) => {
    const targets = new Set()
    for (let tries = 0; targets.size < MOVES && tries < 20; tries++) {
      const to = reach === undefined ? Math.floor(random() * count) : role + 1 + Math.floor(random() * reach)
      if (to !== role && to < count) targets.add(to)
    }
    const moves = Array.from(targets, (to) => {
      const least = 1 + Math.floor(random() * 5)
      return { to: `r${to}`, years: [least, least + 2] }
    })
    return { id: `r${role}`, moves }
  })
}

const orgOf = (records) => orgFromRecords(records, { id: 'id', moves: 'moves' })

function graphOf(records) {
  const graph = new MultiDirectedGraph()
  for (const { id } of records) graph.addNode(id)
  for (const { id, moves } of records) {
    for (const { to, years } of moves) graph.addEdge(id, to, { weight: years[0] })
  }
  return graph
}

/** Medians of rounds in which the contenders take turns; each gives a checksum, and these must be equal. */
function compare(title, contenders) {
  const times = contenders.map(() => [])
  for (let round = 0; round < ROUNDS + 2; round++) {
    const sums = contenders.map(([, run], index) => {
      globalThis.gc?.()
      const start = performance.now()
      const sum = run()
      // The first two rounds warm up.
      if (round >= 2) times[index].push(performance.now() - start)
      return sum
    })
    if (new Set(sums).size !== 1) throw new Error(`${title}: the answers differ: ${sums.join(', ')}`)
  }
  const medians = times.map((list) => list.sort((a, b) => a - b)[list.length >> 1])
  console.log(`\n${title}`)
  contenders.forEach(([name], index) => {
    const ratio = index === 0 ? '' : `   ${(medians[index] / medians[0]).toFixed(1)} × the first`
    console.log(`  ${name.padEnd(44)} ${medians[index].toFixed(2).padStart(10)} ms${ratio}`)
  })
  return medians
}

const once = (title, run) => {
  globalThis.gc?.()
  const start = performance.now()
  const result = run()
  console.log(`  ${title.padEnd(64)} ${(performance.now() - start).toFixed(1).padStart(8)} ms  ${result}`)
}

console.log(`${ROLES} roles, ${MOVES} moves each, medians of ${ROUNDS} rounds; Node ${process.version}`)

const random = randomFrom(7)
const tangle = careers(ROLES, undefined, 1)
const org = orgOf(tangle)
const graph = graphOf(tangle)
const pairs = Array.from({ length: 50 }, () => {
  return [`r${Math.floor(random() * ROLES)}`, `r${Math.floor(random() * ROLES)}`]
})
const sum = (list) => list.reduce((total, value) => total + value, 0)

compare('Shortest by steps, 50 random pairs', [
  [
    'rolegraph careerPath',
    () => sum(pairs.map(([from, to]) => careerPath(org, from, to)?.roles.length ?? 0)),
  ],
  [
    'graphology-shortest-path bidirectional',
    () => sum(pairs.map(([from, to]) => bidirectional(graph, from, to)?.length ?? 0)),
  ],
])
const yearsOf = (path) => {
  let years = 0
  for (let step = 1; step < (path?.length ?? 0); step++) {
    years += graph.getEdgeAttribute(graph.edges(path[step - 1], path[step])[0], 'weight')
  }
  return years
}
compare('Shortest by years, 50 random pairs', [
  [
    'rolegraph careerPath',
    () => sum(pairs.map(([from, to]) => careerPath(org, from, to, { by: 'years' })?.years?.[0] ?? 0)),
  ],
  [
    'graphology-shortest-path dijkstra bidirectional',
    () => sum(pairs.map(([from, to]) => yearsOf(dijkstra.bidirectional(graph, from, to)))),
  ],
])
for (const by of ['steps', 'years']) {
  let shortest = 0
  compare(`Ten best by ${by}, 50 random pairs, beside the shortest alone`, [
    [
      `careerPath by ${by}`,
      () => {
        shortest = sum(pairs.map(([from, to]) => (careerPath(org, from, to, { by }) === undefined ? 0 : 1)))
        return shortest
      },
    ],
    [
      `careerPaths by ${by}, limit 10`,
      () => {
        const found = sum(
          pairs.map(([from, to]) => [...careerPaths(org, from, to, { by, limit: 10 })].length),
        )
        return found === shortest * 10 ? shortest : found
      },
    ],
  ])
}

// All simple paths end soon only where moves lead ahead and not far: the chart is many careers of 40 roles each.
const CAREER = 40
const records = Array.from({ length: ROLES / CAREER }, (_, career) => {
  return careers(CAREER, 6, 100 + career).map(({ id, moves }) => ({
    id: `${career}.${id}`,
    moves: moves.map((move) => ({ ...move, to: `${career}.${move.to}` })),
  }))
}).flat()
const aheadOrg = orgOf(records)
const aheadGraph = graphOf(records)
const close = [0, 60, 120, 180, 240].map((career) => [`${career}.r0`, `${career}.r30`])
compare('All simple paths, 5 pairs in careers of 40 roles', [
  [
    'rolegraph careerPaths, any order',
    () => {
      let steps = 0
      for (const [from, to] of close) {
        for (const path of careerPaths(aheadOrg, from, to, { order: 'any' })) steps += path.roles.length
      }
      return steps
    },
  ],
  [
    'graphology-simple-path allSimplePaths',
    () =>
      sum(close.map(([from, to]) => sum(allSimplePaths(aheadGraph, from, to).map((path) => path.length)))),
  ],
])
console.log('\nOnce each')
const layers = 10
const width = 9
const lattice = orgOf([
  { id: 'start', moves: Array.from({ length: width }, (_, role) => ({ to: `1.${role}` })) },
  ...Array.from({ length: layers * width }, (_, index) => {
    const layer = Math.floor(index / width) + 1
    const next = Array.from({ length: width }, (_, role) => ({ to: `${layer + 1}.${role}` }))
    return { id: `${layer}.${index % width}`, moves: layer === layers ? [{ to: 'goal' }] : next }
  }),
  { id: 'goal', moves: [] },
  { id: 'apart', moves: [] },
])
once(
  'first 1,000 of 3,486,784,401 paths, best first',
  () => [...careerPaths(lattice, 'start', 'goal', { limit: 1000 })].length,
)
once('first 1,000 of 3,486,784,401 paths, any order', () => {
  return [...careerPaths(lattice, 'start', 'goal', { limit: 1000, order: 'any' })].length
})
once('a goal that nothing reaches', () => [...careerPaths(lattice, 'start', 'apart')].length)
