/**
 * The senior posts of NHS England, as published in 2013: a real chart, read from its file and queried.
 * Run it with: npm run build && npx tsx examples/uk-organogram.ts
 */
import { readFileSync } from 'node:fs'
import {
  layerOf,
  managementChainOf,
  organizationSizeOf,
  roleOf,
  rolesOf,
  rollUp,
  spanOfControlOf,
  spansAndLayers,
  topRolesOf,
} from 'rolegraph'
import { parseOrganogram } from 'rolegraph/import'
import { faint, heading, strong } from './support/style.js'
import { treeLines } from './support/tree-lines.js'

const WIDEST_SHOWN = 4

const file = new URL('data/nhs-england-2013-09-30-senior.csv', import.meta.url)
const org = parseOrganogram(readFileSync(file), { cost: 'floor' })

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
})
const name = (post: string): string => `${roleOf(org, post).title} ${faint(post)}`

console.log(heading(`NHS England, 30 September 2013: ${String(rolesOf(org).length)} senior posts`))
for (const line of treeLines(org, { depth: 2, label: name })) console.log(line)

const chart = spansAndLayers(org)
console.log(`\n${strong('Top')}: ${topRolesOf(org).map(name).join(', ')}`)
console.log(
  `${strong('Layers')}: ${String(chart.layers)}, with ${chart.rolesPerLayer.join(', ')} posts from the top down`,
)
console.log(
  `${strong('Managers')}: ${String(chart.managers)}, with ${chart.averageSpan.toFixed(1)} direct reports on average`,
)
console.log(strong('Spans of control'))
for (const { band, managers } of chart.bands) {
  console.log(`  ${band.padEnd(6)}${'█'.repeat(managers)} ${String(managers)}`)
}

console.log(strong('Widest spans'))
const bySpan = rolesOf(org).toSorted((a, b) => spanOfControlOf(org, b) - spanOfControlOf(org, a))
for (const post of bySpan.slice(0, WIDEST_SHOWN)) {
  console.log(`  ${String(spanOfControlOf(org, post))} report to ${name(post)}`)
}

const post = '12842091'
console.log(strong(`\nThe management chain of ${name(post)} in layer ${String(layerOf(org, post))}`))
for (const manager of managementChainOf(org, post)) console.log(`  ↑ ${name(manager)}`)

const pay = rollUp(org, 'cost')
console.log(strong('\nPay of the senior posts, from the lower end of each published band'))
console.log(`  ${pounds.format(pay.total)} in total; ${String(pay.missing)} posts publish no pay`)
const divisions = managementChainOf(org, post).slice(-2)
for (const division of divisions) {
  const size = String(organizationSizeOf(org, division))
  console.log(`  ${pounds.format(pay.of(division))} for the ${size} posts of ${name(division)}`)
}
