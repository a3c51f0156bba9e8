/**
 * A real reorganisation as a list of changes: the top of NHS England in May 2014. What it does besides what it says, the difference in words and in figures, its
 * picture, and the chart as it was before, once it is undone.
 * Run it with: npm run build && npx tsx examples/reorganisation.ts
 */
import {
  changeOrg,
  describeChange,
  diffOrgs,
  directReportsOf,
  type Figure,
  figuresOf,
  filterOrg,
  invertChanges,
  isRole,
  marksOf,
  roleOf,
  rolesOf,
} from 'rolegraph'
import { toText } from 'rolegraph/render'
import { toEqualOrg } from 'rolegraph/testing'
import { before, changes, CHIEF_EXECUTIVE } from './support/nhs-england-2014.js'
import { faint, heading, strong } from './support/style.js'

const { org: after, effects } = changeOrg(before, changes)
const diff = diffOrgs(before, after)

const withoutGroup = (title: string): string => title.replace(/ \((?:Managerial|Clinical)\)$/, '')
/** The title of a post, before the changes where it was there; references in a text become titles. */
const titleOf = (id: string): string => withoutGroup(roleOf(isRole(before, id) ? before : after, id).title)
const isPost = (id: string): boolean => isRole(before, id) || isRole(after, id)
const inTitles = (text: string): string =>
  text.replace(/'([^']+)'/g, (quoted, id: string) => (isPost(id) ? `'${titleOf(id)}'` : quoted))

console.log(heading(`NHS England, 30 September 2013: ${String(rolesOf(before).length)} senior posts`))
console.log(`${titleOf(CHIEF_EXECUTIVE)}, to whom report:`)
for (const id of directReportsOf(before, CHIEF_EXECUTIVE)) console.log(`  ${titleOf(id)}`)

console.log(heading(`\nMay 2014: ${String(changes.length)} changes`))
for (const [index, change] of changes.entries()) {
  console.log(`  ${inTitles(describeChange(change))}`)
  for (const { of, change: effect } of effects)
    if (of === index) console.log(faint(`    so that ${inTitles(describeChange(effect))}`))
}

console.log(heading(`\nThe difference of the two charts: ${String(diff.changes.length)} changes`))
for (const change of diff.changes) console.log(`  ${inTitles(describeChange(change))}`)

const figures = figuresOf(diff)
const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const row = (name: string, { before: was, after: is }: Figure): string =>
  `${[was, is, is - was].map((value) => number.format(value).padStart(12)).join('')}  ${name}`
console.log(strong(`\n${['before', 'after', 'change'].map((name) => name.padStart(12)).join('')}  Figures`))
console.log(row('posts', figures.roles))
console.log(row('layers', figures.layers))
console.log(row('managers', figures.managers))
console.log(row('average span', figures.averageSpan))
console.log(row('posts that are held', figures.seats))
console.log(row('£ of pay, from the lower end of each published band', figures.cost))
console.log(strong('  Direct reports of'))
for (const { role, span } of figures.byManager)
  if (span.before !== span.after) console.log(row(titleOf(role), span))

/** The national directors, and the posts that the changes concern with everyone above them. */
const marks = marksOf(diff)
const top = filterOrg(after, ({ id, reportsTo }) => marks.has(id) || reportsTo === CHIEF_EXECUTIVE, {
  reports: 'keep-chain',
})
console.log(heading('\nThe top afterwards'))
console.log(toText(top, { marks, label: ({ title }) => withoutGroup(title), columns: [] }))

const inverse = invertChanges(before, changes)
const undone = changeOrg(after, inverse).org
const { pass, message } = toEqualOrg(undone, before)
console.log(heading(`\nUndone by ${String(inverse.length)} changes`))
console.log(pass ? 'The chart is as it was.' : message())
