import {
  defineOrg,
  type Org,
  type OrgSpec,
  type Service,
  servicesFrom,
  servicesOf,
  servicesTo,
} from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'

describe('servicesOf', () => {
  const org = defineOrg({
    roles: { director: {}, manager: { reportsTo: 'director' }, ['__proto__']: {} },
    units: { pmo: { head: 'manager' } },
    services: [
      { from: 'pmo', to: 'manager', name: 'templates', sources: ['S1'] },
      { from: '__proto__', to: 'director', name: 'reports' },
      { from: 'pmo', to: '__proto__', name: 'coaching' },
    ],
  })

  it('gives all services in the order of the spec, whoever provides and receives them', () => {
    expect(servicesOf(org)).toEqual([
      { from: 'pmo', to: 'manager', name: 'templates', sources: ['S1'] },
      { from: '__proto__', to: 'director', name: 'reports' },
      { from: 'pmo', to: '__proto__', name: 'coaching' },
    ])
  })

  it('is typed, and returns nothing that could change the org', () => {
    const services = servicesOf(org)
    expectTypeOf(services).toEqualTypeOf<Service<'director' | 'manager' | '__proto__', 'pmo'>[]>()
    expect(services.every((service) => Object.isFrozen(service))).toBe(true)
    services.length = 0
    expect(servicesOf(org)).toHaveLength(3)
  })

  it('is empty where there are none', () => {
    expect(servicesOf(defineOrg({ roles: { a: {} } }))).toEqual([])
  })

  const noOrgs: readonly unknown[] = [undefined, null, {}, 'pmo']
  it.each(noOrgs)('refuses %j instead of an org', (received) => {
    expect(() => servicesOf(received as Org)).toThrow(expect.objectContaining({ code: 'NOT_AN_ORG' }))
  })
})

describe('servicesFrom', () => {
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
    // The head and the parts of a unit do not provide its services.
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

  it('is typed, and returns nothing that could change the org', () => {
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

describe('servicesTo', () => {
  const org = defineOrg({
    roles: { director: {}, manager: { reportsTo: 'director' }, analyst: {}, ['__proto__']: {} },
    units: { pmo: { head: 'manager' } },
    services: [
      { from: 'pmo', to: 'manager', name: 'templates', note: 'on request' },
      { from: 'analyst', to: 'manager', name: 'reports' },
      { from: 'pmo', to: 'analyst', name: 'coaching' },
      { from: 'pmo', to: '__proto__', name: 'none' },
    ],
  })

  it.each([
    [
      'manager',
      [
        { from: 'pmo', to: 'manager', name: 'templates', note: 'on request' },
        { from: 'analyst', to: 'manager', name: 'reports' },
      ],
    ],
    ['analyst', [{ from: 'pmo', to: 'analyst', name: 'coaching' }]],
    ['director', []],
    ['__proto__', [{ from: 'pmo', to: '__proto__', name: 'none' }]],
  ] as const)('gives the services to %s', (role, services) => {
    expect(servicesTo(org, role)).toEqual(services)
  })

  it('is typed, and returns nothing that could change the org', () => {
    const services = servicesTo(org, 'manager')
    expectTypeOf(services).toEqualTypeOf<Service<'director' | 'manager' | 'analyst' | '__proto__', 'pmo'>[]>()
    expect(services.every((service) => Object.isFrozen(service))).toBe(true)
    services.length = 0
    expect(servicesTo(org, 'manager')).toHaveLength(2)
  })

  it.each(['pmo', 'constructor', ''])('throws for %j, which is not a role', (id) => {
    // @ts-expect-error -- nor does it compile: services go to roles
    expect(() => servicesTo(org, id)).toThrow(expect.objectContaining({ code: 'UNKNOWN_ROLE' }))
  })
})
