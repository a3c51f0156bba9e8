import { TextDecoder } from 'node:util'
import { isAbove, managerOf, orgFromRecords, roleOf, rolesOf } from 'rolegraph'
import { parseCsv, parseRecords } from 'rolegraph/import'
import { checkSum } from '../workloads/check-sum.mjs'
import { mapById } from './charts/map-by-id.mjs'

const fields = { id: 'id', manager: 'manager', title: 'title', cost: 'cost' }
const csv = { columns: { cost: 'cost' } }
const decode = (bytes) => new TextDecoder().decode(bytes)

const plain = [
  { name: 'JSON.parse', takes: 'JSON text', build: (text) => JSON.parse(text) },
  { name: 'JSON.parse, from bytes', takes: 'JSON bytes', build: (bytes) => JSON.parse(decode(bytes)) },
].map((reader) => ({ ...reader, sumOf: sumOfRecords }))

const byHand = {
  name: 'JSON.parse, then Map by id',
  takes: 'JSON bytes',
  build: (bytes) => mapById.build(JSON.parse(decode(bytes))),
  isAbove: mapById.isAbove,
  sumOf: (nodes) => sumOfRecords(nodes.values()),
}

const intoOrgs = [
  {
    name: 'JSON.parse, then orgFromRecords',
    takes: 'JSON bytes',
    build: (bytes) => orgFromRecords(JSON.parse(decode(bytes)), fields),
  },
  { name: 'parseRecords', takes: 'JSON bytes', build: (bytes) => parseRecords(bytes, fields) },
  {
    name: 'parseRecords, two fields kept as data',
    takes: 'JSON bytes',
    build: (bytes) => parseRecords(bytes, { title: null, cost: null }),
  },
  { name: 'parseCsv', takes: 'CSV bytes', build: (bytes) => parseCsv(bytes, csv) },
  { name: 'parseCsv, from text', takes: 'CSV text', build: (text) => parseCsv(text, csv) },
  {
    name: 'parseCsv, the cost kept as data',
    takes: 'CSV bytes',
    build: (bytes) => parseCsv(bytes),
  },
].map(intoOrg)

/** Readers of the same records, and the source of each. */
export const readers = [...plain, byHand, ...intoOrgs]

/** Readers of records with an id, a manager and a title. */
export const readersOfThree = [
  plain[0],
  ...[
    {
      name: 'parseRecords',
      takes: 'JSON bytes',
      build: (bytes) => parseRecords(bytes, { id: 'id', manager: 'manager', title: 'title' }),
    },
    { name: 'parseCsv', takes: 'CSV bytes', build: (bytes) => parseCsv(bytes) },
  ].map(intoOrg),
]

function intoOrg(reader) {
  return { ...reader, isAbove, sumOf: sumOfOrg }
}

function sumOfRecords(records) {
  let sum = 0
  for (const { id, manager, title, cost } of records) sum = sumOfParts(sum, id, manager, title, cost)
  return sum
}

function sumOfOrg(org) {
  let sum = 0
  for (const id of rolesOf(org)) {
    const { title, cost, data } = roleOf(org, id)
    sum = sumOfParts(sum, id, managerOf(org, id) ?? null, data?.title ?? title, cost ?? data?.cost)
  }
  return sum
}

function sumOfParts(before, id, manager, title, cost) {
  let sum = before
  for (const part of [id, manager ?? '', title, String(cost)]) sum = checkSum(sum, part)
  return sum
}
