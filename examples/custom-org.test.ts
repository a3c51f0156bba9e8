/**
 * An organisation kept as code, with its rules as unit tests. Copy it, put your own roles in, change the rules.
 * Run it with: npx vitest run examples/custom-org.test.ts
 */
import {
  careerPath,
  defineOrg,
  directReportsOf,
  isAbove,
  managementChainOf,
  rolesOf,
  spansAndLayers,
  topRolesOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'

const studio = defineOrg({
  roles: {
    founder: { title: 'Founder' },
    deliveryLead: { title: 'Delivery Lead', reportsTo: 'founder' },
    designLead: { title: 'Design Lead', reportsTo: 'founder' },
    projectManager: { title: 'Project Manager', reportsTo: 'deliveryLead', progressesTo: 'deliveryLead' },
    coordinator: {
      title: 'Project Coordinator',
      reportsTo: 'projectManager',
      progressesTo: 'projectManager',
    },
    designer: {
      title: 'Designer',
      reportsTo: 'designLead',
      dottedTo: 'projectManager',
      progressesTo: 'designLead',
    },
  },
})

describe('the chart', () => {
  it('has one top', () => {
    expect(topRolesOf(studio)).toEqual(['founder'])
  })

  it('has no more than four layers and no one with more than five reports', () => {
    const { layers, widestSpan } = spansAndLayers(studio)
    expect(layers).toBeLessThanOrEqual(4)
    expect(widestSpan).toBeLessThanOrEqual(5)
  })

  it('keeps the coordinator close to the project manager', () => {
    expect(managementChainOf(studio, 'coordinator')).toEqual(['projectManager', 'deliveryLead', 'founder'])
  })

  it('lets the designer work for the project without reporting to it', () => {
    expect(isAbove(studio, 'projectManager', 'designer')).toBe(false)
    expect(directReportsOf(studio, 'projectManager', { lines: 'dotted' })).toEqual(['designer'])
  })
})

describe('careers', () => {
  it.each(rolesOf(studio).filter((role) => directReportsOf(studio, role).length === 0))(
    '%s can become a lead',
    (role) => {
      const leads = ['deliveryLead', 'designLead'] as const
      expect(leads.some((lead) => careerPath(studio, role, lead) !== undefined)).toBe(true)
    },
  )
})
