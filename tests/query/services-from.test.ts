import { defineOrg, type OrgSpec, type Service, servicesFrom } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'

const org = defineOrg({
  roles: { director: { unit: 'pmo' }, manager: { reportsTo: 'director' }, analyst: {} },
  units: { pmo: { head: 'director' }, training: { partOf: 'pmo' } },
  services: [
    { from: 'pmo', to: 'manager', name: 'templates', hedge: 'may', sources: ['S1'] },
    { from: 'analyst', to: 'manager', name: 'reports' },
    { from: 'pmo', to: 'analyst', name: 'coaching' },
    { from: 'pmo', to: 'manager', name: 'coaching' },
  ],
})

describe('servicesFrom', () => {
  it.each([
    [
      'pmo',
      [
        { from: 'pmo', to: 'manager', name: 'templates', hedge: 'may', sources: ['S1'] },
        { from: 'pmo', to: 'analyst', name: 'coaching' },
        { from: 'pmo', to: 'manager', name: 'coaching' },
      ],
    ],
    ['analyst', [{ from: 'analyst', to: 'manager', name: 'reports' }]],
    // The head and the parts of a unit do not give what the unit gives.
    ['director', []],
    ['training', []],
    ['manager', []],
  ] as const)('gives the services from %s', (id, services) => {
    expect(servicesFrom(org, id)).toEqual(services)
  })

  it('answers for hostile ids', () => {
    const spec = JSON.parse(
      '{"roles":{"__proto__":{},"":{}},"units":{"constructor":{}},' +
        '"services":[{"from":"constructor","to":"","name":"a"},{"from":"__proto__","to":"","name":"b"}]}',
    ) as OrgSpec
    const hostile = defineOrg(spec)
    expect(servicesFrom(hostile, 'constructor')).toEqual([{ from: 'constructor', to: '', name: 'a' }])
    expect(servicesFrom(hostile, '__proto__')).toEqual([{ from: '__proto__', to: '', name: 'b' }])
    expect(servicesFrom(hostile, '')).toEqual([])
    expect(() => servicesFrom(hostile, 'toString')).toThrow(expect.objectContaining({ code: 'UNKNOWN_ROLE' }))
  })

  it('is typed, and hands out nothing that reaches back', () => {
    const services = servicesFrom(org, 'pmo')
    expectTypeOf(services).toEqualTypeOf<Service<'director' | 'manager' | 'analyst', 'pmo' | 'training'>[]>()
    expect(services.every((service) => Object.isFrozen(service))).toBe(true)
    expect(Object.isFrozen(services[0]?.sources)).toBe(true)
    services.length = 0
    expect(servicesFrom(org, 'pmo')).toHaveLength(3)
  })

  it('throws for an id that is neither a role nor a unit', () => {
    expect(() => servicesFrom(org, 'pmx' as 'pmo')).toThrow("did you mean 'pmo'")
  })
})
