/**
 * Measures changes, diffs, merges and histories in a process of its own, in turns, and prints medians in milliseconds as JSON:
 * node --expose-gc bench/change-child.mjs <roles> <rounds>
 */
import {
  changeOrg,
  diffOrgs,
  historyFromRecords,
  historyOf,
  isAbove,
  managerAt,
  mergeOrgs,
  orgAt,
  orgFromRecords,
} from '../dist/index.js'
import { median } from './measure.mjs'
import { recordsOf } from './workloads/chart-records.mjs'
import { treeShape } from './workloads/chart-shapes.mjs'
import { seeded } from './workloads/seeded.mjs'

const [count, rounds] = process.argv.slice(2).map(Number)
const shape = treeShape(count)
const random = seeded(5)
const FIELDS = { id: 'id', manager: 'manager', title: 'title', cost: 'cost' }
const read = (records) => orgFromRecords(records, FIELDS)

/** Records with changes: every third a role with another manager, another cost or title, a new role and one that is gone. */
function changedRecords(changes, isOurs) {
  const records = recordsOf(shape)
  const hasReports = new Set(records.map(({ manager }) => manager))
  const leaves = records.flatMap(({ id }, at) =>
    hasReports.has(id) || (at & 1) === (isOurs ? 1 : 0) ? [] : [at],
  )
  const gone = new Set()
  for (let change = 0; change < changes; change++) {
    const at = leaves[Math.floor(random() * leaves.length)]
    // A manager that is none of the leaves closes no cycle and is not removed.
    const manager = records[Math.floor((random() * count) / 1_000)].id
    if (gone.has(at)) continue
    if (change % 4 === 0) records[at] = { ...records[at], manager }
    else if (change % 4 === 1) records[at] = { ...records[at], cost: records[at].cost + 1 }
    else if (change % 4 === 2) records.push({ id: `new ${isOurs} ${change}`, manager, title: 'New', cost: 1 })
    else gone.add(at)
  }
  return records.filter((_, at) => !gone.has(at))
}

const base = read(recordsOf(shape))
const few = read(changedRecords(100, true))
const ours = read(changedRecords(1_000, true))
const theirs = read(changedRecords(1_000, false))
const made = changeOrg(base, diffOrgs(base, ours).changes).org
const others = changeOrg(base, diffOrgs(base, theirs).changes).org
const leaf = recordsOf(shape).at(-1)
const line = { do: 'set-manager', role: leaf.id, manager: recordsOf(shape)[0].id }
const addition = { do: 'add-role', role: 'one more', spec: { reportsTo: line.manager }, before: leaf.id }
const withAddition = changeOrg(base, [addition]).org
const { conflicts } = mergeOrgs(base, ours, theirs)
if (conflicts.length > 0) throw new Error(`${conflicts.length} conflicts: ${conflicts[0].message}`)

/** A change of a manager on each of many days, mostly to a manager near the top: none closes a cycle, and none is in the future of another. */
const DAYS = 10_000
const DAY = 86_400_000
const dateOf = (day) => new Date(Date.UTC(1999, 0, 1) + day * DAY).toISOString().slice(0, 10)
const ids = recordsOf(shape).map(({ id }) => id)
const withReports = new Set(recordsOf(shape).map(({ manager }) => manager))
const movable = ids.filter((id) => !withReports.has(id))
const heads = ids.filter((id) => withReports.has(id)).slice(0, 100)
const pick = (list) => list[Math.floor(random() * list.length)]
const entries = Array.from({ length: DAYS }, (_, day) => ({
  on: dateOf(day),
  changes: [{ do: 'set-manager', role: pick(movable), manager: pick(heads) }],
}))
const history = historyOf(base, entries)
const asked = Array.from({ length: DAYS }, () => [pick(ids), dateOf(Math.floor(random() * DAYS))])

/** Two rows for each role, the second from any of 12,000 days on, a third of them with a manager near the top. */
const rows = recordsOf(shape).flatMap(({ id, manager, title, cost }) => {
  const next = dateOf(1 + Math.floor(random() * 12_000))
  const isMoved = random() < 1 / 3 && !withReports.has(id)
  return [
    { id, manager, title, cost, from: dateOf(0), to: next },
    { id, manager: isMoved ? pick(heads) : manager, title, cost: cost + 1, from: next, to: null },
  ]
})
const DATED = { ...FIELDS, from: 'from', to: 'to', ends: 'exclusive' }
const ofRows = historyFromRecords(rows, DATED)

const works = {
  build: (records) => read(records),
  rebuild: (records) => isAbove(read(records), line.manager, leaf.id),
  move: () => isAbove(changeOrg(base, [line]).org, line.manager, leaf.id),
  add: () => isAbove(changeOrg(base, [addition]).org, line.manager, addition.role),
  removal: () => isAbove(changeOrg(base, [{ do: 'remove-role', role: leaf.id }]).org, line.manager, ids[1]),
  'diff of an addition': () => diffOrgs(base, withAddition),
  'diff of 100': () => diffOrgs(base, few),
  'diff of 1,000': () => diffOrgs(base, ours),
  merge: () => mergeOrgs(base, ours, theirs),
  'diff of a changed org': () => diffOrgs(base, made),
  'merge of changed orgs': () => mergeOrgs(base, made, others),
  // The org of the last date is kept, so each call asks for another one.
  'org of a date': () => orgAt(history, dateOf(Math.floor(random() * DAYS))),
  'managers of dates': () =>
    asked.reduce((found, [role, date]) => (managerAt(history, role, date) ? found + 1 : found), 0),
  'history of rows': () => historyFromRecords(rows, DATED),
  'org of a date of rows': () => orgAt(ofRows, dateOf(Math.floor(random() * DAYS))),
  'managers of dates of rows': () =>
    asked.reduce((found, [role, date]) => (managerAt(ofRows, role, date) ? found + 1 : found), 0),
}
/** Reading needs new records, whose making is not measured. */
const READS = new Set(['build', 'rebuild'])
/** Calls measured after each garbage collection. */
const CALLS = 3
/**
 * A full garbage collection also discards optimised code (V8 calls the reason "weak objects"), which a program rarely asks for
 * between two calls: so a work warms up for some calls, fewer if they take long.
 */
const WARM_UP = { calls: 6, milliseconds: 500 }
const taken = new Map(Object.keys(works).map((name) => [name, []]))
for (let round = 0; round < rounds; round++) {
  for (const [name, work] of Object.entries(works)) {
    const inputOf = () => (READS.has(name) ? recordsOf(shape) : undefined)
    globalThis.gc()
    let warming = 0
    for (let call = 0; call < WARM_UP.calls && warming < WARM_UP.milliseconds; call++)
      warming += timeOf(work, inputOf())
    const inputs = Array.from({ length: CALLS }, inputOf)
    for (const input of inputs) taken.get(name).push(timeOf(work, input))
  }
}
console.log(JSON.stringify(Object.fromEntries(Array.from(taken, ([name, times]) => [name, median(times)]))))

function timeOf(work, input) {
  const start = performance.now()
  work(input)
  return performance.now() - start
}
