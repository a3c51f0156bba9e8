import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'

const BESIDE = [
  ...['graphology', 'graphology-traversal', 'graphology-dag', 'graphology-shortest-path'],
  ...['graphology-simple-path', 'd3-hierarchy', '@dagrejs/graphlib', 'ngraph.graph'],
]

/** Where and beside what was measured, and by which command. */
export function machine(command, minutes) {
  const versions = BESIDE.map((name) => `${name} ${versionOf(name)}`)
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return (
    `Measured by \`${command}\` in ${minutes} minutes on ${cpus()[0].model.trim()}, ${availableParallelism()} cores, ` +
    `${gigabytes} GiB, with Node ${process.version.slice(1)}, ${versions.join(', ')}.`
  )
}

function versionOf(name) {
  return JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url))).version
}
