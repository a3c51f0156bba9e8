import { readFileSync } from 'node:fs'
import { careerPath, managementChainOf, type Org } from 'rolegraph'
import { parseOrganogram } from 'rolegraph/import'
import { pmoOrg } from 'rolegraph/pmo'
import type { PictureOptions } from 'rolegraph/render'

/** A picture of an example. */
export interface ExamplePicture {
  readonly name: string
  readonly title: string
  readonly org: Org
  readonly options: PictureOptions
}

const office = pmoOrg({ authority: 'directive', scope: 'enterprise' })
const path = careerPath(office, 'pmo-coordinator', 'chief-project-officer')?.roles ?? []
const controlling = pmoOrg({ authority: 'controlling', scope: 'enterprise' })

const file = new URL('../data/nhs-england-2013-09-30-senior.csv', import.meta.url)
const nhs = parseOrganogram(readFileSync(file))

/** The reference model and a real chart: the pictures of docs/gallery and of examples/render.ts. */
export const pictures: readonly ExamplePicture[] = [
  {
    name: 'office',
    title: 'A directive PMO within an enterprise PMO',
    org: office,
    options: { root: 'chief-executive-officer', groupBy: 'unit' },
  },
  {
    name: 'office-changes',
    title: 'The same office: added, removed and moved roles, and the management chain of an analyst',
    org: office,
    options: {
      root: 'chief-executive-officer',
      marks: { planner: 'added', 'pmo-administrator': 'removed', 'project-manager': 'moved' },
      highlight: ['pmo-analyst', ...managementChainOf(office, 'pmo-analyst')],
    },
  },
  {
    name: 'controlling-office',
    title: 'A controlling PMO among all roles of the model: project managers have a dotted line to it',
    org: controlling,
    options: {},
  },
  {
    name: 'office-careers',
    title: 'Careers around a PMO, with the path from coordinator to chief project officer',
    org: office,
    options: { relations: 'career', highlight: path },
  },
  { name: 'nhs-england', title: 'NHS England, senior posts, 30 September 2013', org: nhs, options: {} },
  {
    name: 'nhs-england-top',
    title: 'NHS England, the top of the chart, 30 September 2013',
    org: nhs,
    options: { depth: 2, collapse: 6 },
  },
]
