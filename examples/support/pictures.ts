import { readFileSync } from 'node:fs'
import { careerPath, changeOrg, diffOrgs, marksOf, type Org } from 'rolegraph'
import { parseOrganogram } from 'rolegraph/import'
import { pmoOrg } from 'rolegraph/pmo'
import type { PictureOptions, SvgOptions } from 'rolegraph/render'

/** A picture of an example. */
export interface ExamplePicture {
  readonly name: string
  readonly title: string
  readonly org: Org
  readonly options: PictureOptions
  /** What only toSvg knows of it. */
  readonly drawing?: Pick<SvgOptions, 'layout' | 'frames' | 'after'>
}

const office = pmoOrg({ authority: 'directive', scope: 'enterprise' })
const path = careerPath(office, 'pmo-coordinator', 'chief-project-officer')?.roles ?? []
const controlling = pmoOrg({ authority: 'controlling', scope: 'enterprise' })

const { org: reorganised } = changeOrg(office, [
  {
    do: 'add-role',
    role: 'automation-lead',
    spec: { title: 'Automation Lead', reportsTo: 'pmo-manager', unit: 'pmo', grade: 4 },
  },
  { do: 'set-manager', role: 'pmo-analyst', manager: 'automation-lead' },
  { do: 'set-manager', role: 'project-manager', manager: 'pmo-manager' },
  { do: 'remove-role', role: 'planner', references: 'remove' },
  { do: 'update-role', role: 'chief-project-officer', set: { title: 'Chief Delivery Officer' } },
])

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
    title: 'The same office before and after a reorganisation, in one picture',
    org: reorganised,
    options: { root: 'chief-executive-officer', marks: marksOf(diffOrgs(office, reorganised)) },
  },
  {
    name: 'office-before-after',
    title: 'The same office before and after a reorganisation, next to each other',
    org: office,
    options: { root: 'chief-executive-officer' },
    drawing: { after: reorganised, layout: 'compact' },
  },
  {
    name: 'office-units',
    title: 'A directive PMO within an enterprise PMO, with frames around its units',
    org: office,
    options: { root: 'chief-executive-officer', groupBy: 'unit' },
    drawing: { frames: true },
  },
  {
    name: 'office-left-to-right',
    title: 'A directive PMO within an enterprise PMO, from left to right',
    org: office,
    options: { root: 'chief-executive-officer' },
    drawing: { layout: 'left-to-right' },
  },
  {
    name: 'office-indented',
    title: 'A directive PMO within an enterprise PMO, as an indented list with frames',
    org: office,
    options: { root: 'chief-executive-officer', groupBy: 'unit' },
    drawing: { layout: 'indented', frames: true },
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
    name: 'nhs-england-compact',
    title: 'NHS England, senior posts, 30 September 2013, compact',
    org: nhs,
    options: {},
    drawing: { layout: 'compact' },
  },
  {
    name: 'nhs-england-top',
    title: 'NHS England, the top of the chart, 30 September 2013',
    org: nhs,
    options: { depth: 2, collapse: 6 },
  },
]
