import { defineOrg, fromGraph, type Org, type OrgSpec, toGraph } from 'rolegraph'
import { parseOrgDocument } from 'rolegraph/import'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { specOfOrg, type WrittenOrg } from '../../src/define/spec-of-org.js'
import { anyDocument } from '../support/any-document.js'
import { everythingOf } from '../support/everything-of.js'

const everything = {
  roles: {
    ceo: {},
    lead: {
      title: 'Lead',
      aliases: ['Boss', { name: 'Head', warning: 'also used for the head of a unit' }],
      grade: 7,
      family: 'delivery',
      unit: 'pmo',
      holders: ['Ada', 'Bo'],
      fte: 1.5,
      cost: 90,
      minYears: 4,
      certifications: ['PMP'],
      skills: ['risk'],
      sources: ['S1'],
      hedge: 'typically',
      note: 'since March',
      data: { desk: [1, 2] },
      reportsTo: { to: 'ceo', sources: ['S2'], hedge: 'may', note: 'on paper' },
      dottedTo: [{ to: 'adviser', note: 'for budgets' }],
      progressesTo: [
        { to: 'ceo', kind: 'transition', years: [2, 5], conditions: ['an opening'], sources: ['S3'] },
        { to: 'adviser', kind: 'lateral', years: [3] },
      ],
    },
    adviser: { reportsTo: 'ceo', dottedTo: ['lead', { to: 'ceo', hedge: 'many' }], vacant: true },
    analyst: { reportsTo: 'lead', dottedTo: 'adviser', progressesTo: 'lead' },
  },
  units: {
    pmo: {
      title: 'PMO',
      aliases: ['Project office', { name: 'Programme office', warning: 'another office' }],
      kind: 'office',
      head: 'lead',
      partOf: 'delivery',
      sources: ['S4'],
      hedge: 'sometimes',
      note: 'small',
    },
    delivery: {},
  },
  services: [
    { from: 'pmo', to: 'analyst', name: 'templates', sources: ['S5'], hedge: 'may', note: 'on request' },
    { from: 'ceo', to: 'lead', name: 'mandate' },
  ],
} as const satisfies OrgSpec<'ceo' | 'lead' | 'adviser' | 'analyst', 'pmo' | 'delivery'>

describe('specOfOrg', () => {
  it('gives all of an org as it was written', () => {
    const { roles, units, services } = specOfOrg(defineOrg(everything))
    expect([...roles]).toEqual(Object.entries(everything.roles))
    expect([...units]).toEqual(Object.entries(everything.units))
    expect(services).toEqual(everything.services)
  })

  it('leaves out what a spec need not say', () => {
    const org = defineOrg({
      roles: {
        a: { title: 'a', aliases: [], skills: [], certifications: [], vacant: false },
        b: {
          holders: [],
          reportsTo: { to: 'a' },
          dottedTo: [{ to: 'a' }],
          progressesTo: [{ to: 'a', kind: 'advancement', conditions: [], years: [1, Infinity] }],
        },
      },
      units: { u: { title: 'u', aliases: [] } },
    })
    const { roles, units, services } = specOfOrg(org)
    expect([...roles]).toEqual([
      ['a', {}],
      ['b', { vacant: true, reportsTo: 'a', dottedTo: 'a', progressesTo: [{ to: 'a', years: [1] }] }],
    ])
    expect([...units]).toEqual([['u', {}]])
    expect(services).toEqual([])
  })

  it('keeps the evidence of a role that reports to itself', () => {
    const spec = { roles: { a: { reportsTo: { to: 'a', note: 'sic' } } } } as const
    expect([...specOfOrg(defineOrg(spec, { onIssue: 'collect' })).roles]).toEqual(Object.entries(spec.roles))
  })

  it('hands out nothing that the org holds but frozen data', () => {
    const org = defineOrg(everything)
    const { roles, units, services } = specOfOrg(org)
    const given: object[] = [...roles.values(), ...units.values(), ...services]
    for (const part of given) {
      expect(Object.isFrozen(part)).toBe(false)
      for (const [name, value] of Object.entries(part) as [string, unknown][]) {
        expect([name, Object.isFrozen(value)]).toEqual([name, name === 'data' || typeof value !== 'object'])
      }
    }
  })

  it('is read back as the same org, in the same order', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const org = parseOrgDocument(JSON.stringify(document))
        expect(everythingOf(orgOf(specOfOrg(org)))).toEqual(everythingOf(org))
      }),
      { numRuns: 200 },
    )
  })

  it('reads the columns of an org however it was made', () => {
    const org = defineOrg(everything)
    expect(specOfOrg(fromGraph(toGraph(org)))).toEqual(specOfOrg(org))
  })
})

function orgOf({ roles, units, services }: WrittenOrg): Org {
  const listed = <Spec extends object>(specs: ReadonlyMap<string, Spec>): unknown[] =>
    Array.from(specs, ([id, spec]) => ({ id, ...spec }))
  return parseOrgDocument(
    JSON.stringify({ rolegraph: 1, roles: listed(roles), units: listed(units), services }),
  )
}
