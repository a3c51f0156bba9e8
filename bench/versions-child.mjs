/**
 * Measures what 100 versions of a chart take, each with one change and asked one question, in a process of its own:
 * node --expose-gc bench/versions-child.mjs <roles>
 */
import { changeOrg, isAbove, orgFromRecords } from '../dist/index.js'
import { usedBytes } from './used-bytes.mjs'
import { recordsOf } from './workloads/chart-records.mjs'
import { treeShape } from './workloads/chart-shapes.mjs'

const VERSIONS = 100
const FIELDS = { id: 'id', manager: 'manager', title: 'title', cost: 'cost' }

/** A chart, and the ids of some managers and of roles without reports; its records are garbage when it returns. */
function chartOf(count) {
  const records = recordsOf(treeShape(count))
  const withReports = new Set(records.map(({ manager }) => manager))
  const heads = records.flatMap(({ id }) => (withReports.has(id) ? id : [])).slice(0, 50)
  const leaves = records.flatMap(({ id }) => (withReports.has(id) ? [] : id)).slice(0, VERSIONS * 7)
  return { org: orgFromRecords(records, FIELDS), heads, leaves }
}

/** A move, a role that is added and one that is removed, in turns. */
function changeAt(version, { heads, leaves }) {
  const manager = heads[version % heads.length]
  const role = leaves[version * 7]
  if (version % 3 === 0) return { do: 'set-manager', role, manager }
  if (version % 3 === 1)
    return { do: 'add-role', role: `new ${version}`, spec: { reportsTo: manager, cost: 1 } }
  return { do: 'remove-role', role }
}

/** Versions of a chart, each made of the one before. */
function versionsOf(chart) {
  const versions = []
  let { org } = chart
  isAbove(org, chart.heads[0], chart.leaves[1])
  for (let version = 0; version < VERSIONS; version++) {
    org = changeOrg(org, [changeAt(version, chart)]).org
    isAbove(org, chart.heads[0], chart.leaves[1])
    versions.push(org)
  }
  return versions
}

// First on a small chart, so that compiled code is not counted.
versionsOf(chartOf(2_000))
const before = usedBytes()
const chart = chartOf(Number(process.argv[2]))
const built = usedBytes()
const versions = versionsOf(chart)
const asked = usedBytes()
const one = built - before
const each = (asked - built) / versions.length
console.log(JSON.stringify({ one, each, ratio: (one + VERSIONS * each) / one }))
