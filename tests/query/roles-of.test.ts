import { defineOrg, orgFromRecords, rolesOf } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from './hostile-org.js'

describe('rolesOf', () => {
  it('gives the ids in the order of the spec, typed', () => {
    const org = defineOrg({ roles: { z: {}, a: { reportsTo: 'z' }, m: {} } })
    const ids = rolesOf(org)
    expectTypeOf(ids).toEqualTypeOf<('z' | 'a' | 'm')[]>()
    expect(ids).toEqual(['z', 'a', 'm'])
  })

  it('keeps the order of records, also of ids that look like numbers', () => {
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
