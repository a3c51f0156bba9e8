import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// So that the benchmark starts without a flag on the command line.
setFlagsFromString('--expose-gc')
export const collectGarbage = runInNewContext('gc')

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Builds a model of each contender `rounds` times from new records, the contenders in turn and garbage collected before
 * each; the first round of several warms up. Small charts are built several times in a turn. Gives the median
 * microseconds of one build and of the first question after it, which makes what indexes there are, and the last models.
 */
export function measureBuilds(contenders, makeRecords, builds, rounds, firstQuestion) {
  const buildTimes = contenders.map(() => [])
  const firstTimes = contenders.map(() => [])
  const models = contenders.map(() => undefined)
  const warmUps = rounds > 1 ? 1 : 0
  for (let round = 0; round < rounds + warmUps; round++) {
    for (const index of turns(contenders, round)) {
      models[index] = undefined
      const batch = Array.from({ length: builds }, makeRecords)
      collectGarbage()
      const start = performance.now()
      for (const records of batch) models[index] = contenders[index].build(records)
      const built = performance.now()
      firstQuestion(contenders[index], models[index])
      const asked = performance.now()
      if (round < warmUps) continue
      buildTimes[index].push(((built - start) * 1000) / builds)
      firstTimes[index].push((asked - built) * 1000)
    }
  }
  return { build: buildTimes.map(median), first: firstTimes.map(median), models }
}

/**
 * Runs a work `rounds` times, the contenders in turn; each turn repeats the batch until `atLeast` milliseconds are
 * over. Gives the median microseconds of one operation, and throws when two contenders do not agree.
 */
export function measureWork(work, contenders, models, rounds, atLeast) {
  const times = contenders.map(() => [])
  const checksums = []
  collectGarbage()
  for (let round = 0; round <= rounds; round++) {
    for (const index of turns(contenders, round)) {
      let batches = 0
      let milliseconds = 0
      const start = performance.now()
      do {
        checksums[index] = work.run(contenders[index], models[index])
        batches++
        milliseconds = performance.now() - start
      } while (milliseconds < atLeast)
      // The first round warms up.
      if (round > 0) times[index].push((milliseconds * 1000) / batches / work.operations)
    }
  }
  if (new Set(checksums).size > 1) {
    const answers = contenders.map(({ name }, index) => `${name} ${checksums[index]}`)
    throw new Error(`The answers to ${work.name} differ: ${answers.join(', ')}`)
  }
  return times.map(median)
}

/** The contenders in another order each round, so that none always comes after the same one. */
function turns(contenders, round) {
  return contenders.map((_, index) => (index + round) % contenders.length)
}
