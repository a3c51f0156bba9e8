/**
 * Writes the reference model and NHS England as explorer pages into examples/output.
 * Run it with: npm run build && npx tsx examples/explore.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { careerPath, rolesOf } from 'rolegraph'
import { toHtml } from 'rolegraph/html'
import { parseOrganogram } from 'rolegraph/import'
import { pmoOrg } from 'rolegraph/pmo'

const folder = new URL('output/', import.meta.url)
mkdirSync(folder, { recursive: true })

const office = pmoOrg({ authority: 'directive', scope: 'enterprise' })
const path = careerPath(office, 'pmo-coordinator', 'chief-project-officer')
const nhs = parseOrganogram(readFileSync(new URL('data/nhs-england-2013-09-30-senior.csv', import.meta.url)))

const pages = {
  'pmo-office': toHtml(office, { title: 'An enterprise PMO', ...(path && { highlight: path }) }),
  // The data have no careers. Of large teams, ten posts are shown at first, grouped by unit.
  'nhs-england': toHtml(nhs, {
    title: 'NHS England, senior posts, 30 September 2013',
    relations: 'reporting',
    groupBy: 'unit',
    collapse: 10,
  }),
}
for (const [name, page] of Object.entries(pages)) {
  writeFileSync(new URL(`${name}.html`, folder), page)
  console.log(`examples/output/${name}.html: ${Math.round(page.length / 1000)} kB`)
}
console.log(
  `Open them in a browser; they hold ${rolesOf(office).length} roles and ${rolesOf(nhs).length} posts.`,
)
