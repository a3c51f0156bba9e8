import { defineOrg, isRole, managerOf, type Org, orgFromRecords, rolesOf } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from './hostile-org.js'

describe('rolesOf', () => {
  it('gives the ids in the order of the spec, typed', () => {
    const org = defineOrg({ roles: { z: {}, a: { reportsTo: 'z' }, m: {} } })
    const ids = rolesOf(org)
    expectTypeOf(ids).toEqualTypeOf<('z' | 'a' | 'm')[]>()
    expect(ids).toEqual(['z', 'a', 'm'])
  })

  it('keeps the order of records, even for ids that look like numbers', () => {
    const org = orgFromRecords([{ id: '10' }, { id: '9' }, { id: '010' }], { id: 'id' })
    expect(rolesOf(org)).toEqual(['10', '9', '010'])
  })

  it('has hostile ids', () => {
    expect(rolesOf(hostileOrg)).toEqual(['__proto__', 'constructor', '', '7', '007'])
  })

  it('is empty for an empty org', () => {
    expect(rolesOf(defineOrg({ roles: {} }))).toEqual([])
  })

  it('gives a fresh array', () => {
    const org = defineOrg({ roles: { a: {}, b: {} } })
    rolesOf(org).length = 0
    rolesOf(org).push('a')
    expect(rolesOf(org)).toEqual(['a', 'b'])
  })
})

describe('isRole', () => {
  const org = defineOrg({
    roles: { lead: {}, analyst: { reportsTo: 'lead' } },
    units: { pmo: { head: 'lead' } },
  })

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
  ])('does not accept %j as a role', (value) => {
    expect(isRole(org, value)).toBe(false)
  })

  it.each(['__proto__', 'constructor', '', '7', '007'])('knows the hostile id %j', (id) => {
    expect(isRole(hostileOrg, id)).toBe(true)
  })

  it.each(['07', ' ', 'toString', 'valueOf'])('does not accept %j as a role of the hostile chart', (id) => {
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

  it('narrows to string where the ids are known only at run time', () => {
    const wide: Org = org
    const anything: unknown = rolesOf(wide)[0]
    if (isRole(wide, anything)) expectTypeOf(anything).toEqualTypeOf<string>()
    expect(isRole(wide, anything)).toBe(true)
  })

  it('throws for anything but an org', () => {
    expect(() => isRole({} as typeof org, 'lead')).toThrow(expect.objectContaining({ code: 'NOT_AN_ORG' }))
  })
})
