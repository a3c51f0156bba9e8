/**
 * The time from 1,000 records in memory to the first answer, in a new process after the imports, where code is compiled and
 * run for the first time:
 * node bench/first-answer.mjs <name of the contender>
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from './measure.mjs'
import { treeChart } from './workloads/charts.mjs'
import { WORKLOADS } from './workloads.mjs'

const script = fileURLToPath(import.meta.url)

/** The median milliseconds of several contenders, in turns, each time in a new process. */
export function firstAnswers(names, rounds) {
  const taken = new Map(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names)
      taken.get(name).push(Number(execFileSync(process.execPath, [script, name], { encoding: 'utf8' })))
  }
  return new Map(Array.from(taken, ([name, times]) => [name, median(times)]))
}

if (process.argv[1] === script) {
  const contender = WORKLOADS.tree.contenders.find(({ name }) => name === process.argv[2])
  const { makeInput, firstQuestion } = treeChart(1_000)
  const records = makeInput()
  const start = performance.now()
  firstQuestion(contender, contender.build(records))
  console.log(performance.now() - start)
}
