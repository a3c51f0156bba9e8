import { defineOrg, type Service, servicesTo } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'

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

describe('servicesTo', () => {
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

  it('is typed, and hands out nothing that reaches back', () => {
    const services = servicesTo(org, 'manager')
    expectTypeOf(services).toEqualTypeOf<Service<'director' | 'manager' | 'analyst' | '__proto__', 'pmo'>[]>()
    expect(services.every((service) => Object.isFrozen(service))).toBe(true)
    services.length = 0
    expect(servicesTo(org, 'manager')).toHaveLength(2)
  })

  it.each(['pmo', 'constructor', ''])('throws for %j, which is no role', (id) => {
    // @ts-expect-error -- nor does it compile: services go to roles
    expect(() => servicesTo(org, id)).toThrow(expect.objectContaining({ code: 'UNKNOWN_ROLE' }))
  })
})
