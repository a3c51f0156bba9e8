/**
 * Reads or writes one file with one contender, in its own process:
 * node --expose-gc bench/export-child.mjs <list> <name of the contender> <file> <rounds>
 *
 * The lists are the writers and readers of other formats (writers, ldif, graphml); any other name means the readers of exports.
 *
 * With 0 rounds it reads the file once, and prints how far the resident memory rose above that of the idle process, the
 * bytes of the file included; or it writes once, and prints how far the memory rose above that of the process that holds the org, on
 * Linux. With more it prints the microseconds of each round after a warm-up.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { exportReaders } from './contenders/exports.mjs'
import { formatWriters, graphmlReaders, ldifReaders } from './contenders/formats.mjs'

const LISTS = { writers: formatWriters, ldif: ldifReaders, graphml: graphmlReaders }

/** In microseconds: of the processor for formats, whose ratios are goals, since the machine may be busy. */
const now = () => {
  if (LISTS[list] === undefined) return performance.now() * 1000
  const { user, system } = process.cpuUsage()
  return user + system
}

const [list, name, file, rounds] = process.argv.slice(2)
const contenders = LISTS[list] ?? exportReaders
const { prepare = (bytes) => bytes, read, sumOf } = contenders.find((each) => each.name === name)

/** The highest resident memory since it was last set back, in bytes. */
const peakMemory = () => Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
const setPeakBack = () => writeFileSync('/proc/self/clear_refs', '5')

if (Number(rounds) === 0 && list === 'writers') {
  const input = prepare(readFileSync(file))
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc()
    // V8 gives the memory back in threads of its own.
    await delay(200)
  }
  setPeakBack()
  const idle = process.memoryUsage.rss()
  const length = read(input)
  console.log(JSON.stringify({ peak: peakMemory() - idle, length }))
} else if (Number(rounds) === 0) {
  globalThis.gc()
  const idle = process.memoryUsage.rss()
  let model = read(prepare(readFileSync(file)))
  const peak = process.resourceUsage().maxRSS * 1024 - idle
  console.log(JSON.stringify({ peak, file: statSync(file).size, isThere: model !== undefined }))
} else {
  const input = prepare(readFileSync(file))
  const samples = []
  let answer
  for (let round = 0; round <= Number(rounds); round++) {
    globalThis.gc()
    const start = now()
    const model = read(input)
    samples.push(now() - start)
    answer ??= sumOf?.(model)
  }
  console.log(JSON.stringify({ samples: samples.slice(1), answer }))
}
