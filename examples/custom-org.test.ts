/**
 * An organisation kept as code, with its rules as unit tests. Copy it, put in your own roles and change the rules;
 * docs/testing.md explains it. Run it with: npx vitest run examples/custom-org.test.ts
 */
import {
  defineOrg,
  directReportsOf,
  gradeAboveReports,
  maxLayers,
  maxSpan,
  oneTop,
  policy,
  rolesOf,
} from 'rolegraph'
import { toHaveCareerPath } from 'rolegraph/testing'
import 'rolegraph/vitest'
import { describe, expect, it } from 'vitest'

const studio = defineOrg({
  roles: {
    founder: { title: 'Founder', grade: 9 },
    deliveryLead: { title: 'Delivery Lead', grade: 7, reportsTo: 'founder' },
    designLead: { title: 'Design Lead', grade: 7, reportsTo: 'founder' },
    projectManager: {
      title: 'Project Manager',
      grade: 5,
      reportsTo: 'deliveryLead',
      progressesTo: { to: 'deliveryLead', years: [3, 6] },
    },
    coordinator: {
      title: 'Project Coordinator',
      grade: 3,
      reportsTo: 'projectManager',
      progressesTo: { to: 'projectManager', years: [2, 4] },
      vacant: true,
    },
    designer: {
      title: 'Designer',
      grade: 4,
      reportsTo: 'designLead',
      dottedTo: 'projectManager',
      progressesTo: { to: 'designLead', years: [4, 8] },
    },
  },
})

/** The rules of the studio. If you change one, change its reason too. */
const houseRules = policy({
  'one top': { rule: oneTop(), because: 'The founder answers for the studio.' },
  'a flat studio': { rule: maxLayers(4), because: 'Everyone knows the founder.', source: 'Founding letter' },
  'small teams': { rule: maxSpan(5), because: 'A lead talks to each of the team every week.' },
  'grades rise': { rule: gradeAboveReports(), because: 'Leads decide on pay.' },
})

describe('the chart', () => {
  it('is sound and follows the rules', () => {
    expect(studio).toBeValidOrg({ severity: 'info' })
    expect(studio).toSatisfyPolicy(houseRules)
  })

  it('looks as expected', () => {
    expect(studio).toMatchChart(`
      Founder
        Delivery Lead
          Project Manager
            Project Coordinator (vacant)
        Design Lead
          Designer ⇢ Project Manager
    `)
  })

  it('keeps the coordinator close to the project manager', () => {
    expect(studio).toReportTo('coordinator', 'projectManager')
    expect(studio).toReportUpTo('coordinator', 'founder')
  })

  it('lets the designer work for the project without reporting to it', () => {
    expect(studio).not.toReportUpTo('designer', 'projectManager')
    expect(studio).toHaveDirectReports('projectManager', ['designer'], { lines: 'dotted' })
  })

  it('has two leads of the same rank', () => {
    expect(studio).toBePeers('deliveryLead', 'designLead')
    expect(studio).not.toBeAbove('deliveryLead', 'designLead', { by: 'grade' })
  })
})

describe('careers', () => {
  it.each(rolesOf(studio).filter((role) => directReportsOf(studio, role).length === 0))(
    '%s can become a lead within nine years',
    (role) => {
      const leads = ['deliveryLead', 'designLead'] as const
      expect(leads.some((lead) => toHaveCareerPath(studio, role, lead, { years: 9 }).pass)).toBe(true)
    },
  )

  it('promotes a coordinator in one step', () => {
    expect(studio).toProgressTo('coordinator', 'projectManager')
    expect(studio).toHaveCareerPath('coordinator', 'deliveryLead', { steps: 2, years: 5 })
  })
})
