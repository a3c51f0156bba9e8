/**
 * Reading a table into an org, beside JSON.parse of the same records, which makes objects and no org of them.
 * Run it with: npm run bench:import (it builds first), or npm run bench:import -- --rounds 15
 *
 * --rows 100000    another size than 1,000,000
 * --rounds 5       fewer or more rounds than 9
 */
import { cpus, loadavg } from 'node:os'
import { parseArgs, TextDecoder, TextEncoder } from 'node:util'
import { managerOf, orgFromRecords, roleOf, rolesOf } from 'rolegraph'
import { parseCsv } from 'rolegraph/import'
import { collectGarbage, median } from './measure.mjs'
import { duration, table, times } from './table.mjs'
import { recordsOf, treeShape } from './tree-records.mjs'

const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '9' } },
})
const count = Number(options.rows)
const rounds = Number(options.rounds)
const MOST = 3

/** The texts of the same records, made where the records are garbage afterwards. */
function sources() {
  const records = recordsOf(treeShape(count))
  const lines = records.map(({ id, manager, title, cost }) => `${id},${manager ?? ''},${title},${cost}\n`)
  const bytes = new TextEncoder().encode(`id,manager,title,cost\n${lines.join('')}`)
  const jsonBytes = new TextEncoder().encode(JSON.stringify(records))
  // Decoded, so that each text is one piece, as it comes out of a file.
  return {
    bytes,
    text: new TextDecoder().decode(bytes),
    jsonBytes,
    json: new TextDecoder().decode(jsonBytes),
  }
}

const { bytes, text, jsonBytes, json } = sources()
const csv = { columns: { cost: 'cost' } }
const fields = { id: 'id', manager: 'manager', title: 'title', cost: 'cost' }

const contenders = [
  { name: 'JSON.parse', read: () => JSON.parse(json), sum: sumOfRecords },
  {
    name: 'JSON.parse, from bytes',
    read: () => JSON.parse(new TextDecoder().decode(jsonBytes)),
    sum: sumOfRecords,
  },
  {
    name: 'JSON.parse and orgFromRecords',
    read: () => orgFromRecords(JSON.parse(json), fields),
    sum: sumOfOrg,
  },
  { name: 'parseCsv', read: () => parseCsv(text, csv), sum: sumOfOrg },
  { name: 'parseCsv, the cost kept as data', read: () => parseCsv(text), sum: sumOfOrg },
  { name: 'parseCsv, from bytes', read: () => parseCsv(bytes, csv), sum: sumOfOrg },
]

console.log(`${cpus()[0].model}, ${cpus().length} cores; load before the run ${loadavg()[0].toFixed(1)}`)
console.log(
  `Node ${process.version}; ${count.toLocaleString('en')} rows, medians of ${rounds} rounds in turns`,
)
console.log(`CSV ${megabytes(bytes)} MB, JSON ${megabytes(jsonBytes)} MB\n`)

const taken = measured()
const rows = contenders.map(({ name }, index) => [
  name,
  duration(taken[index] * 1000),
  times(taken[index] / taken[0]),
])
console.log(table(['', 'time', '÷ JSON.parse'], rows))
const worst = Math.max(taken[3] / taken[0], taken[4] / taken[0], taken[5] / taken[1])
console.log(
  `\n${worst <= MOST ? 'met' : 'MISSED'}: parseCsv in at most ${MOST} × JSON.parse: ${worst.toFixed(2)}`,
)

/** The median milliseconds of each contender; throws when two do not agree. */
function measured() {
  const all = contenders.map(() => [])
  const sums = new Set()
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const index = (turn + round) % contenders.length
      collectGarbage()
      const start = performance.now()
      const read = contenders[index].read()
      const milliseconds = performance.now() - start
      // The first round warms up, and checks; nothing else is alive while one reads.
      if (round > 0) all[index].push(milliseconds)
      else sums.add(contenders[index].sum(read))
    }
  }
  if (sums.size > 1) throw new Error(`The answers differ: ${[...sums].join(', ')}`)
  return all.map(median)
}

function sumOfRecords(records) {
  let sum = 0
  for (const { id, manager, title, cost } of records) sum = checksum(sum, id, manager, title, cost)
  return sum
}

function sumOfOrg(org) {
  let sum = 0
  for (const id of rolesOf(org)) {
    const { title, cost, data } = roleOf(org, id)
    sum = checksum(sum, id, managerOf(org, id) ?? null, title, cost ?? data.cost)
  }
  return sum
}

/** Depends on every character, and on the order of the records. */
function checksum(before, id, manager, title, cost) {
  let sum = before
  for (const part of [id, manager ?? '', title, String(cost)]) {
    for (let at = 0; at < part.length; at++) sum = (Math.imul(sum, 31) + part.charCodeAt(at)) | 0
  }
  return sum
}

function megabytes(encoded) {
  return (encoded.length / 1e6).toFixed(1)
}
