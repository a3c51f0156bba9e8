import {
  defineOrg,
  type DefineOptions,
  issuesOf,
  managementChainOf,
  managerOf,
  type Org,
  type OrgSpec,
  rolesOf,
  roleOf,
  servicesOf,
  unitsOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { itRefusesNoOptions } from '../support/it-refuses-bad-input.js'
import { issuesThrownBy, thrownBy } from '../support/thrown-by.js'

/** A spec that nobody has checked. */
function collected(spec: object): Org {
  return defineOrg(spec as OrgSpec, { onIssue: 'collect' })
}

describe("defineOrg with onIssue: 'collect'", () => {
  it('has no issues for a sound chart', () => {
    const org = defineOrg({ roles: { a: {}, b: { reportsTo: 'a' } } }, { onIssue: 'collect' })
    expect(issuesOf(org)).toEqual([])
    expect(managerOf(org, 'b')).toBe('a')
  })

  it('lists the issues that it throws otherwise', () => {
    const spec = {
      roles: { a: { reportsTo: 'b', grade: 'x' }, b: { reportsTo: 'a' }, c: { reportsTo: 'd' } },
    }
    const thrown = issuesThrownBy(() => defineOrg(spec as object as OrgSpec))
    expect(thrown.map(({ code }) => code)).toEqual(['INVALID_FIELD', 'UNKNOWN_MANAGER', 'REPORTING_CYCLE'])
    expect(issuesOf(collected(spec))).toEqual(thrown)
  })

  it('leaves out what cannot be read, and edges to unknown ids', () => {
    const org = collected({
      roles: {
        a: { title: 7, grade: 3 },
        b: { reportsTo: 'nobody', unit: 'nowhere', dottedTo: ['a', 'x'] },
        c: 'a role',
      },
      units: { u: { head: 'nobody' } },
      services: [
        { from: 'u', to: 'a', name: 'advice' },
        { from: 'u', to: 'x', name: 'lost' },
      ],
    })
    expect(rolesOf(org)).toEqual(['a', 'b', 'c'])
    expect(roleOf(org, 'a')).toMatchObject({ title: 'a', grade: 3 })
    expect(roleOf(org, 'b')).toMatchObject({ reportsTo: undefined, unit: undefined, dottedTo: ['a'] })
    expect(unitsOf(org)).toEqual(['u'])
    expect(servicesOf(org)).toEqual([{ from: 'u', to: 'a', name: 'advice' }])
    expect(issuesOf(org).map(({ code, place }) => [code, place.path?.join('.')])).toEqual([
      ['INVALID_FIELD', 'roles.a.title'],
      ['INVALID_FIELD', 'roles.c'],
      ['UNKNOWN_MANAGER', 'roles.b.reportsTo'],
      ['UNKNOWN_MANAGER', 'roles.b.dottedTo.1'],
      ['UNKNOWN_ROLE', 'units.u.head'],
      ['UNKNOWN_UNIT', 'roles.b.unit'],
      ['UNKNOWN_ROLE', 'services.1.to'],
    ])
  })

  it('keeps a cycle, and every query on it ends', () => {
    const org = collected({ roles: { a: { reportsTo: 'b' }, b: { reportsTo: 'a' } } })
    expect(managementChainOf(org, 'a')).toEqual(['b'])
    expect(issuesOf(org).map(({ code }) => code)).toEqual(['REPORTING_CYCLE'])
  })

  const wrong: readonly unknown[] = ['ignore', true, null]
  it.each(wrong)('refuses onIssue: %j', (received) => {
    const error = thrownBy(() => defineOrg({ roles: {} }, { onIssue: received } as DefineOptions))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toEqual({ option: 'onIssue', received, allowed: "'throw' | 'collect'" })
  })

  it.each([
    ['onIsue', { onIsue: 'collect' }, "defineOrg has no option 'onIsue'; did you mean 'onIssue'?"],
    ['options', 0, 'defineOrg expects its options as a plain object, received 0.'],
    ['options', 'collect', "defineOrg expects its options as a plain object, received 'collect'."],
    ['options', ['collect'], 'defineOrg expects its options as a plain object, received an array of 1.'],
    ['options', null, 'defineOrg expects its options as a plain object, received null.'],
  ])('refuses the option %s of %j', (option, options, message) => {
    const error = thrownBy(() => defineOrg({ roles: { a: {} } }, options as DefineOptions))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toMatchObject({ option })
    expect(error.message).toBe(`${message} Its only option is onIssue.`)
  })

  itRefusesNoOptions((options) => defineOrg({ roles: { a: {} } }, options))

  it('reads own properties only', () => {
    const inherited = Object.create({ onIssue: 'collect' }) as DefineOptions
    expect(thrownBy(() => defineOrg({ roles: { a: { grade: NaN } } }, inherited)).code).toBe('INVALID_ORG')
  })
})
