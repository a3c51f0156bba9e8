/**
 * Two million questions about a chart of 200,000 roles, by handles (row numbers) instead of ids.
 * Run it with: npm run build && npx tsx examples/handles.ts
 */
import { orgFromRecords, rolesOf } from 'rolegraph'
import {
  handleOf,
  idOf,
  isAbove,
  layerOf,
  lowestCommonManagerOf,
  managerOf,
  NO_HANDLE,
  organizationSizeOf,
  roleCountOf,
  rollUp,
  transitiveReportsOf,
} from 'rolegraph/handles'
import { faint, heading, strong } from './support/style.js'

const ROLES = 200_000
const SPAN = 7

// Posts p0, p1, …: the first is the top, and each has up to seven reports.
const rows = Array.from({ length: ROLES }, (_, row) => ({
  post: `p${String(row)}`,
  boss: row === 0 ? null : `p${String(Math.floor((row - 1) / SPAN))}`,
}))
const org = orgFromRecords(rows, { id: 'post', manager: 'boss' })
const count = roleCountOf(org)

function timed<Answer>(what: string, questions: number, ask: () => Answer): Answer {
  const start = performance.now()
  const answer = ask()
  const nanoseconds = ((performance.now() - start) * 1e6) / questions
  console.log(faint(`  ${what}: ${nanoseconds.toFixed(0)} ns per question`))
  return answer
}

console.log(heading('An id is looked up once'))
const head = handleOf(org, 'p8')
console.log(
  `  ${strong(idOf(org, head))} has the handle ${strong(String(head))} of ${count.toLocaleString('en')}`,
)

// The first question about lines builds the index over the chart, which is kept.
layerOf(org, head)

console.log(heading('Who may approve? Two million pairs'))
const pairs = 2_000_000
const approved = timed('isAbove', pairs, () => {
  let above = 0
  let lower = 0
  for (let pair = 0; pair < pairs; pair++) {
    lower = (lower + 7919) % count
    if (isAbove(org, pair % 100, lower)) above++
  }
  return above
})
console.log(`  ${strong(approved.toLocaleString('en'))} of ${pairs.toLocaleString('en')} may`)

console.log(heading('A column of figures, summed over every subtree'))
const pay = Float64Array.from({ length: count }, (_, handle) => 90_000 - 7_000 * layerOf(org, handle))
const sums = timed('rollUp', count, () => rollUp(org, pay))
console.log(
  `  ${idOf(org, head)} and everyone below it: ${strong(sums[head].toLocaleString('en'))} for ` +
    `${organizationSizeOf(org, head).toLocaleString('en')} roles`,
)

console.log(heading('Reports are a view, not a copy'))
const reports = transitiveReportsOf(org, 0)
console.log(`  ${strong(reports.length.toLocaleString('en'))} below the top, and the first of them:`)
const shown: string[] = []
for (const report of reports) {
  if (shown.push(idOf(org, report)) === 7) break
}
console.log(`  ${shown.join(', ')}`)

console.log(heading('“No role” is a number too'))
const common = lowestCommonManagerOf(org, [head, managerOf(org, head)])
console.log(`  above ${idOf(org, head)} and its manager: ${strong(idOf(org, common))}`)
const above = managerOf(org, 0)
console.log(`  above the top: ${above === NO_HANDLE ? 'nobody: NO_HANDLE' : rolesOf(org)[above]}`)
