import { readFileSync } from 'node:fs'
import type { Change } from 'rolegraph'
import { parseOrganogram } from 'rolegraph/import'

const file = new URL('../data/nhs-england-2013-09-30-senior.csv', import.meta.url)

/** The senior posts of NHS England on 30 September 2013, with the lower end of each published pay band. */
export const before = parseOrganogram(readFileSync(file), { cost: 'floor' })

/** The posts that the reorganisation is about, by their references in the file. */
export const CHIEF_EXECUTIVE = '12790058'
const OPERATIONS = '12783068'
const STRATEGY = 'commissioning-strategy'
const POLICY = '12732849'
const COMMISSIONING_DEVELOPMENT = '22730525'
const NHS_COMMISSIONING = '20000031'

/**
 * The reorganisation of the top of NHS England in May 2014, as the Health Service Journal reported it:
 * https://www.hsj.co.uk/commissioning/nhs-england-shakes-up-top-team-as-junior-directors-leave/5071189.article
 *
 * It was not reported which directors of the abolished directorate went where: that they followed their functions and their director is a guess. So is the
 * name of the line that keeps the director of NHS commissioning among the national directors. The new posts publish no pay yet.
 */
export const changes: readonly Change[] = [
  // The acting chief operating officer becomes the permanent director of commissioning operations.
  {
    do: 'update-role',
    role: OPERATIONS,
    set: { title: 'National Director: Commissioning Operations (Managerial)' },
  },
  { do: 'update-unit', unit: 'CorporateOperations', set: { title: 'Commissioning Operations' } },

  // A director of commissioning strategy replaces the director of policy.
  {
    do: 'add-role',
    role: STRATEGY,
    spec: {
      title: 'National Director: Commissioning Strategy (Managerial)',
      reportsTo: CHIEF_EXECUTIVE,
      unit: 'Policy',
      vacant: true,
    },
    before: POLICY,
  },
  { do: 'remove-role', role: POLICY, reports: { to: STRATEGY }, references: 'remove' },
  { do: 'update-unit', unit: 'Policy', set: { title: 'Commissioning Strategy' } },

  // Commissioning development is abolished. Its strategy goes to the new directorate, all else to operations, with its director.
  { do: 'set-manager', role: '12730525', manager: STRATEGY },
  { do: 'update-role', role: '12730525', set: { unit: 'Policy' } },
  {
    do: 'remove-role',
    role: COMMISSIONING_DEVELOPMENT,
    reports: { to: NHS_COMMISSIONING },
    references: 'remove',
  },
  { do: 'remove-unit', unit: 'CommissioningDevelopment', references: { to: 'CorporateOperations' } },
  {
    do: 'add-dotted-line',
    role: NHS_COMMISSIONING,
    manager: { to: CHIEF_EXECUTIVE, as: 'national director' },
  },

  // A new post.
  {
    do: 'add-role',
    role: 'specialised-commissioning',
    spec: {
      title: 'Director of Specialised Commissioning (Managerial)',
      reportsTo: OPERATIONS,
      unit: 'CorporateOperations',
      vacant: true,
    },
  },

  // Directors who leave: the South of England, intelligence, financial control.
  { do: 'update-role', role: '12965933', set: { vacant: true } },
  { do: 'update-role', role: '12725892', set: { vacant: true } },
  { do: 'update-role', role: '12696528', set: { vacant: true } },
]
