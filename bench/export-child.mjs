/**
 * Reads or writes one file with one contender, in its own process:
 * node --expose-gc bench/export-child.mjs <list> <name of the contender> <file> <rounds>
 *
 * The lists are the writers and readers of other formats (writers, ldif, graphml); any other name means the readers of exports.
 *
 * With 0 rounds it reads the file once, and prints how far the resident memory rose above that of the idle process, the
 * bytes of the file included. With more it prints the microseconds of each round after a warm-up.
 */
import { readFileSync, statSync } from 'node:fs'
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

if (Number(rounds) === 0) {
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
