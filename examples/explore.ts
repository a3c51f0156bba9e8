/**
 * Writes the reference model and NHS England as explorer pages into examples/output.
 * Run it with: npm run build && npx tsx examples/explore.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { careerPath, rolesOf } from 'rolegraph'
import { toHtml } from 'rolegraph/html'
import { parseOrganogram } from 'rolegraph/import'
import { pmoOrg, type Source, sources } from 'rolegraph/pmo'

const folder = new URL('output/', import.meta.url)
mkdirSync(folder, { recursive: true })

const office = pmoOrg({ authority: 'directive', scope: 'enterprise' })
const path = careerPath(office, 'pmo-coordinator', 'chief-project-officer')
const nhs = parseOrganogram(readFileSync(new URL('data/nhs-england-2013-09-30-senior.csv', import.meta.url)))

/** A source of the model in words: what it is, what it is worth, and the result of its last check. */
function sourceText(code: string): string {
  const source = Object.values<Source>(sources).find((known) => known.code === code)
  if (source === undefined) return code
  const { where, quality, checked, checkedOn } = source
  const check =
    checked === undefined ? '' : `, ${checked === 'seen' ? 'seen' : 'not found'} in ${checkedOn ?? ''}`
  return `${where} (${quality}${check})`
}

const pages = {
  'pmo-office': toHtml(office, {
    title: 'An enterprise PMO',
    describeSource: sourceText,
    colorBy: 'family',
    ...(path && { highlight: path }),
  }),
  // The data have no careers. Of large teams, ten posts are shown at first, grouped by unit. Grades are data of this table, which a page has only if it is told to.
  'nhs-england': toHtml(nhs, {
    title: 'NHS England, senior posts, 30 September 2013',
    relations: 'reporting',
    groupBy: 'unit',
    collapse: 10,
    fields: ['usual', 'data.grade', 'data.payFloor'],
    colorBy: 'data.grade',
  }),
}
for (const [name, page] of Object.entries(pages)) {
  writeFileSync(new URL(`${name}.html`, folder), page)
  console.log(`examples/output/${name}.html: ${Math.round(page.length / 1000)} kB`)
}
console.log(
  `Open them in a browser; they hold ${rolesOf(office).length} roles and ${rolesOf(nhs).length} posts.`,
)
