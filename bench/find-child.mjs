/**
 * Measures one contender in finding roles by text, in its own process, and prints the figures as JSON:
 * node --expose-gc bench/find-child.mjs <name of the contender> <roles> <texts> <rounds> <milliseconds>
 *
 * It asks for each text once and counts the right answers; with milliseconds it stops when they are over.
 */
import { finders } from './contenders/finding.mjs'
import { median } from './measure.mjs'
import { isRight, titledRecords, writtenTitles } from './workloads/finding.mjs'

const [name, roles, count, rounds, budget] = process.argv.slice(2)
const { prepare, index, search } = finders.find((finder) => finder.name === name)
const records = titledRecords(Number(roles))
const texts = writtenTitles(records, Number(count))

const builds = []
let model
for (let round = 0; round < Number(rounds); round++) {
  const prepared = prepare(JSON.parse(JSON.stringify(records)))
  globalThis.gc()
  const start = performance.now()
  model = index(prepared)
  builds.push((performance.now() - start) * 1_000)
}

const ways = new Map()
const begin = performance.now()
for (const each of texts) {
  if (performance.now() - begin > Number(budget)) break
  const start = performance.now()
  const ids = search(model, each.text)
  const taken = (performance.now() - start) * 1_000
  const way = ways.get(each.way) ?? { taken: [], right: 0 }
  way.taken.push(taken)
  if (isRight(each, ids)) way.right++
  ways.set(each.way, way)
}
const figures = Array.from(ways, ([way, { taken, right }]) => {
  return { way, microseconds: median(taken), right, asked: taken.length }
})
console.log(JSON.stringify({ index: median(builds), ways: figures }))
