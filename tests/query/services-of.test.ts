import { defineOrg, type Org, type Service, servicesOf } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'

const org = defineOrg({
  roles: { director: {}, manager: { reportsTo: 'director' }, ['__proto__']: {} },
  units: { pmo: { head: 'manager' } },
  services: [
    { from: 'pmo', to: 'manager', name: 'templates', sources: ['S1'] },
    { from: '__proto__', to: 'director', name: 'reports' },
    { from: 'pmo', to: '__proto__', name: 'coaching' },
  ],
})

describe('servicesOf', () => {
  it('gives all services in the order of the spec, whoever gives and gets them', () => {
    expect(servicesOf(org)).toEqual([
      { from: 'pmo', to: 'manager', name: 'templates', sources: ['S1'] },
      { from: '__proto__', to: 'director', name: 'reports' },
      { from: 'pmo', to: '__proto__', name: 'coaching' },
    ])
  })

  it('is typed, and hands out nothing that reaches back', () => {
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
  it.each(noOrgs)('refuses %j in the place of an org', (received) => {
    expect(() => servicesOf(received as Org)).toThrow(expect.objectContaining({ code: 'NOT_AN_ORG' }))
  })
})
