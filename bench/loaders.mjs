import { TextDecoder, TextEncoder } from 'node:util'
import { isAbove, orgFromRecords } from 'rolegraph'
import { parseCsv, parseRecords } from 'rolegraph/import'
import { eachRecordOf, idIn } from './workloads/chart-records.mjs'

const fields = { id: 'id', manager: 'manager', title: 'title', cost: 'cost' }
const longId = (shape, role) => `position-${idIn(shape, role)}`

/** Records as parsed from a file, so that no id is a concatenation of two strings. */
function* recordsOf(shape) {
  for (const record of eachRecordOf(shape, longId)) yield JSON.parse(JSON.stringify(record))
}

const bytesOf = (text) => new TextEncoder().encode(text)

function csvOf(shape) {
  const lines = ['id,manager,title,cost']
  for (const { id, manager, title, cost } of recordsOf(shape))
    lines.push(`${id},${manager ?? ''},${title},${cost}`)
  return `${lines.join('\n')}\n`
}

/**
 * Several ways to load the same chart. The first has no input that could be retained, since each record is garbage after its
 * turn: what remains is the size of the org alone.
 */
export const LOADERS = [
  {
    name: 'orgFromRecords, records one by one',
    inputOf: (shape) => ({ shape }),
    load: ({ shape }) => orgFromRecords(recordsOf(shape), fields),
  },
  {
    name: 'orgFromRecords, an array',
    inputOf: (shape) => Array.from(recordsOf(shape)),
    load: (records) => orgFromRecords(records, fields),
  },
  {
    name: 'parseCsv, bytes',
    inputOf: (shape) => bytesOf(csvOf(shape)),
    load: (bytes) => parseCsv(bytes, { columns: { cost: 'cost' } }),
  },
  {
    name: 'parseCsv, text',
    inputOf: (shape) => new TextDecoder().decode(bytesOf(csvOf(shape))),
    load: (text) => parseCsv(text, { columns: { cost: 'cost' } }),
  },
  {
    name: 'parseRecords, bytes',
    inputOf: (shape) => bytesOf(JSON.stringify(Array.from(recordsOf(shape)))),
    load: (bytes) => parseRecords(bytes, fields),
  },
].map((loader) => ({
  ...loader,
  question: (org, shape) => isAbove(org, longId(shape, shape.place[0]), longId(shape, shape.place[1])),
}))
