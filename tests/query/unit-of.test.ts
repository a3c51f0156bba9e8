import { defineOrg, isOrgError, type Org, type Unit, unitOf } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from './hostile-org.js'

const org = defineOrg({
  roles: {
    director: {},
    manager: { reportsTo: 'director', unit: 'pmo' },
    analyst: { reportsTo: 'manager', unit: 'training' },
  },
  units: {
    pmo: { title: 'Project Office', kind: 'office', head: 'director', sources: ['A1'], hedge: 'may' },
    training: { partOf: 'pmo', aliases: ['Academy', { name: 'School', warning: 'also a building' }] },
  },
})

describe('unitOf', () => {
  it('gives the record of a unit', () => {
    expect(unitOf(org, 'pmo')).toEqual({
      id: 'pmo',
      title: 'Project Office',
      aliases: [],
      kind: 'office',
      head: 'director',
      partOf: undefined,
      sources: ['A1'],
      hedge: 'may',
    })
  })

  it('gives the names of all aliases, and the warnings beside them', () => {
    expect(unitOf(org, 'training')).toEqual({
      id: 'training',
      title: 'training',
      aliases: ['Academy', 'School'],
      warnedAliases: [{ name: 'School', warning: 'also a building' }],
      kind: undefined,
      head: undefined,
      partOf: 'pmo',
    })
  })

  it.each([
    ['manager', 'pmo'],
    ['analyst', 'training'],
    ['director', undefined],
  ] as const)('answers for the role %s with its own unit: %s', (role, unit) => {
    expect(unitOf(org, role)?.id).toBe(unit)
  })

  it.each([
    ['7', 'valueOf'],
    ['constructor', 'hasOwnProperty'],
    ['valueOf', 'valueOf'],
    ['__proto__', undefined],
    ['', undefined],
  ])('answers for the hostile id %j: %j', (id, unit) => {
    expect(unitOf(hostileOrg, id)?.id).toBe(unit)
  })

  it('is certain of a unit and not of a role', () => {
    type Ids = 'director' | 'manager' | 'analyst'
    type Known = Unit<Ids, 'pmo' | 'training'>
    expectTypeOf(unitOf(org, 'pmo')).toEqualTypeOf<Known>()
    expectTypeOf(unitOf(org, 'manager')).toEqualTypeOf<Known | undefined>()
    const either: 'pmo' | 'manager' = Math.random() < 2 ? 'pmo' : 'manager'
    expectTypeOf(unitOf(org, either)).toEqualTypeOf<Known | undefined>()
    const wide: Org = org
    expectTypeOf(unitOf(wide, 'pmo')).toEqualTypeOf<Unit | undefined>()
    // @ts-expect-error -- a typo does not compile
    expect(() => unitOf(org, 'pmx')).toThrow("did you mean 'pmo'")
  })

  it('hands out nothing that could be changed', () => {
    const unit = unitOf(org, 'training')
    expect(Object.isFrozen(unit)).toBe(true)
    expect(Object.isFrozen(unit.aliases)).toBe(true)
    expect(Object.isFrozen(unit.warnedAliases)).toBe(true)
    expect(Object.isFrozen(unit.warnedAliases?.[0])).toBe(true)
    expect(Object.isFrozen(unitOf(org, 'pmo').sources)).toBe(true)
  })

  it.each(['toString', '__proto__', '', 7, undefined])('throws for %j', (id) => {
    try {
      unitOf(org, id as 'pmo')
    } catch (error) {
      expect(isOrgError(error, 'UNKNOWN_ROLE') && error.details.id).toBe(id)
      return
    }
    expect.unreachable()
  })
})
