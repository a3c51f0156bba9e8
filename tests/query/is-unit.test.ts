import { defineOrg, headOf, isUnit } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from './hostile-org.js'

const org = defineOrg({
  roles: { lead: {} },
  units: { pmo: { head: 'lead' }, training: {} },
})

describe('isUnit', () => {
  it.each(['pmo', 'training'])('knows %j', (id) => {
    expect(isUnit(org, id)).toBe(true)
  })

  it.each(['lead', 'PMO', '', '__proto__', 'constructor', undefined, null, 7, ['pmo']])(
    'does not take %j for a unit',
    (value) => {
      expect(isUnit(org, value)).toBe(false)
    },
  )

  it.each([
    ['hasOwnProperty', true],
    ['valueOf', true],
    ['__proto__', false],
    ['', false],
    ['toString', false],
  ])('takes %j of the hostile chart for a unit: %j', (id, expected) => {
    expect(isUnit(hostileOrg, id)).toBe(expected)
  })

  it('narrows text from outside to the unit ids', () => {
    const [typed]: string[] = ['pmo']
    if (!isUnit(org, typed)) throw new Error('pmo is a unit')
    expectTypeOf(typed).toEqualTypeOf<'pmo' | 'training'>()
    expect(headOf(org, typed)).toBe('lead')
  })
})
