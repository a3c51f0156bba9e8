import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// So that the benchmark starts without a flag on the command line.
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

const WARM_UP = 4

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The first sample of several warms up. */
function settled(samples) {
  return median(samples.length > 1 ? samples.slice(1) : samples)
}

/**
 * Calls `sample(index, round)` of each contender in turn, `rounds` times and once to warm up. Each round has another order, so
 * that no contender always follows the same one. Stops early after `budget` milliseconds.
 */
function inTurns(contenders, { rounds, budget }, sample) {
  const start = performance.now()
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) sample((turn + round) % contenders.length, round)
    if (performance.now() - start > budget) return
  }
}

/**
 * Builds a model of each contender from new input, after a garbage collection. Returns the median microseconds of one
 * build and of the first question after it, which builds any indexes, and the last model.
 */
export function measureBuilds(contenders, workload, limits) {
  const { builds, makeInput, firstQuestion } = workload
  const taken = contenders.map(() => ({ build: [], first: [], both: [], model: undefined }))
  inTurns(contenders, limits, (index) => {
    const { build, first, both } = taken[index]
    taken[index].model = undefined
    const inputs = Array.from({ length: builds }, makeInput)
    collectGarbage()
    const start = performance.now()
    for (const input of inputs) taken[index].model = contenders[index].build(input)
    const built = performance.now()
    firstQuestion(contenders[index], taken[index].model)
    const asked = performance.now()
    build.push(((built - start) * 1000) / builds)
    first.push((asked - built) * 1000)
    both.push(build.at(-1) + first.at(-1))
  })
  return taken.map(({ build, first, both, model }) => ({
    build: settled(build),
    first: settled(first),
    both: settled(both),
    model,
  }))
}

/**
 * Runs a work; each turn repeats the batch for `atLeast` milliseconds. Returns the median microseconds of one
 * operation, and the answer, to compare with those of the others.
 */
export function measureWork(work, contenders, models, limits) {
  const prepared = contenders.map((contender, index) => work.prepare?.(contender, models[index]))
  const taken = contenders.map(() => [])
  const answers = []
  collectGarbage()
  inTurns(contenders, limits, (index, round) => {
    // The JavaScript engine needs some time to optimise, and more on a busy machine.
    const atLeast = round === 0 ? WARM_UP * limits.atLeast : limits.atLeast
    let batches = 0
    let milliseconds = 0
    const start = performance.now()
    do {
      answers[index] = work.run(contenders[index], models[index], prepared[index])
      batches++
      milliseconds = performance.now() - start
    } while (milliseconds < atLeast)
    taken[index].push((milliseconds * 1000) / batches / work.operations)
  })
  return taken.map((samples, index) => ({
    microseconds: settled(samples),
    answer: `${answers[index]} ${work.check?.(contenders[index], models[index]) ?? ''}`.trim(),
  }))
}

/** Runs a work on a new model in each round. */
export function measureFresh(work, contender, workload, limits) {
  const samples = []
  let answer
  inTurns([contender], limits, () => {
    const model = contender.build(workload.makeInput())
    collectGarbage()
    const start = performance.now()
    answer = work.run(contender, model)
    samples.push((performance.now() - start) * 1000)
  })
  return { microseconds: settled(samples), answer: String(answer) }
}
