/**
 * The reference model of PMO and project-management roles, and the most common questions about them.
 * Run it with: npm run build && npx tsx examples/pmo-questions.ts
 */
import { careerPath, linesOf, roleOf } from 'rolegraph'
import { answer, pmoOrg, type Source, sourcesOf } from 'rolegraph/pmo'
import { faint, heading, strong } from './support/style.js'

const AUTHORITIES = ['supportive', 'controlling', 'directive'] as const
const WIDTH = 100

function printText(text: string): void {
  for (const line of text.match(new RegExp(`.{1,${String(WIDTH)}}(?: |$)`, 'g')) ?? [])
    console.log(`  ${line.trimEnd()}`)
}

function printSources(sources: readonly Source[]): void {
  for (const { code, where, quality, checked, checkedOn } of sources) {
    const check =
      checked === undefined ? '' : `, ${checked === 'seen' ? 'seen' : 'not found'} ${checkedOn ?? ''}`
    console.log(faint(`    [${code}, ${quality}${check}] ${where}`))
  }
}

const span = (min: number, max: number): string =>
  max === Infinity ? `${String(min)} or more` : `${String(min)} to ${String(max)}`

console.log(heading('The reference model of PMO and project-management roles'))

const higher = answer('which-is-higher-pmo-or-pm')
console.log(strong(`\n${higher.question.asked}`))
printText(higher.text)
printSources(higher.sources)

console.log(strong('\nWho does a project manager report to?'))
for (const authority of AUTHORITIES) {
  const org = pmoOrg({ authority })
  console.log(`  Under a ${authority} office:`)
  for (const line of linesOf(org, 'project-manager', { lines: 'all' })) {
    const hedge = line.hedge === undefined ? '' : ` (${line.hedge})`
    console.log(
      `  ${line.kind === 'solid' ? '──' : '┄┄'} ${strong(roleOf(org, line.to).title)}, a ${line.kind} line${hedge}`,
    )
    printSources(sourcesOf(org, line))
  }
}
console.log('  So, does a project manager report to the PMO?')
printText(answer('does-a-project-manager-report-to-the-pmo').text)

const office = pmoOrg({ authority: 'directive', scope: 'enterprise' })
const path = careerPath(office, 'pmo-coordinator', 'chief-project-officer')
console.log(strong('\nWhat is the path from Coordinator to CPO?'))
for (const move of path?.moves ?? []) {
  const [from, to] = [roleOf(office, move.from).title, roleOf(office, move.to).title]
  const years = move.years === undefined ? '' : ` after ${span(...move.years)} years`
  const conditions = move.conditions.length === 0 ? '' : `: ${move.conditions.join('; ')}`
  console.log(`  ${strong(from)} → ${strong(to)}${years}${conditions}`)
  printSources(sourcesOf(office, move))
}
console.log()
