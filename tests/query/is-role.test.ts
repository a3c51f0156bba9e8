import { defineOrg, isRole, managerOf, type Org, rolesOf } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from './hostile-org.js'

const org = defineOrg({
  roles: { lead: {}, analyst: { reportsTo: 'lead' } },
  units: { pmo: { head: 'lead' } },
})

describe('isRole', () => {
  it.each(['lead', 'analyst'])('knows %j', (id) => {
    expect(isRole(org, id)).toBe(true)
  })

  it.each([
    'pmo',
    'Lead',
    ' lead',
    '',
    '__proto__',
    'constructor',
    'toString',
    undefined,
    null,
    0,
    ['lead'],
    {},
  ])('does not take %j for a role', (value) => {
    expect(isRole(org, value)).toBe(false)
  })

  it.each(['__proto__', 'constructor', '', '7', '007'])('knows the hostile id %j', (id) => {
    expect(isRole(hostileOrg, id)).toBe(true)
  })

  it.each(['07', ' ', 'toString', 'valueOf'])('does not take %j for a role of the hostile chart', (id) => {
    expect(isRole(hostileOrg, id)).toBe(false)
  })

  it('tells composed and decomposed spellings apart', () => {
    const composed = defineOrg({ roles: { 'caf\u00e9': {} } })
    expect(isRole(composed, 'caf\u00e9')).toBe(true)
    expect(isRole(composed, 'cafe\u0301')).toBe(false)
  })

  it('narrows text from outside to the ids', () => {
    const [typed]: string[] = ['analyst']
    if (!isRole(org, typed)) throw new Error('analyst is a role')
    expectTypeOf(typed).toEqualTypeOf<'lead' | 'analyst'>()
    expect(managerOf(org, typed)).toBe('lead')
    const anything: unknown = 'lead'
    if (isRole(org, anything)) expectTypeOf(anything).toEqualTypeOf<'lead' | 'analyst'>()
  })

  it('narrows to text where the ids are known at run time only', () => {
    const wide: Org = org
    const anything: unknown = rolesOf(wide)[0]
    if (isRole(wide, anything)) expectTypeOf(anything).toEqualTypeOf<string>()
    expect(isRole(wide, anything)).toBe(true)
  })

  it('throws for what is no org', () => {
    expect(() => isRole({} as typeof org, 'lead')).toThrow(expect.objectContaining({ code: 'NOT_AN_ORG' }))
  })
})
