/**
 * A dirty export of an HR system: a report of its problems, what can still be queried, and the import
 * of the corrected file. The people are made up.
 * Run it with: npm run build && npx tsx examples/import-hr-export.ts
 */
import { readFileSync } from 'node:fs'
import {
  checkOrg,
  formatIssues,
  type Issue,
  managementChainOf,
  managersOf,
  type Org,
  roleOf,
  rolesOf,
  topRolesOf,
} from 'rolegraph'
import { parseCsv, safeParseCsv } from 'rolegraph/import'
import { corrected, CORRECTIONS, HR_EXPORT, HR_OPTIONS } from './support/hr-export.js'
import { faint, heading, strong } from './support/style.js'
import { treeLines } from './support/tree-lines.js'

const file = readFileSync(HR_EXPORT, 'utf8')

const nameIn =
  (org: Org) =>
  (id: string): string =>
    roleOf(org, id).holders.join(', ') || 'vacant'

/** The first line of a report: `9 issues: 8 errors, 1 note`. */
const countsIn = (issues: readonly Issue<string>[]): string => formatIssues(issues, { max: 0 }).split('\n')[0]

function printAnswers(org: Org): void {
  const name = nameIn(org)
  const named = (ids: readonly string[]): string => ids.map(name).join(' → ') || 'nobody'
  console.log(`  At the top: ${topRolesOf(org).map(name).join(', ')}`)
  console.log(`  Above Owen Hart (0008): ${named(managementChainOf(org, '0008'))}`)
  console.log(`  Above Amara Nwosu (0010): ${named(managementChainOf(org, '0010'))}`)
  console.log(`  Above Jonas Weber (0019): ${named(managementChainOf(org, '0019'))}`)
  console.log(`  Owen Hart's dotted line: ${named(managersOf(org, '0008', { lines: 'dotted' }))}`)
}

console.log(heading('1. The original file'))
// The issues are those of the strict import.
const lenient = safeParseCsv(file, { mode: 'lenient' })
console.log(`The strict import ${safeParseCsv(file).ok ? 'makes an' : 'makes no'} org\n`)
console.log(formatIssues(lenient.issues))

if (lenient.ok) {
  const { org } = lenient
  console.log(heading('\n2. What the lenient import collected'))
  console.log(`${String(rolesOf(org).length)} roles; values with an issue are left out, and a cycle stays\n`)
  printAnswers(org)
  const found = checkOrg(org).issues.filter(
    ({ code }) => !lenient.issues.some((issue) => issue.code === code),
  )
  console.log('\nThe structural rules also find:\n')
  console.log(formatIssues(found))
}

console.log(heading('\n3. Options for such files'))
for (const [option, value] of Object.entries(HR_OPTIONS)) console.log(`  ${option}: ${JSON.stringify(value)}`)
const asked = safeParseCsv(file, HR_OPTIONS)
const errors = asked.issues.filter(({ severity }) => severity === 'error').length
console.log(`With these ${String(errors)} errors are left, which only the owner of the file can fix:`)
for (const { line, from, to, why } of CORRECTIONS) {
  console.log(`  line ${String(line).padEnd(3)} ${faint(from)} becomes ${strong(to)}  ${faint(why)}`)
}

console.log(heading('\n4. The corrected file'))
const fixed = corrected(file, CORRECTIONS)
const org = parseCsv(fixed, HR_OPTIONS)
const { issues } = safeParseCsv(fixed, HR_OPTIONS)
console.log(`The strict import makes an org of ${String(rolesOf(org).length)} roles: ${countsIn(issues)}\n`)
if (issues.length > 0) console.log(formatIssues(issues))
const check = checkOrg(org)
console.log('\nThe structural rules:\n')
console.log(formatIssues(check.issues, { counts: check.counts }))
console.log('')
printAnswers(org)
console.log('')
const label = (id: string): string => `${roleOf(org, id).title} ${faint(`${id} ${nameIn(org)(id)}`)}`
for (const line of treeLines(org, { label })) console.log(line)
