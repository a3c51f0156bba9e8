import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'

const COMPARED = [
  ...['graphology', 'graphology-traversal', 'graphology-dag', 'graphology-shortest-path'],
  ...['graphology-simple-path', 'd3-hierarchy', '@dagrejs/graphlib', 'ngraph.graph'],
]

/** The machine, the versions of what was compared, and the command. */
export function machine(command, minutes) {
  const versions = COMPARED.map((name) => `${name} ${versionOf(name)}`)
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return (
    `Measured by \`${command}\` in ${minutes} minutes on ${cpus()[0].model.trim()}, ${availableParallelism()} cores, ` +
    `${gigabytes} GiB, with Node ${process.version.slice(1)}, ${versions.join(', ')}.`
  )
}

function versionOf(name) {
  return JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url))).version
}
