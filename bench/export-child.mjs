/**
 * Reads one export with one contender, in its own process:
 * node --expose-gc bench/export-child.mjs <name of the contender> <file> <rounds>
 *
 * With 0 rounds it reads the file once, and prints how far the resident memory rose above that of the idle process, the
 * bytes of the file included. With more it prints the microseconds of each round after a warm-up.
 */
import { readFileSync, statSync } from 'node:fs'
import { exportReaders } from './contenders/exports.mjs'

const [name, file, rounds] = process.argv.slice(2)
const { prepare = (bytes) => bytes, read, sumOf } = exportReaders.find((reader) => reader.name === name)

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
    const start = performance.now()
    const model = read(input)
    samples.push((performance.now() - start) * 1000)
    answer ??= sumOf?.(model)
  }
  console.log(JSON.stringify({ samples: samples.slice(1), answer }))
}
