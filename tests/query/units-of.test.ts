import { defineOrg, orgFromRecords, unitsOf } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from './hostile-org.js'

describe('unitsOf', () => {
  it('gives the ids in the order of the spec, typed', () => {
    const org = defineOrg({ roles: { a: {} }, units: { z: {}, pmo: { partOf: 'z' } } })
    const ids = unitsOf(org)
    expectTypeOf(ids).toEqualTypeOf<('z' | 'pmo')[]>()
    expect(ids).toEqual(['z', 'pmo'])
  })

  it('gives units that are only mentioned in the order of their first member', () => {
    const rows = [
      { id: '1', unit: 'sales' },
      { id: '2', unit: null },
      { id: '3', unit: 'audit' },
      { id: '4', unit: 'sales' },
    ]
    expect(unitsOf(orgFromRecords(rows, { id: 'id', unit: 'unit' }))).toEqual(['sales', 'audit'])
  })

  it('has hostile ids', () => {
    expect(unitsOf(hostileOrg)).toEqual(['hasOwnProperty', 'valueOf'])
  })

  it('is empty where there are no units, and gives a fresh array', () => {
    const bare = defineOrg({ roles: { a: {} } })
    expect(unitsOf(bare)).toEqual([])
    const org = defineOrg({ roles: {}, units: { pmo: {} } })
    unitsOf(org).pop()
    expect(unitsOf(org)).toEqual(['pmo'])
  })
})
