import { defineOrg, headOf } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from './hostile-org.js'

const org = defineOrg({
  roles: { director: {}, manager: { reportsTo: 'director', unit: 'training' } },
  units: { pmo: { head: 'director' }, training: { partOf: 'pmo' } },
})

describe('headOf', () => {
  it.each([
    ['pmo', 'director'],
    ['training', undefined],
  ] as const)('gives the head that the unit %s names: %s', (unit, head) => {
    expect(headOf(org, unit)).toBe(head)
  })

  it.each([
    ['hasOwnProperty', '__proto__'],
    ['valueOf', ''],
  ])('gives the head of the hostile unit %j: %j', (unit, head) => {
    expect(headOf(hostileOrg, unit)).toBe(head)
  })

  it('is typed by the roles', () => {
    expectTypeOf(headOf(org, 'pmo')).toEqualTypeOf<'director' | 'manager' | undefined>()
  })

  it.each(['manager', 'PMO', 'constructor', '__proto__', '', undefined])('throws for %j', (unit) => {
    expect(() => headOf(org, unit as 'pmo')).toThrow(expect.objectContaining({ code: 'UNKNOWN_UNIT' }))
  })
})
