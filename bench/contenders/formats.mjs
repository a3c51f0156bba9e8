import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { managerOf, rolesOf } from 'rolegraph'
import { toCsv, toGexf, toGraphml, toOrgDocument, toTurtle } from 'rolegraph/export'
import { parseGraphml, parseLdif, parseOrgDocument } from 'rolegraph/import'
import { checkSum } from '../workloads/check-sum.mjs'

const decode = (bytes) => new globalThis.TextDecoder().decode(bytes)

/** Packages to compare with, which are no dependencies of the project. */
const PACKAGES = { ldif: '0.5.1', graphology: '0.26.0', 'graphology-graphml': '0.5.2' }
const FOLDER = fileURLToPath(new URL('../../.cache/bench-packages/', import.meta.url))
const packageNamed = createRequire(`${FOLDER}x.js`)

/** Installs the packages that are missing, and says so. */
export function installPackages() {
  const missing = Object.entries(PACKAGES).filter(([name, version]) => {
    const file = `${FOLDER}node_modules/${name}/package.json`
    return !existsSync(file) || JSON.parse(readFileSync(file, 'utf8')).version !== version
  })
  if (missing.length === 0) return
  const specs = missing.map(([name, version]) => `${name}@${version}`)
  process.stderr.write(`Installing with npm into .cache/bench-packages: ${specs.join(', ')}\n`)
  mkdirSync(FOLDER, { recursive: true })
  if (!existsSync(`${FOLDER}package.json`)) writeFileSync(`${FOLDER}package.json`, '{ "private": true }\n')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', '--save-exact', ...specs], {
    cwd: FOLDER,
    stdio: 'inherit',
  })
}

const document = (bytes) => toOrgDocument(parseOrgDocument(bytes))
/** The length of a text that is one run of characters, as whatever reads it makes it. */
const whole = ({ text }) => text.length + (text.charCodeAt(0) & 0)
const inChunks = (exported) => {
  let length = 0
  for (const chunk of exported) length += chunk.length
  return length
}

/**
 * Writers of one chart. The first, the whole work to JSON from the same org, is what the others are compared with; the second one has
 * the document already.
 */
export const formatWriters = [
  writer('toOrgDocument, then JSON.stringify', (org) => JSON.stringify(toOrgDocument(org)).length),
  { name: 'JSON.stringify alone', prepare: document, read: (object) => JSON.stringify(object).length },
  ...Object.entries({ toGraphml, toGexf, toTurtle, toCsv }).flatMap(([name, write]) => [
    writer(name, (org) => whole(write(org))),
    writer(`${name}, in chunks`, (org) => inChunks(write(org))),
  ]),
].map((each) => ({ ...each, takes: 'document' }))

function writer(name, read) {
  return { name, prepare: (bytes) => parseOrgDocument(bytes), read }
}

/** The sum of who reports to whom, which is the same for the same chart. */
function sumOfPairs(pairs) {
  let sum = 0
  for (const [id, manager] of pairs) sum = checkSum(sum, `${id} ${manager ?? ''}`)
  return sum
}

const sumOfOrg = (org) => sumOfPairs(rolesOf(org).map((id) => [id, managerOf(org, id)]))
const uid = (dn) => dn && /^uid=([^,]*)/.exec(dn)[1]
const pairsOfEntries = (entries) =>
  entries.filter((entry) => entry.uid !== undefined).map((entry) => [entry.uid, uid(entry.manager)])

/** Readers of LDIF: entries as JSON, from the bytes as the library reads them and from text, the library, and the package of that name. */
export const ldifReaders = [
  {
    name: 'JSON.parse of the bytes',
    takes: 'ldifJson',
    read: (bytes) => JSON.parse(decode(bytes)),
    sumOf: (entries) => sumOfPairs(pairsOfEntries(entries)),
  },
  {
    name: 'JSON.parse of a text',
    takes: 'ldifJson',
    prepare: decode,
    read: (text) => JSON.parse(text),
    sumOf: (entries) => sumOfPairs(pairsOfEntries(entries)),
  },
  {
    name: 'parseLdif',
    takes: 'ldif',
    read: (bytes) => parseLdif(bytes, { attributes: { id: 'uid' } }),
    sumOf: sumOfOrg,
  },
  {
    name: 'ldif',
    takes: 'ldif',
    prepare: decode,
    read: (text) =>
      packageNamed('ldif')
        .parse(text)
        .entries.map((entry) => entry.toObject({}).attributes),
    sumOf: (entries) => sumOfPairs(pairsOfEntries(entries)),
  },
]

/** Readers of GraphML: the document of the same chart as JSON, the library, and graphology's own reader. */
export const graphmlReaders = [
  { name: 'JSON.parse', takes: 'document', prepare: decode, read: (text) => JSON.parse(text) },
  { name: 'parseGraphml', takes: 'graphml', read: (bytes) => parseGraphml(bytes), sumOf: sumOfOrg },
  {
    name: 'graphology-graphml',
    takes: 'graphml',
    prepare: decode,
    read: (text) =>
      packageNamed('graphology-graphml').parse(packageNamed('graphology').MultiDirectedGraph, text),
    sumOf: (graph) => {
      const managers = new Map()
      graph.forEachEdge((_edge, { relation }, from, to) => {
        if (relation === 'reportsTo') managers.set(from, to)
      })
      const roles = graph.filterNodes((_node, { kind }) => kind === 'role')
      return sumOfPairs(roles.map((id) => [id, managers.get(id)]))
    },
  },
]
